// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/podtunnels.h"

#include "collab/gateway/http/pathpart.h"
#include "collab/gateway/proxy/apipolicy.h"
#include "collab/gateway/proxy/apiproxy.h"
#include "collab/gateway/proxy/apistatus.h"
#include "collab/gateway/proxy/tunnel.h"
#include "collab/relay/server.h"

using namespace Qt::StringLiterals;

namespace gateway {

using Header = QHttpHeaders::WellKnownHeader;

namespace {

const auto Prefix = u"/k8s/"_s;
/// What belongs to the change of protocol, besides Connection and Upgrade: RFC 6455, and SPDY's
/// streams of Kubernetes (apimachinery, pkg/util/httpstream).
constexpr std::array Passed{"Sec-WebSocket-Key"_L1, "Sec-WebSocket-Version"_L1,
                            "Sec-WebSocket-Protocol"_L1, "Sec-WebSocket-Accept"_L1,
                            "X-Stream-Protocol-Version"_L1};

struct Address
{
    QString cluster = {};
    QString path = {}; ///< below it, as it was sent
};

std::optional<Address> addressIn(const QUrl &url)
{
    const auto path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(Prefix))
        return std::nullopt;
    const auto rest = path.sliced(Prefix.size());
    const auto cluster = decodedPathPart(rest.section(u'/', 0, 0));
    if (!cluster)
        return std::nullopt;
    return Address{.cluster = *cluster, .path = rest.section(u'/', 1)};
}

/// A token may be among them, for us or for nobody: never for the cluster.
/// https://github.com/kubernetes/kubernetes/blob/v1.32.0/staging/src/k8s.io/apiserver/pkg/authentication/request/websocket/protocol.go
QByteArray withoutTokens(const QByteArray &protocols)
{
    QByteArrayList kept;
    for (const auto &one : protocols.split(',')) {
        const auto protocol = one.trimmed();
        if (!protocol.isEmpty() && !protocol.toLower().startsWith("base64url.bearer."))
            kept.append(protocol);
    }
    return kept.join(", ");
}

QHttpHeaders passedOf(const QHttpHeaders &headers)
{
    QHttpHeaders passed;
    for (const QLatin1StringView name : Passed) {
        for (const auto &value : headers.values(name)) {
            const auto text = name == "Sec-WebSocket-Protocol"_L1 ? withoutTokens(value) : value;
            if (!text.isEmpty())
                passed.append(name, text);
        }
    }
    return passed;
}

void writeHead(QTcpSocket &socket, const QByteArray &status, const QHttpHeaders &headers)
{
    QByteArray text = "HTTP/1.1 " + status + "\r\n";
    for (qsizetype i = 0; i < headers.size(); ++i)
        text += headers.nameAt(i).toString().toLatin1() + ": " + headers.valueAt(i).toByteArray()
            + "\r\n";
    socket.write(text + "\r\n");
}

void refuse(QTcpSocket &socket, const kube::Error &error)
{
    auto answer = statusAnswer(error);
    auto headers = answer.headers;
    headers.append(Header::ContentType, answer.type);
    headers.append(Header::CacheControl, "no-store");
    headers.append(Header::ContentLength, QByteArray::number(answer.body.size()));
    headers.append(Header::Connection, "close");
    writeHead(socket, QByteArray::number(int(answer.status)) + " Refused", headers);
    socket.write(answer.body);
    socket.disconnectFromHost();
}

} // namespace

PodTunnels::PodTunnels(const GatewayParts &parts, StreamLimits &limits)
    : m_parts(parts)
    , m_limits(limits)
{
}

PodTunnels::~PodTunnels()
{
    for (const auto &socket : m_open) {
        if (!socket)
            continue;
        qDeleteAll(socket->findChildren<Tunnel *>(Qt::FindDirectChildrenOnly));
        socket->abort();
    }
}

/// Java's and curl's clients ask for HTTP/2 in this way, and take what they get.
bool PodTunnels::serves(const relay::RequestHead &head) const
{
    const auto protocol = head.headers.combinedValue(Header::Upgrade).trimmed().toLower();
    return (protocol == "websocket" || protocol == "spdy/3.1")
        && head.url.path(QUrl::FullyEncoded).startsWith(Prefix);
}

