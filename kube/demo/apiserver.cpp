// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"

#include "kube/demo/apierror.h"
#include "kube/demo/metrics.h"
#include "kube/demo/requestrouter.h"
#include "kube/demo/streams/execchannel.h"
#include "kube/demo/streams/forwardchannel.h"
#include "kube/demo/watchsession.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr auto forwardTunnel = "SPDY/3.1+portforward.k8s.io";

ApiServer::ApiServer(ApiServerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_router(std::make_unique<RequestRouter>(m_store, m_logs, m_script, m_options))
{
    for (const auto &resource : builtinResources())
        m_store.addResource(resource);
    offerMetrics(m_options.metricsApi);
    connect(&m_store, &Store::changed, this, &ApiServer::followDefinitions);
}

ApiServer::~ApiServer()
{
    stop();
}

void ApiServer::offerMetrics(bool on)
{
    m_options.metricsApi = on;
    for (const auto &resource : Metrics::resources()) {
        if (on)
            m_store.addResource(resource);
        else
            m_store.removeResource(resource.gvr());
    }
}

bool ApiServer::listen(quint16 port)
{
    if (m_listener)
        return m_port == port || port == 0;
    if (m_options.tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*m_options.tls);
        m_listener = std::move(server);
    } else {
        m_listener = std::make_unique<QTcpServer>();
    }
    m_listener->setMaxPendingConnections(1000);
    m_listener->setListenBacklogSize(1000);
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, &ApiServer::accept);

    // Only makes handshakes; the listener above owns the port.
    m_webSockets =
        std::make_unique<QWebSocketServer>(u"krateyard-demo"_s, QWebSocketServer::NonSecureMode);
    m_webSockets->setSupportedSubprotocols(m_options.execProtocols);
    m_webSockets->setMaxPendingConnections(1000);
    connect(m_webSockets.get(), &QWebSocketServer::newConnection, this,
            &ApiServer::acceptWebSocket);

    if (!m_listener->listen(QHostAddress::LocalHost, port)) {
        m_listener.reset();
        return false;
    }
    m_port = m_listener->serverPort();
    return true;
}

void ApiServer::stop()
{
    m_listener.reset();
    dropConnections();
    m_webSockets.reset();
}

void ApiServer::dropConnections()
{
    for (const auto &open : std::exchange(m_open, {})) {
        if (auto *connection = qobject_cast<HttpConnection *>(open.data()))
            connection->abort();
        else if (auto *socket = qobject_cast<QWebSocket *>(open.data()))
            socket->abort();
        delete open.data();
    }
}

QUrl ApiServer::url() const
{
    QUrl url;
    url.setScheme(m_options.tls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    return url;
}

int ApiServer::openConnections() const
{
    return int(std::ranges::count_if(m_open, [](const auto &open) { return !open.isNull(); }));
}

int ApiServer::openWatches() const
{
    int count = 0;
    for (const auto &open : m_open)
        if (open)
            count += int(open->findChildren<WatchSession *>().size());
    return count;
}

QByteArray ApiServer::kubeconfig(const QString &nameSpace) const
{
    const auto token = m_options.tokens.isEmpty() ? QByteArray() : *m_options.tokens.keyBegin();
    const auto user = token.isEmpty() ? QByteArray("{}") : "{\"token\": \"" + token + "\"}";
    return "apiVersion: v1\n"
           "kind: Config\n"
           "current-context: demo\n"
           "clusters:\n"
           "- name: demo\n"
           "  cluster:\n"
           "    server: "
        + url().toEncoded()
        + "\n"
          "contexts:\n"
          "- name: demo\n"
          "  context:\n"
          "    cluster: demo\n"
          "    user: demo\n"
          "    namespace: "
        + nameSpace.toUtf8()
        + "\n"
          "users:\n"
          "- name: demo\n"
          "  user: "
        + user + '\n';
}

void ApiServer::accept()
{
    while (auto *socket = m_listener->nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        m_open.removeAll(QPointer<QObject>());
        m_open.append(connection);
        connect(connection, &HttpConnection::requested, this,
                [this, connection](const HttpRequest &request) { handle(*connection, request); });
        connect(connection, &HttpConnection::closed, this,
                [this, connection] { m_open.removeAll(QPointer<QObject>(connection)); });
    }
}

bool ApiServer::authenticate(HttpRequest &request) const
{
    request.user = m_options.anonymousUser;
    if (!m_options.tokens.isEmpty()) {
        const auto header = request.header("authorization");
        const auto known = m_options.tokens.constFind(
            header.startsWith("Bearer ") ? header.sliced(7) : QByteArray());
        if (known == m_options.tokens.constEnd())
            return false;
        request.user = *known;
    }
    if (const auto other = request.header("impersonate-user"); !other.isEmpty())
        request.user = QString::fromUtf8(other);
    return true;
}

void ApiServer::handle(HttpConnection &connection, HttpRequest request)
{
    const bool known = authenticate(request);
    m_script.record(request);
    if (applyFault(connection, request))
        return;
    if (!known)
        return sendError(connection, apiError(401, u"Unauthorized"_s, u"Unauthorized"_s));
    route(connection, request);
}

void ApiServer::route(HttpConnection &connection, const HttpRequest &request)
{
    const auto target = m_router->targetOf(request);
    if (target && target->subresource == "portforward"_L1)
        openForward(connection, request, *target);
    else if (request.isWebSocket())
        openExec(connection, request);
    else
        m_router->answer(connection, request);
}

bool ApiServer::applyFault(HttpConnection &connection, const HttpRequest &request)
{
    const auto fault = m_script.take(request);
    if (!fault)
        return false;
    switch (fault->action) {
    case Fault::Action::Answer:
        connection.respond(fault->code, fault->contentType, fault->body, fault->headers);
        return true;
    case Fault::Action::Hang: return true;
    case Fault::Action::Cut: connection.cutAfter(fault->cutAfter); return false;
    case Fault::Action::Garbage:
        connection.writeRaw("\x16\x03\x01 this is no HTTP \xff\xfe\r\n\r\n");
        connection.close();
        return true;
    case Fault::Action::Drop: connection.abort(); return true;
    case Fault::Action::Delay:
        QTimer::singleShot(fault->delay, &connection,
                           [this, &connection, request] { route(connection, request); });
        return true;
    }
    return false;
}

void ApiServer::openExec(HttpConnection &connection, const HttpRequest &request)
{
    const auto target = m_router->targetOf(request);
    const bool attaches = target && target->subresource == "attach"_L1;
    if (!target || (!attaches && target->subresource != "exec"_L1)) {
        connection.respond(404, "text/plain; charset=utf-8", "404 page not found\n");
        return;
    }
    if (const auto error = m_router->refusal(*target, request))
        return sendError(connection, *error);
    const auto container =
        m_router->containerFor(*target, request.queryValue(u"container"_s), true);
    if (!container)
        return sendError(connection, container.error());
    if (!attaches && !request.query.hasQueryItem(u"command"_s))
        return sendError(connection, badRequest(u"you must specify at least 1 command"_s));
    const auto offered = request.header("sec-websocket-protocol");
    const bool spoken = std::ranges::any_of(m_options.execProtocols, [&](const QString &protocol) {
        return offered.contains(protocol.toLatin1());
    });
    if (!spoken)
        return sendError(
            connection, badRequest(u"unable to upgrade: none of the offered protocols is known"_s));
    m_webSockets->setSupportedSubprotocols(m_options.execProtocols);
    m_webSockets->handleConnection(connection.takeSocket());
}

void ApiServer::openForward(HttpConnection &connection, const HttpRequest &request,
                            const Target &target)
{
    if (const auto error = m_router->refusal(target, request))
        return sendError(connection, *error);
    const auto pod = m_store.get(target.ref());
    if (!pod)
        return sendError(connection, notFound(u"pods"_s, target.name));
    if (const auto phase = (*pod)["status"_L1]["phase"_L1].toString();
        !phase.isEmpty() && phase != "Running"_L1)
        return sendError(connection,
                         badRequest(u"unable to forward port because pod is not running. Current "
                                    "status=%1"_s.arg(phase)));
    if (request.isWebSocket())
        return openTunnel(connection, request, target);
    if (request.header("upgrade").compare("SPDY/3.1", Qt::CaseInsensitive) != 0
        || request.header("x-stream-protocol-version") != "portforward.k8s.io")
        return sendError(connection, badRequest(u"Upgrade request required"_s));
    const std::shared_ptr<QTcpSocket> socket(connection.takeSocket(),
                                             [](QTcpSocket *s) { s->deleteLater(); });
    socket->write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n"
                  "X-Stream-Protocol-Version: portforward.k8s.io\r\n\r\n");
    beginForward(kube::tunnelOver(socket), target);
}

