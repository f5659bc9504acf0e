// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace gateway {

/// A sign-in that has begun in a browser.
struct Login
{
    QByteArray state = {}; ///< that the provider gives back
    QByteArray nonce = {}; ///< that it puts into its token
    QByteArray verifier = {}; ///< of PKCE
    QString redirectUri = {};
    QString path = {}; ///< where to go in the end
    qint64 until = 0; ///< seconds since 1970

    static Login begin(const QString &redirectUri, const QString &path);
    QByteArray challenge() const; ///< S256: RFC 7636, 4.2
};

/// Keeps them in a cookie, which nobody else can write.
class LoginStates
{
public:
    static constexpr auto Time = std::chrono::minutes(10); ///< for typing a password

    LoginStates(); ///< with a key of its own, so they end with it

    QByteArray written(const Login &login) const;
    /// Nothing when it was not written here, or is over.
    std::optional<Login> read(const QByteArray &cookie) const;

private:
    QByteArray signatureOf(const QByteArray &text) const;

    const QByteArray m_key;
};

/// The path when it leads to this server, else "/".
QString safePath(const QString &path);

} // namespace gateway
