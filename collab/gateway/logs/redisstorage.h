// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/storage.h"
#include "collab/relay/nodes/redisconnection.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace gateway {

/// Keeps all in Redis, for several relays together. A log is a stream whose entries are blocks, by
/// the position of their last line; Redis lets all of it end with its time. How much Redis keeps in
/// all is its own `maxmemory`, so Limits::bytes does not count here.
class RedisStorage final : public QObject, public Storage
{
    Q_OBJECT

public:
    RedisStorage(const relay::RedisAddress &address, const Limits &limits,
                 QObject *parent = nullptr);

    void append(const LogName &log, const LogBlock &block, const Answer<bool> &answer) override;
    void read(const LogName &log, const LogPosition &after, qint64 mostBytes,
              const Answer<std::vector<LogBlock>> &answer) override;
    void find(const QString &cluster, const QString &nameSpace, const QString &pod,
              const Answer<std::vector<LogName>> &answer) override;
    void touch(const LogName &log) override;
    void lease(const LogName &log, const QString &holder, std::chrono::milliseconds time,
               const Answer<bool> &answer) override;
    void release(const LogName &log, const QString &holder) override;
    bool isShared() const override { return true; }
    void saveSession(const QString &subject, const QByteArray &body,
                     const Answer<bool> &answer) override;
    void session(const QString &subject, const Answer<QByteArray> &answer) override;
    QString problem() const override { return m_problem; }

private:
    using Reply = Result<relay::RedisReply>;
    using Then = std::function<void(const Reply &)>;

    QByteArray key(QByteArrayView kind, const QString &name) const;
    /// Answered once, whatever happens to the connection.
    void ask(const QList<QByteArray> &words, const Then &then);
    void finish(quint64 number, const Reply &reply);
    void lost(const QString &problem);
    void trim(const LogName &log);

    const Limits m_limits;
    const QByteArray m_prefix;
    relay::RedisConnection m_connection;
    QTimer m_again;
    QString m_problem;
    std::map<quint64, Then> m_asked; ///< and not answered
    quint64 m_last = 0;
};

} // namespace gateway
