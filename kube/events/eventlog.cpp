// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/events/eventlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

/// Clients that make a new Event each time, instead of counting, could fill the memory.
static constexpr size_t MostMembers = 64;

EventLog::EventLog(size_t mostGroups)
    : m_mostGroups(mostGroups)
{
}

void EventLog::sum(Group &group)
{
    m_byAge.erase({group.shown.last, group.shown.id});
    auto all = group.folded;
    for (const auto &[uid, member] : group.members) {
        all.first = all.count == 0 ? member.first : std::min(all.first, member.first);
        all.last = std::max(all.last, member.last);
        all.count += member.count;
    }
    group.shown.count = all.count;
    group.shown.first = all.first;
    group.shown.last = all.last;
    m_byAge.insert({group.shown.last, group.shown.id});
}

/// The oldest member but the newest one becomes part of the sum, which cannot be taken back.
void EventLog::fold(Group &group, const QString &newest)
{
    auto oldest = group.members.end();
    for (auto it = group.members.begin(); it != group.members.end(); ++it) {
        if (it->first != newest
            && (oldest == group.members.end() || it->second.last < oldest->second.last))
            oldest = it;
    }
    const auto &member = oldest->second;
    auto &sum = group.folded;
    sum.first = sum.count == 0 ? member.first : std::min(sum.first, member.first);
    sum.last = std::max(sum.last, member.last);
    sum.count += member.count;
    m_byEvent.erase(oldest->first);
    group.members.erase(oldest);
}

void EventLog::add(const QString &uid, const QByteArray &json)
{
    const auto event = eventFrom(json);
    if (!event)
        return;
    const auto name = uid.isEmpty() ? u"#%1"_s.arg(++m_anonymous) : uid;
    if (const auto known = m_byEvent.find(name);
        known != m_byEvent.end() && known->second != event->id)
        removeMember(name, QByteArray(known->second)); // it says something else now
    auto &group = m_groups[event->id];
    if (group.shown.id.isEmpty())
        group.shown = *event;
    const Member member{event->count, event->first, event->last};
    if (const auto known = group.members.find(name);
        known != group.members.end() && known->second == member)
        return;
    group.members[name] = member;
    m_byEvent[name] = event->id;
    if (group.members.size() > MostMembers)
        fold(group, name);
    sum(group);
    m_changed.insert(event->id);
    while (m_groups.size() > m_mostGroups)
        drop(QByteArray(m_byAge.begin()->second));
}

void EventLog::drop(const QByteArray &id)
{
    const auto found = m_groups.find(id);
    for (const auto &[uid, member] : found->second.members)
        m_byEvent.erase(uid);
    m_byAge.erase({found->second.shown.last, id});
    m_groups.erase(found);
    m_changed.insert(id);
}

void EventLog::removeMember(const QString &uid, const QByteArray &id)
{
    m_byEvent.erase(uid);
    auto &group = m_groups.at(id);
    group.members.erase(uid);
    if (group.members.empty())
        return drop(id);
    sum(group);
    m_changed.insert(id);
}

void EventLog::remove(const QString &uid)
{
    if (const auto found = m_byEvent.find(uid); found != m_byEvent.end())
        removeMember(uid, QByteArray(found->second));
}

std::vector<EventGroup> EventLog::groups() const
{
    std::vector<EventGroup> all;
    all.reserve(m_groups.size());
    for (const auto &[id, group] : m_groups)
        all.push_back(group.shown);
    return all;
}

const EventGroup *EventLog::group(const QByteArray &id) const
{
    const auto found = m_groups.find(id);
    return found == m_groups.end() ? nullptr : &found->second.shown;
}

std::vector<QByteArray> EventLog::takeChanged()
{
    std::vector<QByteArray> changed(m_changed.begin(), m_changed.end());
    m_changed.clear();
    return changed;
}

} // namespace kube
