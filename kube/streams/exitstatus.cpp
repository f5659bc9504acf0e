// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/execsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kube {

static ExitStatus protocolError(const QString &what)
{
    return {.error = Error{.kind = Error::Kind::Malformed,
                           .message = "error stream protocol error: "_L1 + what}};
}

static bool isCutOff(QJsonParseError::ParseError error)
{
    return error == QJsonParseError::UnterminatedObject
        || error == QJsonParseError::UnterminatedArray
        || error == QJsonParseError::UnterminatedString
        || error == QJsonParseError::MissingNameSeparator;
}

static ExitStatus exitCodeFrom(const QJsonArray &causes)
{
    for (const auto &cause : causes) {
        if (cause["reason"_L1].toString() != "ExitCode"_L1)
            continue;
        const auto text = cause["message"_L1].toString();
        bool isNumber = false;
        const int code = text.toInt(&isNumber);
        if (!isNumber)
            return protocolError(u"invalid exit code value \"%1\""_s.arg(text.left(100)));
        return {.code = code};
    }
    return protocolError(u"no ExitCode cause given"_s);
}

ExitStatus exitStatusFrom(const QByteArray &status)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(status, &problem);
    if (!document.isObject()) {
        const auto what = isCutOff(problem.error)       ? u"unexpected end of JSON input"_s
            : problem.error == QJsonParseError::NoError ? u"no JSON object"_s
                                                        : problem.errorString();
        return protocolError(u"%1 in \"%2\""_s.arg(what, QString::fromUtf8(status.left(500))));
    }
    const auto object = document.object();
    const auto result = object["status"_L1].toString();
    if (result == "Success"_L1)
        return {};
    if (result != "Failure"_L1)
        return protocolError(u"unknown error"_s);
    if (object["reason"_L1].toString() == "NonZeroExitCode"_L1)
        return exitCodeFrom(object["details"_L1]["causes"_L1].toArray());
    const int code = object["code"_L1].toInt();
    return {.error = Error{.kind = code == 0 ? Error::Kind::Other : Error::kindFor(code),
                           .code = code,
                           .reason = object["reason"_L1].toString(),
                           .message = object["message"_L1].toString()}};
}

} // namespace kube
