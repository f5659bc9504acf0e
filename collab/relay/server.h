// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/httpendpoint.h"
#include "collab/relay/listener.h"
#include "collab/relay/metrics/httpmetrics.h"
#include "collab/relay/websocketendpoint.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QObject>

#include <expected>
#include <functional>
#include <vector>

namespace relay {

/// Says in one sentence why a part cannot do its work now; empty when it can. Called on the
/// server's thread, for each question, so it must answer at once.
using ReadinessCheck = std::function<QString()>;

/// The relay's HTTP side.
///
/// Answers `GET /healthz` with 200 as long as the process serves at all, and `GET /readyz` with
/// 200 when every part is ready, else 503; its body says which part is not and why:
/// `{"ready": false, "checks": {"cluster": "…"}}`. Lives on the thread that made it.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(ConnectionLimits limits = {}, QObject *parent = nullptr);
    ~Server() override;

    /// Listens; port 0 takes a free one. Gives the port, or the system's reason.
    std::expected<quint16, QString> listen(const QHostAddress &address, quint16 port);

    /// Connections that come from now on are encrypted.
    void setTls(const QSslConfiguration &tls) { m_listener->setTls(tls); }
    /// Pages may only come from an address or from localhost: where anybody may enter, a name that
    /// an attacker owns could lead here (DNS rebinding).
    void refuseNames() { m_refusesNames = true; }
    /// Whether pages of that origin, which is not ours, may ask at that address.
    using OriginRule = std::function<bool(const QByteArray &origin, const QUrl &url)>;
    /// Without it no other page may ask anywhere.
    void setOriginRule(const OriginRule &rule) { m_originRule = rule; }
    /// `endpoint` is borrowed and must outlive the server, or be removed.
    void addEndpoint(WebSocketEndpoint &endpoint) { m_endpoints.push_back(&endpoint); }
    void addEndpoint(HttpEndpoint &endpoint) { m_httpEndpoints.push_back(&endpoint); }
    /// The same, asked before those that are there: of several that serve an address, the first
    /// answers.
    void addEndpointBefore(HttpEndpoint &endpoint)
    {
        m_httpEndpoints.insert(m_httpEndpoints.begin(), &endpoint);
    }
    /// Asked before those for WebSockets.
    void addEndpoint(TunnelEndpoint &endpoint) { m_tunnels.push_back(&endpoint); }
    void removeEndpoint(TunnelEndpoint &endpoint) { std::erase(m_tunnels, &endpoint); }
    void removeEndpoint(WebSocketEndpoint &endpoint) { std::erase(m_endpoints, &endpoint); }
    void removeEndpoint(HttpEndpoint &endpoint) { std::erase(m_httpEndpoints, &endpoint); }
    /// `GET path` answers with the text that `text` gives, asked each time.
    void addText(const QString &path, const QByteArray &type,
                 const std::function<QByteArray()> &text);
    void addReadinessCheck(const QString &name, const ReadinessCheck &check);
    int openConnections() const;
    /// The connection between these ends, while there is one: for answers that go on.
    QTcpSocket *socketAt(const Listener::Ends &ends) const { return m_listener->socketAt(ends); }
    HttpMetrics &metrics() { return m_metrics; }

private:
    void route();
    QHttpServerResponse ready() const;
    QHttpServerWebSocketUpgradeResponse judgeUpgrade(const QHttpServerRequest &request);
    std::optional<qint64> bodyLimit(const RequestHead &head) const;
    void answerElse(const QHttpServerRequest &request, QHttpServerResponder &responder);
    bool isByWrongName(const QHttpHeaders &headers) const;
    std::optional<Refusal> refusalOf(const QHttpServerRequest &request);
    TunnelEndpoint *tunnelFor(const RequestHead &head) const;
    bool isFromElsewhere(const QHttpHeaders &headers, const QUrl &url) const;
    void takeWebSocket();
    WebSocketEndpoint *endpointAt(const QUrl &url) const;

    struct NamedCheck
    {
        QString name = {};
        ReadinessCheck check = {};
    };

    QHttpServer m_http;
    Listener *m_listener; // owned by m_http once it listens
    std::vector<NamedCheck> m_checks;
    std::vector<WebSocketEndpoint *> m_endpoints;
    std::vector<HttpEndpoint *> m_httpEndpoints;
    std::vector<TunnelEndpoint *> m_tunnels;
    HttpMetrics m_metrics;
    OriginRule m_originRule;
    bool m_refusesNames = false;
};

} // namespace relay
