// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/identity.h"

#include "kube/auth/credentialsources.h"
#include "kube/auth/execplugin.h"
#include "kube/auth/jwt.h"
#include "kube/auth/proxyrules.h"
#include "kube/auth/requestpace.h"
#include "kube/auth/tlsidentity.h"
#include "kube/auth/tokensource.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QPromise>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr int OidcLeewaySeconds = 10; // as OidcSession has it

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

QUrl proxyOf(const ClientConfig &config, const QUrl &server)
{
    return config.proxyUrl.isEmpty() ? ProxyRules::fromEnvironment().proxyFor(server)
                                     : QUrl(config.proxyUrl);
}

QList<QSslCertificate> authoritiesOf(const ClientConfig &config)
{
    if (!config.certificateAuthorityData.isEmpty())
        return QSslCertificate::fromData(config.certificateAuthorityData, QSsl::Pem);
    return config.certificateAuthority.isEmpty()
        ? QList<QSslCertificate>()
        : QSslCertificate::fromPath(config.certificateAuthority, QSsl::Pem);
}

/// Providers that kubectl had built in until 1.26, when they became programs of their own.
Error unknownProvider(const ClientConfig &config)
{
    const auto &name = config.authProviderName;
    const auto remedy = name == "gcp"_L1
        ? u"Install gke-gcloud-auth-plugin and run \"gcloud container clusters get-credentials\" "
          u"for this cluster."_s
        : name == "azure"_L1 ? u"Install kubelogin and run \"kubelogin convert-kubeconfig\"."_s
                             : u"Use an exec plugin or a token instead."_s;
    return {.kind = Error::Kind::Credentials,
            .message = u"User \"%1\" (%2) signs in with the auth-provider \"%3\", which "
                       u"Kubernetes has given up. %4"_s.arg(config.userName, config.userOrigin,
                                                            withoutControlCharacters(name.left(60)),
                                                            remedy)};
}

} // namespace

Identity::Identity(const ClientConfig &config, QObject *parent, IdentityPace pace,
                   std::shared_ptr<CredentialSources> sources)
    : QObject(parent)
    , m_config(config)
    , m_server(urlFrom(config))
    , m_pace(pace)
    , m_sources(sources ? std::move(sources) : std::make_shared<CredentialSources>())
{
    m_proxy.use(proxyOf(m_config, m_server), authoritiesOf(m_config));
    if (m_config.tokenSource)
        connect(m_config.tokenSource.get(), &TokenSource::changed, this, &Identity::forgetToken);
    if (!usesOidc())
        return;
    m_session = m_sources->oidcSession(m_config);
    connect(m_session.get(), &OidcSession::tokenChanged, this, &Identity::forgetToken);
    connect(m_session.get(), &OidcSession::noticeChanged, this, &Identity::noticeChanged);
}

Identity::~Identity() = default;

QString Identity::notice() const
{
    return m_session ? m_session->notice() : QString();
}

/// A token or password of the user's own goes before what a provider gives, as in client-go.
bool Identity::usesOidc() const
{
    return m_config.authProviderName == "oidc"_L1 && m_config.token.isEmpty()
        && m_config.tokenFile.isEmpty() && m_config.username.isEmpty() && !m_config.tokenSource;
}

/// A bearer token never goes over plain http; but one that a source gives for this machine does.
bool Identity::mayCarryBearer() const
{
    const auto host = m_server.host();
    return m_server.scheme() == "https"_L1
        || (m_config.tokenSource && (host == "localhost"_L1 || QHostAddress(host).isLoopback()));
}

std::shared_ptr<QNetworkAccessManager> Identity::network()
{
    if (!m_network) {
        m_network = std::make_shared<QNetworkAccessManager>();
        m_network->setAutoDeleteReplies(false);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->setProxy(proxy());
    }
    return m_network;
}

