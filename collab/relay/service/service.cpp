// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/service.h"

#include "collab/relay/config/listenaddress.h"
#include "collab/relay/metrics/prometheus.h"
#include "collab/relay/relaylog.h"

#include <QTimer>

#include <tuple>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

/// Without tokens nobody is less than another.
std::expected<Person, WebSocketEndpoint::Status> anybody(const QString &, const QByteArray &)
{
    return Person{.role = Role::Owner};
}

/// What was read once, at the start.
QStringList fixedChanges(const RelayConfig &before, const RelayConfig &now)
{
    QStringList keys;
    if (before.listen != now.listen)
        keys.append(u"listen"_s);
    if (before.dataDir != now.dataDir)
        keys.append(u"dataDir"_s);
    const auto storeOf = [](const RelayConfig &config) {
        return std::tie(config.store, config.postgresUrl, config.postgresPasswordFile);
    };
    if (storeOf(before) != storeOf(now))
        keys.append(u"store"_s);
    if (before.redisUrl != now.redisUrl || before.redisPasswordFile != now.redisPasswordFile)
        keys.append(u"redis"_s);
    if (before.tls.isEmpty() != now.tls.isEmpty())
        keys.append(u"tls"_s);
    if (before.log != now.log)
        keys.append(u"log"_s);
    if (before.auth != now.auth)
        keys.append(u"auth.mode"_s);
    if (before.trustedProxies != now.trustedProxies)
        keys.append(u"trustedProxies"_s);
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
    , m_gate([this](const QString &yard,
                    const QByteArray &token) { return m_admission.admit(yard, token); },
             config.trustedProxies)
    , m_sync(m_rooms, m_gate)
{
    addOwnAdmission();
    m_server.addEndpoint(m_sync);
    m_server.addText(u"/metrics"_s, "text/plain; version=0.0.4", [this] { return metricsText(); });
    m_server.addReadinessCheck(u"store"_s, [this] { return m_store->problem(); });
    connect(&m_rooms, &Rooms::drained, this, &Service::leave);
    m_daily.setInterval(std::chrono::hours(24));
    connect(&m_daily, &QTimer::timeout, this, &Service::warnOfExpiry);
}

Service::~Service() = default;

void Service::shareOver(std::unique_ptr<Backplane> backplane)
{
    auto *shared = dynamic_cast<SharedStore *>(m_store.get());
    Q_ASSERT(shared != nullptr); // openBackplane() sees to that
    m_backplane = std::move(backplane);
    m_nodes = std::make_unique<Nodes>(*m_backplane, *shared);
    m_rooms.shareWith(*m_nodes);
}

/// Others need not wait to notice that this one is gone. What tells them is given time to arrive.
void Service::leave()
{
    static constexpr auto FarewellTime = std::chrono::milliseconds(100);
    if (m_nodes)
        m_nodes->leave();
    QTimer::singleShot(m_nodes ? FarewellTime : std::chrono::milliseconds(0), this,
                       &Service::drained);
}

QByteArray Service::metricsText() const
{
    auto text = prometheusText(m_rooms, m_server.openConnections());
    if (m_nodes)
        text += "# HELP krateyard_relay_redis_connected Whether the relay can tell others at once\n"
                "# TYPE krateyard_relay_redis_connected gauge\n"
                "krateyard_relay_redis_connected "
            + QByteArray::number(m_backplane->isConnected() ? 1 : 0)
            + "\n# HELP krateyard_relay_other_nodes Other relays that were heard of\n"
              "# TYPE krateyard_relay_other_nodes gauge\n"
              "krateyard_relay_other_nodes "
            + QByteArray::number(m_nodes->othersCount()) + '\n';
    return text;
}

void Service::addOwnAdmission()
{
    makeOwnAdmission();
    m_admission.add(
        [this](const QString &yard, const QByteArray &token) { return m_tokens(yard, token); });
    if (m_config.auth == RelayConfig::Auth::None)
        m_server.refuseNames();
    if (m_config.auth != RelayConfig::Auth::Oidc)
        return;
    m_admission.add([this](const QString &yard, const QByteArray &token) {
        return m_oidc->admit(yard, token);
    });
    m_server.addReadinessCheck(u"oidc"_s, [this] { return m_oidc->keys().problem(); });
}

void Service::makeOwnAdmission()
{
    m_tokens = m_config.auth == RelayConfig::Auth::None ? anybody : admissionBy(m_config.tokens);
    if (m_config.auth != RelayConfig::Auth::Oidc)
        m_oidc.reset();
    else if (!m_oidc || m_oidc->config() != m_config.oidc)
        m_oidc = std::make_unique<OidcAdmission>(m_config.oidc);
}

std::expected<QUrl, QString> Service::listen()
{
    const auto address = parseListenAddress(m_config.listen);
    if (!address)
        return std::unexpected(address.error());
    if (const auto used = useCertificate(m_config.tls); !used)
        return std::unexpected(used.error());
    const auto port = m_server.listen(address->host, address->port);
    if (!port)
        return std::unexpected(u"cannot listen on %1: %2"_s.arg(m_config.listen, port.error()));
    QUrl url;
    url.setScheme(m_config.tls.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(address->host.toString());
    url.setPort(*port);
    return url;
}

std::expected<void, QString> Service::useCertificate(const TlsFiles &files)
{
    if (files.isEmpty())
        return {};
    const auto tls = loadServerTls(files);
    if (!tls)
        return std::unexpected(tls.error());
    m_server.setTls(tls->configuration);
    m_certificateExpires = tls->expires;
    m_daily.start();
    warnOfExpiry();
    return {};
}

void Service::warnOfExpiry() const
{
    const auto warning = expiryWarning(m_certificateExpires, QDateTime::currentDateTimeUtc());
    if (!warning.isEmpty())
        qCWarning(relayLog).noquote() << warning;
}

std::expected<QStringList, QString> Service::reload(const RelayConfig &config)
{
    const auto fixed = fixedChanges(m_config, config);
    if (!fixed.contains(u"tls"_s)) {
        if (const auto used = useCertificate(config.tls); !used)
            return std::unexpected(used.error());
        m_config.tls = config.tls;
    }
    if (!fixed.contains(u"auth.mode"_s))
        takeAuth(config);
    return fixed;
}

void Service::takeAuth(const RelayConfig &config)
{
    m_config.tokens = config.tokens;
    const bool othersMayEnter = m_config.oidc != config.oidc;
    m_config.oidc = config.oidc;
    makeOwnAdmission();
    judgeAnew();
    if (othersMayEnter)
        m_rooms.dropPeople(
            [](const QString &, const Person &person) { return isOfOidc(person); },
            {.code = collab::CloseReason::TryLater, .text = u"who may enter has changed"_s});
}

/// Whom the configuration would let in today as somebody else, or not at all. Who came by another
/// way is not its business.
void Service::judgeAnew()
{
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
