// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/actions/actionrun.h"

#include <QAbstractListModel>

namespace workspace {

/// The objects of an action with what became of each, for a list view.
class ActionRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, DetailRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// The rows as they are now; those of the same list are told as changes.
    void show(const std::vector<ActionRow> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<ActionRow> m_rows;
};

/// What a plan says of its objects before anything is done.
std::vector<ActionRow> rowsOf(const ActionPlan &plan, const ActionChoices &choices);

} // namespace workspace