QFuture<Result<Identity::Credentials>> Identity::credentials()
{
    using namespace std::chrono_literals;
    const auto wait = m_config.pace ? m_config.pace->reserve() : std::optional(0ms);
    if (!wait)
        return QtFuture::makeReadyValueFuture(Result<Credentials>(
            std::unexpected(Error{.kind = Error::Kind::TooManyRequests,
                                  .message = u"too much is asked of the cluster at once"_s,
                                  .retryAfterSeconds = 1})));
    if (*wait == 0ms)
        return current();
    auto promise = std::make_shared<QPromise<Result<Credentials>>>(); // of the timer's turn
    promise->start();
    QTimer::singleShot(*wait, this, [this, promise] {
        current().then(this, [promise](const Result<Credentials> &known) {
            promise->addResult(known);
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<Result<Identity::Credentials>> Identity::current()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const bool expired = m_fetched && m_fetched->expires.isValid() && m_fetched->expires <= now;
    if (m_cached && !expired && m_cachedAt.msecsTo(now) < m_pace.cache.count())
        return QtFuture::makeReadyValueFuture(Result<Credentials>(*m_cached));
    const bool fetches =
        m_config.exec || m_config.tokenSource || !m_config.authProviderName.isEmpty();
    if (!fetches || (m_fetched && !expired))
        return QtFuture::makeReadyValueFuture(assemble());
    if (m_failure && (m_awaitsPerson || m_failedAt.msecsTo(now) < m_pauseNow.count()))
        return QtFuture::makeReadyValueFuture(Result<Credentials>(std::unexpected(*m_failure)));
    if (!m_config.exec && !m_session && !m_config.tokenSource) {
        const bool hasOwn = !m_config.token.isEmpty() || !m_config.tokenFile.isEmpty()
            || !m_config.username.isEmpty();
        return QtFuture::makeReadyValueFuture(
            hasOwn ? assemble() : Result<Credentials>(std::unexpected(unknownProvider(m_config))));
    }
    m_waiting.emplace_back().start();
    auto future = m_waiting.back().future();
    if (m_waiting.size() == 1)
        fetch();
    return future;
}

QFuture<Result<QString>> Identity::askForToken()
{
    return m_session ? m_session->token() : m_config.tokenSource->token();
}

void Identity::fetch()
{
    if (m_session || m_config.tokenSource) {
        askForToken().then(this, [this](const Result<QString> &token) {
            if (!token)
                return settle(std::unexpected(token.error()));
            settle(ExecCredential{.token = *token,
                                  .expires = jwtExpiry(*token).addSecs(-OidcLeewaySeconds)});
        });
        return;
    }
    m_sources->searchPath().then(this, [this](const QString &path) {
        runExecPlugin(*m_config.exec, m_config.userName, path, this)
            .then(this, [this](const Result<ExecCredential> &answer) { settle(answer); });
    });
}

void Identity::settle(const Result<ExecCredential> &answer)
{
    Result<Credentials> result = std::unexpected(answer ? Error() : answer.error());
    if (answer) {
        m_fetched = std::make_unique<ExecCredential>(*answer);
        result = assemble();
    }
    if (!result) {
        noteFailure(result.error());
    } else {
        m_failure.reset();
        m_awaitsPerson = false;
    }
    auto waiting = std::exchange(m_waiting, {});
    for (auto &promise : waiting) {
        promise.addResult(result);
        promise.finish();
    }
}

void Identity::noteFailure(const Error &error)
{
    m_fetched.reset();
    m_failedAt = QDateTime::currentDateTimeUtc();
    // A plugin may open a browser or send a message to a telephone: not over and over.
    const bool again = m_config.exec && m_failure;
    m_pauseNow = again ? std::min(m_pauseNow * 2, m_pace.longestPause) : m_pace.refreshPause;
    m_awaitsPerson = error.reason == QLatin1StringView(PluginProblem::NeedsTerminal);
    m_failure = error;
}

Result<QString> Identity::bearerToken() const
{
    if (m_fetched && !m_fetched->token.isEmpty())
        return m_fetched->token;
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

Result<Identity::Credentials> Identity::assemble()
{
    Credentials result{.generation = m_generation};
    if (m_server.scheme() == "https"_L1) {
        auto tls = m_fetched
            ? tlsConfigurationFor(m_config, m_fetched->clientCertificate, m_fetched->clientKey)
            : tlsConfigurationFor(m_config);
        if (!tls)
            return std::unexpected(tls.error());
        result.tls = *tls;
        useTls(*tls);
    }
    if (mayCarryBearer()) {
        if (const auto added = addBearer(result); !added)
            return std::unexpected(added.error());
    }
    addImpersonation(result);
    m_cached = result;
    m_cachedAt = QDateTime::currentDateTimeUtc();
    return result;
}

Result<void> Identity::addBearer(Credentials &credentials)
{
    const auto token = bearerToken();
    if (!token)
        return std::unexpected(token.error());
    if (!token->isEmpty()) {
        credentials.headers.append("Authorization", "Bearer " + token->toUtf8());
    } else if (!m_config.username.isEmpty()) {
        const QString both = m_config.username + u':' + m_config.password;
        credentials.headers.append("Authorization", "Basic " + both.toUtf8().toBase64());
    }
    noteExpiry(credentials.tls ? credentials.tls->localCertificateChain()
                               : QList<QSslCertificate>(),
               *token);
    return {};
}

// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
void Identity::addImpersonation(Credentials &credentials) const
{
    const auto &as = m_config.impersonate;
    if (!as.user.isEmpty())
        credentials.headers.append("Impersonate-User", as.user.toUtf8());
    if (!as.uid.isEmpty())
        credentials.headers.append("Impersonate-Uid", as.uid.toUtf8());
    for (const auto &group : as.groups)
        credentials.headers.append("Impersonate-Group", group.toUtf8());
    for (const auto &[key, values] : as.extra.asKeyValueRange()) {
        const QByteArray name = "Impersonate-Extra-" + QUrl::toPercentEncoding(key.toLower());
        for (const auto &value : values)
            credentials.headers.append(name, value.toUtf8());
    }
}

/// A connection shows the certificate it was opened with, and Qt opens further ones like the first:
/// another certificate needs another manager.
void Identity::useTls(const QSslConfiguration &tls)
{
    if (!m_tlsInUse || tls.localCertificateChain() != m_tlsInUse->localCertificateChain()
        || tls.caCertificates() != m_tlsInUse->caCertificates())
        m_network.reset();
    m_tlsInUse = tls;
}

void Identity::noteExpiry(const QList<QSslCertificate> &chain, const QString &token)
{
    std::vector<CredentialExpiry> ends;
    const auto add = [&ends](const QDateTime &when, bool renews) {
        if (when.isValid())
            ends.push_back({when.toUTC(), renews});
    };
    if (m_session)
        add(jwtExpiry(token), m_session->canRenew());
    else if (m_config.tokenSource)
        add(jwtExpiry(token), m_config.tokenSource->renews());
    else if (m_fetched)
        add(m_fetched->expires, true);
    else
        add(jwtExpiry(token), !m_config.tokenFile.isEmpty());
    if (!chain.isEmpty())
        add(chain.first().expiryDate(), m_fetched && !m_fetched->clientCertificate.isEmpty());
    const auto first = std::ranges::min_element(
        ends, {}, [](const CredentialExpiry &end) { return std::pair(end.renews, end.when); });
    const auto next = first == ends.end() ? std::nullopt : std::optional(*first);
    if (std::exchange(m_expiry, next) != next)
        Q_EMIT expiryChanged();
}

bool Identity::refresh(int generation)
{
    if (generation < m_generation)
        return true; // another request has refreshed them meanwhile
    const auto now = QDateTime::currentDateTimeUtc();
    const bool canFetch = m_config.exec || m_session || m_config.tokenSource
        || !m_config.tokenFile.isEmpty() || !m_config.clientCertificate.isEmpty();
    if (!canFetch
        || (m_lastRefresh.isValid() && m_lastRefresh.msecsTo(now) < m_pace.refreshPause.count()))
        return false;
    m_lastRefresh = now;
    if (m_session && m_fetched)
        m_session->reject(m_fetched->token);
    if (m_config.tokenSource && m_fetched)
        m_config.tokenSource->reject(m_fetched->token);
    forgetToken();
    m_network.reset(); // a server may have tied its 401 to the connection
    return true;
}

void Identity::forgetToken()
{
    ++m_generation;
    m_cached.reset();
    m_fetched.reset();
    m_failure.reset();
    m_awaitsPerson = false;
}

void Identity::tryAgain()
{
    m_failure.reset();
    m_awaitsPerson = false;
    if (m_session)
        m_session->forgive();
    if (m_config.tokenSource)
        m_config.tokenSource->forgive();
}

} // namespace kube
