// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/storage.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <map>

namespace gateway {

/// Keeps all in this process, until that ends.
class MemoryStorage final : public QObject, public Storage
{
    Q_OBJECT

public:
    static constexpr size_t MostSessions = 1'000; ///< the oldest go first

    explicit MemoryStorage(const Limits &limits, QObject *parent = nullptr);

    void append(const LogName &log, const LogBlock &block, const Answer<bool> &answer) override;
    void read(const LogName &log, const LogPosition &after, qint64 mostBytes,
              const Answer<std::vector<LogBlock>> &answer) override;
    void find(const QString &cluster, const QString &nameSpace, const QString &pod,
              const Answer<std::vector<LogName>> &answer) override;
    void touch(const LogName &log) override;
    void lease(const LogName &log, const QString &holder, std::chrono::milliseconds time,
               const Answer<bool> &answer) override;
    void release(const LogName &, const QString &) override { }
    bool isShared() const override { return false; }
    void saveSession(const QString &subject, const QByteArray &body,
                     const Answer<bool> &answer) override;
    void session(const QString &subject, const Answer<QByteArray> &answer) override;

    qint64 bytes() const { return m_bytes; } ///< of all logs

private:
    struct Log
    {
        LogName name = {};
        std::deque<LogBlock> blocks = {};
        qint64 bytes = 0;
        QDeadlineTimer end = {};
    };
    struct Session
    {
        QByteArray body = {};
        QDeadlineTimer end = {};
    };
    template<typename T>
    void tell(const Answer<T> &answer, const T &value)
    {
        QMetaObject::invokeMethod(this, [answer, value] { answer(value); }, Qt::QueuedConnection);
    }
    void dropOldest(Log &log);
    void removeOld();

    const Limits m_limits;
    std::map<QString, Log> m_logs; ///< by LogName::text()
    std::map<QString, Session> m_sessions;
    qint64 m_bytes = 0;
    QTimer m_sweep;
};

} // namespace gateway
