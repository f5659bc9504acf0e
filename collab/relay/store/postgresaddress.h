// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace relay {

/// Where a PostgreSQL server is, and as whom it is used.
struct PostgresAddress
{
    QString host = {}; ///< a path: the folder of its Unix socket; empty: libpq's own choice
    int port = -1; ///< likewise
    QString database = {};
    QString user = {};
    QString password = {}; ///< empty: $PGPASSWORD or ~/.pgpass, which libpq reads
    QString options = {}; ///< further words for libpq: sslmode='require' sslrootcert='…'

    bool operator==(const PostgresAddress &) const = default;
};

/// Reads `postgresql://user:password@host:port/database?sslmode=require`; of libpq's parameters
/// host, sslmode, sslrootcert, sslcert, sslkey and target_session_attrs. An error is a sentence
/// without the password.
/// https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-CONNSTRING-URIS
std::expected<PostgresAddress, QString> parsePostgresUrl(const QString &text);

} // namespace relay
