// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/servers.h"

#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <vector>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace support {
namespace {

constexpr int PatienceMs = 30'000;

/// Debian keeps the programs of PostgreSQL out of the way, one folder for each version.
QString postgresProgram(const QString &name)
{
    QStringList folders;
    QDir root(u"/usr/lib/postgresql"_s);
    for (const auto &version : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Reversed))
        folders.append(root.filePath(version + u"/bin"_s));
    const auto found = QStandardPaths::findExecutable(name, folders);
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

std::vector<pid_t> childrenOf(qint64 process)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(process));
    std::vector<pid_t> children;
    if (process > 0 && file.open(QIODevice::ReadOnly)) {
        for (const auto &word : file.readAll().split(' ')) {
            if (const auto child = word.toInt(); child > 0)
                children.push_back(child);
        }
    }
    return children;
}

/// PostgreSQL refuses to run as root.
const passwd *otherUser()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

QStringList asOtherUser(const QStringList &command)
{
    const auto *user = otherUser();
    if (user == nullptr)
        return command;
    return QStringList{u"setpriv"_s, u"--reuid=%1"_s.arg(user->pw_uid),
                       u"--regid=%1"_s.arg(user->pw_gid), u"--clear-groups"_s}
    + command;
}

} // namespace

ServerProcess::ServerProcess()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort(); // it is free again now, and not given out again soon
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

/// Children outlive a parent that is killed by a moment, in which they keep its memory and port.
void ServerProcess::kill()
{
    const auto children = childrenOf(m_process.processId());
    m_process.kill();
    m_process.waitForFinished();
    for (const auto child : children)
        ::kill(child, SIGKILL);
    const auto areGone = [&children] {
        return std::ranges::all_of(children, [](pid_t child) { return ::kill(child, 0) != 0; });
    };
    (void)QTest::qWaitFor(areGone, PatienceMs);
}

void ServerProcess::run(const QString &program, const QStringList &arguments,
                        const QByteArray &ready)
{
    if (!m_problem.isEmpty())
        return;
    m_process.start(program, arguments);
    QByteArray said;
    const auto isReady = [&] {
        said += m_process.readAll();
        return said.contains(ready);
    };
    if (!QTest::qWaitFor(isReady, PatienceMs))
        m_problem = u"%1 does not start: %2"_s.arg(program, QString::fromUtf8(said.right(1000)));
}

PostgresServer::PostgresServer()
{
    const auto initdb = postgresProgram(u"initdb"_s);
    if (initdb.isEmpty()) {
        m_problem = u"PostgreSQL is not installed"_s;
        return;
    }
    if (const auto *user = otherUser())
        (void)::chown(qPrintable(m_folder.path()), user->pw_uid, user->pw_gid);
    const auto command =
        asOtherUser({initdb, u"-D"_s, m_folder.filePath(u"data"_s), u"-U"_s, u"krateyard"_s,
                     u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--no-locale"_s, u"--no-sync"_s});
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.sliced(1));
    if (!process.waitForFinished(2 * PatienceMs) || process.exitCode() != 0)
        m_problem = u"initdb fails: %1"_s.arg(QString::fromUtf8(process.readAll().right(1000)));
    start();
}

void PostgresServer::start()
{
    const auto command =
        asOtherUser({postgresProgram(u"postgres"_s), u"-D"_s, m_folder.filePath(u"data"_s), u"-p"_s,
                     QString::number(port()), u"-c"_s, u"listen_addresses=127.0.0.1"_s, u"-c"_s,
                     u"unix_socket_directories="_s, u"-c"_s, u"lc_messages=C"_s});
    run(command.first(), command.sliced(1), "database system is ready to accept connections");
}

QByteArray PostgresServer::dump(const QString &address) const
{
    QProcess process;
    process.start(postgresProgram(u"pg_dump"_s), {u"--dbname"_s, address});
    process.waitForFinished(60'000);
    return process.readAllStandardOutput();
}

QString PostgresServer::makeDatabase(const QString &name)
{
    const auto url = u"postgresql://krateyard@127.0.0.1:%1/"_s.arg(port());
    QProcess::execute(postgresProgram(u"psql"_s),
                      {u"-q"_s, u"-X"_s, u"-c"_s, u"CREATE DATABASE \"%1\""_s.arg(name),
                       QString(url + u"postgres"_s)});
    return url + name;
}

void RedisServer::start()
{
    const auto program = QStandardPaths::findExecutable(u"redis-server"_s);
    if (program.isEmpty()) {
        m_problem = u"redis-server is not installed"_s;
        return;
    }
    QStringList arguments{u"--bind"_s,       u"127.0.0.1"_s,
                          u"--save"_s,       u""_s,
                          u"--appendonly"_s, u"no"_s,
                          u"--dir"_s,        m_folder.path(),
                          u"--port"_s,       m_key.isEmpty() ? QString::number(port()) : u"0"_s};
    if (!m_key.isEmpty())
        arguments += {u"--tls-port"_s,         QString::number(port()),
                      u"--tls-cert-file"_s,    m_certificate,
                      u"--tls-key-file"_s,     m_key,
                      u"--tls-auth-clients"_s, u"no"_s};
    run(program, arguments, "Ready to accept connections");
}

} // namespace support
