// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/invitestore.h"

#include <QObject>
#include <QTimer>

namespace relay {

/// Keeps invites as long as the process runs.
class MemoryInviteStore final : public QObject, public InviteStore
{
public:
    using QObject::QObject;

    void listInvites(const Answer<std::vector<Invite>> &answer) override
    {
        QTimer::singleShot(0, this, [answer, invites = m_invites] { answer(invites); });
    }
    void addInvite(const Invite &invite, const Answer<void> &answer) override
    {
        m_invites.push_back(invite);
        QTimer::singleShot(0, this, [answer] { answer({}); });
    }
    void removeInvite(const QString &id, const Answer<void> &answer) override
    {
        std::erase_if(m_invites, [&id](const Invite &invite) { return invite.id == id; });
        QTimer::singleShot(0, this, [answer] { answer({}); });
    }

private:
    std::vector<Invite> m_invites;
};

} // namespace relay
