// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/relay/requesthead.h"

#include <QHttpServerResponder>

#include <expected>

namespace gateway {

/// Why nobody is let in by what was shown.
struct Denial
{
    QHttpServerResponder::StatusCode status = QHttpServerResponder::StatusCode::Unauthorized;
    int retryAfter = 0; ///< seconds; 0: without that header
    QString sentence = {}; ///< for who asked; nothing of a token is in it
};

/// Tells who asks, by the bearer token, API key or session cookie of a request. Answers at once:
/// 503 while the provider's keys are on their way.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    /// Of a request of any kind, a WebSocket's upgrade, too.
    virtual std::expected<Caller, Denial> identify(const relay::RequestHead &head) = 0;
    /// Whether the proof of somebody who was let in still holds: a key may be taken back, and a
    /// session end, before their time.
    virtual bool holds(const Caller &caller) const
    {
        return !caller.until.isValid() || QDateTime::currentDateTimeUtc() < caller.until;
    }
    /// Where a request comes from, proxies that are trusted seen through.
    virtual QHostAddress sourceOf(const relay::RequestHead &head) const { return head.from; }
};

} // namespace gateway
