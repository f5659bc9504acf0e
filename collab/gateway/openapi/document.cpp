// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/openapi/document.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

constexpr std::array Files{"common"_L1,     "yard"_L1,   "kubelens"_L1, "kubelensschemas"_L1,
                           "kubernetes"_L1, "signin"_L1, "sockets"_L1};

struct CommonAnswer
{
    QLatin1StringView status;
    QLatin1StringView name; ///< in components/responses
    bool needsCaller = false; ///< not where nobody is asked who they are
};
constexpr std::array<CommonAnswer, 7> CommonAnswers{{{"400"_L1, "BadRequest"_L1},
                                                     {"401"_L1, "Unauthorized"_L1, true},
                                                     {"403"_L1, "Forbidden"_L1},
                                                     {"413"_L1, "TooLarge"_L1},
                                                     {"429"_L1, "TooManyRequests"_L1, true},
                                                     {"431"_L1, "HeadTooLarge"_L1},
                                                     {"503"_L1, "Unavailable"_L1, true}}};

QJsonObject read(QLatin1StringView name)
{
    QFile file(u":/gateway/openapi/"_s + name + u".json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    QJsonParseError error;
    const auto object = QJsonDocument::fromJson(file.readAll(), &error).object();
    Q_ASSERT_X(error.error == QJsonParseError::NoError, name.data(),
               qPrintable(error.errorString()));
    Q_UNUSED(isOpen)
    return object;
}

/// Objects in objects; what both have otherwise is the second one's.
QJsonObject merged(QJsonObject into, const QJsonObject &from)
{
    for (auto one = from.begin(); one != from.end(); ++one) {
        const auto before = into[one.key()];
        if (before.isObject() && one->isObject())
            into.insert(one.key(), merged(before.toObject(), one->toObject()));
        else
            into.insert(one.key(), one.value());
    }
    return into;
}

/// A WebSocket that is refused has no body, but where the relay's listener ends it.
QLatin1StringView nameFor(const CommonAnswer &answer, bool isSocket)
{
    const bool isOfListener = answer.status == "413"_L1 || answer.status == "431"_L1;
    return isSocket && !isOfListener ? "Refused"_L1 : answer.name;
}

QJsonObject completed(QJsonObject operation)
{
    auto answers = operation["responses"_L1].toObject();
    if (answers.contains("default"_L1))
        return operation;
    const bool isOpen =
        operation.contains("security"_L1) && operation["security"_L1].toArray().isEmpty();
    const bool isSocket = operation.contains("x-websocket"_L1);
    for (const auto &answer : CommonAnswers) {
        if (answers.contains(answer.status) || (isOpen && answer.needsCaller))
            continue;
        const QString reference = u"#/components/responses/"_s + nameFor(answer, isSocket);
        answers.insert(answer.status, QJsonObject{{u"$ref"_s, reference}});
    }
    operation.insert(u"responses"_s, answers);
    return operation;
}

struct Written
{
    QByteArray bytes = {};
    QByteArray tag = {};
};

Written written()
{
    Written written{.bytes = QJsonDocument(openApiDocument()).toJson(QJsonDocument::Compact)};
    const auto hash = QCryptographicHash::hash(written.bytes, QCryptographicHash::Sha1);
    written.tag = '"' + hash.toHex() + '"'; // tells documents apart; protects nothing
    return written;
}

ApiAnswer answerTo(const Request &request, const Written &document)
{
    ApiAnswer answer;
    answer.headers.append(Header::ETag, document.tag);
    answer.headers.append(Header::CacheControl, "public, max-age=300");
    if (QByteArrayView(request.headers.value(Header::IfNoneMatch)) == document.tag)
        answer.status = Status::NotModified;
    else
        answer.body = document.bytes;
    return answer;
}

} // namespace

QJsonObject openApiDocument()
{
    QJsonObject document;
    for (const auto &name : Files)
        document = merged(document, read(name));
    auto paths = document["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        auto operations = path->toObject();
        for (auto operation = operations.begin(); operation != operations.end(); ++operation)
            *operation = completed(operation->toObject());
        *path = operations;
    }
    document.insert(u"paths"_s, paths);
    auto info = document["info"_L1].toObject();
    if (const auto version = QCoreApplication::applicationVersion(); !version.isEmpty())
        info.insert(u"version"_s, version);
    document.insert(u"info"_s, info);
    return document;
}

std::vector<Route> documentRoutes()
{
    const auto handle = [](const Request &request, const std::shared_ptr<Exchange> &exchange) {
        static const auto document = written(); // the same for all, as long as the program runs
        exchange->send(answerTo(request, document));
    };
    return {{.method = "GET", .path = u"/api/openapi.json"_s, .handle = handle, .isOpen = true}};
}

} // namespace gateway
