// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlroomstore.h"

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimer>
#include <QUuid>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

using Result = std::expected<void, QString>;

constexpr qsizetype LargestUpdate = 256 * 1024 * 1024;

QByteArray sumOf(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).first(8);
}

// https://www.sqlite.org/rescode.html
constexpr int Corrupt = 11;

Result add(const QSqlDatabase &db, const QString &room, const std::vector<QByteArray> &updates)
{
    Result done;
    for (const auto &update : updates) {
        if (update.size() > LargestUpdate)
            return std::unexpected(u"an update is larger than 256 MiB"_s);
        if (done)
            done = execute(db, u"INSERT INTO updates (room, data, sum) VALUES (?, ?, ?)"_s,
                           {room, update, sumOf(update)});
    }
    return done;
}

std::expected<RoomStore::Content, QString> read(const QSqlDatabase &db, const QString &room)
{
    RoomStore::Content content;
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(u"SELECT data, sum, seq FROM updates WHERE room = ? ORDER BY seq"_s);
    query.addBindValue(room);
    if (!query.exec())
        return failureOf(query.lastError());
    QVariantList broken;
    while (query.next()) {
        auto data = query.value(0).toByteArray();
        if (data.size() <= LargestUpdate && query.value(1).toByteArray() == sumOf(data))
            content.updates.push_back(std::move(data));
        else
            broken.append(query.value(2));
    }
    const auto error = query.lastError();
    query.finish();
    content.broken = int(broken.size());
    // A page that is damaged ends the list: what came before it is there.
    content.isPartial = error.isValid() && (error.nativeErrorCode().toInt() & 0xff) == Corrupt;
    content.broken += content.isPartial ? 1 : 0;
    if (error.isValid() && !content.isPartial)
        return failureOf(error);
    // They stay, under a name that no yard can have, for those who know more about mending.
    for (const auto &seq : broken) {
        if (!execute(db, u"UPDATE updates SET room = ? WHERE seq = ?"_s,
                     {QString(u"/broken/"_s + room), seq}))
            content.isPartial = true;
    }
    return content;
}

std::expected<QStringList, QString> names(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT DISTINCT room FROM updates WHERE room NOT LIKE '/%' ORDER BY room"_s))
        return failureOf(query.lastError());
    QStringList names;
    while (query.next())
        names.append(query.value(0).toString());
    return names;
}

/// A copy of all that was confirmed before. https://www.sqlite.org/lang_vacuum.html#vacuuminto
Result copyTo(const QString &path, const QString &file)
{
    const auto connection = u"relay-backup-"_s + QUuid::createUuid().toString(QUuid::Id128);
    Result done;
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(path);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        done = db.open() ? execute(db, u"VACUUM INTO ?"_s, {file}) : failureOf(db.lastError());
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

std::expected<int, QString> versionOf(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failureOf(query.lastError());
    return query.value(0).toInt();
}

Result makeTables(const QSqlDatabase &db)
{
    Result done = execute(db, u"BEGIN IMMEDIATE"_s);
    if (!done)
        return done;
    const QString statements[] = {
        u"CREATE TABLE IF NOT EXISTS updates (seq INTEGER PRIMARY KEY, room TEXT NOT NULL, "
        "data BLOB NOT NULL, sum BLOB NOT NULL)"_s,
        u"CREATE INDEX IF NOT EXISTS updates_of_room ON updates (room, seq)"_s,
        // Since version 2:
        u"CREATE TABLE IF NOT EXISTS versions (id TEXT PRIMARY KEY, room TEXT NOT NULL, "
        "name TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL, automatic INTEGER NOT "
        "NULL, "
        "bytes INTEGER NOT NULL, data BLOB NOT NULL, sum BLOB NOT NULL)"_s,
        u"CREATE INDEX IF NOT EXISTS versions_of_room ON versions (room, at)"_s,
        u"CREATE TABLE IF NOT EXISTS invites (id TEXT PRIMARY KEY, room TEXT NOT NULL, "
        "name TEXT NOT NULL, role TEXT NOT NULL, sha256 BLOB NOT NULL, made INTEGER NOT NULL, "
        "expires INTEGER NOT NULL)"_s,
        u"PRAGMA user_version = %1"_s.arg(SqlRoomStore::SchemaVersion),
        u"COMMIT"_s,
    };
    for (const auto &statement : statements) {
        if (done)
            done = execute(db, statement);
    }
    if (!done)
        (void)execute(db, u"ROLLBACK"_s);
    return done;
}

} // namespace

SqlRoomStore::SqlRoomStore(const QString &path, QObject *parent)
    : RoomStore(parent)
    , m_path(path)
    , m_connection(u"relay-"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_thread([this] { run(); })
{
    // So that problem() knows at once whether the file can be used.
    ask({.work = [](const QSqlDatabase &) { return Result(); }});
}

SqlRoomStore::~SqlRoomStore()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void SqlRoomStore::ask(Request request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(request));
    }
    m_wake.notify_one();
}

