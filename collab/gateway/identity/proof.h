// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/identity/authenticator.h"

#include <QObject>
#include <QTimer>

namespace gateway {

/// Tells what goes on for long (a WebSocket, a stream of events) when its caller's proof ends: the
/// token's time is over, the session was left, the key was taken back.
///
///     auto *proof = new Proof(request.caller, authenticator, this);
///     connect(proof, &Proof::ended, this, [this] { close(Proof::Code, Proof::Reason); });
///
/// A stream of events says it by a last `status` event, and ends.
class Proof final : public QObject
{
    Q_OBJECT

public:
    /// Of a WebSocket's close frame; the relay's sync says the same (collab::CloseReason).
    static constexpr int Code = 4401; // QWebSocketProtocol has no name for it
    static constexpr QLatin1StringView Reason{"the sign-in has ended"};
    /// How long what was taken back may still be used.
    static constexpr auto Pace = std::chrono::seconds(5);

    /// `authenticator` is the one that let the caller in; borrowed, it must outlive this.
    Proof(const Caller &caller, const Authenticator &authenticator, QObject *parent = nullptr);

    bool holds() const { return m_authenticator.holds(m_caller); }

Q_SIGNALS:
    /// Once; never from within the constructor.
    void ended();

private:
    void look();

    const Caller m_caller;
    const Authenticator &m_authenticator;
    QTimer m_next;
};

} // namespace gateway
