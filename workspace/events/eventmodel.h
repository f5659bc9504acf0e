// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/events/eventlog.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <vector>

namespace workspace {

/// Grouped events, the newest first. Single rows come, move and go as the log says; only many at
/// once are told as all gone and all there.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TypeColumn,
        ReasonColumn,
        ObjectColumn,
        MessageColumn,
        CountColumn,
        FirstColumn,
        LastColumn
    };
    static constexpr int Columns = LastColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes in what changed in the log since the last call.
    void take(kube::EventLog &log);
    /// Shows what contains each of the words, in its object, reason, message, source or type.
    void setFilter(const QString &typed);

    const kube::EventGroup &group(int row) const { return m_shown[size_t(row)]; }
    int rowOf(const QByteArray &id) const; ///< -1 when unknown or filtered out
    int total() const { return int(m_all.size()); } ///< whatever the filter says
    int warnings() const { return m_warnings; } ///< of the total

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Texts; the two times as QDateTime.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    bool passes(const kube::EventGroup &group) const;
    void update(const kube::EventGroup &group);
    void remove(const QByteArray &id);
    void showAll();

    std::map<QByteArray, kube::EventGroup> m_all; ///< by id
    std::vector<kube::EventGroup> m_shown; ///< what passes, the newest first
    QStringList m_words;
    int m_warnings = 0;
};

/// "Pod shop/web-1", "Node worker-2".
QString objectText(const kube::InvolvedObject &object);

} // namespace workspace
