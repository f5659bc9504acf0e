// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/postgresaddress.h"
#include "collab/relay/store/sqlexecutor.h"

namespace relay::postgres {

/// Opens a connection that has Qt's driver for PostgreSQL, whose tables are those of `schema`, and
/// whose commits are on the disk when they are answered. A server that is gone without a word is
/// noticed within about 10 s.
SqlExecutor::Result open(QSqlDatabase &db, const PostgresAddress &address, const QString &schema);
/// Whether it still works.
bool isAlive(const QSqlDatabase &db);
/// Without values, one after the other, until one fails.
SqlExecutor::Result executeAll(const QSqlDatabase &db, const QStringList &statements);
/// What `schema`.schema_version says; nothing: it is not there yet.
std::expected<std::optional<int>, QString> schemaVersion(const QSqlDatabase &db,
                                                         const QString &schema);

} // namespace relay::postgres
