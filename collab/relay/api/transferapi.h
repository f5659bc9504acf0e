// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apirequest.h"
#include "collab/relay/versions/versions.h"

namespace relay {

/// `yards/{yard}/me`, `…/export` and `…/import`: who one is there, and the yard as one update. All
/// are borrowed and must outlive the routes.
std::vector<ApiRoute> transferRoutes(Rooms &rooms, Versions &versions);

} // namespace relay
