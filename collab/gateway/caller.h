// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHostAddress>
#include <QStringList>

namespace gateway {

/// Who asks the gateway, as far as it is proven.
struct Caller
{
    QString subject = {}; ///< `sub` of the token, or "apikey/" and the key's name; never empty
    QString name = {}; ///< for people to read
    QString userName = {}; ///< whom a cluster is asked to take the caller for, when impersonating
    QStringList groups = {};
    QHostAddress address =
        {}; ///< where the request came from, proxies that are trusted seen through
    QDateTime until = {}; ///< when the proof ends; invalid: never
    QByteArray proof = {}; ///< tells one proof from others, and proves nothing: a hash
    bool isBySession =
        false; ///< proven by a browser's cookie, so that pages of others must be kept out

    bool operator==(const Caller &) const = default;
};

} // namespace gateway
