// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/helm/helmrelease.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <vector>

namespace workspace {

/// A release as its row shows it.
struct ReleaseRow
{
    kube::HelmRevision newest = {};
    bool isRead = false; ///< the next three are known, or will not be
    QString chart = {}; ///< "web-1.2.3"
    QString appVersion = {};
    QString problem = {}; ///< why the chart is not known; a sentence

    bool operator==(const ReleaseRow &) const = default;
};

/// The releases of a cluster or of namespaces, by namespace and name. Rows come and go one by one.
class ReleaseModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        NamespaceColumn,
        RevisionColumn,
        StatusColumn,
        ChartColumn,
        AppVersionColumn,
        UpdatedColumn
    };
    static constexpr int Columns = UpdatedColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// What there is now: the newest revision of each release.
    void take(const std::vector<kube::HelmRevision> &releases);
    /// What the payload of this revision says; forgotten when the release has a newer one.
    void setChart(const kube::HelmRevision &revision, const QString &chart,
                  const QString &appVersion, const QString &problem = {});
    /// Shows what contains each of the words in any column.
    void setFilter(const QString &typed);

    const ReleaseRow &row(int row) const { return *m_shown[size_t(row)]; }
    int rowOf(const QString &releaseId) const; ///< -1 when unknown or filtered out
    int total() const { return int(m_all.size()); }
    int count(const QString &status) const; ///< of the total
    int pending() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Texts; the time as QDateTime.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    using Key = std::pair<QString, QString>; ///< namespace, name

    static Key keyOf(const ReleaseRow &row) { return {row.newest.nameSpace, row.newest.name}; }
    bool passes(const ReleaseRow &row) const;
    int placeOf(const Key &key) const; ///< where it is, or would be
    void show(const ReleaseRow &row);
    void hide(const Key &key);

    std::map<Key, ReleaseRow> m_all; ///< its values stay where they are
    std::vector<const ReleaseRow *> m_shown; ///< what passes, sorted by key
    QStringList m_words;
};

/// A status of Helm's for people: "deployed", "pending upgrade".
QString helmStatusText(const QString &status);

} // namespace workspace
