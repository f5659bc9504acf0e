// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlstore.h"

#include "collab/relay/store/sqlrecords.h"

#include <QSqlDatabase>

namespace relay {

SqlStore::SqlStore(const SqlQueue::Dialect &dialect, const QString &lock, QObject *parent)
    : RoomStore(parent)
    , m_lock(lock)
    , m_queue(dialect)
{
}

void SqlStore::load(const QString &room, const Answer<Content> &answer)
{
    askFor<Content>([room](const QSqlDatabase &db) { return records::read(db, room, nullptr); },
                    answer);
}

void SqlStore::append(const QString &room, const std::vector<QByteArray> &updates,
                      const Answer<Seqs> &answer)
{
    askFor<Seqs>(
        [room, updates](const QSqlDatabase &db) { return records::add(db, room, updates); }, answer,
        true);
}

void SqlStore::replace(const QString &room, const QByteArray &state, const Seqs &seqs,
                       const Answer<std::optional<Seq>> &answer)
{
    askFor<std::optional<Seq>>(
        [room, state, seqs, lock = m_lock](const QSqlDatabase &db) {
            return records::replace(db, room, state, seqs, lock);
        },
        answer, true);
}

void SqlStore::list(const Answer<QStringList> &answer)
{
    askFor<QStringList>(records::rooms, answer);
}

} // namespace relay
