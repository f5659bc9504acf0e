// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/identity/signin.h"

#include "collab/gateway/identity/cookies.h"
#include "collab/relay/auth/accessgate.h"
#include "collab/relay/oidc/claims.h"
#include "collab/relay/relaylog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

const QByteArray LoginCookie = "krateyard-login"_ba;
const QByteArray CsrfCookie = "krateyard-csrf"_ba;
constexpr qint64 LargestAnswer = 1024 * 1024;
constexpr qint64 LongestSecret = 4'096;
constexpr auto Patience = std::chrono::seconds(10);
constexpr int MostTries = 20; // while a new key is fetched
constexpr auto BetweenTries = std::chrono::milliseconds(250);

ApiAnswer noProvider()
{
    return ApiAnswer::failure(Status::NotFound, u"This relay has no sign-in."_s);
}

ApiAnswer notReady()
{
    auto answer = ApiAnswer::failure(Status::ServiceUnavailable,
                                     u"The sign-in provider does not answer yet."_s);
    answer.headers.append(Header::RetryAfter, "2");
    return answer;
}

ApiAnswer redirection(const QUrl &to)
{
    auto answer = ApiAnswer::nothing();
    answer.status = Status::Found;
    answer.headers.append(Header::Location, to.toEncoded());
    return answer;
}

/// Providers refuse what they do not know, some of them.
QStringList scopesFor(const QJsonObject &discovery, bool isToStay)
{
    QStringList wanted{u"profile"_s, u"email"_s, u"groups"_s};
    if (isToStay)
        wanted.append(u"offline_access"_s);
    const auto known = relay::textsIn(discovery, u"scopes_supported"_s);
    wanted.removeIf([&known](const QString &scope) { return !known.contains(scope); });
    return QStringList(u"openid"_s) + wanted;
}

/// As a form has it: QUrlQuery leaves a plus as it is, which would be read as a space.
QByteArray formOf(const std::vector<std::pair<QByteArray, QString>> &fields)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields)
        pairs.append(name + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

QString secretOf(const GatewayConfig::Auth &auth)
{
    QFile file(auth.clientSecretFile);
    if (auth.clientSecretFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(LongestSecret).split('\n').front().trimmed());
}

/// https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
QByteArray basicFor(const QString &clientId, const QString &secret)
{
    const QByteArray pair =
        QUrl::toPercentEncoding(clientId) + ':' + QUrl::toPercentEncoding(secret);
    return "Basic " + pair.toBase64();
}

} // namespace

