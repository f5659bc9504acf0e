// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/admission.h"
#include "collab/relay/auth/failurelimit.h"
#include "collab/relay/requesthead.h"

#include <QHostAddress>

class QHttpServerRequest;

namespace relay {

/// A network whose machines say truly for whom they ask.
struct Subnet
{
    QHostAddress address = {};
    int prefix = 0; ///< bits

    bool operator==(const Subnet &) const = default;
};

/// Who asks by a request, be it for a WebSocket or not: judges its token, and lets nobody try
/// tokens at speed.
///
/// Who has shown too many that are none gets 429, whatever it shows now; on loopback, where all
/// others may come through a proxy, only what is none again.
class AccessGate
{
public:
    /// Behind `trustedProxies` it is the last address in `X-Forwarded-For` that is none of them
    /// that asks. Without them that header says nothing.
    explicit AccessGate(const Admission &admission, const std::vector<Subnet> &trustedProxies = {},
                        const FailureLimit::Options &limit = {});

    std::expected<Person, Refusal> admit(const QString &yard, const QHttpServerRequest &request);
    /// The same of one whose body has not come, which is not asked about again when that says no.
    std::expected<Person, Refusal> admit(const QString &yard, const RequestHead &head);
    /// The same of a request that was granted a moment ago.
    std::expected<Person, WebSocketEndpoint::Status> confirm(const QString &yard,
                                                             const QByteArray &token) const
    {
        return m_admission(yard, token);
    }

    /// Where a request comes from, proxies that are trusted seen through.
    QHostAddress sourceOf(const RequestHead &head) const
    {
        return sourceOf(head.from, head.headers);
    }
    /// For other doors of the same server, so that tokens tried at all of them count together: in
    /// how many seconds `source` may show one again; 0: now. As in admit(), on loopback it holds
    /// only for what lets nobody in.
    int waitFor(const QHostAddress &source) const;
    void noteFailure(const QHostAddress &source);

private:
    std::expected<Person, Refusal> judge(const QString &yard, const QByteArray &token,
                                         const QHostAddress &source);
    QHostAddress sourceOf(const QHostAddress &remote, const QHttpHeaders &headers) const;
    bool isTrusted(const QHostAddress &address) const;

    const Admission m_admission;
    const std::vector<Subnet> m_trustedProxies;
    FailureLimit m_failures;
};

/// The token of a request: the parameter `token`, or what stands behind `Authorization: Bearer`.
QByteArray tokenOf(const QUrl &url, const QHttpHeaders &headers);

} // namespace relay
