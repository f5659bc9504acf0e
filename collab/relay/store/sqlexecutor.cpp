// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlexecutor.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace relay {

std::unexpected<QString> failureOf(const QSqlError &error)
{
    return std::unexpected(error.databaseText().isEmpty() ? error.driverText()
                                                          : error.databaseText());
}

SqlExecutor::Result execute(const QSqlDatabase &db, const QString &statement,
                            const QVariantList &values)
{
    QSqlQuery query(db);
    bool isDone = query.prepare(statement);
    for (const auto &value : values)
        query.addBindValue(value);
    isDone = isDone && query.exec();
    return isDone ? SqlExecutor::Result() : failureOf(query.lastError());
}

} // namespace relay
