// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/error.h"

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
            .retryAfterSeconds = status["details"_L1]["retryAfterSeconds"_L1].toInt()};
}

} // namespace kube
