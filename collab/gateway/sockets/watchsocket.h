// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/sockets/door.h"
#include "collab/gateway/yard/watchsession.h"

namespace gateway {

/// `/ws/watch`: changes of what the client chooses, as ChangeFeed and WatchSession have them; each
/// message is an object. The client says, as text,
///
///     {"subscribe": {"kind": "pods", "ns": "shop", "labelSelector": "app=web", "patch": true,
///                    "since": "…"}}
///     {"unsubscribe": {"kind": "pods"}}
///
/// and hears `{"type": "TOKEN", "token": "…"}` with what to give as `since`. The address may choose
/// already: `?kinds=pods,services&ns=shop`. All is borrowed and must outlive the door.
std::unique_ptr<Door> watchDoor(const GatewayParts &parts, Collections &collections,
                                StreamLimits &limits);

} // namespace gateway
