// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/yardapi/yardapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace collab {
namespace {

constexpr auto Patience = std::chrono::seconds(30);
constexpr qsizetype LongestText = 1024;
constexpr auto Nonsense = "the relay's answer makes no sense";

YardApiError nonsense(int code)
{
    return {code, QLatin1StringView(Nonsense)};
}

std::optional<YardVersion> versionIn(const QJsonObject &json)
{
    YardVersion version{.id = json["id"_L1].toString(),
                        .name = json["name"_L1].toString().left(LongestText),
                        .author = json["author"_L1].toString().left(LongestText),
                        .at = QDateTime::fromString(json["at"_L1].toString(), Qt::ISODateWithMs),
                        .bytes = std::max<qint64>(0, json["bytes"_L1].toInteger()),
                        .isAutomatic = json["automatic"_L1].toBool()};
    if (version.id.isEmpty() || version.id.size() > LongestText || !version.at.isValid())
        return {};
    version.at = version.at.toUTC();
    return version;
}

YardApiResult<YardVersion> oneVersion(const YardApiResult<QByteArray> &reply, const QString &key)
{
    if (!reply)
        return std::unexpected(reply.error());
    auto json = QJsonDocument::fromJson(*reply).object();
    if (!key.isEmpty())
        json = json[key].toObject();
    if (const auto version = versionIn(json))
        return *version;
    return std::unexpected(nonsense(200));
}

YardApiError errorOf(QNetworkReply &reply, bool isTooLarge)
{
    const int code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isTooLarge)
        return {code, u"the relay's answer is too large"_s};
    if (code == 0)
        return {0, reply.errorString()};
    const auto said =
        QJsonDocument::fromJson(reply.read(64 * 1024)).object()["error"_L1].toString();
    return {code, said.isEmpty() ? u"HTTP %1"_s.arg(code) : said.left(LongestText)};
}

} // namespace

YardApi::YardApi(const QUrl &base, const QString &yard, const QString &token, QObject *parent)
    : QObject(parent)
    , m_base(base)
    , m_yard(yard)
    , m_token(token.toUtf8())
{
    m_network.setTransferTimeout(Patience);
}

QFuture<YardApi::Reply> YardApi::call(const QByteArray &verb, const QStringList &path,
                                      const QByteArray &body)
{
    auto url = m_base;
    QByteArray encoded = "/api/v1/yards/" + QUrl::toPercentEncoding(m_yard);
    for (const auto &part : path)
        encoded += '/' + QUrl::toPercentEncoding(part);
    url.setPath(QString::fromLatin1(encoded), QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    auto *reply = m_network.sendCustomRequest(request, verb, body);
    reply->setParent(this); // it must not outlive who reads it
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > MostBytes) {
            reply->setProperty("isTooLarge", true);
            reply->abort();
        }
    });
    return QtFuture::connect(reply, &QNetworkReply::finished).then(this, [reply]() -> Reply {
        reply->deleteLater();
        const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() != QNetworkReply::NoError || code / 100 != 2)
            return std::unexpected(errorOf(*reply, reply->property("isTooLarge").toBool()));
        return reply->readAll();
    });
}

QFuture<YardApiResult<std::vector<YardVersion>>> YardApi::versions()
{
    using Result = YardApiResult<std::vector<YardVersion>>;
    return call("GET", {u"versions"_s}).then(this, [](const Reply &reply) -> Result {
        if (!reply)
            return std::unexpected(reply.error());
        const auto json = QJsonDocument::fromJson(*reply).object().value("versions"_L1);
        if (!json.isArray())
            return std::unexpected(nonsense(200));
        std::vector<YardVersion> versions;
        const auto array = json.toArray();
        for (const auto &entry : array) {
            if (const auto version = versionIn(entry.toObject()))
                versions.push_back(*version);
        }
        std::ranges::stable_sort(versions, std::greater(), &YardVersion::at);
        if (qsizetype(versions.size()) > MostVersions)
            versions.resize(MostVersions);
        return versions;
    });
}

QFuture<YardApiResult<YardVersion>> YardApi::keepVersion(const QString &name)
{
    const auto body = QJsonDocument(QJsonObject{{u"name"_s, name}}).toJson(QJsonDocument::Compact);
    return call("POST", {u"versions"_s}, body).then(this, [](const Reply &reply) {
        return oneVersion(reply, {});
    });
}

QFuture<YardApiResult<QByteArray>> YardApi::state(const QString &id)
{
    return call("GET", {u"versions"_s, id});
}

QFuture<YardApiResult<YardVersion>> YardApi::restore(const QString &id)
{
    return call("POST", {u"versions"_s, id, u"restore"_s}, "{}").then(this, [](const Reply &reply) {
        return oneVersion(reply, u"before"_s);
    });
}

} // namespace collab
