// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/service/gateway.h"

#include "collab/gateway/audit/auditroutes.h"
#include "collab/gateway/clusterprobe.h"
#include "collab/gateway/kubelens/kubelens.h"
#include "collab/gateway/openapi/document.h"
#include "collab/gateway/proxy/apiproxy.h"
#include "collab/gateway/proxy/podtunnels.h"
#include "collab/gateway/sockets/podsockets.h"
#include "collab/gateway/sockets/watchsocket.h"
#include "collab/gateway/yard/watchroutes.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

std::unique_ptr<relay::SqlQueue> inMemory()
{
    return std::make_unique<relay::SqlQueue>(
        relay::sqliteDialect(u":memory:"_s, SqlAuditLog::tables()));
}

QByteArray figure(const QByteArray &name, const QByteArray &type, const QByteArray &help,
                  quint64 value)
{
    const QByteArray whole = "krateyard_gateway_" + name;
    return "# HELP " + whole + ' ' + help + "\n# TYPE " + whole + ' ' + type + '\n' + whole + ' '
        + QByteArray::number(value) + '\n';
}

QByteArray figuresOf(const SqlAuditLog &audit)
{
    return figure("audit_lost_total", "counter", "Entries that found no room", audit.lost())
        + figure("audit_thinned_total", "counter", "Refusals beyond one a second of one who asks",
                 audit.thinned())
        + figure("audit_waiting", "gauge", "Entries that are not written yet",
                 quint64(audit.waiting()));
}

/// What was read once, at the start.
QStringList fixedChanges(const GatewayConfig &before, const GatewayConfig &now)
{
    QStringList keys;
    if (before.kubeconfig != now.kubeconfig)
        keys.append(u"gateway.kubeconfig"_s);
    if (before.isImpersonating != now.isImpersonating)
        keys.append(u"gateway.impersonate"_s);
    if (before.contexts != now.contexts)
        keys.append(u"gateway.contexts"_s);
    if (before.logs.terminatedTtl != now.logs.terminatedTtl)
        keys.append(u"gateway.logs.terminatedLogTtl"_s);
    if (before.limits.sessionBytes != now.limits.sessionBytes)
        keys.append(u"gateway.limits.sessionBytes"_s);
    if (before.limits.sessionTtl != now.limits.sessionTtl)
        keys.append(u"gateway.limits.sessionTtl"_s);
    return keys;
}

} // namespace

Gateway::Gateway(const GatewayConfig &config, relay::Service &service,
                 std::vector<std::unique_ptr<kube::Cluster>> clusters,
                 std::unique_ptr<relay::SqlQueue> audit, std::unique_ptr<Storage> storage,
                 QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_service(service)
    , m_authorizer(config)
    , m_cors(config.corsOrigins)
    , m_identity({.config = m_config, .relay = service.config(), .gate = service.gate()})
    , m_audit(std::make_unique<SqlAuditLog>(audit ? std::move(audit) : inMemory(), config.audit))
    , m_clusters(std::move(clusters), config)
    , m_rates(m_config)
    , m_turns(m_config)
    , m_parts{.config = m_config,
              .authorizer = m_authorizer,
              .authenticator = m_identity,
              .clusters = m_clusters,
              .audit = *m_audit,
              .server = service.server(),
              .rates = m_rates}
    , m_signIn(m_identity, *m_audit)
    , m_router({.authenticator = m_identity,
                .authorizer = &m_authorizer,
                .server = service.server(),
                .audit = m_audit.get(),
                .rates = m_rates,
                .turns = m_turns})
{
    for (const auto &name : m_clusters.names()) {
        auto *cluster = m_clusters.find(name);
        reportReadiness(service.server(), name, *cluster);
        cluster->connectToServer();
    }
    service.server().addReadinessCheck(u"sign-in"_s, [identity = QPointer(&m_identity)] {
        return identity ? identity->problem() : QString();
    });
    service.server().setOriginRule([this](const QByteArray &origin, const QUrl &url) {
        return mayAskFromElsewhere(origin, url);
    });
    m_router.setCors(m_cors);
    addParts(std::move(storage));
    addFigures();
    service.server().addEndpointBefore(m_router);
}

Gateway::~Gateway()
{
    m_service.server().setOriginRule({});
    m_service.server().removeEndpoint(m_router);
    m_service.server().removeEndpoint(*m_tunnels);
    for (const auto &endpoint : m_endpoints)
        m_service.server().removeEndpoint(*endpoint);
}

/// Whoever answers at addresses of the gateway is added here: add(…Routes(m_parts)).
void Gateway::addParts(std::unique_ptr<Storage> storage)
{
    add(documentRoutes());
    add(m_signIn.routes());
    add(auditRoutes(*m_audit, m_authorizer));
    auto &collections = keep(std::make_unique<Collections>(m_parts));
    auto &limits = keep(std::make_unique<StreamLimits>(m_config));
    add(objectRoutes(m_parts, collections));
    add(watchRoutes(m_parts, collections, limits));
    add(watchDoor(m_parts, collections, limits));
    add(shellDoor(m_parts, limits));
    add(logDoor(m_parts, limits));
    add(keep(std::make_unique<ApiProxy>(m_parts, limits)).routes());
    add(keep(std::make_unique<KubeLens>(m_parts, limits, std::move(storage))).routes());
    m_tunnels = std::make_unique<PodTunnels>(m_parts, limits);
    m_service.server().addEndpoint(*m_tunnels);
}

void Gateway::addFigures()
{
    const QPointer audit(m_audit.get());
    m_service.server().addReadinessCheck(u"audit"_s,
                                         [audit] { return audit ? audit->problem() : QString(); });
    m_service.addMetrics([audit] { return audit ? figuresOf(*audit) : QByteArray(); });
}

/// What is the relay's alone stays closed to them.
bool Gateway::mayAskFromElsewhere(const QByteArray &origin, const QUrl &url) const
{
    return m_cors.admits(origin)
        && (m_router.serves(url) || std::ranges::any_of(m_endpoints, [&url](const auto &endpoint) {
                return endpoint->serves(url);
            }));
}

void Gateway::add(std::unique_ptr<relay::WebSocketEndpoint> endpoint)
{
    m_service.server().addEndpoint(*endpoint);
    m_endpoints.push_back(std::move(endpoint));
}

QStringList Gateway::reload(const GatewayConfig &config)
{
    const auto fixed = fixedChanges(m_config, config);
    const auto &limits = config.limits;
    if (m_config.limits.qps != limits.qps || m_config.limits.burst != limits.burst)
        m_clusters.setPace(limits.qps, limits.burst);
    m_config = config;
    m_authorizer = Authorizer(config);
    m_cors = Cors(config.corsOrigins);
    m_router.setCors(m_cors);
    m_identity.reload();
    m_audit->setConfig(config.audit);
    return fixed;
}

} // namespace gateway
