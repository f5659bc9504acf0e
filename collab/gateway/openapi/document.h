// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/http/route.h"

#include <QJsonObject>

#include <vector>

namespace gateway {

/// The OpenAPI 3.1 document of all that the gateway answers, put together of the files in this
/// folder. What the Router answers at every address (401, 413 and so on) is added here, so that the
/// files name only what an address answers by itself. `x-websocket` marks what becomes a WebSocket,
/// `x-events` and `x-lines` say what the parts of a stream are.
///
/// tst_gatewayopenapi compares it with the routes and with real answers.
QJsonObject openApiDocument();

/// `GET /api/openapi.json`, for everybody.
std::vector<Route> documentRoutes();

} // namespace gateway
