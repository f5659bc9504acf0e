// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/redisbackplane.h"

#include "collab/relay/relaylog.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr auto AgainAfter = std::chrono::milliseconds(500);
static constexpr qsizetype MostUnanswered = 16 * 1024 * 1024;

RedisBackplane::RedisBackplane(const RedisAddress &address)
    : m_prefix(address.prefix.toUtf8() + '/')
    , m_speaker(address)
    , m_listener(address)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &RedisBackplane::open);
    connect(&m_listener, &RedisConnection::ready, this, &RedisBackplane::listen);
    connect(&m_listener, &RedisConnection::received, this, &RedisBackplane::receive);
    for (auto *connection : {&m_speaker, &m_listener}) {
        connect(connection, &RedisConnection::ready, this, &RedisBackplane::note);
        connect(connection, &RedisConnection::lost, this, &RedisBackplane::lose);
    }
    open();
}

RedisBackplane::~RedisBackplane() = default;

void RedisBackplane::open()
{
    m_speaker.open();
    m_listener.open();
}

QByteArray RedisBackplane::nameOf(const QString &channel) const
{
    return m_prefix + channel.toUtf8();
}

void RedisBackplane::listen()
{
    for (const auto &channel : std::as_const(m_channels))
        m_listener.send({"SUBSCRIBE", nameOf(channel)});
}

void RedisBackplane::subscribe(const QString &channel)
{
    m_channels.insert(channel);
    m_listener.send({"SUBSCRIBE", nameOf(channel)});
}

void RedisBackplane::unsubscribe(const QString &channel)
{
    if (m_channels.remove(channel))
        m_listener.send({"UNSUBSCRIBE", nameOf(channel)});
}

void RedisBackplane::publish(const QString &channel, const QByteArray &message)
{
    if (m_speaker.unanswered() <= MostUnanswered)
        m_speaker.publish(nameOf(channel), message);
}

void RedisBackplane::receive(const QList<QByteArray> &words)
{
    if (words.size() != 3 || !words[1].startsWith(m_prefix))
        return;
    const auto channel = QString::fromUtf8(words[1].sliced(m_prefix.size()));
    if (!m_channels.contains(channel))
        return; // given up meanwhile
    if (words[0] == "message")
        Q_EMIT received(channel, words[2]);
    else if (words[0] == "subscribe")
        Q_EMIT subscribed(channel);
}

void RedisBackplane::note()
{
    const bool isConnected = m_speaker.isReady() && m_listener.isReady();
    if (isConnected == m_isConnected)
        return;
    m_isConnected = isConnected;
    if (isConnected) {
        m_problem.clear();
        if (std::exchange(m_wasTold, false))
            qCInfo(relayLog) << "Redis is there again";
    }
    Q_EMIT connectedChanged();
}

void RedisBackplane::lose(const QString &problem)
{
    m_problem = problem;
    if (!std::exchange(m_wasTold, true))
        qCWarning(relayLog).noquote() << problem;
    if (!m_again.isActive())
        m_again.start(AgainAfter);
    note();
}

} // namespace relay
