// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apierror.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace demo {

kube::Error apiError(int code, const QString &reason, const QString &message)
{
    return {.kind = kube::Error::kindFor(code), .code = code, .reason = reason, .message = message};
}

kube::Error notFound(const QString &qualifiedResource, const QString &name)
{
    return apiError(404, u"NotFound"_s, u"%1 \"%2\" not found"_s.arg(qualifiedResource, name));
}

kube::Error alreadyExists(const QString &qualifiedResource, const QString &name)
{
    return apiError(409, u"AlreadyExists"_s,
                    u"%1 \"%2\" already exists"_s.arg(qualifiedResource, name));
}

kube::Error conflict(const QString &qualifiedResource, const QString &name)
{
    return apiError(
        409, u"Conflict"_s,
        u"Operation cannot be fulfilled on %1 \"%2\": the object has been modified; please "
        "apply your changes to the latest version and try again"_s.arg(qualifiedResource, name));
}

kube::Error badRequest(const QString &message)
{
    return apiError(400, u"BadRequest"_s, message);
}

kube::Error expired(const QString &message)
{
    return apiError(410, u"Expired"_s, message);
}

QJsonObject statusObject(const kube::Error &error)
{
    QJsonObject status{{u"kind"_s, u"Status"_s},       {u"apiVersion"_s, u"v1"_s},
                       {u"metadata"_s, QJsonObject()}, {u"status"_s, u"Failure"_s},
                       {u"message"_s, error.message},  {u"code"_s, error.code}};
    if (!error.reason.isEmpty())
        status.insert("reason"_L1, error.reason);
    QJsonObject details;
    if (error.retryAfterSeconds > 0)
        details.insert("retryAfterSeconds"_L1, error.retryAfterSeconds);
    QJsonArray causes;
    for (const auto &cause : error.causes)
        causes.append(QJsonObject{
            {u"reason"_s, cause.reason}, {u"message"_s, cause.message}, {u"field"_s, cause.field}});
    if (!causes.isEmpty())
        details.insert("causes"_L1, causes);
    if (!details.isEmpty())
        status.insert("details"_L1, details);
    return status;
}

QJsonObject successStatus()
{
    return {{u"kind"_s, u"Status"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"metadata"_s, QJsonObject()},
            {u"status"_s, u"Success"_s}};
}

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace demo