std::expected<RoomStore::Content, QString> SqlRoomStore::readRoom(const QSqlDatabase &db,
                                                                  const QString &room)
{
    return read(db, room);
}

void SqlRoomStore::load(const QString &room, const Answer<Content> &answer)
{
    askFor<Content>([room](const QSqlDatabase &db) { return read(db, room); }, answer);
}

void SqlRoomStore::append(const QString &room, const std::vector<QByteArray> &updates,
                          const Answer<void> &answer)
{
    ask({.work = [room, updates](const QSqlDatabase &db) { return add(db, room, updates); },
         .answer = answer,
         .writes = true});
}

void SqlRoomStore::replace(const QString &room, const QByteArray &state, const Answer<void> &answer)
{
    const auto work = [room, state](const QSqlDatabase &db) {
        auto done = execute(db, u"DELETE FROM updates WHERE room = ?"_s, {room});
        return done ? add(db, room, {state}) : done;
    };
    ask({.work = work, .answer = answer, .writes = true});
}

void SqlRoomStore::list(const Answer<QStringList> &answer)
{
    askFor<QStringList>(names, answer);
}

/// By a connection of its own: what peers send is stored meanwhile.
void SqlRoomStore::backUp(const QString &file, const Answer<void> &answer)
{
    if (std::exchange(m_isBackingUp, true)) {
        QTimer::singleShot(
            0, this, [answer] { answer(std::unexpected(u"a backup is already being written"_s)); });
        return;
    }
    m_backup = std::jthread([this, file, answer] {
        const auto result = copyTo(m_path, file);
        QMetaObject::invokeMethod(
            this,
            [this, answer, result] {
                m_isBackingUp = false;
                answer(result);
            },
            Qt::QueuedConnection);
    });
}

void SqlRoomStore::limitPages(int pages)
{
    static constexpr int Most = 1'073'741'823; // SQLite's own limit less one
    ask({.work = [pages](const QSqlDatabase &db) {
        return execute(db, u"PRAGMA max_page_count = %1"_s.arg(pages > 0 ? pages : Most));
    }});
}

void SqlRoomStore::run()
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
    if (std::exchange(m_isOpen, false)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result SqlRoomStore::open()
{
    if (m_isOpen)
        return {};
    auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    Result done = db.open() ? Result() : failureOf(db.lastError());
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (done)
            done = execute(db, pragma);
    }
    if (done) {
        const auto version = versionOf(db);
        if (!version)
            done = std::unexpected(version.error());
        else if (*version > SchemaVersion)
            done = std::unexpected(u"a newer Krateyard wrote %1"_s.arg(m_path));
        else if (*version < SchemaVersion)
            done = makeTables(db);
    }
    m_isOpen = done.has_value();
    if (!done) {
        db = {};
        QSqlDatabase::removeDatabase(m_connection);
    }
    return done;
}

/// All that change something as one commit; when it fails, none of them was done.
void SqlRoomStore::serve(std::vector<Request> requests)
{
    if (const auto opened = open(); !opened) {
        tell(std::move(requests), opened);
        return;
    }
    // In the order in which they came: what is read sees what was written before.
    for (auto it = requests.begin(); it != requests.end();) {
        const auto end = std::find_if(it, requests.end(), [it](const Request &request) {
            return request.writes != it->writes;
        });
        std::vector<Request> alike(std::make_move_iterator(it), std::make_move_iterator(end));
        it = end;
        if (alike.front().writes) {
            const auto result = serveAsOne(alike);
            tell(std::move(alike), result);
            continue;
        }
        for (auto &request : alike) {
            const auto result = request.work(QSqlDatabase::database(m_connection, false));
            std::vector<Request> one;
            one.push_back(std::move(request));
            tell(std::move(one), result);
        }
    }
}

Result SqlRoomStore::serveAsOne(std::vector<Request> &requests)
{
    auto db = QSqlDatabase::database(m_connection, false);
    Result done = db.transaction() ? Result() : failureOf(db.lastError());
    for (auto &request : requests) {
        if (done)
            done = request.work(db);
    }
    if (done && !db.commit())
        done = failureOf(db.lastError());
    if (!done)
        db.rollback();
    return done;
}

void SqlRoomStore::tell(std::vector<Request> requests, const Result &result)
{
    const bool writes = requests.front().writes;
    QMetaObject::invokeMethod(
        this,
        [this, writes, result, requests = std::move(requests)] {
            if (writes || !result || !m_lastWriteFailed)
                m_problem = result ? QString() : result.error();
            if (writes)
                m_lastWriteFailed = !result;
            for (const auto &request : requests) {
                if (request.answer)
                    request.answer(result);
            }
        },
        Qt::QueuedConnection);
}

} // namespace relay
