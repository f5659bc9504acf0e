// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlinvitestore.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace relay {

static std::expected<std::vector<Invite>, QString> list(const QSqlDatabase &db)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT id, room, name, role, sha256, made, expires FROM invites "
                    "ORDER BY made, id"_s))
        return failureOf(query.lastError());
    const auto time = [&query](int column) {
        return QDateTime::fromMSecsSinceEpoch(query.value(column).toLongLong(), QTimeZone::UTC);
    };
    std::vector<Invite> invites;
    while (query.next())
        invites.push_back({.id = query.value(0).toString(),
                           .room = query.value(1).toString(),
                           .name = query.value(2).toString(),
                           // A word of a later version is worth as little as possible.
                           .role = roleNamed(query.value(3).toString()).value_or(Role::Viewer),
                           .sha256 = query.value(4).toByteArray(),
                           .made = time(5),
                           .expires = time(6)});
    return invites;
}

void SqlInviteStore::listInvites(const Answer<std::vector<Invite>> &answer)
{
    m_executor.askFor<std::vector<Invite>>(list, answer);
}

void SqlInviteStore::addInvite(const Invite &invite, const Answer<void> &answer)
{
    const auto work = [invite](const QSqlDatabase &db) {
        return execute(db,
                       u"INSERT INTO invites (id, room, name, role, sha256, made, expires) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                       {invite.id, invite.room, invite.name.isNull() ? u""_s : invite.name,
                        nameOf(invite.role), invite.sha256, invite.made.toMSecsSinceEpoch(),
                        invite.expires.toMSecsSinceEpoch()});
    };
    m_executor.ask({.work = work, .answer = answer, .writes = true});
}

void SqlInviteStore::removeInvite(const QString &id, const Answer<void> &answer)
{
    const auto work = [id](const QSqlDatabase &db) {
        return execute(db, u"DELETE FROM invites WHERE id = ?"_s, {id});
    };
    m_executor.ask({.work = work, .answer = answer, .writes = true});
}

} // namespace relay
