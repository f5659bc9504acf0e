// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <utility>

namespace collab {

/// Why a transport ended, in WebSocket's numbers (RFC 6455, 7.4).
struct CloseReason
{
    enum Code {
        Normal = 1000,
        GoingAway = 1001,
        ProtocolError = 1002,
        WrongData = 1003,
        Abnormal = 1006, ///< the connection broke; never sent
        BadPayload = 1007,
        PolicyViolation = 1008,
        TooBig = 1009,
        TryLater = 1013,
        Unauthorized = 4401, ///< 44xx: an agreement of Yjs's relays
        Forbidden = 4403,
    };

    int code = Normal;
    QString text = {}; ///< English, for logs

    bool operator==(const CloseReason &) const = default;
};

/// Carries sync messages between one replica and one peer, in order, until it closes.
///
/// The same interface serves a relay across the network, a relay in this process and a test.
/// closed() is the last signal, and comes once, whichever end closed.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Does nothing before opened() and after close().
    virtual void send(const QByteArray &message) = 0;
    virtual void close(const CloseReason &reason = {}) = 0;
    virtual bool isOpen() const = 0;
    /// How many bytes that were sent still wait here, since the network or the peer is slow.
    virtual qint64 backlog() const { return 0; }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    void closed(const collab::CloseReason &reason);
};

/// Two ends of a transport that stays inside the process. Both are open.
std::pair<std::unique_ptr<Transport>, std::unique_ptr<Transport>> makeLoopback();

} // namespace collab
