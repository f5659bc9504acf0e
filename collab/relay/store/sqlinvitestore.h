// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/invitestore.h"
#include "collab/relay/store/sqlexecutor.h"

namespace relay {

/// Keeps invites in the table `invites`, with SQL that SQLite and PostgreSQL both understand:
///
///     invites   id, room, name, role (viewer, editor, owner), sha256, made, expires (ms since
///     1970)
class SqlInviteStore final : public InviteStore
{
public:
    /// `executor` is borrowed and must outlive the store.
    explicit SqlInviteStore(SqlExecutor &executor)
        : m_executor(executor)
    {
    }

    void listInvites(const Answer<std::vector<Invite>> &answer) override;
    void addInvite(const Invite &invite, const Answer<void> &answer) override;
    void removeInvite(const QString &id, const Answer<void> &answer) override;

private:
    SqlExecutor &m_executor;
};

} // namespace relay