/// Who they are is asked first: what is where is nobody else's business.
std::expected<PodTunnels::Asked, kube::Error> PodTunnels::judge(const relay::RequestHead &head)
{
    const auto caller = m_parts.authenticator.identify(head);
    if (!caller)
        return std::unexpected(refusalOf(caller.error()));
    auto asked = judge(*caller, head);
    const auto address = addressIn(head.url);
    const auto target =
        address ? apiTargetOf(head.method, address->path, QUrlQuery(head.url)) : std::nullopt;
    const auto about =
        target ? target->access(true) : Access{.verb = u"get"_s, .resource = head.url.path()};
    auto entry = entryOf(*caller, about, address ? address->cluster : QString());
    entry.isAllowed = asked.has_value();
    entry.status = asked ? 101 : asked.error().code;
    m_parts.audit.record(entry);
    return asked;
}

std::expected<PodTunnels::Asked, kube::Error> PodTunnels::judge(const Caller &caller,
                                                                const relay::RequestHead &head)
{
    if (const auto refusal = m_parts.rates.refusal(caller))
        return std::unexpected(refusalOf(*refusal));
    const auto address = addressIn(head.url);
    const QUrlQuery query(head.url);
    const auto *shared = address ? m_parts.clusters.find(address->cluster) : nullptr;
    const auto target =
        shared != nullptr ? apiTargetOf(head.method, address->path, query) : std::nullopt;
    static const QStringList known{u"exec"_s, u"attach"_s, u"portforward"_s};
    if (!target || !target->isOfCore("pods"_L1) || !known.contains(target->subresource))
        return std::unexpected(refusalOf(404, u"The relay passes nothing on to this address."_s));
    const ApiPolicy policy(m_parts.authorizer, caller, shared->resources(), *target, query);
    if (const auto refusal = policy.refusal())
        return std::unexpected(*refusal);
    auto cluster = releasedLater(m_parts.clusters.forCaller(caller, address->cluster));
    if (!cluster)
        return std::unexpected(refusalOf(429, u"Too many people use it now."_s));
    const auto kind = target->subresource == "portforward"_L1 ? StreamLimits::Kind::Forward
                                                              : StreamLimits::Kind::Shell;
    auto place = m_limits.take(kind, caller, target->nameSpace);
    if (!place)
        return std::unexpected(refusalOf(place.error()));
    return Asked{
        .caller = caller, .target = *target, .cluster = std::move(cluster), .place = *place};
}

void PodTunnels::take(QTcpSocket &socket, const relay::RequestHead &head)
{
    const auto asked = judge(head);
    m_parts.server.metrics().count("k8s_tunnel", asked ? 101 : asked.error().code);
    if (!asked)
        return refuse(socket, asked.error());
    socket.setReadBufferSize(Tunnel::Block); // it is read when the cluster has answered
    std::erase_if(m_open, [](const auto &one) { return one.isNull(); });
    m_open.emplace_back(&socket);
    whenShown(m_parts, asked->cluster, asked->target, &m_context,
              [this, socket = QPointer(&socket), head,
               asked = *asked](const std::optional<kube::Error> &refusal) {
                  if (socket && refusal)
                      refuse(*socket, *refusal);
                  else if (socket)
                      open(socket, head, asked);
              });
}

void PodTunnels::open(const QPointer<QTcpSocket> &socket, const relay::RequestHead &head,
                      const Asked &asked)
{
    auto query = QUrlQuery(head.url);
    query.removeAllQueryItems(u"access_token"_s);
    const kube::UpgradeRequest request{.path = asked.target.path,
                                       .query = query,
                                       .method = head.method,
                                       .upgrade = head.headers.value(Header::Upgrade).toByteArray(),
                                       .headers = passedOf(head.headers)};
    const auto take = [this, socket, asked](const kube::Result<kube::UpgradedSocket> &answer) {
        if (!socket)
            return;
        if (!answer)
            return refuse(*socket, forCaller(answer.error(), m_parts.clusters.isImpersonating()));
        auto headers = passedOf(answer->headers);
        headers.append(Header::Connection, "Upgrade");
        headers.append(Header::Upgrade, answer->headers.value(Header::Upgrade));
        writeHead(*socket, "101 Switching Protocols", headers);
        new Tunnel({.cluster = asked.cluster,
                    .place = asked.place,
                    .caller = asked.caller,
                    .authenticator = m_parts.authenticator},
                   *socket, *answer); // the socket's
    };
    asked.cluster->client().openUpgrade(request).then(&m_context, take);
}

} // namespace gateway
