// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/sqlstorage.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

using Done = relay::SqlExecutor::Result;
using relay::execute;
using relay::failureOf;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// What a statement finds, row by row.
Done select(const QSqlDatabase &db, const QString &statement, const QVariantList &values,
            const std::function<bool(const QSqlQuery &)> &take)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failureOf(query.lastError());
    for (const auto &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failureOf(query.lastError());
    while (query.next() && take(query)) { }
    return {};
}

/// Empty texts must not be NULL.
QString text(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Done touchLog(const QSqlDatabase &db, const LogName &log)
{
    return execute(db, u"UPDATE logs SET seen = ? WHERE name = ?"_s, {now(), log.text()});
}

Done addLog(const QSqlDatabase &db, const LogName &log)
{
    return execute(db,
                   u"INSERT INTO logs (name, cluster, namespace, pod, uid, container, seen) VALUES "
                   "(?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET seen = excluded.seen"_s,
                   {log.text(), text(log.cluster), text(log.nameSpace), text(log.pod),
                    text(log.uid), text(log.container), now()});
}

/// Another relay may have stored the same lines.
Done addBlock(const QSqlDatabase &db, const LogName &log, const LogBlock &block)
{
    LogPosition last;
    const auto read = select(
        db,
        u"SELECT lasttime, lastcount FROM blocks WHERE log = ? ORDER BY lasttime DESC, lastcount "
        "DESC LIMIT 1"_s,
        {log.text()}, [&last](const QSqlQuery &query) {
            last = {.time = query.value(0).toLongLong(), .count = query.value(1).toInt()};
            return false;
        });
    if (!read || block.first <= last)
        return read;
    return execute(db,
                   u"INSERT INTO blocks (log, beforetime, beforecount, firsttime, firstcount, "
                   "lasttime, lastcount, size, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {log.text(), block.before.time, block.before.count, block.first.time,
                    block.first.count, block.last.time, block.last.count,
                    qint64(block.bytes.size()), block.bytes});
}

/// The oldest of a log that has too much.
Done trim(const QSqlDatabase &db, const LogName &log, qint64 most)
{
    qint64 bytes = 0;
    qint64 last = 0;
    const auto read = select(db, u"SELECT id, size FROM blocks WHERE log = ? ORDER BY id DESC"_s,
                             {log.text()}, [&](const QSqlQuery &query) {
                                 if (bytes > 0 && bytes + query.value(1).toLongLong() > most)
                                     last = query.value(0).toLongLong();
                                 bytes += query.value(1).toLongLong();
                                 return last == 0;
                             });
    if (!read || last == 0)
        return read;
    return execute(db, u"DELETE FROM blocks WHERE log = ? AND id <= ?"_s, {log.text(), last});
}

Done removeLogs(const QSqlDatabase &db, qint64 seenBefore)
{
    const QVariantList values{seenBefore};
    auto done = execute(
        db, u"DELETE FROM blocks WHERE log IN (SELECT name FROM logs WHERE seen < ?)"_s, values);
    return done ? execute(db, u"DELETE FROM logs WHERE seen < ?"_s, values) : done;
}

/// The logs that were not read for longest, until the others are few enough.
Done removeTooMany(const QSqlDatabase &db, qint64 most)
{
    qint64 bytes = 0;
    qint64 before = 0;
    const auto read = select(
        db,
        u"SELECT logs.seen, SUM(blocks.size) FROM logs JOIN blocks ON blocks.log = logs.name GROUP "
        "BY logs.name, logs.seen ORDER BY logs.seen DESC"_s,
        {}, [&](const QSqlQuery &query) {
            bytes += query.value(1).toLongLong();
            if (bytes > most)
                before = query.value(0).toLongLong() + 1;
            return before == 0;
        });
    return read && before > 0 ? removeLogs(db, before) : read;
}

