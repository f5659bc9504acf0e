// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oracle/calls.h"

#include "kube/api/queryparams.h"
#include "kube/streams/execsession.h"
#include "kube/streams/logstream.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace oracle {

namespace {

std::optional<qint64> numberOf(const QJsonObject &options, const QString &name)
{
    return options[name].isDouble() ? std::optional(options[name].toInteger()) : std::nullopt;
}

QString logQuery(const QJsonObject &options)
{
    return paramsOf(kube::LogOptions{.container = options["container"_L1].toString(),
                                     .follow = options["follow"_L1].toBool(),
                                     .previous = options["previous"_L1].toBool(),
                                     .timestamps = options["timestamps"_L1].toBool(),
                                     .tailLines = numberOf(options, u"tailLines"_s),
                                     .sinceSeconds = numberOf(options, u"sinceSeconds"_s),
                                     .sinceTime = QDateTime::fromString(
                                         options["sinceTime"_L1].toString(), Qt::ISODateWithMs),
                                     .limitBytes = numberOf(options, u"limitBytes"_s),
                                     .stream = options["stream"_L1].toString(),
                                     .insecureSkipTlsVerifyBackend =
                                         options["insecureSkipTLSVerifyBackend"_L1].toBool()})
        .toString();
}

QString execQuery(const QJsonObject &options)
{
    QStringList command;
    for (const auto &word : options["command"_L1].toArray())
        command.append(word.toString());
    return paramsOf(kube::ExecOptions{.container = options["container"_L1].toString(),
                                      .command = command,
                                      .tty = options["tty"_L1].toBool(),
                                      .standardInput = options["stdin"_L1].toBool(),
                                      .standardOutput = options["stdout"_L1].toBool(),
                                      .standardError = options["stderr"_L1].toBool()})
        .toString();
}

QString listQuery(const QJsonObject &options)
{
    const auto initial = options["sendInitialEvents"_L1];
    return paramsOf(kube::ListOptions{
                        .labelSelector = options["labelSelector"_L1].toString(),
                        .fieldSelector = options["fieldSelector"_L1].toString(),
                        .limit = options["limit"_L1].toInteger(),
                        .continueToken = options["continue"_L1].toString(),
                        .resourceVersion = options["resourceVersion"_L1].toString(),
                        .resourceVersionMatch = options["resourceVersionMatch"_L1].toString(),
                        .timeoutSeconds = numberOf(options, u"timeoutSeconds"_s),
                        .watch = options["watch"_L1].toBool(),
                        .allowWatchBookmarks = options["allowWatchBookmarks"_L1].toBool(),
                        .sendInitialEvents =
                            initial.isBool() ? std::optional(initial.toBool()) : std::nullopt})
        .toString();
}

// Which of the three a request means that does not say so.
QString kindOf(const QJsonObject &options)
{
    for (const auto &name : {u"command"_s, u"stdin"_s, u"stdout"_s, u"stderr"_s, u"tty"_s})
        if (options.contains(name))
            return u"exec"_s;
    for (const auto &name : {u"labelSelector"_s, u"fieldSelector"_s, u"limit"_s, u"continue"_s,
                             u"watch"_s, u"resourceVersion"_s, u"resourceVersionMatch"_s,
                             u"timeoutSeconds"_s, u"allowWatchBookmarks"_s, u"sendInitialEvents"_s})
        if (options.contains(name))
            return u"list_watch"_s;
    return u"log"_s;
}

} // namespace

QJsonObject queryParamsCall(const QJsonObject &request)
{
    const auto options = request["options"_L1].toObject();
    const auto kind = request["kind"_L1].toString(kindOf(options));
    if (kind == "log"_L1)
        return {{u"query"_s, logQuery(options)}};
    if (kind == "exec"_L1)
        return {{u"query"_s, execQuery(options)}};
    if (kind == "list_watch"_L1 || kind == "list"_L1 || kind == "watch"_L1)
        return {{u"query"_s, listQuery(options)}};
    return {{u"error"_s, u"kind must be log, exec or list_watch"_s}};
}

} // namespace oracle
