// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/packeditem.h"

#include <QAbstractListModel>
#include <QStringList>

#include <set>
#include <vector>

namespace workspace {

/// What a person can choose from: all namespaces, those that are known and fit what was typed, and,
/// when it is a possible name that is not known, what was typed itself.
///
/// Known are those that the cluster lists, and others that were remembered. Holds 50,000: a filter
/// looks through them once, in well under a frame.
class NamespaceList final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< empty: all namespaces
        CheckedRole,
        TypedRole, ///< true: not known, the person typed it
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// Begins anew with these: `remembered` first, `chosen` checked (empty: all namespaces).
    void begin(const QStringList &remembered, const QStringList &chosen);
    /// What the cluster lists, and what changes later. Events may repeat.
    void addListed(const std::vector<kube::PackedItem> &items);
    void apply(const std::vector<kube::PackedEvent> &events);

    void setFilter(const QString &typed);
    /// Checks or unchecks a row. The row "all namespaces" unchecks the others, and the other way.
    void toggle(int row);
    /// The checked ones, sorted; empty: all namespaces.
    QStringList chosen() const;
    QString name(int row) const;
    /// The row that Enter should take after typing: the first one that fits; 0 while nothing is
    /// typed; -1 when nothing fits.
    int bestRow() const;
    qsizetype known() const { return qsizetype(m_known.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void rebuild();

    std::set<QString> m_known;
    std::set<QString> m_checked;
    QString m_filter;
    bool m_offersAll = true;
    bool m_offersTyped = false;
    std::vector<QString> m_shown;
};

/// Whether this can be a namespace's name: a DNS label (RFC 1123), at most 63 characters.
bool isNamespaceName(const QString &text);

} // namespace workspace
