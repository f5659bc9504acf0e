// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/tunnel.h"

#include "collab/sync/unsent.h"

#include <QTimer>

namespace gateway {

Tunnel::Tunnel(Setting setting, QTcpSocket &client, const kube::UpgradedSocket &upstream)
    : QObject(&client)
    , m_setting(std::move(setting))
    , m_client(client)
    , m_upstream(upstream.socket)
    , m_proof(m_setting.caller, m_setting.authenticator)
{
    auto &cluster = *m_upstream;
    connect(&m_proof, &Proof::ended, this, &Tunnel::end);
    m_client.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    for (auto *socket : {&m_client, static_cast<QTcpSocket *>(&cluster)}) {
        auto &from = *socket;
        auto &to = socket == &m_client ? static_cast<QTcpSocket &>(cluster) : m_client;
        from.setReadBufferSize(Block);
        from.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(&from, &QTcpSocket::readyRead, this, [this, &from, &to] { pass(from, to); });
        collab::onSent(to, this, [this, &from, &to] { pass(from, to); });
        connect(&from, &QTcpSocket::disconnected, this, [this, &from, &to] { finish(from, to); });
    }
    pass(cluster, m_client);
    if (cluster.state() != QAbstractSocket::ConnectedState)
        finish(cluster, m_client);
}

Tunnel::~Tunnel()
{
    m_upstream->disconnect(this);
    if (m_upstream->state() != QAbstractSocket::ClosingState) // else it sends its last
        m_upstream->abort();
}

void Tunnel::pass(QTcpSocket &from, QTcpSocket &to)
{
    if (m_isOver || to.state() != QAbstractSocket::ConnectedState)
        return;
    while (from.bytesAvailable() > 0 && collab::unsentIn(to) < Block) {
        const auto bytes = from.read(Block);
        if (bytes.isEmpty())
            return;
        to.write(bytes);
    }
}

/// What came before the end is still passed on.
void Tunnel::finish(QTcpSocket &from, QTcpSocket &to)
{
    if (m_isOver)
        return;
    if (to.state() == QAbstractSocket::ConnectedState && from.bytesAvailable() > 0)
        to.write(from.readAll());
    m_isOver = true;
    to.disconnectFromHost();
    // Who does not read it holds it, and the connection, no longer than that.
    if (&to == &m_client)
        QTimer::singleShot(LastWords, &to, [&to] { to.abort(); });
    else
        QTimer::singleShot(LastWords, &to, [upstream = m_upstream] { upstream->abort(); });
    deleteLater();
}

void Tunnel::end()
{
    if (std::exchange(m_isOver, true))
        return;
    m_client.abort();
    deleteLater();
}

} // namespace gateway
