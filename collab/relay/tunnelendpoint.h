// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/requesthead.h"

#include <QTcpSocket>

namespace relay {

/// What of the server takes connections away from HTTP (RFC 9110, 7.8) into protocols that
/// QHttpServer does not know: it speaks WebSocket alone, and chooses no subprotocol.
class TunnelEndpoint
{
public:
    virtual ~TunnelEndpoint() = default;

    /// Whether it is what stands at the address, and knows a protocol that is asked for. Otherwise
    /// the request is answered as if it did not ask to leave (RFC 9110, 7.8).
    virtual bool serves(const RequestHead &head) const = 0;
    /// The first request of a connection asks to leave HTTP. Its head is read, and nothing came
    /// behind it. Who takes it answers as it likes, now or later, and bounds what it reads; the
    /// socket deletes itself some time after it was disconnected, and its children with it.
    virtual void take(QTcpSocket &socket, const RequestHead &head) = 0;
};

} // namespace relay
