// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/room.h"

#include <map>

namespace relay {

/// The rooms that are in memory: those with somebody in them, and for a while those that had.
class Rooms : public QObject
{
    Q_OBJECT

public:
    /// `store` is borrowed and must outlive the rooms.
    explicit Rooms(RoomStore &store, const RoomLimits &limits = {}, QObject *parent = nullptr);
    ~Rooms() override;

    /// Whether a yard may be called so: 1 to 128 characters without `/`, control characters
    /// and U+FFFD, and neither "." nor "..".
    static bool isName(QStringView name);

    /// `transport` is open.
    void join(const QString &name, std::unique_ptr<collab::Transport> transport,
              const Person &person);

    const RoomLimits &limits() const { return m_limits; }
    /// Before the first room opens. The first whose name fits holds.
    void setYardLimits(const std::vector<YardLimits> &limits) { m_yardLimits = limits; }
    const RoomLimits &limitsOf(const QString &name) const;
    qsizetype count() const { return qsizetype(m_rooms.size()); }
    qsizetype peerCount() const;
    qsizetype largestPeerCount() const; ///< of the rooms' ones
    const RoomMetrics &metrics() const { return m_metrics; }
    QStringList names() const;
    const Room *find(const QString &name) const;
    /// Calls `use` with the room, which is loaded first if it has to be, once its document is
    /// there; with nullptr when it cannot be loaded, or when the relay stops.
    void withRoom(const QString &name, const std::function<void(Room *)> &use);
    /// The rooms in memory, by name.
    std::vector<Room *> all() const;

    /// Ends with the peers of which that is said, for example since their token was revoked.
    void dropPeople(const std::function<bool(const QString &yard, const Person &)> &which,
                    const collab::CloseReason &reason);
    /// Ends with all peers, and tells with drained() that what they sent is stored. Nobody can join
    /// any more.
    void drain(const collab::CloseReason &reason);

Q_SIGNALS:
    void drained();
    void changed(relay::Room &room); ///< its document, which is stored like that

private:
    Room &roomOf(const QString &name);
    void tellIfDrained();

    RoomStore &m_store;
    const RoomLimits m_limits;
    std::vector<YardLimits> m_yardLimits;
    RoomMetrics m_metrics;
    std::map<QString, std::unique_ptr<Room>> m_rooms;
    bool m_isDraining = false;
    bool m_isTold = false;
};

} // namespace relay
