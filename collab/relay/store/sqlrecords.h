// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/roomstore.h"

class QSqlDatabase;

/// The table `updates`, with SQL that SQLite and PostgreSQL both understand: seq, room, data (V1),
/// and the first 8 bytes of the SHA-256 of data, for no database notices every flipped bit. All is
/// done on the executor's thread.
namespace relay::records {

template<typename T>
using Result = std::expected<T, QString>;

Result<Seqs> add(const QSqlDatabase &db, const QString &room,
                 const std::vector<QByteArray> &updates);
/// What is stored of a room; with `seqs`, only that of these. A record that is not as it was
/// written is put aside, under a name that no yard can have.
Result<RoomStore::Content> read(const QSqlDatabase &db, const QString &room, const Seqs *seqs);
/// Nothing when none of them was there any more; then nothing was added. `lock` follows the
/// selection of those that are removed.
Result<std::optional<Seq>> replace(const QSqlDatabase &db, const QString &room,
                                   const QByteArray &state, const Seqs &seqs,
                                   const QString &lock = {});
Result<QStringList> rooms(const QSqlDatabase &db);

} // namespace relay::records
