// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/redisbackplane.h"

#include "collab/relay/relaylog.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr auto AgainAfter = std::chrono::milliseconds(500);
static constexpr qsizetype MostUnanswered = 16 * 1024 * 1024;
static constexpr auto KeepStreamEvery = std::chrono::minutes(10);
/// Shorter than RedisConnection waits for a sign of life.
static constexpr auto WaitForStream = std::chrono::milliseconds(1000);

RedisBackplane::RedisBackplane(const RedisAddress &address)
    : m_prefix(address.prefix.toUtf8() + '/')
    , m_speaker(address)
    , m_listener(address)
    , m_reader(address)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &RedisBackplane::open);
    connect(&m_listener, &RedisConnection::ready, this, &RedisBackplane::listen);
    connect(&m_listener, &RedisConnection::received, this, &RedisBackplane::receive);
    connect(&m_reader, &RedisConnection::ready, this, [this] {
        m_hasNoStream = false;
        findPlaceInStream();
    });
    connect(&m_speaker, &RedisConnection::ready, this, [this] { m_isKept = false; });
    connect(&m_keepStream, &QTimer::timeout, this, &RedisBackplane::keepStream);
    m_keepStream.start(KeepStreamEvery);
    for (auto *connection : {&m_speaker, &m_listener, &m_reader}) {
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
    m_reader.open();
}

/// Of an id: its milliseconds, and a number.
static std::pair<quint64, quint64> placeOf(const QByteArray &id)
{
    const auto dash = id.indexOf('-');
    return {id.first(std::max<qsizetype>(dash, 0)).toULongLong(),
            id.sliced(dash + 1).toULongLong()};
}

QByteArray RedisBackplane::nameOf(const QString &channel) const
{
    return m_prefix + channel.toUtf8();
}

QByteArray RedisBackplane::streamName() const
{
    return m_prefix + "krateyard/stream";
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
        m_speaker.ask({"PUBLISH", nameOf(channel), message}, {});
}

void RedisBackplane::append(const QString &channel, const QByteArray &message)
{
    if (m_speaker.unanswered() > MostUnanswered)
        return;
    m_speaker.ask(
        {"XADD", streamName(), "MAXLEN", "~", "8000", "*", "c", channel.toUtf8(), "m", message},
        [this](const auto &reply) {
            if (reply.isError)
                complainOfStream(reply);
        });
    if (!std::exchange(m_isKept, true))
        keepStream(); // it may be gone before the timer comes, and the stream stay for ever
}

void RedisBackplane::keepStream()
{
    m_speaker.ask({"EXPIRE", streamName(), "3600"}, {});
}

/// At first its end: what is in it already the store has, too. Then where it was, unless the stream
/// is another one, of a Redis that lost the old one and whose clock is behind: that is read whole.
void RedisBackplane::findPlaceInStream()
{
    m_reader.ask({"XREVRANGE", streamName(), "+", "-", "COUNT", "1"}, [this](const auto &reply) {
        if (reply.isError)
            return complainOfStream(reply);
        const bool isEmpty = reply.parts.empty() || reply.parts.front().parts.empty();
        const auto end = isEmpty ? QByteArray("0-0") : reply.parts.front().parts.front().text;
        if (m_lastId.isEmpty())
            m_lastId = end;
        else if (placeOf(end) < placeOf(m_lastId))
            m_lastId = "0-0";
        readStream();
    });
}

void RedisBackplane::readStream()
{
    m_reader.ask({"XREAD", "COUNT", "64", "BLOCK", QByteArray::number(WaitForStream.count()),
                  "STREAMS", streamName(), m_lastId},
                 [this](const auto &reply) {
                     if (reply.isError)
                         return complainOfStream(reply);
                     takeStream(reply);
                     readStream();
                 });
}

/// [[name, [[id, [field, value, …]], …]]], or nothing when the time is up.
void RedisBackplane::takeStream(const RedisReply &reply)
{
    if (reply.parts.empty() || reply.parts.front().parts.size() != 2)
        return;
    for (const auto &entry : reply.parts.front().parts[1].parts) {
        if (entry.parts.size() != 2)
            continue;
        m_lastId = entry.parts[0].text;
        const auto &fields = entry.parts[1].parts;
        if (fields.size() != 4)
            continue;
        const auto channel = QString::fromUtf8(fields[1].text);
        if (m_channels.contains(channel))
            Q_EMIT received(channel, fields[3].text);
    }
}

/// Everything works without it, a second later. Its words may repeat what it was told.
void RedisBackplane::complainOfStream(const RedisReply &reply)
{
    if (!std::exchange(m_hasNoStream, true))
        qCWarning(relayLog).noquote()
            << u"Redis refuses the stream of changes (%1): they are looked for in the store"_s.arg(
                   QString::fromLatin1(reply.text.left(reply.text.indexOf(' ')).left(20)));
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
    const bool isConnected = m_speaker.isReady() && m_listener.isReady() && m_reader.isReady();
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
