// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/nodes/backplane.h"
#include "collab/relay/nodes/redisconnection.h"

#include <QSet>

namespace relay {

/// Redis' publish and subscribe, over two connections: one that listens can do nothing else. When
/// one breaks it is made again within a second, for as long as it takes.
///
/// While Redis takes nothing, 16 MiB wait for it; what comes then is left out.
class RedisBackplane final : public Backplane
{
    Q_OBJECT

public:
    explicit RedisBackplane(const RedisAddress &address);
    ~RedisBackplane() override;

    void subscribe(const QString &channel) override;
    void unsubscribe(const QString &channel) override;
    void publish(const QString &channel, const QByteArray &message) override;
    void flush() override { m_speaker.flush(); }
    bool isConnected() const override { return m_isConnected; }
    QString problem() const override { return m_problem; }

private:
    void open();
    void listen();
    void receive(const QList<QByteArray> &words);
    void note();
    void lose(const QString &problem);
    QByteArray nameOf(const QString &channel) const;

    const QByteArray m_prefix;
    RedisConnection m_speaker;
    RedisConnection m_listener;
    QSet<QString> m_channels;
    QString m_problem = QStringLiteral("Redis: not connected yet");
    QTimer m_again;
    bool m_isConnected = false;
    bool m_wasTold = false;
};

} // namespace relay
