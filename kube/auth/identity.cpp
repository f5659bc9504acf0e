// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/identity.h"

#include "kube/auth/execplugin.h"
#include "kube/auth/tlsidentity.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// A URL out of `server`; "h:6443" means https when nothing says otherwise, as kubectl reads it
/// when it has TLS settings.
QUrl urlFrom(const ClientConfig &config)
{
    auto text = config.server;
    if (!text.contains("://"_L1)) {
        const bool tls = config.insecureSkipTlsVerify || !config.certificateAuthority.isEmpty()
            || !config.certificateAuthorityData.isEmpty() || !config.clientCertificate.isEmpty()
            || !config.clientCertificateData.isEmpty();
        text = (tls ? u"https://"_s : u"http://"_s) + text;
    }
    QUrl url(text, QUrl::StrictMode);
    auto path = url.path(QUrl::FullyEncoded); // "%2F" in a prefix stays as it is
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

/// Follows http_proxy, https_proxy and no_proxy, but never for this machine itself.
class EnvironmentProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

} // namespace

Identity::Identity(const ClientConfig &config, QObject *parent, IdentityPace pace)
    : QObject(parent)
    , m_config(config)
    , m_server(urlFrom(config))
    , m_pace(pace)
{
}

Identity::~Identity() = default;

QNetworkProxy Identity::proxy() const
{
    const QUrl url(m_config.proxyUrl);
    const auto type = url.scheme().startsWith("socks5"_L1) ? QNetworkProxy::Socks5Proxy
                                                           : QNetworkProxy::HttpProxy;
    const int port = type == QNetworkProxy::Socks5Proxy ? 1080 : 80;
    return {type, url.host(), quint16(url.port(port)), url.userName(), url.password()};
}

std::shared_ptr<QNetworkAccessManager> Identity::network()
{
    if (!m_network) {
        m_network = std::make_shared<QNetworkAccessManager>();
        m_network->setAutoDeleteReplies(false);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        if (m_config.proxyUrl.isEmpty())
            m_network->setProxyFactory(new EnvironmentProxy); // owned by the manager
        else
            m_network->setProxy(proxy());
    }
    return m_network;
}

QFuture<Result<Identity::Credentials>> Identity::credentials()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const bool expired =
        m_fromPlugin && m_fromPlugin->expires.isValid() && m_fromPlugin->expires <= now;
    if (m_cached && !expired && m_cachedAt.msecsTo(now) < m_pace.cache.count())
        return QtFuture::makeReadyValueFuture(Result<Credentials>(*m_cached));
    if (!m_config.exec || (m_fromPlugin && !expired))
        return QtFuture::makeReadyValueFuture(assemble(m_fromPlugin.get()));

    QPromise<Result<Credentials>> promise;
    promise.start();
    auto future = promise.future();
    m_waiting.push_back(std::move(promise));
    if (m_waiting.size() == 1) {
        runExecPlugin(*m_config.exec, m_config.userName, this)
            .then(this, [this](const Result<ExecCredential> &answer) { settle(answer); });
    }
    return future;
}

void Identity::settle(const Result<ExecCredential> &answer)
{
    Result<Credentials> result = std::unexpected(answer ? Error() : answer.error());
    if (answer) {
        m_fromPlugin = std::make_unique<ExecCredential>(*answer);
        result = assemble(m_fromPlugin.get());
    }
    auto waiting = std::exchange(m_waiting, {});
    for (auto &promise : waiting) {
        promise.addResult(result);
        promise.finish();
    }
}

Result<QString> Identity::bearerToken() const
{
    if (m_fromPlugin && !m_fromPlugin->token.isEmpty())
        return m_fromPlugin->token;
    if (m_config.tokenFile.isEmpty())
        return m_config.token;
    QFile file(m_config.tokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{
            .kind = Error::Kind::Credentials,
            .message = u"tokenFile of user \"%1\" (%2) names %3, which cannot be read: %4"_s.arg(
                m_config.userName, m_config.origin, m_config.tokenFile, file.errorString())});
    return QString::fromUtf8(file.read(1024 * 1024).trimmed());
}

Result<Identity::Credentials> Identity::assemble(const ExecCredential *fromPlugin)
{
    Credentials result{.generation = m_generation};
    if (m_server.scheme() == "https"_L1) {
        auto tls = fromPlugin
            ? tlsConfigurationFor(m_config, fromPlugin->clientCertificate, fromPlugin->clientKey)
            : tlsConfigurationFor(m_config);
        if (!tls)
            return std::unexpected(tls.error());
        result.tls = *tls;
        useTls(*tls);
        const auto token = bearerToken();
        if (!token)
            return std::unexpected(token.error());
        // A bearer token never goes over plain http.
        if (!token->isEmpty())
            result.headers.append("Authorization", "Bearer " + token->toUtf8());
        else if (!m_config.username.isEmpty())
            result.headers.append(
                "Authorization",
                "Basic " + (m_config.username + u':' + m_config.password).toUtf8().toBase64());
    }
    // https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
    const auto &as = m_config.impersonate;
    if (!as.user.isEmpty())
        result.headers.append("Impersonate-User", as.user.toUtf8());
    if (!as.uid.isEmpty())
        result.headers.append("Impersonate-Uid", as.uid.toUtf8());
    for (const auto &group : as.groups)
        result.headers.append("Impersonate-Group", group.toUtf8());
    for (const auto &[key, values] : as.extra.asKeyValueRange()) {
        const auto name = "Impersonate-Extra-" + QUrl::toPercentEncoding(key.toLower());
        for (const auto &value : values)
            result.headers.append(name, value.toUtf8());
    }
    m_cached = result;
    m_cachedAt = QDateTime::currentDateTimeUtc();
    return result;
}

/// A connection shows the certificate it was opened with, and Qt opens further ones like the first:
/// another certificate needs another manager.
void Identity::useTls(const QSslConfiguration &tls)
{
    if (tls.localCertificateChain() != m_tlsInUse.localCertificateChain()
        || tls.caCertificates() != m_tlsInUse.caCertificates())
        m_network.reset();
    m_tlsInUse = tls;
}

bool Identity::refresh(int generation)
{
    if (generation < m_generation)
        return true; // another request has refreshed them meanwhile
    const auto now = QDateTime::currentDateTimeUtc();
    const bool canFetch =
        m_config.exec || !m_config.tokenFile.isEmpty() || !m_config.clientCertificate.isEmpty();
    if (!canFetch
        || (m_lastRefresh.isValid() && m_lastRefresh.msecsTo(now) < m_pace.refreshPause.count()))
        return false;
    m_lastRefresh = now;
    ++m_generation;
    m_cached.reset();
    m_fromPlugin.reset();
    m_network.reset(); // a server may have tied its 401 to the connection
    return true;
}

} // namespace kube
