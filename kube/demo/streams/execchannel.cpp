// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/execchannel.h"

#include "kube/demo/apierror.h"
#include "kube/demo/httpconnection.h"
#include "kube/demo/streams/demoshell.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSize>
#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr auto startOfProcess = std::chrono::milliseconds(300);
static constexpr qsizetype mostEarly = 256;
static constexpr char standardInput = 0;
static constexpr char standardOutput = 1;
static constexpr char standardError = 2;
static constexpr char errorChannel = 3;
static constexpr char resizeChannel = 4;
static constexpr char closeChannel = char(255);

/// What an attach joins: the container's own process is a shell.
static QStringList commandOf(const HttpRequest &request)
{
    const auto words = request.query.allQueryItemValues(u"command"_s, QUrl::FullyDecoded);
    return words.isEmpty() ? QStringList{u"sh"_s} : words;
}

ExecChannel::ExecChannel(QWebSocket &socket, const QJsonObject &pod, const QString &container,
                         const HttpRequest &request)
    : QObject(&socket)
    , m_socket(socket)
    , m_shell(new DemoShell({.command = commandOf(request),
                             .tty = request.queryFlag(u"tty"_s),
                             .standardInput = request.queryFlag(u"stdin"_s),
                             .pod = pod,
                             .container = container},
                            this))
    , m_standardError(request.queryFlag(u"stderr"_s) && !request.queryFlag(u"tty"_s))
    , m_isKubectl(request.header("user-agent").startsWith("kubectl/"))
{
    connect(&socket, &QWebSocket::binaryMessageReceived, this, &ExecChannel::receive);
    connect(m_shell, &DemoShell::output, this,
            [this](const QByteArray &bytes) { send(standardOutput, bytes); });
    connect(m_shell, &DemoShell::errorOutput, this, [this](const QByteArray &bytes) {
        send(m_standardError ? standardError : standardOutput, bytes);
    });
    connect(m_shell, &DemoShell::finished, this, &ExecChannel::finish);
}

void ExecChannel::start()
{
    send(standardOutput, {}); // real servers begin with an empty frame
    if (m_isKubectl)
        QTimer::singleShot(startOfProcess, this, &ExecChannel::run);
    else
        run();
}

void ExecChannel::run()
{
    m_runs = true;
    m_shell->start();
    for (const auto &message : std::exchange(m_early, {}))
        receive(message);
}

void ExecChannel::receive(const QByteArray &message)
{
    if (message.isEmpty())
        return;
    if (!m_runs) {
        if (m_early.size() < mostEarly)
            m_early.append(message);
        return;
    }
    const auto payload = message.sliced(1);
    switch (message.front()) {
    case standardInput: m_shell->input(payload); break;
    case resizeChannel: {
        const auto size = QJsonDocument::fromJson(payload).object();
        m_shell->resize({size["Width"_L1].toInt(), size["Height"_L1].toInt()});
        break;
    }
    case closeChannel:
        if (payload.startsWith(standardInput) && m_socket.subprotocol() == "v5.channel.k8s.io"_L1)
            m_shell->endOfInput();
        break;
    default: break;
    }
}

void ExecChannel::send(char channel, const QByteArray &bytes)
{
    m_socket.sendBinaryMessage(channel + bytes);
}

void ExecChannel::finish(int exitCode)
{
    auto status = successStatus();
    if (exitCode != 0) {
        const QJsonObject cause{{u"reason"_s, u"ExitCode"_s},
                                {u"message"_s, QString::number(exitCode)}};
        status.insert("status"_L1, u"Failure"_s);
        status.insert("reason"_L1, u"NonZeroExitCode"_s);
        status.insert(
            "message"_L1,
            u"command terminated with non-zero exit code: exit status %1"_s.arg(exitCode));
        status.insert("details"_L1, QJsonObject{{u"causes"_s, QJsonArray{cause}}});
    }
    send(errorChannel, toJson(status));
    m_socket.close();
}

} // namespace demo
