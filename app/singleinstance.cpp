// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

constexpr auto RetryEvery = 100ms;
constexpr qint64 GiveUpAfterMs = 4000;
constexpr auto Patience = 5s; ///< with a connection that says nothing

QByteArray messageOf(const QStringList &arguments, const QString &folder)
{
    return QJsonDocument(QJsonObject{{u"krateyard"_s, 1},
                                     {u"arguments"_s, QJsonArray::fromStringList(arguments)},
                                     {u"folder"_s, folder}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

} // namespace

QString socketPath(const QString &data, const QString &kind)
{
    const auto hash = QCryptographicHash::hash(data.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = u"krateyard-"_s + (kind.isEmpty() ? QString() : QString(kind + u'-'))
        + QString::fromLatin1(hash.first(12));
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool hasRuntime = !runtime.isEmpty() && QFileInfo(runtime).isDir();
    return QDir(hasRuntime ? runtime : data).filePath(name);
}

SingleInstance::SingleInstance(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_lock(QString(path + u".lock"_s))
{
    m_lock.setStaleLockTime(0); // only of a program that is gone
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(MostConnections);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SingleInstance::tryAgain);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

SingleInstance::~SingleInstance()
{
    m_server.close();
}

void SingleInstance::begin(const QStringList &arguments, const QString &folder)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_message = messageOf(arguments, folder);
    m_since.start();
    tryAgain();
}

void SingleInstance::tryAgain()
{
    if (m_lock.tryLock(0))
        return listen();
    if (m_lock.error() != QLockFile::LockFailedError) {
        Q_EMIT first(); // there is nowhere to lock: better two than none
        return;
    }
    if (m_since.elapsed() > GiveUpAfterMs) {
        Q_EMIT unanswered(tr("Krateyard is running already, but does not answer. End it, or start "
                             "another one with --new-instance."));
        return;
    }
    // It may not listen yet, or end just now.
    m_socket = std::make_unique<QLocalSocket>();
    auto *socket = m_socket.get();
    connect(socket, &QLocalSocket::connected, this, [this, socket] { socket->write(m_message); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->readAll().startsWith("ok"))
            return;
        m_retry.stop();
        Q_EMIT handedOver();
    });
    m_retry.start(RetryEvery);
    connect(socket, &QLocalSocket::connected, &m_retry,
            [this] { m_retry.start(GiveUpAfterMs); }); // it needs its time to answer
    socket->connectToServer(m_path);
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_path); // left behind by one that crashed: the lock was free
    if (!m_server.listen(m_path))
        qWarning("Another start of Krateyard cannot reach this one: %s",
                 qPrintable(m_server.errorString()));
    Q_EMIT first();
}

void SingleInstance::serve()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(Patience, socket, [socket] { socket->abort(); });
        read(*socket);
    }
}

void SingleInstance::read(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > LongestMessage)
            socket.abort();
        return;
    }
    const auto json = QJsonDocument::fromJson(socket.readLine(LongestMessage)).object();
    if (json.value("krateyard"_L1).toInt() != 1 || !json.value("arguments"_L1).isArray())
        return socket.abort();
    QStringList arguments;
    for (const auto &argument : json.value("arguments"_L1).toArray())
        arguments.append(argument.toString());
    socket.write("ok\n");
    socket.flush();
    socket.disconnectFromServer();
    Q_EMIT received(arguments, json.value("folder"_L1).toString());
}

} // namespace app
