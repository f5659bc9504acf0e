// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/sockets/door.h"

namespace gateway {

/// `/ws/shell?pod=&ns=&container=`: a shell in a container, bash where there is one. What the
/// client sends, binary or text, is what is typed, but for `{"resize": {"columns": 80, "rows":
/// 24}}` as text. What the shell prints comes in binary messages; in the end comes, as text,
/// `{"exit": {"code": 0}}` or `{"exit": {"error": "…"}}`. Who reads slowly holds the shell back.
std::unique_ptr<Door> shellDoor(const GatewayParts &parts, StreamLimits &limits);

/// `/ws/logs?pod=&ns=&container=&tail=&previous=&timestamps=`: a container's log as it is written,
/// one line a text message; 10,000 of them at first. A line of more characters than
/// GatewayConfig::Logs::maxLineLength is cut and marked. Who reads slowly holds the log back; its
/// lines are read later from where they are kept.
std::unique_ptr<Door> logDoor(const GatewayParts &parts, StreamLimits &limits);

} // namespace gateway
