// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/store/memoryinvitestore.h"
#include "collab/relay/store/memoryversionstore.h"
#include "collab/relay/store/roomstore.h"

#include <QTimer>

#include <map>

namespace relay {

/// Keeps rooms as long as the process runs.
class MemoryRoomStore final : public RoomStore
{
public:
    using RoomStore::RoomStore;

    void load(const QString &room, const Answer<Content> &answer) override
    {
        QTimer::singleShot(0, this, [this, room, answer] { answer(m_rooms[room]); });
    }
    void append(const QString &room, const std::vector<QByteArray> &updates,
                const Answer<void> &answer) override
    {
        auto &kept = m_rooms[room].updates;
        kept.insert(kept.end(), updates.begin(), updates.end());
        QTimer::singleShot(0, this, [answer] { answer({}); });
    }
    void replace(const QString &room, const QByteArray &state, const Answer<void> &answer) override
    {
        m_rooms[room].updates = {state};
        QTimer::singleShot(0, this, [answer] { answer({}); });
    }
    void list(const Answer<QStringList> &answer) override
    {
        QStringList names;
        for (const auto &[name, content] : m_rooms) {
            if (!content.updates.empty())
                names.append(name);
        }
        QTimer::singleShot(0, this, [answer, names] { answer(names); });
    }
    QString problem() const override { return {}; }
    VersionStore &versions() override { return m_versions; }
    InviteStore &invites() override { return m_invites; }
    void backUp(const QString &, const Answer<void> &answer) override
    {
        QTimer::singleShot(0, this, [answer] {
            answer(std::unexpected(QStringLiteral("this relay keeps yards in memory only: start it "
                                                  "with --data-dir, or export single yards")));
        });
    }

private:
    std::map<QString, Content> m_rooms;
    MemoryVersionStore m_versions;
    MemoryInviteStore m_invites;
};

} // namespace relay
