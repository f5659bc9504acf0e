// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QProcess>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <QWebSocketServer>

#include <memory>

/// A server whose containers are this computer: exec runs the command here, in a folder of the
/// test's, with the channels of v4 or v5. As v4 it cannot end the command's input.
class ProcessExec : public QObject
{
    Q_OBJECT

public:
    explicit ProcessExec(const QString &protocol)
        : m_server(QStringLiteral("exec"), QWebSocketServer::NonSecureMode)
    {
        m_server.setSupportedSubprotocols({protocol});
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            socket->setParent(this);
            if (!socket->subprotocol().isEmpty())
                serve(*socket);
            else
                socket->abort();
        });
    }
    ~ProcessExec() override
    {
        for (auto *process : findChildren<QProcess *>()) {
            process->disconnect();
            process->kill();
            process->waitForFinished();
        }
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    QString path; ///< what PATH is for the commands; empty: this process's own
    qint64 cutAfter = -1; ///< bytes of output until the connection breaks; -1: never
    int running = 0;

private:
    void serve(QWebSocket &socket)
    {
        auto query = socket.requestUrl().query(QUrl::FullyEncoded);
        const QUrlQuery parts(query.replace(u'+', QStringLiteral("%20")));
        auto command = parts.allQueryItemValues(QStringLiteral("command"), QUrl::FullyDecoded);
        auto *process = new QProcess(this);
        ++running;
        if (!path.isEmpty()) {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("PATH"), path);
            process->setProcessEnvironment(environment);
        }
        connect(process, &QProcess::readyReadStandardOutput, &socket, [this, process, &socket] {
            auto bytes = process->readAllStandardOutput();
            if (cutAfter >= 0 && (cutAfter -= bytes.size()) < 0)
                return socket.abort();
            for (qsizetype at = 0; at < bytes.size(); at += 32 * 1024)
                socket.sendBinaryMessage(
                    QByteArray(1, 1)
                    + bytes.sliced(at, std::min<qsizetype>(32 * 1024, bytes.size() - at)));
        });
        connect(process, &QProcess::readyReadStandardError, &socket, [process, &socket] {
            socket.sendBinaryMessage(QByteArray(1, 2) + process->readAllStandardError());
        });
        connect(&socket, &QWebSocket::binaryMessageReceived, process,
                [process](const QByteArray &message) {
                    if (message.startsWith(char(0)))
                        process->write(message.sliced(1));
                    else if (message == QByteArray("\xff\0", 2))
                        process->closeWriteChannel();
                });
        connect(&socket, &QWebSocket::disconnected, process, &QProcess::kill);
        connect(process, &QProcess::finished, &socket, [this, &socket](int code) {
            --running;
            const auto status = code == 0 ? QByteArray("{\"status\":\"Success\"}")
                                          : "{\"status\":\"Failure\",\"reason\":"
                                            "\"NonZeroExitCode\",\"details\":{\"causes\":[{"
                                            "\"reason\":\"ExitCode\",\"message\":\""
                    + QByteArray::number(code) + "\"}]}}";
            socket.sendBinaryMessage(QByteArray(1, 3) + status);
        });
        connect(
            process, &QProcess::errorOccurred, &socket,
            [this, &socket](QProcess::ProcessError error) {
                if (error != QProcess::FailedToStart)
                    return;
                --running;
                socket.sendBinaryMessage(
                    QByteArray(1, 3)
                    + "{\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":\"exec: "
                      "executable file not found in $PATH\"}");
            });
        const auto program = command.takeFirst();
        process->start(program, command);
    }

    QWebSocketServer m_server;
};
