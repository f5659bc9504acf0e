// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/logs/storage.h"
#include "collab/relay/store/sqltables.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gateway {

/// Keeps all in SQLite or PostgreSQL; with the latter for several relays together, whose clocks
/// need to agree to a second.
class SqlStorage final : public QObject, public Storage
{
    Q_OBJECT

public:
    static relay::SqlTables tables();

    /// `database` has those tables. `isShared`: other relays use it, too.
    SqlStorage(std::unique_ptr<relay::SqlQueue> database, const Limits &limits, bool isShared,
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
    bool isShared() const override { return m_isShared; }
    void saveSession(const QString &subject, const QByteArray &body,
                     const Answer<bool> &answer) override;
    void session(const QString &subject, const Answer<QByteArray> &answer) override;
    QString problem() const override { return m_database->problem(); }

private:
    void write(const std::function<relay::SqlExecutor::Result(const QSqlDatabase &)> &work,
               const Answer<bool> &answer = {});
    void removeOld();

    const Limits m_limits;
    const bool m_isShared;
    QTimer m_sweep;
    std::unique_ptr<relay::SqlQueue> m_database; // its end comes first: nobody answers after it
};

} // namespace gateway
