// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardsql.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr int Version = 1;
constexpr qsizetype LargestUpdate = 256 * 1024 * 1024;

// https://www.sqlite.org/rescode.html
constexpr int Corrupt = 11;
constexpr int NotADatabase = 26;

const QString tables[] = {
    u"CREATE TABLE updates (seq INTEGER PRIMARY KEY, encoding INTEGER NOT NULL, "
    "data BLOB NOT NULL, sum BLOB NOT NULL)"_s,
    u"CREATE TABLE contexts (krate TEXT PRIMARY KEY, context TEXT NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE yard (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
    u"PRAGMA application_id = 1263686212"_s, // "KRYD"
    u"PRAGMA user_version = %1"_s.arg(Version),
};

QByteArray sumOf(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).first(8);
}

YardSql::Failure failureOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool isBroken = code == Corrupt || code == NotADatabase;
    using Kind = YardSql::Failure::Kind;
    return {isBroken ? Kind::Broken : Kind::Unreadable, error.databaseText()};
}

/// Runs one statement.
YardSql::Result<void> run(const QSqlDatabase &db, const QString &statement,
                          const QVariantList &values = {})
{
    QSqlQuery query(db);
    bool isDone = query.prepare(statement);
    for (const auto &value : values)
        query.addBindValue(value);
    isDone = isDone && query.exec();
    if (isDone)
        return {};
    return std::unexpected(failureOf(query.lastError()));
}

YardSql::Result<void> writeTo(const QSqlDatabase &db, const YardSql::Content &content,
                              YardSql::Write how)
{
    YardSql::Result<void> done;
    if (how == YardSql::Write::Replace) {
        for (const auto &table : {u"updates"_s, u"contexts"_s}) {
            if (done)
                done = run(db, u"DELETE FROM "_s + table);
        }
    }
    for (const auto &[data, encoding] : content.updates) {
        if (done)
            done = run(db, u"INSERT INTO updates (encoding, data, sum) VALUES (?, ?, ?)"_s,
                       {encoding == crdt::Encoding::V1 ? 1 : 2, data, sumOf(data)});
    }
    for (const auto &[krate, context] : content.contexts) {
        if (done)
            done = run(db, u"INSERT OR REPLACE INTO contexts VALUES (?, ?)"_s, {krate, context});
    }
    if (done && content.name) {
        const auto name = content.name->isNull() ? u""_s : *content.name; // null would be NULL
        done = run(db, u"INSERT OR REPLACE INTO yard VALUES ('name', ?)"_s, {name});
    }
    return done;
}

YardSql::Result<int> versionOf(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA user_version"_s))
        return std::unexpected(failureOf(query.lastError()));
    return query.next() ? query.value(0).toInt() : 0;
}

/// Makes the tables unless another program has done so since the version was read.
YardSql::Result<void> makeTables(const QSqlDatabase &db)
{
    if (auto begun = run(db, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    YardSql::Result<void> done;
    if (versionOf(db) != Version) {
        for (const auto &statement : tables) {
            if (done)
                done = run(db, statement);
        }
    }
    if (done)
        done = run(db, u"COMMIT"_s);
    if (!done)
        run(db, u"ROLLBACK"_s);
    return done;
}

} // namespace

YardSql::YardSql(const QString &path)
    : m_path(path)
    , m_connection(u"yard-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
}

YardSql::~YardSql()
{
    close();
}

bool YardSql::exists() const
{
    return QFileInfo::exists(m_path);
}

void YardSql::close()
{
    if (!std::exchange(m_isOpen, false))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

YardSql::Result<void> YardSql::open()
{
    if (m_isOpen)
        return {};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_isOpen = true;
    auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!db.open())
        return std::unexpected(failureOf(db.lastError()));
    return checkVersion(db);
}

YardSql::Result<void> YardSql::checkVersion(QSqlDatabase &db)
{
    QSqlQuery query(db);
    // The first reads the file. A commit is to be on the disk when it returns.
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (!query.exec(pragma))
            return std::unexpected(failureOf(query.lastError()));
    }
    query.finish();
    const auto found = versionOf(db);
    if (!found)
        return std::unexpected(found.error());
    const int version = *found;
    if (version > Version)
        return std::unexpected(Failure{Failure::Kind::Newer, QString::number(version)});
    return version == Version ? Result<void>() : makeTables(db);
}

bool YardSql::limitPages(int pages)
{
    const auto db = QSqlDatabase::database(m_connection, false);
    return m_isOpen && run(db, u"PRAGMA max_page_count = %1"_s.arg(pages)).has_value();
}

YardSql::Result<YardSql::Content> YardSql::read()
{
    Content content;
    if (!exists())
        return content;
    if (const auto done = open(); !done)
        return std::unexpected(done.error());
    auto db = QSqlDatabase::database(m_connection, false);
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT encoding, data, sum FROM updates ORDER BY seq"_s))
        return std::unexpected(failureOf(query.lastError()));
    while (query.next()) {
        const int encoding = query.value(0).toInt();
        const auto data = query.value(1).toByteArray();
        const bool isWhole = (encoding == 1 || encoding == 2) && data.size() <= LargestUpdate
            && query.value(2).toByteArray() == sumOf(data);
        if (isWhole)
            content.updates.push_back(
                {data, encoding == 1 ? crdt::Encoding::V1 : crdt::Encoding::V2});
        else
            ++content.broken;
    }
    // A page that is damaged ends the list: what came before it is there.
    if (query.lastError().isValid())
        ++content.broken;
    if (query.exec(u"SELECT krate, context FROM contexts"_s)) {
        while (query.next())
            content.contexts.emplace(query.value(0).toString(), query.value(1).toString());
    }
    content.name = name().value_or(QString());
    return content;
}

YardSql::Result<QString> YardSql::name()
{
    if (!exists())
        return QString();
    if (const auto done = open(); !done)
        return std::unexpected(done.error());
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(u"SELECT value FROM yard WHERE key = 'name'"_s))
        return std::unexpected(failureOf(query.lastError()));
    return query.next() ? query.value(0).toString().simplified() : QString();
}

YardSql::Result<void> YardSql::write(const Content &content, Write how)
{
    if (const auto done = open(); !done) {
        close(); // it may be different the next time
        return std::unexpected(done.error());
    }
    auto db = QSqlDatabase::database(m_connection, false);
    if (!db.transaction())
        return std::unexpected(failureOf(db.lastError()));
    auto done = writeTo(db, content, how);
    if (done && !db.commit())
        done = std::unexpected(failureOf(db.lastError()));
    if (!done)
        db.rollback();
    return done;
}

QString YardSql::copyAside(const QString &path)
{
    QString aside = path + u".broken"_s;
    for (int n = 2; QFileInfo::exists(aside); ++n)
        aside = path + u".broken%1"_s.arg(n);
    if (!QFile::copy(path, aside))
        return {};
    QFile::copy(path + u"-wal"_s, aside + u"-wal"_s);
    return aside;
}

bool YardSql::move(const QString &from, const QString &to)
{
    QFile::remove(to + u"-wal"_s);
    QFile::remove(to + u"-shm"_s);
    // The log first: alone it is nothing, and the file without it is less than it was.
    const bool hasLog = QFileInfo::exists(from + u"-wal"_s);
    if (hasLog && !QFile::rename(from + u"-wal"_s, to + u"-wal"_s))
        return false;
    QFile::remove(from + u"-shm"_s);
    if (QFile::rename(from, to))
        return true;
    if (hasLog)
        QFile::rename(to + u"-wal"_s, from + u"-wal"_s);
    return false;
}

} // namespace workspace
