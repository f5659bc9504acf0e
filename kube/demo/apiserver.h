// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/httpconnection.h"
#include "kube/demo/script.h"
#include "kube/demo/store.h"
#include "kube/demo/streams/logsource.h"
#include "kube/demo/streams/podports.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QTcpServer;
class QWebSocketServer;

namespace kube {
class ByteTunnel;
}

namespace demo {

class RequestRouter;
struct Target;

/// How a demo cluster behaves as a whole. May be changed while it runs; new requests see it.
struct ApiServerOptions
{
    std::optional<QSslConfiguration> tls = {}; ///< certificate and key; no value: plain HTTP
    /// Accepted bearer tokens and whom they stand for. When not empty, everything else gets a 401.
    QHash<QByteArray, QString> tokens = {};
    QString anonymousUser = QStringLiteral("demo-user"); ///< who asks when no token is needed
    QString version = QStringLiteral("v1.32.3");
    bool aggregatedDiscovery = true;
    bool watchList = true; ///< whether sendInitialEvents is understood; else 422
    bool openApiV3 = true; ///< whether there are schemas beside v2, as since 1.24
    /// A kube-apiserver's defaultBookmarkFrequency (its watch cache); 0: none.
    std::chrono::milliseconds bookmarkEvery = std::chrono::minutes(1);
    QStringList execProtocols = {QStringLiteral("v5.channel.k8s.io"),
                                 QStringLiteral("v4.channel.k8s.io")};
    bool metricsApi = true; ///< whether metrics.k8s.io is there; see ApiServer::offerMetrics()
    bool summaries = true; ///< whether the kubelets tell their summaries; else 404
    std::optional<QDateTime> measuredAt = {}; ///< holds all figures at this time; else they move
    bool forwardTunnels = true; ///< port-forward through WebSockets; without, as before 1.30
};

/// A small Kubernetes API server on loopback: list, watch, get, write, Table, discovery, logs,
/// exec, port-forward.
///
/// Starts empty but for the kinds it knows; fill it by store() and logs(), or by a Story. Bend its
/// behaviour by script(). Lives on one thread, answers only while that thread's event loop runs.
class ApiServer : public QObject
{
    Q_OBJECT

public:
    explicit ApiServer(ApiServerOptions options = {}, QObject *parent = nullptr);
    ~ApiServer() override;

    /// Listens on 127.0.0.1; port 0 takes a free one. After stop() it may be called again, also
    /// with the same port. False when the port is taken.
    bool listen(quint16 port = 0);
    void stop(); ///< stops listening and cuts all connections
    void dropConnections(); ///< cuts all connections and goes on listening

    QUrl url() const; ///< "http://127.0.0.1:40123"; remembers the port while stopped
    quint16 port() const { return m_port; }
    int openConnections() const; ///< HTTP connections and WebSockets
    int openWatches() const;

    /// Adds or removes metrics.k8s.io.
    void offerMetrics(bool on);

    ApiServerOptions &options() { return m_options; }
    Store &store() { return m_store; }
    LogSource &logs() { return m_logs; }
    Script &script() { return m_script; }
    PodPorts &podPorts() { return m_ports; }

    /// A kubeconfig with one context, "demo", that leads here. Without a token when none is needed.
    QByteArray kubeconfig(const QString &nameSpace = QStringLiteral("default")) const;

private:
    void accept();
    void handle(HttpConnection &connection, HttpRequest request);
    bool applyFault(HttpConnection &connection, const HttpRequest &request);
    void route(HttpConnection &connection, const HttpRequest &request);
    void openExec(HttpConnection &connection, const HttpRequest &request);
    void openForward(HttpConnection &connection, const HttpRequest &request, const Target &target);
    void openTunnel(HttpConnection &connection, const HttpRequest &request, const Target &target);
    void beginForward(std::unique_ptr<kube::ByteTunnel> tunnel, const Target &target);
    void acceptWebSocket();
    bool authenticate(HttpRequest &request) const;
    void followDefinitions(const Change &change);

    ApiServerOptions m_options;
    Store m_store;
    LogSource m_logs;
    Script m_script;
    PodPorts m_ports;
    std::unique_ptr<RequestRouter> m_router;
    std::unique_ptr<QTcpServer> m_listener;
    std::unique_ptr<QWebSocketServer> m_webSockets;
    QList<QPointer<QObject>> m_open; ///< connections and WebSockets
    quint16 m_port = 0;
};

} // namespace demo
