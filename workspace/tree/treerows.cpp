// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a TreeModel says of its rows.

#include "workspace/tree/treemodel.h"

#include "workspace/health/healthtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

const TreeForest::Node *TreeModel::node(int row) const
{
    const int at = m_rows[size_t(row)].node;
    return at < 0 ? nullptr : &m_forest.node(at);
}

bool TreeModel::isOpen(int row) const
{
    const auto &shown = m_rows[size_t(row)];
    return isOpenId(shown.id, shown.node);
}

bool TreeModel::hasBranches(int row)
{
    const auto [id, node, depth, parent] = m_rows[size_t(row)];
    if (node < 0)
        return true;
    if (endsHere(node, depth == 0))
        return false;
    m_forest.grow(node);
    return std::ranges::any_of(m_forest.node(node).children, [this, row](int child) {
        for (int above = row; above >= 0; above = parentRow(above)) {
            if (m_rows[size_t(above)].node == child)
                return false; // it is not shown again
        }
        return true;
    });
}

int TreeModel::rowOf(quint64 id) const
{
    if (m_rowIndex.isEmpty()) {
        m_rowIndex.reserve(qsizetype(m_rows.size()));
        for (int row = 0; row < int(m_rows.size()); ++row)
            m_rowIndex.insert(m_rows[size_t(row)].id, row);
    }
    return m_rowIndex.value(id, -1);
}

Health TreeModel::health(int row) const
{
    const auto *shown = node(row);
    if (shown)
        return shown->health;
    return m_roots[size_t(headingKind(row))].counts.worst();
}

/// "3/3" also where the server has two columns for it.
static QString readyText(const TreeForest::Kind &kind, const kube::PackedItem &item)
{
    const auto ready = item.cell(kind.ready);
    return kind.desired < 0 || ready.contains(u'/') ? ready
                                                    : ready + u'/' + item.cell(kind.desired);
}

QString TreeModel::textOf(const TreeForest::Node &node, const QString &column) const
{
    if (column == "name"_L1)
        return node.key.name;
    if (column == "namespace"_L1)
        return node.key.nameSpace;
    if (column == "kind"_L1)
        return node.key.kind;
    if (!node.hasItem)
        return column == "status"_L1 && node.health == Health::Error ? tr("Does not exist")
                                                                     : QString();
    const auto &kind = m_forest.kinds()[size_t(node.kind)];
    if (column == "ready"_L1)
        return readyText(kind, node.item);
    if (column == "status"_L1) {
        const auto said = node.item.cell(kind.status);
        const bool isPlain = node.health == Health::Ok || node.health == Health::Unknown;
        return said.isEmpty() && !isPlain ? healthWord(node.health) : said;
    }
    if (column == "restarts"_L1)
        return node.item.cell(kind.restarts);
    const auto created = node.item.created();
    return created > 0 ? ageText(m_now - created) : QString();
}

QString TreeModel::headingText(int kind, const QString &column) const
{
    const auto &counts = m_roots[size_t(kind)].counts;
    if (column == "name"_L1)
        return u"%1  (%L2)"_s.arg(m_forest.kinds()[size_t(kind)].resource.resource)
            .arg(counts.total);
    return column == "status"_L1 ? troubleText(counts) : QString();
}

QString TreeModel::text(int row, int column) const
{
    const auto &id = m_columns[size_t(column)].id;
    const auto *shown = node(row);
    return shown ? textOf(*shown, id) : headingText(headingKind(row), id);
}

int TreeModel::sortColumn() const
{
    const auto found = std::ranges::find(m_columns, m_sortedBy, &Column::id);
    return m_sortedBy.isEmpty() || found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TreeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case HealthRole: return int(health(index.row()));
    case DepthRole: return depth(index.row());
    case KindRole: {
        const auto *shown = node(index.row());
        return shown ? shown->key.kind : QString();
    }
    default: return {};
    }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= int(m_columns.size()))
        return {};
    return m_columns[size_t(section)].title;
}

} // namespace workspace