SignIn::SignIn(Identity &identity, AuditLog &audit, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_audit(audit)
{
    m_network.setAutoDeleteReplies(true);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

std::vector<Route> SignIn::routes()
{
    return {
        {.method = "GET",
         .path = u"/auth/config"_s,
         .handle = [this](const Request &, const Answer &answer) { answer->send(configuration()); },
         .isOpen = true},
        {.method = "GET",
         .path = u"/auth/login"_s,
         .handle = [this](const Request &request,
                          const Answer &answer) { answer->send(begin(request)); },
         .isOpen = true},
        {.method = "GET",
         .path = u"/auth/callback"_s,
         .handle = [this](const Request &request,
                          const Answer &answer) { comeBack(request, answer); },
         .isOpen = true},
        {.method = "GET",
         .path = u"/auth/me"_s,
         .handle = [this](const Request &request,
                          const Answer &answer) { answer->send(me(request)); }},
        {.method = "POST",
         .path = u"/auth/logout"_s,
         .handle = [this](const Request &request, const Answer &answer) {
             answer->isAbout({.verb = u"logout"_s, .resource = u"session"_s});
             answer->send(leave(request));
         }}};
}

/// Of the provider; nothing while it has not said, or names an address that is not safe.
std::optional<QUrl> SignIn::endpoint(const QString &name) const
{
    auto *verifier = m_identity.verifier();
    if (verifier == nullptr)
        return std::nullopt;
    const QUrl url(verifier->keys().discovery()[name].toString());
    return relay::isSafeAddress(url) ? std::optional(url) : std::nullopt;
}

QString SignIn::redirectUri(const QHttpHeaders &headers) const
{
    return m_identity.baseOf(headers).toString() + u"/auth/callback"_s;
}

ApiAnswer SignIn::configuration()
{
    auto *verifier = m_identity.verifier();
    if (verifier == nullptr)
        return noProvider();
    if (verifier->keys().discovery().isEmpty())
        return notReady();
    const auto &auth = m_identity.config().auth;
    return ApiAnswer::json(
        {{u"issuer"_s, auth.oidc.issuer},
         {u"clientId"_s, auth.clientId},
         {u"scopes"_s, QJsonArray::fromStringList(scopesFor(verifier->keys().discovery(), true))}});
}

ApiAnswer SignIn::begin(const Request &request)
{
    auto *verifier = m_identity.verifier();
    if (verifier == nullptr)
        return noProvider();
    auto url = endpoint(u"authorization_endpoint"_s);
    if (!url)
        return notReady();
    const auto login = Login::begin(redirectUri(request.headers), request.parameter(u"return"_s));
    const auto scopes = scopesFor(verifier->keys().discovery(), false).join(u' ');
    auto query = url->query(QUrl::FullyEncoded).toUtf8();
    if (!query.isEmpty())
        query += '&';
    query += formOf({{"response_type", u"code"_s},
                     {"client_id", m_identity.config().auth.clientId},
                     {"redirect_uri", login.redirectUri},
                     {"scope", scopes},
                     {"state", QString::fromLatin1(login.state)},
                     {"nonce", QString::fromLatin1(login.nonce)},
                     {"code_challenge", QString::fromLatin1(login.challenge())},
                     {"code_challenge_method", u"S256"_s}});
    url->setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    auto answer = redirection(*url);
    const Cookie cookie{
        .name = LoginCookie, .value = m_states.written(login), .age = LoginStates::Time};
    answer.headers.append(Header::SetCookie, cookie.text(m_identity.isSecure()));
    return answer;
}

void SignIn::comeBack(const Request &request, const Answer &answer)
{
    const auto isSecure = m_identity.isSecure();
    const auto login =
        m_states.read(cookieIn(request.headers, Cookie::nameOf(LoginCookie, isSecure)));
    const auto code = request.parameter(u"code"_s).toUtf8();
    Visit visit{.from = request.caller, .answer = answer};
    if (!login || request.parameter(u"state"_s).toUtf8() != login->state)
        return refuse(visit,
                      u"This sign-in has not begun in this browser, or took too long: begin "
                      "again at /auth/login."_s);
    visit.login = *login;
    // https://www.rfc-editor.org/rfc/rfc9207: an answer of somebody else's provider.
    const auto issuer = request.parameter(u"iss"_s);
    if (!issuer.isEmpty() && issuer != m_identity.config().auth.oidc.issuer)
        return refuse(visit, u"Another provider answered."_s);
    if (code.isEmpty())
        return refuse(visit, u"The provider did not let you sign in."_s);
    if (m_underWay >= MostAtOnce)
        return answer->send(notReady());
    askForTokens(code, visit);
}

void SignIn::askForTokens(const QByteArray &code, const Visit &visit)
{
    const auto url = endpoint(u"token_endpoint"_s);
    if (!url)
        return visit.answer->send(notReady());
    const auto &auth = m_identity.config().auth;
    const auto secret = secretOf(auth);
    std::vector<std::pair<QByteArray, QString>> form{
        {"grant_type", u"authorization_code"_s},
        {"code", QString::fromUtf8(code)},
        {"redirect_uri", visit.login.redirectUri},
        {"code_verifier", QString::fromLatin1(visit.login.verifier)}};
    QNetworkRequest request(*url);
    request.setTransferTimeout(Patience);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const auto ways = relay::textsIn(m_identity.verifier()->keys().discovery(),
                                     u"token_endpoint_auth_methods_supported"_s);
    const bool isInForm =
        ways.contains(u"client_secret_post"_s) && !ways.contains(u"client_secret_basic"_s);
    if (secret.isEmpty() || isInForm)
        form.emplace_back("client_id", auth.clientId);
    if (!secret.isEmpty() && isInForm)
        form.emplace_back("client_secret", secret);
    else if (!secret.isEmpty())
        request.setRawHeader("Authorization", basicFor(auth.clientId, secret));
    auto *reply = m_network.post(request, formOf(form));
    ++m_underWay;
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > LargestAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, visit] {
        --m_underWay;
        if (reply->error() == QNetworkReply::NoError)
            return takeTokens(reply->readAll(), visit);
        // Its text may repeat what was sent.
        qCWarning(relay::relayLog) << "the OpenID provider refuses a code:" << reply->error();
        refuse(visit, u"The provider did not let you sign in."_s);
    });
}

