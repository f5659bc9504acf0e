// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/events/eventmodel.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

/// Beyond this, single rows would take longer than all of them anew.
static constexpr size_t ManyChanges = 200;

static bool isNewer(const kube::EventGroup &a, const kube::EventGroup &b)
{
    return a.last != b.last ? a.last > b.last : a.id < b.id;
}

QString objectText(const kube::InvolvedObject &object)
{
    const auto name =
        object.nameSpace.isEmpty() ? object.name : QString(object.nameSpace + u'/' + object.name);
    return object.kind + u' ' + name;
}

bool EventModel::passes(const kube::EventGroup &group) const
{
    return std::ranges::all_of(m_words, [&group](const QString &word) {
        return group.reason.contains(word, Qt::CaseInsensitive)
            || group.message.contains(word, Qt::CaseInsensitive)
            || objectText(group.object).contains(word, Qt::CaseInsensitive)
            || group.source.contains(word, Qt::CaseInsensitive)
            || group.type.contains(word, Qt::CaseInsensitive);
    });
}

void EventModel::setFilter(const QString &typed)
{
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    if (std::exchange(m_words, words) != words)
        showAll();
}

void EventModel::take(kube::EventLog &log)
{
    const auto changed = log.takeChanged();
    const bool many = changed.size() > ManyChanges;
    for (const auto &id : changed) {
        const auto *group = log.group(id);
        if (const auto known = m_all.find(id); known != m_all.end())
            m_warnings -= known->second.isWarning() ? 1 : 0;
        m_warnings += group && group->isWarning() ? 1 : 0;
        if (!group) {
            if (!many)
                remove(id);
            m_all.erase(id);
            continue;
        }
        if (!many)
            update(*group);
        m_all.insert_or_assign(id, *group);
    }
    if (many)
        showAll();
}

void EventModel::showAll()
{
    std::vector<kube::EventGroup> next;
    for (const auto &[id, group] : m_all) {
        if (passes(group))
            next.push_back(group);
    }
    std::ranges::sort(next, isNewer);
    if (next == m_shown)
        return;
    if (!m_shown.empty()) {
        beginRemoveRows({}, 0, int(m_shown.size()) - 1);
        m_shown.clear();
        endRemoveRows();
    }
    if (!next.empty()) {
        beginInsertRows({}, 0, int(next.size()) - 1);
        m_shown = std::move(next);
        endInsertRows();
    }
}

int EventModel::rowOf(const QByteArray &id) const
{
    const auto known = m_all.find(id);
    if (known == m_all.end())
        return -1;
    const auto place = std::ranges::lower_bound(m_shown, known->second, isNewer);
    return place != m_shown.end() && place->id == id ? int(place - m_shown.begin()) : -1;
}

void EventModel::remove(const QByteArray &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_shown.erase(m_shown.begin() + row);
    endRemoveRows();
}

void EventModel::update(const kube::EventGroup &group)
{
    const int from = rowOf(group.id);
    if (!passes(group))
        return remove(group.id);
    const int place = int(std::ranges::lower_bound(m_shown, group, isNewer) - m_shown.begin());
    if (from < 0) {
        beginInsertRows({}, place, place);
        m_shown.insert(m_shown.begin() + place, group);
        endInsertRows();
        return;
    }
    const int to = place > from ? place - 1 : place; // the row itself was before it
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_shown.erase(m_shown.begin() + from);
        m_shown.insert(m_shown.begin() + to, group);
        endMoveRows();
    } else {
        m_shown[size_t(from)] = group;
    }
    Q_EMIT dataChanged(index(to, 0), index(to, Columns - 1));
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const auto &group = m_shown[size_t(index.row())];
    switch (Column(index.column())) {
    case TypeColumn: return group.type;
    case ReasonColumn: return group.reason;
    case ObjectColumn: return objectText(group.object);
    case MessageColumn: return group.message;
    case CountColumn: return group.count;
    case FirstColumn: return QDateTime::fromMSecsSinceEpoch(group.first);
    case LastColumn: return QDateTime::fromMSecsSinceEpoch(group.last);
    }
    return {};
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TypeColumn: return tr("Type");
    case ReasonColumn: return tr("Reason");
    case ObjectColumn: return tr("Object");
    case MessageColumn: return tr("Message");
    case CountColumn: return tr("Count");
    case FirstColumn: return tr("First");
    case LastColumn: return tr("Last");
    }
    return {};
}

} // namespace workspace
