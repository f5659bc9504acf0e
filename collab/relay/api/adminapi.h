// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apirequest.h"
#include "collab/relay/rooms/rooms.h"

namespace relay {

/// `admin/…`: which yards there are and who is in them, ending connections, and a backup while the
/// relay works. All are borrowed and must outlive the routes. `folder` is where a backup lies until
/// it is sent; empty: where temporary files do.
std::vector<ApiRoute> adminRoutes(Rooms &rooms, RoomStore &store, const QString &folder);

} // namespace relay
