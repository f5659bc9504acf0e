// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QJsonObject>
#include <QObject>
#include <QString>

class QWebSocket;

namespace demo {

class DemoShell;
struct HttpRequest;

/// One exec over a WebSocket: the framing between a client and a DemoShell. Becomes a child of the
/// socket and ends with it.
///
/// First byte of a message: 0 stdin, 1 stdout, 2 stderr, 3 error (a Status), 4 resize, 255 close
/// (v5 only): apimachinery/pkg/util/remotecommand/constants.go.
class ExecChannel : public QObject
{
    Q_OBJECT

public:
    /// `request` carries the query of the exec call: command, stdin, stdout, stderr, tty.
    ExecChannel(QWebSocket &socket, const QJsonObject &pod, const QString &container,
                const HttpRequest &request);

    /// The process starts at once, but for kubectl: what reaches it before it has made its streams
    /// it throws away ("Unknown stream id 1, discarding message"), and a real process takes longer.
    void start();

private:
    void run();
    void receive(const QByteArray &message);
    void send(char channel, const QByteArray &bytes);
    void finish(int exitCode);

    QWebSocket &m_socket;
    DemoShell *m_shell;
    bool m_standardError;
    bool m_isKubectl;
    bool m_runs = false;
    QByteArrayList m_early; ///< what came before the process ran
};

} // namespace demo
