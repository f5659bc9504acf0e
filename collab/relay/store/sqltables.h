// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/postgresaddress.h"
#include "collab/relay/store/sqlqueue.h"

#include <QStringList>

#include <vector>

namespace relay {

/// The tables of one part of the program, in a database or a schema of their own, and how they came
/// to be: each step is made once, so a step that was published stays as it is and changes are new
/// steps.
struct SqlTables
{
    QString name = {}; ///< one word, lower case
    /// Statements that SQLite and PostgreSQL both understand, but for `{id}`, a primary key that
    /// counts up, and `{bytes}`, the type of bytes.
    std::vector<QStringList> steps = {};
};

/// For a SqlQueue that works on the tables. A database of a newer program is refused.
SqlQueue::Dialect sqliteDialect(const QString &path, const SqlTables &tables);
/// In the schema krateyard_NAME, which several relays may share.
SqlQueue::Dialect postgresDialect(const PostgresAddress &address, const SqlTables &tables);

} // namespace relay
