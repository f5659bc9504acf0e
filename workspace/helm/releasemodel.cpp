// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasemodel.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

void ReleaseModel::take(const std::vector<kube::HelmRevision> &releases)
{
    std::map<Key, const kube::HelmRevision *> now;
    for (const auto &revision : releases)
        now[{revision.nameSpace, revision.name}] = &revision;
    for (auto it = m_all.begin(); it != m_all.end();) {
        if (now.contains(it->first)) {
            ++it;
            continue;
        }
        hide(it->first);
        it = m_all.erase(it);
    }
    for (const auto &[key, revision] : now) {
        auto &row = m_all[key];
        if (row.newest == *revision)
            continue;
        const bool isOther = row.newest.revision != revision->revision;
        row.newest = *revision;
        if (isOther)
            row.isRead = false; // the chart may be another; until then the old one is shown
        show(row);
    }
}

void ReleaseModel::setChart(const kube::HelmRevision &revision, const QString &chart,
                            const QString &appVersion, const QString &problem)
{
    const auto found = m_all.find({revision.nameSpace, revision.name});
    if (found == m_all.end() || found->second.newest.revision != revision.revision)
        return;
    auto &row = found->second;
    row.isRead = true;
    row.chart = chart;
    row.appVersion = appVersion;
    row.problem = problem;
    show(row);
}

bool ReleaseModel::passes(const ReleaseRow &row) const
{
    const QStringList texts{row.newest.name, row.newest.nameSpace,
                            helmStatusText(row.newest.status), row.chart, row.appVersion};
    return std::ranges::all_of(m_words, [&texts](const QString &word) {
        return std::ranges::any_of(texts, [&word](const QString &text) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    });
}

void ReleaseModel::setFilter(const QString &typed)
{
    m_words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const auto &[key, row] : m_all)
        show(row);
}

int ReleaseModel::placeOf(const Key &key) const
{
    const auto place = std::ranges::lower_bound(m_shown, key, {},
                                                [](const ReleaseRow *row) { return keyOf(*row); });
    return int(place - m_shown.begin());
}

void ReleaseModel::show(const ReleaseRow &row)
{
    const auto key = keyOf(row);
    if (!passes(row))
        return hide(key);
    const int place = placeOf(key);
    if (place < int(m_shown.size()) && m_shown[size_t(place)] == &row) {
        Q_EMIT dataChanged(index(place, 0), index(place, Columns - 1));
        return;
    }
    beginInsertRows({}, place, place);
    m_shown.insert(m_shown.begin() + place, &row);
    endInsertRows();
}

void ReleaseModel::hide(const Key &key)
{
    const int place = placeOf(key);
    if (place >= int(m_shown.size()) || keyOf(*m_shown[size_t(place)]) != key)
        return;
    beginRemoveRows({}, place, place);
    m_shown.erase(m_shown.begin() + place);
    endRemoveRows();
}

int ReleaseModel::rowOf(const QString &releaseId) const
{
    const Key key{releaseId.section(u'/', 0, 0), releaseId.section(u'/', 1)};
    const int place = placeOf(key);
    return place < int(m_shown.size()) && keyOf(*m_shown[size_t(place)]) == key ? place : -1;
}

int ReleaseModel::count(const QString &status) const
{
    return int(std::ranges::count_if(
        m_all, [&status](const auto &entry) { return entry.second.newest.status == status; }));
}

int ReleaseModel::pending() const
{
    return int(std::ranges::count_if(
        m_all, [](const auto &entry) { return entry.second.newest.isPending(); }));
}

int ReleaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ReleaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ReleaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const auto &shown = row(index.row());
    switch (Column(index.column())) {
    case NameColumn: return shown.newest.name;
    case NamespaceColumn: return shown.newest.nameSpace;
    case RevisionColumn: return shown.newest.revision;
    case StatusColumn: return helmStatusText(shown.newest.status);
    case ChartColumn: return shown.chart;
    case AppVersionColumn: return shown.appVersion;
    case UpdatedColumn: return QDateTime::fromSecsSinceEpoch(shown.newest.updated);
    }
    return {};
}

QVariant ReleaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn: return tr("Name");
    case NamespaceColumn: return tr("Namespace");
    case RevisionColumn: return tr("Revision");
    case StatusColumn: return tr("Status");
    case ChartColumn: return tr("Chart");
    case AppVersionColumn: return tr("App version");
    case UpdatedColumn: return tr("Updated");
    }
    return {};
}

QString helmStatusText(const QString &status)
{
    return QString(status).replace(u'-', u' ');
}

} // namespace workspace
