// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/service.h"

#include "collab/relay/api/adminapi.h"
#include "collab/relay/api/inviteapi.h"
#include "collab/relay/api/transferapi.h"
#include "collab/relay/api/versionapi.h"
#include "collab/relay/config/listenaddress.h"
#include "collab/relay/metrics/prometheus.h"

using namespace Qt::StringLiterals;

namespace relay {
namespace {

/// Without tokens nobody is less than another.
std::expected<Person, WebSocketEndpoint::Status> anybody(const QString &, const QByteArray &)
{
    return Person{.role = Role::Owner};
}

Admission admissionOf(const RelayConfig &config)
{
    return config.auth == RelayConfig::Auth::Token ? admissionBy(config.tokens) : anybody;
}

/// What was read once, at the start.
QStringList fixedChanges(const RelayConfig &before, const RelayConfig &now)
{
    QStringList keys;
    if (before.listen != now.listen)
        keys.append(u"listen"_s);
    if (before.dataDir != now.dataDir)
        keys.append(u"dataDir"_s);
    if (before.auth != now.auth)
        keys.append(u"auth.mode"_s);
    if (before.rooms != now.rooms)
        keys.append(u"rooms"_s);
    return keys;
}

} // namespace

Service::Service(const RelayConfig &config, std::unique_ptr<RoomStore> store, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_store(std::move(store))
    , m_rooms(*m_store, config.rooms)
    , m_own(admissionOf(config))
    , m_sync(m_rooms, [this](const QString &yard, const QByteArray &token) {
        return m_admission.admit(yard, token);
    })
    , m_versions(m_rooms, m_store->versions(), config.versions)
    , m_invites(m_rooms, m_store->invites())
    , m_api({.admission = [this](const QString &yard,
                                 const QByteArray &token) { return m_admission.admit(yard, token); },
             .admins = [this](const QByteArray &token) { return adminOf(token); },
             .metrics = m_server.metrics()})
    , m_joinPage(m_server.metrics())
{
    m_rooms.setYardLimits(config.yardLimits);
    serveApi();
    m_admission.add(
        [this](const QString &yard, const QByteArray &token) { return m_own(yard, token); });
    if (config.auth == RelayConfig::Auth::None)
        m_server.refuseNames();
    m_server.addEndpoint(m_sync);
    m_server.addText(u"/metrics"_s, "text/plain; version=0.0.4",
                     [this] { return prometheusText(m_rooms, m_server.openConnections(),
                                            &m_server.metrics()); });
    m_server.addReadinessCheck(u"store"_s, [this] { return m_store->problem(); });
    connect(&m_rooms, &Rooms::drained, this, &Service::drained);
}

Service::~Service() = default;

void Service::serveApi()
{
    m_admission.add([this](const QString &yard, const QByteArray &token) {
        return m_invites.admit(yard, token);
    });
    m_api.setPublicUrl(m_config.publicUrl);
    m_api.add(transferRoutes(m_rooms, m_versions));
    m_api.add(versionRoutes(m_versions));
    m_api.add(inviteRoutes(m_invites));
    m_api.add(adminRoutes(m_rooms, *m_store, m_config.dataDir));
    m_server.addEndpoint(m_api);
    m_server.addEndpoint(m_joinPage);
}

std::optional<QString> Service::adminOf(const QByteArray &token) const
{
    if (token.isEmpty())
        return std::nullopt;
    const auto hash = hashOf(token);
    const auto found = std::ranges::find(m_config.admins, hash, &AdminToken::sha256);
    if (found != m_config.admins.end())
        return found->name;
    return hash == m_localAdmin ? std::optional(u"admin"_s) : std::nullopt;
}

std::expected<QUrl, QString> Service::listen()
{
    const auto address = parseListenAddress(m_config.listen);
    if (!address)
        return std::unexpected(address.error());
    const auto port = m_server.listen(address->host, address->port);
    if (!port)
        return std::unexpected(u"cannot listen on %1: %2"_s.arg(m_config.listen, port.error()));
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(address->host.toString());
    url.setPort(*port);
    return url;
}

std::expected<QStringList, QString> Service::reload(const RelayConfig &config)
{
    const auto fixed = fixedChanges(m_config, config);
    m_config.tokens = config.tokens;
    m_own = admissionOf(m_config);
    judgeAnew();
    return fixed;
}

/// Whom the configuration would let in today as somebody else, or not at all. Who came by another
/// way is not its business.
void Service::judgeAnew()
{
    if (m_config.auth != RelayConfig::Auth::Token)
        return;
    const auto today = [this](const QString &yard, const Person &person) {
        return isOfAccessToken(person) ? personBy(m_config.tokens, yard, person.credential)
                                       : person;
    };
    m_rooms.dropPeople(
        [&today](const QString &yard, const Person &person) { return !today(yard, person); },
        {.code = collab::CloseReason::Unauthorized, .text = u"the token holds no more"_s});
    m_rooms.dropPeople(
        [&today](const QString &yard, const Person &person) {
            return today(yard, person) != person;
        },
        {.code = collab::CloseReason::TryLater, .text = u"what the token allows has changed"_s});
}

void Service::drain(const collab::CloseReason &reason)
{
    m_rooms.drain(reason);
}

} // namespace relay
