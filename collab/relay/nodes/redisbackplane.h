// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/nodes/backplane.h"
#include "collab/relay/nodes/redisconnection.h"

#include <QSet>

namespace relay {

/// Redis' publish and subscribe, and a stream for what is appended. Over three connections: one
/// that listens, or waits for the stream, can do nothing else. When one breaks it is made again
/// within a second, for as long as it takes, and the stream is read on from where it was.
///
/// The stream is one for all channels, so that a relay waits for one thing however many rooms it
/// has; it keeps about the last 8,000 messages, and goes an hour after the last relay. Redis 5 or
/// newer. While Redis takes nothing, 16 MiB wait for it; what comes then is left out.
/// https://redis.io/docs/latest/develop/data-types/streams/
class RedisBackplane final : public Backplane
{
    Q_OBJECT

public:
    explicit RedisBackplane(const RedisAddress &address);
    ~RedisBackplane() override;

    void subscribe(const QString &channel) override;
    void unsubscribe(const QString &channel) override;
    void publish(const QString &channel, const QByteArray &message) override;
    void append(const QString &channel, const QByteArray &message) override;
    void flush() override { m_speaker.flush(); }
    bool isConnected() const override { return m_isConnected; }
    QString problem() const override { return m_problem; }

private:
    void open();
    void listen();
    void receive(const QList<QByteArray> &words);
    void findPlaceInStream();
    void keepStream();
    void readStream();
    void takeStream(const RedisReply &reply);
    void complainOfStream(const RedisReply &reply);
    void note();
    void lose(const QString &problem);
    QByteArray nameOf(const QString &channel) const;
    QByteArray streamName() const;

    const QByteArray m_prefix;
    RedisConnection m_speaker;
    RedisConnection m_listener;
    RedisConnection m_reader; ///< of the stream
    QByteArray m_lastId; ///< that was read of it; empty: its end is not known yet
    QTimer m_keepStream;
    bool m_isKept = false; ///< with an end, since this connection
    QSet<QString> m_channels;
    QString m_problem = QStringLiteral("Redis: not connected yet");
    QTimer m_again;
    bool m_isConnected = false;
    bool m_wasTold = false;
    bool m_hasNoStream = false; ///< Redis refuses it, which was told
};

} // namespace relay
