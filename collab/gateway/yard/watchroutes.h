// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/route.h"
#include "collab/gateway/yard/watchsession.h"

namespace gateway {

/// `GET /api/watch` and `/api/watch/{kind}`: changes for as long as the client stays, as events
/// (text/event-stream, when it accepts that) or a JSON object a line. Parameters: `kinds` (a list
/// with commas; without it the kinds of `/api/resources`), `ns`, `labelSelector`, `patch=true`, and
/// `since`, or the header Last-Event-ID, with what the last event's id said. All are borrowed and
/// must outlive the routes.
std::vector<Route> watchRoutes(const GatewayParts &parts, Collections &collections,
                               StreamLimits &limits);

} // namespace gateway
