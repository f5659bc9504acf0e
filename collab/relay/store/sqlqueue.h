// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/sqlexecutor.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace relay {

/// Works through requests to one database on a thread of its own. Those that came while it was busy
/// are one commit, which is on the disk when they are answered.
///
/// A connection that broke is made again, and what was asked is tried once more over it: a commit
/// whose answer got lost may be done twice. While there is none, every request fails with the
/// reason, and the connection is tried every second.
class SqlQueue final : public QObject, public SqlExecutor
{
    Q_OBJECT

public:
    /// How one kind of database is reached; its functions are called on the thread.
    struct Dialect
    {
        QString driver = {}; ///< Qt's name
        /// Opens a connection that has its driver, and makes or renews the tables.
        std::function<Result(QSqlDatabase &)> open = {};
        /// Whether the connection still works, asked after a failure.
        std::function<bool(const QSqlDatabase &)> isAlive = {};
    };

    explicit SqlQueue(const Dialect &dialect, QObject *parent = nullptr);
    ~SqlQueue() override; ///< works through what was asked; nobody is answered any more

    void ask(Request request) override;
    /// Why it cannot be written to at the moment; empty when the last try went well.
    QString problem() const { return m_problem; }

private:
    enum class Failure { Request, Connection };

    void run();
    void serve(std::vector<Request> requests);
    void serveAlike(std::vector<Request> requests);
    Result open();
    void close();
    Result tryAll(std::vector<Request> &requests);
    Result serveAsOne(std::vector<Request> &requests);
    void tell(std::vector<Request> requests, const Result &result,
              Failure failure = Failure::Request);
    void note(bool writes, const Result &result, Failure failure);

    const Dialect m_dialect;
    const QString m_connection;
    QString m_problem; ///< of the owner's thread, like the next two
    bool m_lastWriteFailed = false;
    QTimer m_probe;
    bool m_isOpen = false; ///< of the other thread, like the next two
    QString m_refusal; ///< why it could not be opened the last time
    std::chrono::steady_clock::time_point m_refusedAt = {};

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Request> m_requests;
    bool m_ends = false;
    std::jthread m_thread;
};

} // namespace relay
