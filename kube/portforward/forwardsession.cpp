// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardsession.h"

#include "kube/api/apiclient.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace kube {

// apimachinery/pkg/util/portforward/constants.go
static constexpr auto Protocol = "portforward.k8s.io";
static constexpr auto Tunnelled = "SPDY/3.1+portforward.k8s.io";
// What the client's server speaks, kept with the client: an old server costs one refusal, not many.
static constexpr auto OnlySpdy = "krateyard_forward_only_spdy";

ForwardSession::ForwardSession(ApiClient &client, const QString &nameSpace, const QString &pod,
                               QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_path(pathOf({{{}, u"v1"_s, u"pods"_s}, nameSpace, pod}, u"portforward"))
{
}

ForwardSession::~ForwardSession() = default;

void ForwardSession::start()
{
    if (std::exchange(m_started, true))
        return;
    if (m_client.property(OnlySpdy).toBool())
        openSpdy();
    else
        openWebSocket();
}

/// Whether a refusal may mean that the server knows no tunnels: what it says then depends on who
/// refuses, the API server or the kubelet behind it.
static bool mayBeProtocol(const Error &error)
{
    return error.code != 0 && error.code != 401 && error.code != 429;
}

// RFC 6455 section 4.1.
void ForwardSession::openWebSocket()
{
    const auto key = WebSocketFraming::makeKey();
    UpgradeRequest request{.path = m_path, .method = "GET", .upgrade = "websocket"};
    request.headers.append("Sec-WebSocket-Version", "13");
    request.headers.append("Sec-WebSocket-Key", key);
    request.headers.append("Sec-WebSocket-Protocol", Tunnelled);
    m_client.openUpgrade(request).then(this, [this, key](const Result<UpgradedSocket> &answer) {
        if (!answer && !mayBeProtocol(answer.error()))
            return end(answer.error());
        const bool isTunnel = answer
            && answer->headers.value("Sec-WebSocket-Accept") == WebSocketFraming::acceptFor(key)
            && answer->headers.value("Sec-WebSocket-Protocol") == Tunnelled;
        if (!isTunnel)
            return openSpdy();
        begin(Carrier::WebSocket,
              webSocketTunnelOver(answer->socket, WebSocketFraming::Role::Client));
    });
}

void ForwardSession::openSpdy()
{
    UpgradeRequest request{.path = m_path, .method = "POST", .upgrade = "SPDY/3.1"};
    request.headers.append("X-Stream-Protocol-Version", Protocol);
    m_client.openUpgrade(request).then(this, [this](const Result<UpgradedSocket> &answer) {
        if (!answer)
            return end(answer.error());
        if (answer->headers.value("Upgrade").compare("SPDY/3.1", Qt::CaseInsensitive) != 0)
            return end({.kind = Error::Kind::Malformed,
                        .message = u"the server changed to another protocol"_s});
        m_client.setProperty(OnlySpdy, true); // tunnels were refused, now or before
        begin(Carrier::Spdy, tunnelOver(answer->socket));
    });
}

void ForwardSession::begin(Carrier carrier, std::unique_ptr<ByteTunnel> tunnel)
{
    m_carrier = carrier;
    m_connection =
        std::make_unique<SpdyConnection>(std::move(tunnel), SpdyConnection::Role::Client);
    connect(m_connection.get(), &SpdyConnection::ended, this, [this](const QString &why) {
        end({.kind = Error::Kind::Unreachable, .message = why});
    });
    m_connection->start();
    Q_EMIT opened();
}

ForwardStreams ForwardSession::open(quint16 port)
{
    if (!m_connection)
        return {};
    const auto headersFor = [this, port](const char *type) {
        return SpdyHeaders{{"streamtype", type},
                           {"port", QByteArray::number(port)},
                           {"requestid", QByteArray::number(m_requests)}};
    };
    ForwardStreams streams;
    // The error stream first, and nothing of ours is said on it: client-go does the same.
    streams.error = m_connection->open(headersFor("error"), true);
    streams.data = m_connection->open(headersFor("data"));
    ++m_requests;
    return streams;
}

int ForwardSession::connections() const
{
    return m_connection ? (m_connection->streamCount() + 1) / 2 : 0;
}

void ForwardSession::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    if (m_connection) {
        m_connection->disconnect(this);
        m_connection.release()->deleteLater(); // this may run inside one of its signals
    }
    Q_EMIT ended(error);
}

} // namespace kube