// Not by QWebSocketServer, which takes no sub-protocol with a slash in its name.
void ApiServer::openTunnel(HttpConnection &connection, const HttpRequest &request,
                           const Target &target)
{
    if (!m_options.forwardTunnels || request.header("sec-websocket-protocol") != forwardTunnel)
        return sendError(connection, badRequest(u"unable to upgrade: unsupported protocol"_s));
    const std::shared_ptr<QTcpSocket> socket(connection.takeSocket(),
                                             [](QTcpSocket *s) { s->deleteLater(); });
    socket->skip(socket->peek(64 * 1024).indexOf("\r\n\r\n") + 4);
    const QByteArray accept =
        kube::WebSocketFraming::acceptFor(request.header("sec-websocket-key"));
    const QByteArray head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n"
                            "Upgrade: websocket\r\nSec-WebSocket-Accept: "
        + accept + "\r\nSec-WebSocket-Protocol: " + forwardTunnel + "\r\n\r\n";
    socket->write(head);
    beginForward(kube::webSocketTunnelOver(socket, kube::WebSocketFraming::Role::Server), target);
}

void ApiServer::beginForward(std::unique_ptr<kube::ByteTunnel> tunnel, const Target &target)
{
    auto *channel = new ForwardChannel(std::move(tunnel), target.ref(), m_store, m_ports, this);
    m_open.append(channel);
    channel->start();
}

void ApiServer::acceptWebSocket()
{
    while (auto *socket = m_webSockets->nextPendingConnection()) {
        socket->setParent(this);
        m_open.append(socket);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);

        HttpRequest request{.method = "GET"};
        auto url = socket->requestUrl();
        for (const auto &part : url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts))
            request.segments.append(QUrl::fromPercentEncoding(part.toLatin1()));
        auto query = url.query(QUrl::FullyEncoded);
        request.query = QUrlQuery(query.replace(u'+', u"%20"_s));
        const auto target = m_router->targetOf(request);
        const auto container = target
            ? m_router->containerFor(*target, request.queryValue(u"container"_s), true)
            : kube::Result<QString>(std::unexpected(kube::Error()));
        if (!container) {
            socket->close();
            continue;
        }
        (new ExecChannel(*socket, *m_store.get(target->ref()), *container, request))->start();
    }
}

void ApiServer::followDefinitions(const Change &change)
{
    if (change.gvr.resource != "customresourcedefinitions"_L1)
        return;
    for (const auto &resource : resourcesOf(change.object)) {
        if (change.type == Change::Type::Deleted)
            m_store.removeResource(resource.gvr());
        else
            m_store.addResource(resource);
    }
}

} // namespace demo
