// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/service.h"

#include "collab/relay/api/adminapi.h"
#include "collab/relay/api/inviteapi.h"
#include "collab/relay/api/transferapi.h"
#include "collab/relay/api/versionapi.h"
#include "collab/relay/config/listenaddress.h"
#include "collab/relay/metrics/prometheus.h"
#include "collab/relay/relaylog.h"
#include "collab/relay/service/controlfile.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QTimer>

#include <tuple>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

constexpr auto InvitesEvery = std::chrono::seconds(5);

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
    if (before.redisUrl != now.redisUrl || before.redisPasswordFile != now.redisPasswordFile
        || before.redisAuthorityFile != now.redisAuthorityFile)
        keys.append(u"redis"_s);
    if (before.tls.isEmpty() != now.tls.isEmpty())
        keys.append(u"tls"_s);
    if (before.log != now.log)
        keys.append(u"log"_s);
    if (before.auth != now.auth)
        keys.append(u"auth.mode"_s);
    if (before.trustedProxies != now.trustedProxies)
        keys.append(u"trustedProxies"_s);
    if (before.versions != now.versions)
        keys.append(u"versions"_s);
    if (before.publicUrl != now.publicUrl)
        keys.append(u"publicUrl"_s);
    if (before.rooms != now.rooms || before.yardLimits != now.yardLimits)
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
    , m_versions(m_rooms, m_store->versions(), config.versions)
    , m_invites(m_rooms, m_store->invites())
    , m_api({.gate = m_gate,
             .admins = [this](const QByteArray &token) { return adminOf(token); },
             .metrics = m_server.metrics()})
    , m_joinPage(m_server.metrics())
{
    m_rooms.setYardLimits(config.yardLimits);
    addOwnAdmission();
    serveApi();
    m_server.addEndpoint(m_sync);
    m_server.addText(u"/metrics"_s, "text/plain; version=0.0.4", [this] { return metricsText(); });
    m_server.addReadinessCheck(u"store"_s, [this] { return m_store->problem(); });
    connect(&m_rooms, &Rooms::drained, this, &Service::leave);
    m_daily.setInterval(std::chrono::hours(24));
    connect(&m_daily, &QTimer::timeout, this, &Service::warnOfExpiry);
}

Service::~Service()
{
    if (m_isControlled)
        ControlFile::remove(m_config.dataDir);
}

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

void Service::shareOver(std::unique_ptr<Backplane> backplane)
{
    auto *shared = dynamic_cast<SharedStore *>(m_store.get());
    Q_ASSERT(shared != nullptr); // openBackplane() sees to that
    m_backplane = std::move(backplane);
    m_nodes = std::make_unique<Nodes>(*m_backplane, *shared);
    m_rooms.shareWith(*m_nodes);
    m_invites.refreshEvery(InvitesEvery); // others make and revoke some, too
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

QByteArray Service::metricsText()
{
    auto text = prometheusText(m_rooms, m_server.openConnections(), &m_server.metrics());
    if (m_nodes)
        text += "# HELP krateyard_relay_redis_connected Whether the relay can tell others at once\n"
                "# TYPE krateyard_relay_redis_connected gauge\n"
                "krateyard_relay_redis_connected "
            + QByteArray::number(m_backplane->isConnected() ? 1 : 0)
            + "\n# HELP krateyard_relay_other_nodes Other relays that were heard of\n"
              "# TYPE krateyard_relay_other_nodes gauge\n"
              "krateyard_relay_other_nodes "
            + QByteArray::number(m_nodes->othersCount()) + '\n';
    for (const auto &figures : m_figures)
        text += figures();
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
    m_url = url;
    m_api.setScheme(url.scheme());
    writeControlFile();
    return url;
}

/// For `krateyard relay ctl` on this machine. A relay without it works as well.
void Service::writeControlFile()
{
    if (m_config.dataDir.isEmpty() || m_url.isEmpty())
        return;
    auto address = m_url;
    const QHostAddress host(m_url.host());
    if (host == QHostAddress::AnyIPv4 || host == QHostAddress::Any)
        address.setHost(u"127.0.0.1"_s);
    else if (host == QHostAddress::AnyIPv6)
        address.setHost(u"::1"_s);
    const auto token = makeToken();
    const ControlFile control{
        .address = address, .token = token, .certificate = m_certificateDigest};
    if (const auto written = control.write(m_config.dataDir); !written) {
        qCWarning(relayLog).noquote()
            << "krateyard relay ctl will need an address and a token:" << written.error();
        return;
    }
    m_localAdmin = hashOf(token);
    m_isControlled = true;
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
    m_certificateDigest = tls->configuration.localCertificate().digest(QCryptographicHash::Sha256);
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
        writeControlFile();
    }
    m_config.admins = config.admins;
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
