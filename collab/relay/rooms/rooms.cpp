// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/rooms/rooms.h"

#include "collab/relay/relaylog.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace relay {

Q_LOGGING_CATEGORY(relayLog, "relay", QtInfoMsg)

Rooms::Rooms(RoomStore &store, const RoomLimits &limits, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_limits(limits)
{
}

Rooms::~Rooms() = default;

bool Rooms::isName(QStringView name)
{
    static constexpr qsizetype Longest = 128;
    const auto isOdd = [](QChar c) { // what is no UTF-8 in an address arrives as replacements
        return c == u'/' || c == QChar::ReplacementCharacter
            || c.category() == QChar::Other_Control;
    };
    return !name.isEmpty() && name.size() <= Longest && name != u"."_s && name != u".."_s
        && name.isValidUtf16() && std::ranges::none_of(name, isOdd);
}

Room &Rooms::roomOf(const QString &name)
{
    auto &room = m_rooms[name];
    if (room)
        return *room;
    room = std::make_unique<Room>(
        name, Room::Setting{.store = m_store, .limits = m_limits, .metrics = m_metrics});
    auto *made = room.get();
    connect(made, &Room::abandoned, this, [this, made] {
        if (const auto found = m_rooms.find(made->name()); found != m_rooms.end()) {
            found->second.release()->deleteLater(); // it is in the middle of a signal
            m_rooms.erase(found);
        }
        tellIfDrained();
    });
    connect(made, &Room::saved, this, &Rooms::tellIfDrained);
    return *made;
}

void Rooms::join(const QString &name, std::unique_ptr<collab::Transport> transport,
                 const Person &person)
{
    if (m_isDraining) {
        transport->close({.code = collab::CloseReason::TryLater, .text = u"the relay stops"_s});
        transport.release()->deleteLater(); // the farewell is on its way
        return;
    }
    roomOf(name).join(std::move(transport), person);
}

qsizetype Rooms::peerCount() const
{
    qsizetype count = 0;
    for (const auto &[name, room] : m_rooms)
        count += room->peerCount();
    return count;
}

qsizetype Rooms::largestPeerCount() const
{
    qsizetype largest = 0;
    for (const auto &[name, room] : m_rooms)
        largest = std::max(largest, room->peerCount());
    return largest;
}

QStringList Rooms::names() const
{
    QStringList names;
    for (const auto &[name, room] : m_rooms)
        names.append(name);
    return names;
}

const Room *Rooms::find(const QString &name) const
{
    const auto found = m_rooms.find(name);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

void Rooms::drain(const collab::CloseReason &reason)
{
    m_isDraining = true;
    std::vector<Room *> rooms;
    for (const auto &[name, room] : m_rooms)
        rooms.push_back(room.get());
    for (auto *room : rooms)
        room->close(reason);
    tellIfDrained();
}

void Rooms::tellIfDrained()
{
    const bool isSaved =
        std::ranges::all_of(m_rooms, [](const auto &room) { return room.second->isSaved(); });
    if (m_isDraining && isSaved && !std::exchange(m_isTold, true))
        QMetaObject::invokeMethod(this, &Rooms::drained, Qt::QueuedConnection);
}

} // namespace relay
