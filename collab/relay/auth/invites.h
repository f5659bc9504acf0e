// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/admission.h"
#include "collab/relay/rooms/rooms.h"
#include "collab/relay/store/invitestore.h"

#include <QHash>
#include <QTimer>

namespace relay {

/// The invites that hold: lets in who has the token of one, until it expires or is revoked, which
/// ends its connections at once. On the thread of the rooms.
class Invites : public QObject
{
    Q_OBJECT

public:
    /// What is borrowed must outlive it.
    Invites(Rooms &rooms, InviteStore &store, QObject *parent = nullptr);

    static constexpr int MostOfYard = 1'000;

    /// 503 until the store has told which invites there are.
    std::expected<Person, WebSocketEndpoint::Status> admit(const QString &yard,
                                                           const QByteArray &token) const;

    struct Made
    {
        Invite invite = {};
        QByteArray token = {}; ///< which is kept nowhere
    };
    template<typename T>
    using Answer = std::function<void(const std::expected<T, QString> &)>;
    /// `wish` says room, name, role and expiry. It holds once it is stored.
    void make(const Invite &wish, const Answer<Made> &answer);
    /// The answer, which may come at once, says whether the yard had that invite. It holds no more
    /// from now on; when the store does not forget it at once, it is asked again and again.
    void revoke(const QString &yard, const QString &id, const Answer<bool> &answer);
    /// That hold; the oldest first.
    std::vector<Invite> ofYard(const QString &yard) const;
    /// Reads what the store knows now: another relay may have made or revoked some.
    void refresh();
    /// Does so from time to time, for relays that share a store. 0: never.
    void refreshEvery(std::chrono::milliseconds time);

private:
    void take(const std::vector<Invite> &invites);
    void forget(const QByteArray &sha256, const QString &why);
    void removeRevoked(const QString &id, const Answer<bool> &answer);

    Rooms &m_rooms;
    InviteStore &m_store;
    QHash<QByteArray, Invite> m_invites; ///< by the token's hash, so that time tells nothing of it
    QHash<QString, Invite> m_revoked; ///< by id: those that the store still has
    bool m_isLoaded = false;
    quint64 m_changes = 0; ///< made here, which a list that was asked for before does not know
    QTimer m_retry;
    QTimer m_again;
};

} // namespace relay
