// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlroomstore.h"

#include "collab/relay/store/sqlrecords.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimer>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

using Result = std::expected<void, QString>;

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

Result open(QSqlDatabase &db, const QString &path)
{
    db.setDatabaseName(path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    Result done = db.open() ? Result() : failureOf(db.lastError());
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (done)
            done = execute(db, pragma);
    }
    if (!done)
        return done;
    const auto version = versionOf(db);
    if (!version)
        return std::unexpected(version.error());
    if (*version > SqlRoomStore::SchemaVersion)
        return std::unexpected(u"a newer Krateyard wrote %1"_s.arg(path));
    return *version < SqlRoomStore::SchemaVersion ? makeTables(db) : Result();
}

} // namespace

SqlRoomStore::SqlRoomStore(const QString &path, QObject *parent)
    : SqlStore(
          {.driver = u"QSQLITE"_s, .open = [path](QSqlDatabase &db) { return open(db, path); }}, {},
          parent)
    , m_path(path)
{
}

std::expected<RoomStore::Content, QString> SqlRoomStore::readRoom(const QSqlDatabase &db,
                                                                  const QString &room)
{
    return records::read(db, room, nullptr);
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

} // namespace relay
