// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlversionstore.h"

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace relay {
namespace {

template<typename T>
using Found = std::expected<T, QString>;

QByteArray sumOf(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).first(8);
}

/// An empty text, which some drivers would write as NULL otherwise.
QString textOf(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Found<std::vector<Version>> list(const QSqlDatabase &db, const QString &room)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, name, author, at, automatic, bytes, length(data) FROM versions "
                  "WHERE room = ? ORDER BY at DESC, id DESC"_s);
    query.addBindValue(room);
    if (!query.exec())
        return failureOf(query.lastError());
    std::vector<Version> versions;
    while (query.next())
        versions.push_back(
            {.id = query.value(0).toString(),
             .name = query.value(1).toString(),
             .author = query.value(2).toString(),
             .at = QDateTime::fromMSecsSinceEpoch(query.value(3).toLongLong(), QTimeZone::UTC),
             .bytes = query.value(5).toLongLong(),
             .storedBytes = query.value(6).toLongLong(),
             .isAutomatic = query.value(4).toInt() != 0});
    return versions;
}

Found<Version> add(const QSqlDatabase &db, const QString &room, const Version &version,
                   const QByteArray &state)
{
    const auto data = packState(state);
    const auto done =
        execute(db,
                u"INSERT INTO versions (id, room, name, author, at, automatic, bytes, data, sum) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
                {version.id, room, textOf(version.name), textOf(version.author),
                 version.at.toMSecsSinceEpoch(), version.isAutomatic ? 1 : 0, qint64(state.size()),
                 data, sumOf(data)});
    if (!done)
        return std::unexpected(done.error());
    auto stored = version;
    stored.bytes = state.size();
    stored.storedBytes = data.size();
    return stored;
}

Found<std::optional<QByteArray>> load(const QSqlDatabase &db, const QString &room,
                                      const QString &id)
{
    QSqlQuery query(db);
    query.prepare(u"SELECT data, sum FROM versions WHERE room = ? AND id = ?"_s);
    query.addBindValue(room);
    query.addBindValue(id);
    if (!query.exec())
        return failureOf(query.lastError());
    if (!query.next())
        return std::nullopt;
    const auto data = query.value(0).toByteArray();
    if (query.value(1).toByteArray() == sumOf(data)) {
        if (auto state = unpackState(data))
            return state;
    }
    return std::unexpected(u"the version is not as it was stored"_s);
}

Found<int> remove(const QSqlDatabase &db, const QString &room, const QStringList &ids)
{
    int removed = 0;
    for (const auto &id : ids) {
        QSqlQuery query(db);
        query.prepare(u"DELETE FROM versions WHERE room = ? AND id = ?"_s);
        query.addBindValue(room);
        query.addBindValue(id);
        if (!query.exec())
            return failureOf(query.lastError());
        removed += query.numRowsAffected();
    }
    return removed;
}

} // namespace

void SqlVersionStore::listVersions(const QString &room, const Answer<std::vector<Version>> &answer)
{
    m_executor.askFor<std::vector<Version>>(
        [room](const QSqlDatabase &db) { return list(db, room); }, answer);
}

void SqlVersionStore::addVersion(const QString &room, const Version &version,
                                 const QByteArray &state, const Answer<Version> &answer)
{
    m_executor.askFor<Version>(
        [=](const QSqlDatabase &db) { return add(db, room, version, state); }, answer, true);
}

void SqlVersionStore::loadVersion(const QString &room, const QString &id,
                                  const Answer<std::optional<QByteArray>> &answer)
{
    m_executor.askFor<std::optional<QByteArray>>(
        [=](const QSqlDatabase &db) { return load(db, room, id); }, answer);
}

void SqlVersionStore::removeVersions(const QString &room, const QStringList &ids,
                                     const Answer<int> &answer)
{
    m_executor.askFor<int>([=](const QSqlDatabase &db) { return remove(db, room, ids); }, answer,
                           true);
}

} // namespace relay
