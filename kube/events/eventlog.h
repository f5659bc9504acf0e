// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventgroup.h"

#include <map>
#include <set>
#include <unordered_map>

namespace kube {

/// Events put together into groups, kept as a watch tells them. What is told twice counts once.
///
/// Bounded: beyond the limit the group that was last seen the longest ago goes. An event that the
/// server forgets (after an hour, mostly) goes from its group, and a group without events goes.
class EventLog
{
public:
    static constexpr size_t UsualLimit = 5000;

    explicit EventLog(size_t mostGroups = UsualLimit);

    /// Takes in or updates one event; an empty `uid` stands for an event of its own. What is no
    /// event is left out.
    void add(const QString &uid, const QByteArray &json);
    void remove(const QString &uid);

    size_t size() const { return m_groups.size(); }
    /// All groups, in no order.
    std::vector<EventGroup> groups() const;
    const EventGroup *group(const QByteArray &id) const; ///< nullptr when there is none

    /// The ids of the groups that came, changed or went since the last call.
    std::vector<QByteArray> takeChanged();

private:
    struct Member
    {
        qint64 count = 0;
        qint64 first = 0;
        qint64 last = 0;

        bool operator==(const Member &) const = default;
    };
    struct Group
    {
        EventGroup shown = {};
        std::map<QString, Member> members = {}; ///< by uid
        Member folded = {}; ///< the sum of members that are too many to keep
    };

    void removeMember(const QString &uid, const QByteArray &id);
    void drop(const QByteArray &id);
    void sum(Group &group);
    void fold(Group &group, const QString &newest);

    size_t m_mostGroups;
    qint64 m_anonymous = 0;
    std::map<QByteArray, Group> m_groups; ///< by id
    std::unordered_map<QString, QByteArray> m_byEvent; ///< a group's id by an event's uid
    std::set<std::pair<qint64, QByteArray>> m_byAge; ///< last, id
    std::set<QByteArray> m_changed;
};

} // namespace kube
