// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/relaydirectory.h"

#include "collab/signin/jsonanswer.h"
#include "collab/signin/safeaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace collab {

using Kind = SignInError::Kind;

namespace {

constexpr qint64 LargestAnswer = 8 * 1024 * 1024; // the kinds of a cluster are in it

SignInError errorOf(QNetworkReply &reply)
{
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto said = QJsonDocument::fromJson(reply.read(LargestAnswer))
                          .object()["error"_L1]
                          .toString()
                          .left(300);
    switch (status) {
    case 0: return {.kind = Kind::Unreachable, .message = reply.errorString()};
    case 401: return {.kind = Kind::Refused, .message = said};
    case 403: return {.kind = Kind::NotAllowed, .message = said};
    case 404:
    case 405: return {.kind = Kind::NoGateway, .message = said};
    case 429: return {.kind = Kind::Unreachable, .message = u"it asks to wait"_s};
    default: break;
    }
    if (status >= 500)
        return {.kind = Kind::Unreachable, .message = u"HTTP %1 %2"_s.arg(status).arg(said)};
    return {.kind = Kind::Nonsense, .message = u"HTTP %1"_s.arg(status)};
}

/// Of the relay's texts what can be shown.
QString shownText(const QJsonValue &value)
{
    auto text = value.toString().simplified().left(RelayDirectory::LongestName);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text;
}

SignInResult<RelayOffer> offerIn(const QJsonObject &body)
{
    if (!body["clusters"_L1].isArray())
        return std::unexpected(
            SignInError{.kind = Kind::NoGateway, .message = u"it names no clusters"_s});
    RelayOffer offer{.nameSpace = shownText(body["namespace"_L1])};
    const auto uids = body["uids"_L1].toObject();
    const auto names = body["clusters"_L1].toArray();
    for (const auto &each : names) {
        const auto name = each.toString();
        const bool isKnown = std::ranges::contains(offer.clusters, name, &RelayedCluster::name);
        if (name.isEmpty() || name != shownText(each) || isKnown
            || offer.clusters.size() >= RelayDirectory::MostClusters)
            continue;
        const auto uid = QUuid::fromString(uids[name].toString());
        offer.clusters.push_back(
            {.name = name, .uid = uid.isNull() ? QString() : uid.toString(QUuid::WithoutBraces)});
    }
    return offer;
}

} // namespace

RelayDirectory::RelayDirectory(QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(OidcClient::Patience);
}

QFuture<RelayDirectory::Body> RelayDirectory::get(const QUrl &relay, const QString &path,
                                                  const QString &token)
{
    if (!isSafeAddress(relay))
        return QtFuture::makeReadyValueFuture<Body>(std::unexpected(
            SignInError{.kind = Kind::Unsafe, .message = u"%1 is not https"_s.arg(relay.host())}));
    QNetworkRequest request(below(relay, path));
    request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    return jsonAnswer(m_network.get(request), *this, LargestAnswer, errorOf);
}

QFuture<SignInResult<RelayOffer>> RelayDirectory::ask(const QUrl &relay, const QString &token)
{
    using Answer = SignInResult<RelayOffer>;
    return get(relay, u"/api/cluster"_s, token)
        .then(this,
              [this, relay, token](const Body &body) {
                  const auto offer = body ? offerIn(*body) : std::unexpected(body.error());
                  if (!offer)
                      return QtFuture::makeReadyValueFuture<Answer>(std::unexpected(offer.error()));
                  return get(relay, u"/auth/me"_s, token)
                      .then(this, [offer = *offer](const Body &who) -> Answer {
                          auto named = offer; // without a name it does as well
                          if (who)
                              named.person = shownText((*who)["name"_L1]);
                          if (who && named.person.isEmpty())
                              named.person = shownText((*who)["subject"_L1]);
                          return named;
                      });
              })
        .unwrap();
}

} // namespace collab
