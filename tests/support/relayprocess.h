// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTest>

#include <optional>

namespace support {

/// A program that writes lines, and is killed with its object.
class LineProcess
{
public:
    static constexpr int PatienceMs = 20'000;

    LineProcess(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    virtual ~LineProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(LineProcess)

    /// What it writes next; empty when that does not come in time.
    QByteArray line()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, PatienceMs))
            return {};
        return m_process.readLine();
    }
    qint64 pid() const { return m_process.processId(); }
    void write(const QByteArray &text) { m_process.write(text); }

    void kill()
    {
        m_process.kill(); // SIGKILL: it has no time for anything
        m_process.waitForFinished();
    }
    /// Asks it to end; its exit code, or nothing when it crashed or takes too long.
    std::optional<int> end()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(PatienceMs)
            || m_process.exitStatus() != QProcess::NormalExit)
            return std::nullopt;
        return m_process.exitCode();
    }

private:
    QProcess m_process;
};

/// `krateyard relay` on loopback. `program` is the target's file: KRATEYARD_BINARY.
class RelayProcess : public LineProcess
{
public:
    explicit RelayProcess(const QString &program, const QStringList &arguments = {}, int port = 0)
        : LineProcess(program,
                      QStringList{QStringLiteral("relay"), QStringLiteral("--listen"),
                                  QStringLiteral("127.0.0.1:%1").arg(port)}
                          + arguments)
        , m_port(line().trimmed().split(':').last().toInt())
    {
    }

    int port() const { return m_port; } ///< 0: it did not start
    QString syncUrl() const { return QStringLiteral("ws://127.0.0.1:%1/ws/sync").arg(m_port); }

private:
    int m_port;
};

} // namespace support
