// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QString>

#include <expected>

namespace relay {

/// Files in PEM form.
struct TlsFiles
{
    QString certificate = {}; ///< the server's own first, then those between it and the authority
    QString key = {};

    bool isEmpty() const { return certificate.isEmpty() && key.isEmpty(); }
    bool operator==(const TlsFiles &) const = default;
};

/// With what the server identifies itself.
struct ServerTls
{
    QSslConfiguration configuration = {}; ///< TLS 1.2 and newer, HTTP/1.1
    QDateTime expires = {}; ///< of the server's own certificate
};

/// Reads both files. An error says which file is wrong, how, and what to do; never what is in it.
std::expected<ServerTls, QString> loadServerTls(const TlsFiles &files);

/// What an operator should know of a certificate that ends then; empty when that is weeks away.
QString expiryWarning(const QDateTime &expires, const QDateTime &now);

} // namespace relay
