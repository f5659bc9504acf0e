// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/oidcsession.h"

#include "kube/auth/execplugin.h"
#include "kube/auth/jwt.h"
#include "kube/auth/networkholder.h"
#include "kube/auth/proxyrules.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 BodyLimit = 1024 * 1024;
constexpr int LeewaySeconds = 10; // client-go: expiryDelta

QString idTokenKey()
{
    return u"id-token"_s;
}

QString refreshTokenKey()
{
    return u"refresh-token"_s;
}

QList<QSslCertificate> authoritiesOf(const AuthProviderConfig &config, const QString &kubeconfig)
{
    if (const auto data = config.value(u"idp-certificate-authority-data"_s); !data.isEmpty())
        return QSslCertificate::fromData(QByteArray::fromBase64(data.toLatin1()), QSsl::Pem);
    const auto name = config.value(u"idp-certificate-authority"_s);
    QFile file(QFileInfo(kubeconfig).absoluteDir().absoluteFilePath(name));
    return !name.isEmpty() && file.open(QIODevice::ReadOnly)
        ? QSslCertificate::fromData(file.read(BodyLimit), QSsl::Pem)
        : QList<QSslCertificate>();
}

} // namespace

OidcSession::OidcSession(const ClientConfig &config, OidcPace pace, QObject *parent)
    : QObject(parent)
    , m_file(config.userOrigin)
    , m_user(config.userName)
    , m_config(config.authProviderConfig)
    , m_pace(pace)
    , m_idToken(m_config.take(idTokenKey()))
    , m_refreshToken(m_config.take(refreshTokenKey()))
    , m_idTokenInFile(m_idToken)
    , m_refreshTokenInFile(m_refreshToken)
{
    m_saveAgain.setSingleShot(true);
    connect(&m_saveAgain, &QTimer::timeout, this, &OidcSession::save);
}

OidcSession::~OidcSession() = default;

bool OidcSession::isOf(const ClientConfig &config) const
{
    auto others = config.authProviderConfig;
    others.remove(idTokenKey());
    others.remove(refreshTokenKey());
    return config.userOrigin == m_file && config.userName == m_user && others == m_config;
}

bool OidcSession::isGood(const QString &token) const
{
    return !token.isEmpty() && token != m_rejected
        && jwtExpiry(token) > QDateTime::currentDateTimeUtc().addSecs(LeewaySeconds);
}

QFuture<Result<QString>> OidcSession::token()
{
    if (m_waiting.empty() && isGood(m_idToken))
        return QtFuture::makeReadyValueFuture(Result<QString>(m_idToken));
    m_waiting.emplace_back().start();
    auto future = m_waiting.back().future();
    if (m_waiting.size() == 1)
        renew();
    return future;
}

void OidcSession::reject(const QString &token)
{
    if (token == m_idToken)
        m_rejected = token;
}

void OidcSession::forgive()
{
    m_failure.reset();
    m_failedForGood = false;
    m_endpoint.reset();
}

void OidcSession::reread()
{
    const auto before = m_idToken;
    if (m_waiting.empty() && adopt() && m_idToken != before && isGood(m_idToken))
        Q_EMIT tokenChanged();
}

/// Takes over tokens that somebody else wrote to the file. What we could not write ourselves is not
/// undone by what still stands there.
bool OidcSession::adopt()
{
    const auto now = readAuthProviderConfig(m_file, m_user);
    if (!now)
        return false;
    const auto id = now->value(idTokenKey());
    const auto refresh = now->value(refreshTokenKey());
    if (id == m_idTokenInFile && refresh == m_refreshTokenInFile)
        return false;
    m_idTokenInFile = id;
    m_refreshTokenInFile = refresh;
    m_idToken = id;
    m_refreshToken = refresh;
    m_unsaved.clear();
    m_saveAgain.stop();
    forgive();
    return true;
}

void OidcSession::renew()
{
    if (adopt() && isGood(m_idToken)) {
        Q_EMIT tokenChanged();
        return finish(m_idToken);
    }
    const auto now = QDateTime::currentDateTimeUtc();
    if (m_failure && (m_failedForGood || m_failedAt.msecsTo(now) < m_pace.refreshPause.count()))
        return finish(std::unexpected(*m_failure));
    for (const auto &key : {u"idp-issuer-url"_s, u"client-id"_s})
        if (m_config.value(key).isEmpty())
            return fail(u"its auth-provider has no %1"_s.arg(key));
    if (m_refreshToken.isEmpty())
        return fail(u"its id-token %1 and it has no refresh-token"_s.arg(
            m_idToken.isEmpty() ? u"is missing"_s : u"has expired or was refused"_s));
    if (!mayHoldSecrets(discoveryUrlOf(m_config.value(u"idp-issuer-url"_s))))
        return fail(u"its idp-issuer-url does not begin with https://"_s);
    m_endpoint ? askForTokens() : findEndpoint();
}

Result<std::shared_ptr<QNetworkAccessManager>> OidcSession::network()
{
    if (m_network)
        return m_network;
    const bool ownAuthorities = !m_config.value(u"idp-certificate-authority"_s).isEmpty()
        || !m_config.value(u"idp-certificate-authority-data"_s).isEmpty();
    const auto authorities = authoritiesOf(m_config, m_file);
    if (ownAuthorities && authorities.isEmpty())
        return std::unexpected(
            Error{.message = u"its idp-certificate-authority holds no PEM certificate"_s});
    m_network = std::make_shared<QNetworkAccessManager>();
    m_network->setAutoDeleteReplies(false);
    return m_network;
}

