// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/postgresaddress.h"
#include "collab/relay/store/sharedstore.h"
#include "collab/relay/store/sqlstore.h"

namespace relay {

/// Keeps rooms in PostgreSQL 14 or newer: in the schema `krateyard` of a database, SqlStore's
/// tables, and for each record also the transaction that added it, from which follows what is new.
/// Several relays may write at once, to the same room too.
class PostgresRoomStore final : public SqlStore, public SharedStore
{
    Q_OBJECT

public:
    explicit PostgresRoomStore(const PostgresAddress &address, QObject *parent = nullptr);

    void backUp(const QString &file,
                const Answer<void> &answer) override; ///< fails: pg_dump does it
    void added(const QByteArray &mark, const Answer<Added> &answer) override;
    void read(const QString &room, const Seqs &seqs, const Answer<Content> &answer) override;
};

} // namespace relay