std::expected<std::vector<LogBlock>, QString> readBlocks(const QSqlDatabase &db, const LogName &log,
                                                         const LogPosition &after, qint64 most)
{
    std::vector<LogBlock> blocks;
    qint64 bytes = 0;
    const auto read = select(
        db,
        u"SELECT beforetime, beforecount, firsttime, firstcount, lasttime, lastcount, data FROM "
        "blocks WHERE log = ? AND (lasttime > ? OR (lasttime = ? AND lastcount > ?)) ORDER BY id"_s,
        {log.text(), after.time, after.time, after.count}, [&](const QSqlQuery &query) {
            const auto position = [&query](int column) {
                return LogPosition{.time = query.value(column).toLongLong(),
                                   .count = query.value(column + 1).toInt()};
            };
            blocks.push_back({.before = position(0),
                              .first = position(2),
                              .last = position(4),
                              .bytes = query.value(6).toByteArray()});
            bytes += blocks.back().bytes.size();
            return bytes < most;
        });
    if (!read)
        return std::unexpected(read.error());
    return blocks;
}

} // namespace

relay::SqlTables SqlStorage::tables()
{
    return {.name = u"logs"_s,
            .steps = {
                {u"CREATE TABLE logs (name text PRIMARY KEY, cluster text NOT NULL, namespace text "
                 "NOT NULL, pod text NOT NULL, uid text NOT NULL, container text NOT NULL, seen "
                 "bigint NOT NULL)"_s,
                 u"CREATE INDEX logs_of_pod ON logs (cluster, namespace, pod)"_s,
                 u"CREATE TABLE blocks (id {id}, log text NOT NULL, beforetime bigint NOT NULL, "
                 "beforecount integer NOT NULL, firsttime bigint NOT NULL, firstcount integer NOT "
                 "NULL, lasttime bigint NOT NULL, lastcount integer NOT NULL, size bigint NOT "
                 "NULL, data {bytes} NOT NULL)"_s,
                 u"CREATE INDEX blocks_of_log ON blocks (log, lasttime, lastcount)"_s,
                 u"CREATE TABLE leases (log text PRIMARY KEY, holder text NOT NULL, until bigint "
                 "NOT NULL)"_s,
                 u"CREATE TABLE sessions (subject text PRIMARY KEY, body {bytes} NOT NULL, saved "
                 "bigint NOT NULL)"_s}}};
}

