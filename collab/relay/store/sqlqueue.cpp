// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlqueue.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

static constexpr auto ProbeEvery = std::chrono::seconds(1);
static constexpr auto OpenEvery = std::chrono::milliseconds(300);

SqlQueue::SqlQueue(const Dialect &dialect, QObject *parent)
    : QObject(parent)
    , m_dialect(dialect)
    , m_connection(u"relay-"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_thread([this] { run(); })
{
    const auto probe = [this] { ask({.work = [](const QSqlDatabase &) { return Result(); }}); };
    m_probe.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, probe);
    probe(); // so that problem() knows at once whether the database can be used
}

SqlQueue::~SqlQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void SqlQueue::ask(Request request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(request));
    }
    m_wake.notify_one();
}

void SqlQueue::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ends || !m_requests.empty(); });
        if (m_requests.empty())
            break;
        auto requests = std::exchange(m_requests, {});
        lock.unlock();
        serve(std::move(requests));
        lock.lock();
    }
    close();
}

SqlExecutor::Result SqlQueue::open()
{
    if (m_isOpen)
        return {};
    const auto now = std::chrono::steady_clock::now();
    if (!m_refusal.isEmpty() && now - m_refusedAt < OpenEvery)
        return std::unexpected(m_refusal); // each try may take its time
    auto db = QSqlDatabase::addDatabase(m_dialect.driver, m_connection);
    const auto done = m_dialect.open(db);
    m_isOpen = done.has_value();
    m_refusal = done ? QString() : done.error();
    m_refusedAt = std::chrono::steady_clock::now();
    if (!done) {
        db = {};
        QSqlDatabase::removeDatabase(m_connection);
    }
    return done;
}

void SqlQueue::close()
{
    if (!std::exchange(m_isOpen, false))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

/// In the order in which they came: what is read sees what was written before.
void SqlQueue::serve(std::vector<Request> requests)
{
    for (auto it = requests.begin(); it != requests.end();) {
        const auto end = it->writes ? std::ranges::find_if_not(it, requests.end(), &Request::writes)
                                    : std::next(it);
        std::vector<Request> alike(std::make_move_iterator(it), std::make_move_iterator(end));
        it = end;
        serveAlike(std::move(alike));
    }
}

/// All that change something as one commit; when it fails, none of them was done.
void SqlQueue::serveAlike(std::vector<Request> requests)
{
    for (const bool isLast : {false, true}) {
        if (const auto opened = open(); !opened) {
            tell(std::move(requests), opened, Failure::Connection);
            return;
        }
        const auto result = tryAll(requests);
        const bool isBroken = !result && m_dialect.isAlive
            && !m_dialect.isAlive(QSqlDatabase::database(m_connection, false));
        if (isBroken)
            close();
        if (isBroken && !isLast)
            continue;
        tell(std::move(requests), result, isBroken ? Failure::Connection : Failure::Request);
        return;
    }
}

SqlExecutor::Result SqlQueue::tryAll(std::vector<Request> &requests)
{
    return requests.front().writes
        ? serveAsOne(requests)
        : requests.front().work(QSqlDatabase::database(m_connection, false));
}

SqlExecutor::Result SqlQueue::serveAsOne(std::vector<Request> &requests)
{
    auto db = QSqlDatabase::database(m_connection, false);
    Result done = db.transaction() ? Result() : failureOf(db.lastError());
    for (auto &request : requests) {
        if (done)
            done = request.work(db);
    }
    if (done && !db.commit())
        done = failureOf(db.lastError());
    if (!done && db.isOpen()) // a driver may have noticed that the connection broke
        db.rollback();
    return done;
}

void SqlQueue::tell(std::vector<Request> requests, const Result &result, Failure failure)
{
    QMetaObject::invokeMethod(
        this,
        [this, result, failure, requests = std::move(requests)] {
            note(requests.front().writes, result, failure);
            for (const auto &request : requests) {
                if (request.answer)
                    request.answer(result);
            }
        },
        Qt::QueuedConnection);
}

void SqlQueue::note(bool writes, const Result &result, Failure failure)
{
    const bool isRefused = !result && failure == Failure::Request;
    if (writes || !result || !m_lastWriteFailed)
        m_problem = result ? QString() : result.error();
    if (writes && (result || isRefused))
        m_lastWriteFailed = isRefused;
    if (!result && failure == Failure::Connection)
        m_probe.start(ProbeEvery); // nobody else may ask for anything until it works again
}

} // namespace relay
