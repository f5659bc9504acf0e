// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testdata.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace support {

/// HTTP/2 and HTTP/1.1 over TLS, by Node's own server in a process of its own, in front of a server
/// that speaks plain HTTP/1.1, for example demo::ApiServer. See http2front.mjs.
class Http2Front
{
public:
    static constexpr int NoHttp2 = 0;

    static bool isUsable()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty();
    }

    /// `streams`: how many may be open at once on one connection.
    Http2Front(const QString &keyFile, const QString &certificateFile, quint16 upstream = 0,
               int streams = 100)
    {
        m_node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_node.start(QStringLiteral("node"),
                     {testData(QStringLiteral("../support/http2front.mjs")), keyFile,
                      certificateFile, QString::number(upstream), QString::number(streams)});
        if (hasLine())
            m_port = m_node.readLine().trimmed().toUShort();
    }
    ~Http2Front()
    {
        m_node.closeWriteChannel();
        if (!m_node.waitForFinished(5000))
            m_node.kill();
        m_node.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Http2Front)

    quint16 port() const { return m_port; } ///< 0 when it did not start
    QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }

    /// What it says after `command`: connections, sessions (those of HTTP/2), http1 and http2
    /// (requests), sent (bytes of /flood that left), openConnections, openStreams.
    QJsonObject tell(const QByteArray &command)
    {
        m_node.write(command + '\n');
        return hasLine() ? QJsonDocument::fromJson(m_node.readLine()).object() : QJsonObject();
    }
    /// One of those figures.
    int count(const char *what) { return tell("count")[QLatin1StringView(what)].toInt(-1); }

private:
    bool hasLine()
    {
        return QTest::qWaitFor([this] { return m_node.canReadLine(); }, 30'000);
    }

    QProcess m_node;
    quint16 m_port = 0;
};

} // namespace support
