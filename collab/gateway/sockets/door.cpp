// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/sockets/door.h"

#include "collab/gateway/audit/auditlog.h"
#include "collab/gateway/identity/proof.h"

#include <QHttpServerRequest>
#include <QWebSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace gateway {

static constexpr auto GrantHolds = std::chrono::seconds(10);
static constexpr qsizetype MostGranted = 10'000;

Door::Door(const GatewayParts &parts, Setting setting)
    : m_parts(parts)
    , m_setting(std::move(setting))
{
}

bool Door::serves(const QUrl &url) const
{
    return url.path(QUrl::FullyEncoded) == m_setting.path;
}

std::expected<Visit, Denial> Door::judge(const QHttpServerRequest &request)
{
    auto caller = m_parts.authenticator.identify(relay::headOf(request));
    if (!caller)
        return std::unexpected(caller.error());
    if (auto refusal = m_parts.rates.refusal(*caller))
        return std::unexpected(std::move(*refusal));
    Visit visit{.caller = *caller, .query = request.query()};
    const auto access = m_setting.about(visit);
    const auto cluster = visit.parameter(u"cluster"_s);
    auto entry = entryOf(visit.caller, access, cluster);
    std::expected<void, Denial> admitted;
    if (!m_parts.authorizer.admits(visit.caller)
        || !m_parts.authorizer.allows(visit.caller, access))
        admitted = std::unexpected(Denial{.status = Status::Forbidden});
    else
        admitted = m_setting.admit(visit);
    entry.isAllowed = admitted.has_value();
    entry.status = admitted ? 101 : int(admitted.error().status);
    m_parts.audit.record(entry);
    if (!admitted)
        return std::unexpected(admitted.error());
    return visit;
}

std::optional<relay::Refusal> Door::refuses(const QHttpServerRequest &request)
{
    forgetOld(); // it may hold a place of the caller's
    auto visit = judge(request);
    if (!visit)
        return relay::Refusal{.status = visit.error().status,
                              .retryAfter = visit.error().retryAfter};
    if (m_granted.size() >= MostGranted)
        return relay::Refusal{.status = Status::TooManyRequests, .retryAfter = 1};
    m_granted.insert({.peer = request.remoteAddress(),
                      .peerPort = request.remotePort(),
                      .local = request.localAddress()},
                     {.visit = *visit, .at = std::chrono::steady_clock::now()});
    return std::nullopt;
}

/// Who went before the socket came.
void Door::forgetOld()
{
    const auto now = std::chrono::steady_clock::now();
    m_granted.removeIf([now](const auto &one) { return now - one.value().at > GrantHolds; });
}

void Door::take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier)
{
    const relay::Listener::Ends ends{.peer = socket->peerAddress(),
                                     .peerPort = socket->peerPort(),
                                     .local = socket->localAddress()};
    const bool isKnown = m_granted.contains(ends);
    const auto visit = m_granted.take(ends).visit;
    auto *connection = new Connection(std::move(socket), carrier);
    if (!isKnown)
        return connection->close({.code = collab::CloseReason::TryLater, .text = u"try again"_s});
    auto *proof = new Proof(visit.caller, m_parts.authenticator, connection);
    QObject::connect(proof, &Proof::ended, connection, [connection] {
        connection->close({.code = Proof::Code, .text = QString(Proof::Reason)});
    });
    m_setting.open(*connection, visit);
}

} // namespace gateway
