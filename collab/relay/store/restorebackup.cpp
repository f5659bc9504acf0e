// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/restorebackup.h"

#include "collab/crdt/updates.h"
#include "collab/relay/store/sqlexecutor.h"
#include "collab/relay/store/sqlroomstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

using Result = std::expected<void, QString>;

/// With a connection that reads the file and nothing else.
Result withFile(const QString &file, const std::function<Result(const QSqlDatabase &)> &work)
{
    const auto connection = u"relay-restore-"_s + QUuid::createUuid().toString(QUuid::Id128);
    Result done;
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        done = db.open() ? work(db) : failureOf(db.lastError());
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

std::expected<QString, QString> answerOf(const QSqlDatabase &db, const QString &question)
{
    QSqlQuery query(db);
    if (!query.exec(question) || !query.next())
        return failureOf(query.lastError());
    return query.value(0).toString();
}

Result check(const QSqlDatabase &db)
{
    const auto version = answerOf(db, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    if (version->toInt() < 1)
        return std::unexpected(u"it is no backup of a relay"_s);
    if (version->toInt() > SqlRoomStore::SchemaVersion)
        return std::unexpected(u"a newer Krateyard wrote it"_s);
    const auto integrity = answerOf(db, u"PRAGMA integrity_check"_s);
    if (!integrity)
        return std::unexpected(integrity.error());
    if (*integrity != "ok"_L1)
        return std::unexpected(u"it is damaged: %1"_s.arg(*integrity));
    return {};
}

/// What SQLite keeps beside a file that was not closed: a part of what it holds.
/// https://www.sqlite.org/tempfiles.html
QString leftBeside(const QString &file)
{
    for (const auto &end : {u"-wal"_s, u"-journal"_s}) {
        if (QFileInfo(file + end).size() > 0)
            return file + end;
    }
    return {};
}

Result checkFile(const QString &file)
{
    if (const auto left = leftBeside(file); !left.isEmpty())
        return std::unexpected(u"%1 cannot be restored: it is no whole backup, for changes are "
                               "in %2 beside it"_s.arg(file, left));
    const auto checked = QFileInfo(file).isFile() ? withFile(file, check)
                                                  : std::unexpected(u"there is no such file"_s);
    if (!checked)
        return std::unexpected(u"%1 cannot be restored: %2"_s.arg(file, checked.error()));
    return {};
}

} // namespace

Result restoreBackup(const QString &file, const QString &folder)
{
    if (const auto checked = checkFile(file); !checked)
        return checked;
    static constexpr auto OwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    const QFileInfo place(folder);
    if (!place.isDir() && !(QDir().mkpath(place.absolutePath()) && QDir().mkdir(folder, OwnerOnly)))
        return std::unexpected(u"cannot make the folder %1"_s.arg(folder));
    QLockFile lock(QDir(folder).filePath(u"relay.lock"_s));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return std::unexpected(
            u"a relay uses %1: stop it first, or restore single yards with --yard"_s.arg(folder));
    const auto target = QDir(folder).filePath(u"relay.sqlite"_s);
    if (QFileInfo::exists(target))
        return std::unexpected(
            u"%1 holds yards already: name an empty folder, or move that file away"_s.arg(folder));
    // It would be taken for changes of what is restored.
    if (const auto left = leftBeside(target); !left.isEmpty())
        return std::unexpected(
            u"%1 is left of a relay that did not end in good order: move it away, together with "
            "the relay.sqlite that it belongs to"_s.arg(left));
    const auto half = QString(target + u".restoring");
    QFile::remove(half);
    // Under another name first, so that a copy that broke off is not taken for the whole.
    const bool isThere = QFile::copy(file, half)
        && QFile::setPermissions(half, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && QFile::rename(half, target);
    if (!isThere)
        return std::unexpected(u"cannot write %1"_s.arg(target));
    return {};
}

std::expected<QByteArray, QString> yardInBackup(const QString &file, const QString &yard)
{
    if (const auto checked = checkFile(file); !checked)
        return std::unexpected(checked.error());
    std::vector<QByteArray> updates;
    const auto done = withFile(file, [&](const QSqlDatabase &db) -> Result {
        auto content = SqlRoomStore::readRoom(db, yard);
        if (!content)
            return std::unexpected(content.error());
        updates = std::move(content->updates);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    if (updates.empty())
        return std::unexpected(u"%1 holds no yard “%2”"_s.arg(file, yard));
    auto merged = crdt::mergeUpdates(updates);
    if (!merged)
        return std::unexpected(u"the yard in %1 is damaged"_s.arg(file));
    return *merged;
}

} // namespace relay
