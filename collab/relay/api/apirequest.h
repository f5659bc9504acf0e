// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/apianswer.h"
#include "collab/relay/rooms/person.h"

#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <expected>

namespace relay {

/// A request whose sender may make it.
struct ApiRequest
{
    QString yard = {}; ///< a name that a yard may have; empty where the address has none
    QString id = {}; ///< likewise, of a version, an invite or a connection
    Person person = {};
    QUrlQuery query = {};
    QByteArray body = {};
    QUrl origin = {}; ///< scheme, host and port under which the relay was reached

    /// The body, which must be an object of JSON, or nothing at all; else what to answer.
    std::expected<QJsonObject, ApiAnswer> json() const;
};

/// One kind of request.
struct ApiRoute
{
    enum class Access {
        Viewer, ///< of the yard, or more
        Editor,
        Owner,
        Admin, ///< of the relay
    };
    enum class Cost {
        Little,
        Yard, ///< whole yards are read or written: it may be asked less often
    };
    static constexpr qint64 SmallBody = 16 * 1024;

    QByteArray method = {};
    /// Below `/api/v1/`; `{yard}` and `{id}` stand for one part each.
    QString path = {};
    Access access = Access::Viewer;
    Cost cost = Cost::Little;
    std::function<void(const ApiRequest &, const ApiDone &)> handle = {};
    /// How large its body may be; SmallBody without it.
    std::function<qint64(const QString &yard)> bodyLimit = {};
};

/// A text of a request's body: trimmed, without control characters, of at most 100 characters.
/// Nothing when it is another thing or too long.
std::optional<QString> labelOf(const QJsonValue &value);

} // namespace relay
