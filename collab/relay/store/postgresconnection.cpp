// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/postgresconnection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace relay::postgres {

static constexpr auto Patience =
    "connect_timeout=5;keepalives_idle=5;keepalives_interval=2;"
    "keepalives_count=3;tcp_user_timeout=10000;application_name=krateyard"_L1;

SqlExecutor::Result executeAll(const QSqlDatabase &db, const QStringList &statements)
{
    SqlExecutor::Result done;
    for (const auto &statement : statements) {
        QSqlQuery query(db);
        if (done && !query.exec(statement))
            done = failureOf(query.lastError());
    }
    return done;
}

SqlExecutor::Result open(QSqlDatabase &db, const PostgresAddress &address, const QString &schema)
{
    if (!db.isValid())
        return std::unexpected(u"Qt's driver for it is not installed; Debian's package is "
                               "libqt6sql6-psql"_s);
    db.setHostName(address.host);
    db.setPort(address.port);
    db.setDatabaseName(address.database);
    db.setUserName(address.user);
    db.setPassword(address.password);
    db.setConnectOptions(address.options.isEmpty() ? QString(Patience)
                                                   : address.options + u';' + Patience);
    if (!db.open())
        return failureOf(db.lastError());
    // What is answered is on the disk, whatever the server's default.
    return executeAll(db,
                      {u"SET client_min_messages TO warning"_s, u"SET search_path TO "_s + schema,
                       u"SELECT set_config('synchronous_commit', 'on', false) "
                       "WHERE current_setting('synchronous_commit') = 'off'"_s});
}

bool isAlive(const QSqlDatabase &db)
{
    return db.isOpen() && QSqlQuery(db).exec(u"SELECT 1"_s);
}

std::expected<std::optional<int>, QString> schemaVersion(const QSqlDatabase &db,
                                                         const QString &schema)
{
    QSqlQuery query(db);
    // to_regclass() may remember what was so before another relay made the tables.
    if (!query.exec(u"SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = "
                    "'%1' AND tablename = 'schema_version')"_s.arg(schema))
        || !query.next())
        return failureOf(query.lastError());
    if (!query.value(0).toBool())
        return std::nullopt;
    if (!query.exec(u"SELECT version FROM %1.schema_version"_s.arg(schema)) || !query.next())
        return failureOf(query.lastError());
    return query.value(0).toInt();
}

} // namespace relay::postgres
