// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace support {

/// A program that serves on a port of loopback, and is killed with its object.
class ServerProcess
{
public:
    virtual ~ServerProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    int port() const { return m_port; }
    /// Why it does not work, for QSKIP(); empty when it does.
    const QString &problem() const { return m_problem; }
    /// Ends it without any warning.
    void kill();
    virtual void start() = 0; ///< on the same port, and with what it has on its disk

protected:
    ServerProcess();
    /// Until it says `ready`, on either channel.
    void run(const QString &program, const QStringList &arguments, const QByteArray &ready);

    QTemporaryDir m_folder;
    QString m_problem;

private:
    QProcess m_process;
    int m_port;
};

/// A real PostgreSQL with nothing in it, whose user `krateyard` needs no password.
class PostgresServer : public ServerProcess
{
public:
    PostgresServer();
    void start() override;
    /// An address for --postgres; a database of that name is made first.
    QString makeDatabase(const QString &name);
    /// All that a database holds, as text; empty without pg_dump.
    QByteArray dump(const QString &address) const;
};

/// A real Redis that keeps nothing.
class RedisServer : public ServerProcess
{
public:
    RedisServer() { start(); }
    /// Encrypted, with these files in PEM.
    RedisServer(const QString &certificate, const QString &key)
        : m_certificate(certificate)
        , m_key(key)
    {
        start();
    }
    void start() override;
    QString url() const
    {
        return QStringLiteral("%1://127.0.0.1:%2")
            .arg(m_key.isEmpty() ? QStringLiteral("redis") : QStringLiteral("rediss"))
            .arg(port());
    }

private:
    QString m_certificate;
    QString m_key;
};

} // namespace support
