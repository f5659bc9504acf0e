// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logformat.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {
namespace {

std::atomic<LogFormat> chosen = LogFormat::Text;

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return u"debug"_s;
    case QtInfoMsg: return u"info"_s;
    case QtWarningMsg: return u"warning"_s;
    case QtCriticalMsg: return u"error"_s;
    case QtFatalMsg: return u"fatal"_s;
    }
    return u"info"_s;
}

/// In one call, so that lines of several threads do not mix.
void write(QByteArray line)
{
    line.append('\n');
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.constData(), line.size());
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (chosen == LogFormat::Json)
        write(jsonLine(type, context.category, message, QDateTime::currentDateTimeUtc()));
    else
        write(qFormatLogMessage(type, context, redacted(message)).toUtf8());
}

} // namespace

void setLogFormat(LogFormat format)
{
    chosen = format;
    qInstallMessageHandler(handle);
}

void logFatal(const QString &sentence)
{
    if (chosen == LogFormat::Json)
        write(jsonLine(QtCriticalMsg, "relay", sentence, QDateTime::currentDateTimeUtc()));
    else
        write("krateyard relay: " + redacted(sentence).toUtf8());
}

QByteArray jsonLine(QtMsgType type, const char *category, const QString &message,
                    const QDateTime &time)
{
    const QJsonObject line{{u"time"_s, time.toUTC().toString(Qt::ISODateWithMs)},
                           {u"level"_s, levelOf(type)},
                           {u"category"_s, QString::fromUtf8(category)},
                           {u"message"_s, redacted(message)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

QString redacted(QString message)
{
    static const QRegularExpression secret(
        u"(?<kept>token=|Bearer\\s+)[^\\s&\"'#]+|kyk?_[A-Za-z0-9_-]{20,}|"
        "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    return message.replace(secret, u"\\1…"_s);
}

} // namespace app
