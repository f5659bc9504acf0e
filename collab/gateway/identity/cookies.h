// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHttpHeaders>

#include <chrono>

namespace gateway {

/// The value of a cookie that came with a request; empty without it. Of several of that name the
/// first: browsers send the one with the longest path before others.
QByteArray cookieIn(const QHttpHeaders &headers, QByteArrayView name);

/// A cookie that only this server gets back, and pages of other sites cannot make a browser send,
/// but for following a link (SameSite=Lax). Under TLS its name begins with `__Host-`, which
/// neighbours under the same domain cannot set: RFC 6265bis, 4.1.3.
struct Cookie
{
    QByteArray name = {}; ///< without that beginning
    QByteArray value = {};
    std::chrono::seconds age{}; ///< 0: it is taken away
    bool isForPages = false; ///< scripts of our pages may read it

    QByteArray text(bool isSecure) const; ///< for Set-Cookie
    static QByteArray nameOf(const QByteArray &name, bool isSecure);
};

/// 32 random bytes, base64url.
QByteArray randomText();

} // namespace gateway
