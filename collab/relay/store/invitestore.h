// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/person.h"

#include <QByteArray>
#include <QDateTime>

#include <expected>
#include <functional>
#include <vector>

namespace relay {

/// A token that a yard's owner gave away. The token itself is kept nowhere.
struct Invite
{
    QString id = {}; ///< unique among all yards' ones
    QString room = {};
    QString name = {}; ///< for whom, as the owner called them
    Role role = Role::Viewer;
    QByteArray sha256 = {}; ///< 32 bytes
    QDateTime made = {}; ///< UTC, to the millisecond
    QDateTime expires = {}; ///< likewise

    bool operator==(const Invite &) const = default;
};

/// Where invites are kept. Answers as RoomStore does.
class InviteStore
{
public:
    template<typename T>
    using Answer = std::function<void(const std::expected<T, QString> &)>;

    virtual ~InviteStore() = default;

    /// Of all yards, the oldest first.
    virtual void listInvites(const Answer<std::vector<Invite>> &answer) = 0;
    virtual void addInvite(const Invite &invite, const Answer<void> &answer) = 0;
    /// One that there is not is no error.
    virtual void removeInvite(const QString &id, const Answer<void> &answer) = 0;
};

} // namespace relay
