// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {

Error::Kind Error::kindFor(int code)
{
    switch (code) {
    case 0: return Kind::Unreachable;
    case 400:
    case 422: return Kind::Invalid;
    case 401: return Kind::Unauthorized;
    case 403: return Kind::Forbidden;
    case 404: return Kind::NotFound;
    case 408:
    case 504: return Kind::Timeout;
    case 409: return Kind::Conflict;
    case 410: return Kind::Gone;
    case 429: return Kind::TooManyRequests;
    default: return code >= 500 ? Kind::Server : Kind::Other;
    }
}

static std::vector<ErrorCause> causesOf(const QJsonArray &list)
{
    constexpr size_t MostCauses = 1000;
    std::vector<ErrorCause> causes;
    for (const auto &cause : list) {
        if (causes.size() == MostCauses)
            break;
        causes.push_back({.reason = cause["reason"_L1].toString(),
                          .message = cause["message"_L1].toString(),
                          .field = cause["field"_L1].toString()});
    }
    return causes;
}

Error Error::fromStatus(int code, const QByteArray &body)
{
    const auto status = QJsonDocument::fromJson(body).object();
    if (status["kind"_L1].toString() != "Status"_L1) {
        const auto text = QString::fromUtf8(body.left(2000)).simplified().left(500);
        return {.kind = kindFor(code), .code = code, .message = text};
    }
    return {.kind = kindFor(code),
            .code = code,
            .reason = status["reason"_L1].toString(),
            .message = status["message"_L1].toString(),
            .retryAfterSeconds = status["details"_L1]["retryAfterSeconds"_L1].toInt(),
            .causes = causesOf(status["details"_L1]["causes"_L1].toArray())};
}

} // namespace kube
