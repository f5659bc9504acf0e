// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/oidc/oidckeys.h"

#include "collab/relay/relaylog.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr qint64 LargestAnswer = 1024 * 1024;
static constexpr auto Patience = std::chrono::seconds(10);

bool isSafeAddress(const QUrl &url)
{
    if (url.scheme() == "https"_L1)
        return !url.host().isEmpty();
    return url.scheme() == "http"_L1
        && (url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback());
}

OidcKeys::OidcKeys(const QString &issuer, QObject *parent)
    : OidcKeys(issuer, Pace(), parent)
{
}

OidcKeys::OidcKeys(const QString &issuer, const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_issuer(issuer)
    , m_pace(pace)
    , m_problem(u"the OpenID provider has not answered yet"_s)
{
    m_network.setAutoDeleteReplies(true);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &OidcKeys::fetch);
    fetch();
}

OidcKeys::~OidcKeys() = default;

bool OidcKeys::renew()
{
    if (m_isFetching)
        return true;
    if (m_sinceAsked.isValid() && m_sinceAsked.durationElapsed() < m_pace.rest)
        return false;
    m_sinceAsked.start();
    fetch();
    return true;
}

void OidcKeys::fetch()
{
    m_isFetching = true;
    auto address = m_issuer;
    while (address.endsWith(u'/'))
        address.chop(1);
    get(QUrl(address + u"/.well-known/openid-configuration"_s), &OidcKeys::takeDiscovery);
}

void OidcKeys::get(const QUrl &url, void (OidcKeys::*take)(const QByteArray &))
{
    QNetworkRequest request(url);
    request.setTransferTimeout(Patience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::SameOriginRedirectPolicy);
    auto *reply = m_network.get(request);
    reply->setReadBufferSize(LargestAnswer);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > LargestAnswer)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, take] {
        if (reply->error() == QNetworkReply::NoError)
            (this->*take)(reply->readAll());
        else
            fail(u"%1 cannot be fetched: %2"_s.arg(url.toString(), reply->errorString()));
    });
}

void OidcKeys::takeDiscovery(const QByteArray &json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (const auto issuer = document["issuer"_L1].toString(); issuer != m_issuer) {
        fail(u"the OpenID provider calls itself “%1”, not “%2”"_s.arg(issuer.left(200), m_issuer));
        return;
    }
    m_discovery = document.object();
    const QUrl keys(document["jwks_uri"_L1].toString());
    if (isSafeAddress(keys))
        get(keys, &OidcKeys::takeKeys);
    else
        fail(u"the OpenID provider names no https address for its keys"_s);
}

void OidcKeys::takeKeys(const QByteArray &json)
{
    auto keys = JsonWebKeys::parse(json);
    if (!keys) {
        fail(u"the OpenID provider's keys cannot be read: %1"_s.arg(keys.error()));
        return;
    }
    m_isFetching = false;
    m_problem.clear();
    m_next.start(m_pace.renew);
    if (json == std::exchange(m_text, json))
        return;
    m_keys = std::move(*keys);
    qCInfo(relayLog) << "usable keys of the OpenID provider:" << m_keys->count();
    Q_EMIT changed();
}

void OidcKeys::fail(const QString &problem)
{
    if (problem != std::exchange(m_problem, problem))
        qCWarning(relayLog).noquote() << problem;
    m_isFetching = false;
    m_next.start(m_pace.retry);
}

} // namespace relay