void OidcSession::send(const QNetworkRequest &request, const QByteArray &form,
                       void (OidcSession::*done)(int, const QByteArray &))
{
    const auto manager = network();
    if (!manager)
        return fail(manager.error().message);
    m_proxy.use(ProxyRules::fromEnvironment().proxyFor(request.url()));
    (*manager)->setProxy(m_proxy.proxy());
    auto prepared = request;
    prepared.setTransferTimeout(m_pace.silence);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // A form with a refresh token goes where the discovery document says and nowhere else.
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                          form.isEmpty() ? QNetworkRequest::NoLessSafeRedirectPolicy
                                         : QNetworkRequest::ManualRedirectPolicy);
    if (const auto authorities = authoritiesOf(m_config, m_file); !authorities.isEmpty()) {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(authorities);
        prepared.setSslConfiguration(tls);
    }
    auto *reply = form.isEmpty() ? (*manager)->get(prepared) : (*manager)->post(prepared, form);
    reply->setParent(this);
    new NetworkHolder(*manager, *reply);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > BodyLimit)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, done] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto body = reply->isOpen() ? reply->read(BodyLimit) : QByteArray();
        if (status == 0)
            return fail(u"it cannot be reached: %1"_s.arg(
                withoutControlCharacters(reply->errorString().left(300))));
        (this->*done)(status, body);
    });
}

void OidcSession::findEndpoint()
{
    send(QNetworkRequest(discoveryUrlOf(m_config.value(u"idp-issuer-url"_s))), {},
         &OidcSession::takeEndpoint);
}

void OidcSession::takeEndpoint(int status, const QByteArray &body)
{
    if (status != 200)
        return fail(u"its discovery document is answered with HTTP status %1"_s.arg(status));
    const auto endpoint = endpointFrom(body);
    if (!endpoint)
        return fail(endpoint.error());
    m_endpoint = *endpoint;
    askForTokens();
}

void OidcSession::askForTokens()
{
    const auto form = tokenRequestFor(*m_endpoint, m_config, m_refreshToken);
    QNetworkRequest request(m_endpoint->token);
    request.setHeaders(form.headers);
    send(request, form.body, &OidcSession::receive);
}

void OidcSession::receive(int status, const QByteArray &body)
{
    const auto tokens = tokensFrom(status, body);
    if (!tokens) {
        const auto used = m_refreshToken;
        if (tokens.error().isFinal && adopt() && m_refreshToken != used)
            return renew(); // kubectl was faster, and has put the newer one there
        return fail(tokens.error().why, tokens.error().isFinal);
    }
    m_idToken = tokens->idToken;
    m_rejected.clear(); // within one second, an issuer may give the very same token again
    m_unsaved.insert(idTokenKey(), tokens->idToken);
    if (!tokens->refreshToken.isEmpty() && tokens->refreshToken != m_refreshToken) {
        m_refreshToken = tokens->refreshToken;
        m_unsaved.insert(refreshTokenKey(), m_refreshToken);
    }
    m_failure.reset();
    m_saveTries = 0;
    save();
    if (!isGood(m_idToken))
        return fail(u"the id_token that it gave is no JWT or has expired already (look at this "
                    u"computer's clock)"_s);
    Q_EMIT tokenChanged();
    finish(m_idToken);
}

void OidcSession::save()
{
    const auto written = writeAuthProviderConfig(m_file, m_user, m_unsaved);
    if (!written && written.error().reason == QLatin1StringView(KubeconfigLocked)
        && ++m_saveTries < m_pace.lockTries)
        return m_saveAgain.start(m_pace.lockPause);
    if (written) {
        m_idTokenInFile = m_unsaved.value(idTokenKey(), m_idTokenInFile);
        m_refreshTokenInFile = m_unsaved.value(refreshTokenKey(), m_refreshTokenInFile);
        m_unsaved.clear();
    }
    const auto notice = written ? QString() : written.error().message;
    if (std::exchange(m_notice, notice) != notice)
        Q_EMIT noticeChanged();
}

void OidcSession::fail(QString why, bool isFinal)
{
    for (const auto &secret : {m_refreshToken, m_idToken, m_config.value(u"client-secret"_s)})
        if (!secret.isEmpty())
            why.replace(secret, u"…"_s);
    const auto issuer =
        QUrl(m_config.value(u"idp-issuer-url"_s)).toDisplayString(QUrl::RemoveUserInfo);
    m_failure = Error{
        .kind = Error::Kind::Credentials,
        .message = u"The sign-in of user \"%1\" (%2) with the identity provider %3 could not be "
                   u"renewed: %4. Sign in again with the program that set this user up, then try "
                   u"again."_s.arg(withoutControlCharacters(m_user), m_file,
                                   withoutControlCharacters(issuer.left(200)), why)};
    m_failedAt = QDateTime::currentDateTimeUtc();
    m_failedForGood = isFinal;
    finish(std::unexpected(*m_failure));
}

void OidcSession::finish(const Result<QString> &result)
{
    auto waiting = std::exchange(m_waiting, {});
    for (auto &promise : waiting) {
        promise.addResult(result);
        promise.finish();
    }
}

} // namespace kube
