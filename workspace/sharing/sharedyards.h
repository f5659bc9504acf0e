// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/yardconnection.h"

#include <optional>

namespace workspace {

class Session;

/// Which of a person's yards are shared where, so that one that is opened again rejoins. Kept in
/// the session's section "sharing", as `{yard: {"relay": "wss://…/ws/sync", "yard": "shop",
/// "synced": true, "viewer": true}}`; never the token, which is TokenKeeper's.
class SharedYards
{
public:
    struct Entry
    {
        ShareAddress address = {}; ///< without the token
        YardConnection::Known known = {};
    };

    explicit SharedYards(Session &session); ///< borrowed

    std::optional<Entry> of(const QString &yardId) const;
    void set(const QString &yardId, const Entry &entry);
    void remove(const QString &yardId);
    QStringList yards() const; ///< ids
    /// The yard that is that one; empty: none.
    QString yardAt(const ShareAddress &address) const;

private:
    Session &m_session;
};

/// What a person is called and looks like to the others, from the session's section "me":
/// `{"id": …, "name": …, "color": "#rrggbb"}`. The first time: the system's user name, and a colour
/// by it.
struct OwnProfile
{
    QString userId = {};
    QString name = {};
    quint32 color = 0;

    bool operator==(const OwnProfile &) const = default;

    static OwnProfile load(Session &session); ///< and keeps the id that it makes
    void save(Session &session) const;
};

} // namespace workspace
