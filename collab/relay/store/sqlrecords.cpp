// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlrecords.h"

#include "collab/relay/store/sqlexecutor.h"

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace relay::records {
namespace {

constexpr qsizetype LargestUpdate = 256 * 1024 * 1024;
constexpr size_t SeqsAtOnce = 1'000; // in the text of one statement
constexpr int Corrupt = 11; // https://www.sqlite.org/rescode.html

QByteArray sumOf(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).first(8);
}

/// Numbers alone: nothing in them that a statement could mistake.
QString listOf(std::span<const Seq> seqs)
{
    QStringList texts;
    for (const auto seq : seqs)
        texts.append(QString::number(seq));
    return texts.join(u',');
}

std::vector<std::span<const Seq>> parts(const Seqs &seqs)
{
    std::vector<std::span<const Seq>> parts;
    for (std::span<const Seq> left(seqs); !left.empty();) {
        parts.push_back(left.first(std::min(left.size(), SeqsAtOnce)));
        left = left.subspan(parts.back().size());
    }
    return parts;
}

/// Adds what a query gives to `content`, and what of it is broken to `broken`.
Result<void> take(QSqlQuery &query, RoomStore::Content &content, Seqs &broken)
{
    if (!query.exec())
        return failureOf(query.lastError());
    while (query.next()) {
        auto data = query.value(0).toByteArray();
        const auto seq = query.value(2).toLongLong();
        if (data.size() <= LargestUpdate && query.value(1).toByteArray() == sumOf(data)) {
            content.updates.push_back(std::move(data));
            content.seqs.push_back(seq);
        } else {
            broken.push_back(seq);
        }
    }
    const auto error = query.lastError();
    query.finish();
    if (!error.isValid())
        return {};
    // A page that is damaged ends the list: what came before it is there.
    if ((error.nativeErrorCode().toInt() & 0xff) != Corrupt)
        return failureOf(error);
    content.isPartial = true;
    ++content.broken;
    return {};
}

} // namespace

Result<Seqs> add(const QSqlDatabase &db, const QString &room,
                 const std::vector<QByteArray> &updates)
{
    Seqs seqs;
    for (const auto &update : updates) {
        if (update.size() > LargestUpdate)
            return std::unexpected(u"an update is larger than 256 MiB"_s);
        QSqlQuery query(db);
        query.prepare(u"INSERT INTO updates (room, data, sum) VALUES (?, ?, ?) RETURNING seq"_s);
        query.addBindValue(room);
        query.addBindValue(update);
        query.addBindValue(sumOf(update));
        if (!query.exec() || !query.next())
            return failureOf(query.lastError());
        seqs.push_back(query.value(0).toLongLong());
    }
    return seqs;
}

Result<RoomStore::Content> read(const QSqlDatabase &db, const QString &room, const Seqs *seqs)
{
    RoomStore::Content content;
    Seqs broken;
    const auto select = [&](const QString &which) {
        QSqlQuery query(db);
        query.setForwardOnly(true);
        query.prepare(u"SELECT data, sum, seq FROM updates WHERE room = ? "_s + which
                      + u"ORDER BY seq"_s);
        query.addBindValue(room);
        return take(query, content, broken);
    };
    Result<void> done;
    if (seqs == nullptr)
        done = select({});
    for (const auto &part : seqs != nullptr ? parts(*seqs) : decltype(parts({}))()) {
        if (done)
            done = select(u"AND seq IN (%1) "_s.arg(listOf(part)));
    }
    if (!done)
        return std::unexpected(done.error());
    content.broken += int(broken.size());
    // They stay, for those who know more about mending.
    for (const auto seq : broken) {
        if (!execute(db, u"UPDATE updates SET room = ? WHERE seq = ?"_s,
                     {QString(u"/broken/"_s + room), seq}))
            content.isPartial = true;
    }
    return content;
}

Result<std::optional<Seq>> replace(const QSqlDatabase &db, const QString &room,
                                   const QByteArray &state, const Seqs &seqs, const QString &lock)
{
    qint64 removed = 0;
    for (const auto &part : parts(seqs)) {
        QSqlQuery query(db);
        query.prepare(u"DELETE FROM updates WHERE seq IN (SELECT seq FROM updates WHERE room = ? "
                      "AND seq IN (%1) %2)"_s.arg(listOf(part), lock));
        query.addBindValue(room);
        if (!query.exec())
            return failureOf(query.lastError());
        removed += query.numRowsAffected();
    }
    if (removed == 0 && !seqs.empty())
        return std::nullopt;
    const auto added = add(db, room, {state});
    if (!added)
        return std::unexpected(added.error());
    return added->front();
}

Result<QStringList> rooms(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    if (!query.exec(u"SELECT DISTINCT room FROM updates WHERE room NOT LIKE '/%' ORDER BY room"_s))
        return failureOf(query.lastError());
    QStringList names;
    while (query.next())
        names.append(query.value(0).toString());
    names.sort(); // a server has its own idea of an order
    return names;
}

} // namespace relay::records
