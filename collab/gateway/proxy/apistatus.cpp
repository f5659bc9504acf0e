// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/apistatus.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway {

using Kind = kube::Error::Kind;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

int codeOf(const kube::Error &error)
{
    if (error.code >= 400)
        return error.code;
    switch (error.kind) {
    case Kind::Timeout: return 504;
    case Kind::TooManyRequests: return 429;
    case Kind::ReadOnly: return 403;
    default: return 502;
    }
}

/// As an API server names them (apimachinery, meta/v1/types.go: StatusReason).
QString reasonOf(int code)
{
    switch (code) {
    case 400: return u"BadRequest"_s;
    case 401: return u"Unauthorized"_s;
    case 403: return u"Forbidden"_s;
    case 404: return u"NotFound"_s;
    case 405: return u"MethodNotAllowed"_s;
    case 409: return u"Conflict"_s;
    case 410: return u"Expired"_s;
    case 413: return u"RequestEntityTooLarge"_s;
    case 415: return u"UnsupportedMediaType"_s;
    case 422: return u"Invalid"_s;
    case 429: return u"TooManyRequests"_s;
    case 503: return u"ServiceUnavailable"_s;
    case 504: return u"Timeout"_s;
    default: return code >= 500 ? u"InternalError"_s : QString();
    }
}

QJsonArray causesOf(const std::vector<kube::ErrorCause> &causes)
{
    QJsonArray list;
    for (const auto &cause : causes)
        list.append(QJsonObject{
            {u"reason"_s, cause.reason}, {u"message"_s, cause.message}, {u"field"_s, cause.field}});
    return list;
}

} // namespace

relay::ApiAnswer statusAnswer(const kube::Error &error)
{
    const int code = codeOf(error);
    QJsonObject details;
    if (!error.causes.empty())
        details.insert(u"causes"_s, causesOf(error.causes));
    if (error.retryAfterSeconds > 0)
        details.insert(u"retryAfterSeconds"_s, error.retryAfterSeconds);
    QJsonObject status{{u"kind"_s, u"Status"_s},
                       {u"apiVersion"_s, u"v1"_s},
                       {u"metadata"_s, QJsonObject()},
                       {u"status"_s, u"Failure"_s},
                       {u"message"_s, error.message},
                       {u"reason"_s, error.reason.isEmpty() ? reasonOf(code) : error.reason},
                       {u"code"_s, code}};
    if (!details.isEmpty())
        status.insert(u"details"_s, details);
    auto answer = relay::ApiAnswer::json(status, relay::ApiAnswer::Status(code));
    if (error.retryAfterSeconds > 0)
        answer.headers.append(Header::RetryAfter, QByteArray::number(error.retryAfterSeconds));
    if (code == 401)
        answer.headers.append(Header::WWWAuthenticate, "Bearer");
    return answer;
}

kube::Error refusalOf(int code, const QString &sentence)
{
    return {.kind = kube::Error::kindFor(code), .code = code, .message = sentence};
}

kube::Error refusalOf(const Denial &denial)
{
    auto error = refusalOf(int(denial.status), denial.sentence);
    error.retryAfterSeconds = denial.retryAfter;
    return error;
}

kube::Error forCaller(const kube::Error &error, bool isImpersonating)
{
    switch (error.kind) {
    case Kind::Unauthorized:
    case Kind::Credentials:
    case Kind::Config:
    case Kind::Tls:
        return refusalOf(502, u"The cluster does not take the relay's own credentials."_s);
    case Kind::Unreachable: return refusalOf(503, u"The cluster does not answer the relay."_s);
    case Kind::Forbidden:
        return isImpersonating ? error
                               : refusalOf(403, u"The cluster does not let the relay do this."_s);
    default: return error;
    }
}

} // namespace gateway
