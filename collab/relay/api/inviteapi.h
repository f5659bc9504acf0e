// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apirequest.h"
#include "collab/relay/auth/invites.h"

namespace relay {

/// `yards/{yard}/invites` and what lies below. `invites` is borrowed and must outlive the routes.
std::vector<ApiRoute> inviteRoutes(Invites &invites);

} // namespace relay