void SignIn::takeTokens(const QByteArray &body, Visit visit)
{
    const auto tokens = QJsonDocument::fromJson(body).object();
    visit.idToken = tokens["id_token"_L1].toString().toLatin1();
    visit.accessToken = tokens["access_token"_L1].toString().toLatin1();
    prove(visit);
}

void SignIn::prove(const Visit &visit)
{
    auto *verifier = m_identity.verifier();
    if (verifier == nullptr)
        return visit.answer->send(noProvider());
    const auto claims = verifier->claimsOf(visit.idToken);
    if (!claims && claims.error() == Status::ServiceUnavailable && visit.tries < MostTries) {
        auto again = visit;
        ++again.tries;
        QTimer::singleShot(BetweenTries, this, [this, again] { prove(again); });
        return;
    }
    // OpenID Connect Core, 3.1.3.7
    const auto audiences = claims ? relay::textsIn(*claims, u"aud"_s) : QStringList();
    if (!claims || !audiences.contains(m_identity.config().auth.clientId)
        || (*claims)["nonce"_L1].toString().toLatin1() != visit.login.nonce)
        return refuse(visit, u"The provider's token is not for this sign-in."_s);
    finish(visit, *claims);
}

void SignIn::finish(const Visit &visit, const QJsonObject &claims)
{
    auto caller = m_identity.callerFrom(claims);
    // Keycloak has roles in the access token alone, unless it is told otherwise.
    const auto more = m_identity.verifier()->claimsOf(visit.accessToken);
    if (more && (*more)["sub"_L1] == claims["sub"_L1])
        caller.groups.append(m_identity.callerFrom(*more).groups);
    caller.groups.removeDuplicates();
    const auto ttl = m_identity.config().auth.sessionTtl;
    const auto isSecure = m_identity.isSecure();
    const auto id = m_identity.sessions().open(caller, ttl);
    auto answer = redirection(QUrl(visit.login.path));
    const Cookie session{.name = Identity::SessionCookie.toByteArray(), .value = id, .age = ttl};
    const Cookie csrf{
        .name = CsrfCookie, .value = Sessions::csrfTokenOf(id), .age = ttl, .isForPages = true};
    answer.headers.append(Header::SetCookie, session.text(isSecure));
    answer.headers.append(Header::SetCookie, csrf.text(isSecure));
    answer.headers.append(Header::SetCookie, takenAway(LoginCookie));
    caller.address = visit.from.address;
    record(caller, u"login"_s, answer.status);
    visit.answer->send(std::move(answer));
}

void SignIn::refuse(const Visit &visit, const QString &sentence)
{
    m_identity.gate().noteFailure(visit.from.address);
    record(visit.from, u"login"_s, Status::Forbidden);
    auto answer = ApiAnswer::failure(Status::Forbidden, sentence);
    answer.headers.append(Header::SetCookie, takenAway(LoginCookie));
    visit.answer->send(std::move(answer));
}

QByteArray SignIn::takenAway(const QByteArray &cookie) const
{
    return Cookie{.name = cookie}.text(m_identity.isSecure());
}

ApiAnswer SignIn::me(const Request &request) const
{
    const auto &caller = request.caller;
    QJsonObject who{{u"subject"_s, caller.subject},
                    {u"name"_s, caller.name},
                    {u"groups"_s, QJsonArray::fromStringList(caller.groups)},
                    {u"session"_s, caller.isBySession}};
    if (caller.until.isValid())
        who.insert(u"until"_s, caller.until.toUTC().toString(Qt::ISODate));
    if (caller.isBySession)
        who.insert(
            u"csrfToken"_s,
            QString::fromLatin1(Sessions::csrfTokenOf(m_identity.sessionIdIn(request.headers))));
    return ApiAnswer::json(who);
}

ApiAnswer SignIn::leave(const Request &request)
{
    auto answer = ApiAnswer::nothing();
    if (request.caller.isBySession)
        m_identity.sessions().close(request.caller.proof);
    for (const auto &name : {Identity::SessionCookie.toByteArray(), CsrfCookie})
        answer.headers.append(Header::SetCookie, takenAway(name));
    return answer;
}

void SignIn::record(const Caller &caller, const QString &action, Status status)
{
    m_audit.record({.at = QDateTime::currentDateTimeUtc(),
                    .subject = caller.subject,
                    .name = caller.name,
                    .address = caller.address.toString(),
                    .action = action,
                    .object = u"session"_s,
                    .isAllowed = status != Status::Forbidden,
                    .status = int(status)});
}

} // namespace gateway