SqlStorage::SqlStorage(std::unique_ptr<relay::SqlQueue> database, const Limits &limits,
                       bool isShared, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_isShared(isShared)
    , m_database(std::move(database))
{
    m_sweep.setInterval(std::clamp(limits.logTtl / 10, std::chrono::milliseconds(50),
                                   std::chrono::milliseconds(std::chrono::minutes(1))));
    connect(&m_sweep, &QTimer::timeout, this, &SqlStorage::removeOld);
    m_sweep.start();
    removeOld();
}

void SqlStorage::write(const std::function<Done(const QSqlDatabase &)> &work,
                       const Answer<bool> &answer)
{
    m_database->ask({.work = work,
                     .answer =
                         [answer](const Done &done) {
                             if (answer)
                                 answer(done ? Result<bool>(true) : std::unexpected(done.error()));
                         },
                     .writes = true});
}

void SqlStorage::append(const LogName &log, const LogBlock &block, const Answer<bool> &answer)
{
    write(
        [log, block, most = m_limits.bytesOfLog](const QSqlDatabase &db) {
            auto done = addLog(db, log);
            if (done)
                done = addBlock(db, log, block);
            return done ? trim(db, log, most) : done;
        },
        answer);
}

void SqlStorage::read(const LogName &log, const LogPosition &after, qint64 mostBytes,
                      const Answer<std::vector<LogBlock>> &answer)
{
    m_database->askFor<std::vector<LogBlock>>(
        [log, after, mostBytes](const QSqlDatabase &db) {
            return readBlocks(db, log, after, mostBytes);
        },
        answer);
}

void SqlStorage::find(const QString &cluster, const QString &nameSpace, const QString &pod,
                      const Answer<std::vector<LogName>> &answer)
{
    const auto oldest = now() - m_limits.logTtl.count();
    m_database->askFor<std::vector<LogName>>(
        [=](const QSqlDatabase &db) -> Result<std::vector<LogName>> {
            std::vector<LogName> names;
            const auto read = select(
                db,
                u"SELECT pod, uid, container FROM logs WHERE cluster = ? AND namespace = ? AND "
                "(pod = ? OR ? = '') AND seen >= ? ORDER BY name LIMIT 10000"_s,
                {text(cluster), text(nameSpace), text(pod), text(pod), oldest},
                [&](const QSqlQuery &query) {
                    names.push_back({.cluster = cluster,
                                     .nameSpace = nameSpace,
                                     .pod = query.value(0).toString(),
                                     .uid = query.value(1).toString(),
                                     .container = query.value(2).toString()});
                    return true;
                });
            if (!read)
                return std::unexpected(read.error());
            return names;
        },
        answer);
}

void SqlStorage::touch(const LogName &log)
{
    write([log](const QSqlDatabase &db) { return touchLog(db, log); });
}

void SqlStorage::lease(const LogName &log, const QString &holder, std::chrono::milliseconds time,
                       const Answer<bool> &answer)
{
    const auto work = [name = log.text(), holder, time](const QSqlDatabase &db) -> Result<bool> {
        const auto at = now();
        // One statement, so that of two at a time one has it.
        const auto taken = execute(
            db,
            u"INSERT INTO leases (log, holder, until) VALUES (?, ?, ?) ON CONFLICT (log) DO UPDATE "
            "SET holder = excluded.holder, until = excluded.until WHERE leases.holder = "
            "excluded.holder OR leases.until < ?"_s,
            {name, holder, at + qint64(time.count()), at});
        if (!taken)
            return std::unexpected(taken.error());
        QString now;
        const auto read = select(db, u"SELECT holder FROM leases WHERE log = ?"_s, {name},
                                 [&now](const QSqlQuery &query) {
                                     now = query.value(0).toString();
                                     return false;
                                 });
        if (!read)
            return std::unexpected(read.error());
        return now == holder;
    };
    m_database->askFor<bool>(work, answer, true);
}

void SqlStorage::release(const LogName &log, const QString &holder)
{
    write([name = log.text(), holder](const QSqlDatabase &db) {
        return execute(db, u"DELETE FROM leases WHERE log = ? AND holder = ?"_s, {name, holder});
    });
}

void SqlStorage::saveSession(const QString &subject, const QByteArray &body,
                             const Answer<bool> &answer)
{
    if (body.isEmpty())
        return write(
            [subject](const QSqlDatabase &db) {
                return execute(db, u"DELETE FROM sessions WHERE subject = ?"_s, {subject});
            },
            answer);
    write(
        [subject, body](const QSqlDatabase &db) {
            return execute(db,
                           u"INSERT INTO sessions (subject, body, saved) VALUES (?, ?, ?) ON "
                           "CONFLICT (subject) DO UPDATE SET body = excluded.body, saved = "
                           "excluded.saved"_s,
                           {subject, body, now()});
        },
        answer);
}

void SqlStorage::session(const QString &subject, const Answer<QByteArray> &answer)
{
    const auto oldest = now() - m_limits.sessionTtl.count();
    m_database->askFor<QByteArray>(
        [subject, oldest](const QSqlDatabase &db) -> Result<QByteArray> {
            QByteArray body;
            const auto read =
                select(db, u"SELECT body FROM sessions WHERE subject = ? AND saved >= ?"_s,
                       {subject, oldest}, [&body](const QSqlQuery &query) {
                           body = query.value(0).toByteArray();
                           return false;
                       });
            if (!read)
                return std::unexpected(read.error());
            return body;
        },
        answer);
}

void SqlStorage::removeOld()
{
    write([limits = m_limits](const QSqlDatabase &db) {
        auto done = removeLogs(db, now() - limits.logTtl.count());
        if (done)
            done = removeTooMany(db, limits.bytes);
        if (done)
            done = execute(db, u"DELETE FROM leases WHERE until < ?"_s, {now() - 60'000});
        return done ? execute(db, u"DELETE FROM sessions WHERE saved < ?"_s,
                              {now() - limits.sessionTtl.count()})
                    : done;
    });
}

} // namespace gateway
