// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which rows a TreeModel shows, and in which order.

#include "workspace/tree/treemodel.h"

#include "workspace/tree/treerules.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace workspace {

bool TreeModel::isCounted(const TreeForest::Node &node) const
{
    const auto &wanted = m_shape.kind;
    return node.hasItem
        && (m_shape.isGrouped || (node.key.kind == wanted.kind && node.key.group == wanted.group));
}

RowSums TreeModel::sums()
{
    std::vector<CellPlaces> places;
    for (const auto &kind : m_forest.kinds())
        places.push_back(CellPlaces::of(kind.resource.kind, kind.columns));
    RowSums sums;
    for (int at = 0; at < m_forest.size(); ++at) {
        if (isCounted(m_forest.node(at)) && (m_filter.isEmpty() || matches(at, true)))
            sums.add(m_forest.node(at).item, places[size_t(m_forest.node(at).kind)]);
    }
    return sums;
}

/// What stands at the top, and how it is.
void TreeModel::collectRoots()
{
    m_roots.assign(m_shape.isGrouped ? m_forest.kinds().size() : 1, {});
    m_counts = {};
    const auto &kind = m_shape.kind.kind;
    const bool isPart = kind == "Pod"_L1 || kind == "Job"_L1 || kind == "ReplicaSet"_L1;
    const bool isRooting = !m_toRoot.empty();
    std::vector<bool> seen(size_t(m_forest.size()));
    for (int at = 0; at < m_forest.size(); ++at) {
        const auto &node = m_forest.node(at);
        if (!isCounted(node))
            continue;
        auto &roots = m_roots[m_shape.isGrouped ? size_t(node.kind) : 0];
        roots.counts.add(node.health);
        int top = at;
        if (!m_shape.isGrouped && isPart) {
            if (!node.isRooted && !isRooting)
                m_toRoot.push_back(at);
            top = node.isRooted ? node.top : at;
        }
        if (size_t(top) < seen.size() && seen[size_t(top)])
            continue;
        seen.resize(size_t(m_forest.size()));
        seen[size_t(top)] = true;
        roots.nodes.push_back(top);
    }
    if (!m_toRoot.empty() && !m_growing.isActive())
        m_growing.start(0);
    for (auto &roots : m_roots) {
        sortNodes(roots.nodes, Order::HealthFirst);
        m_counts.total += roots.counts.total;
        m_counts.failing += roots.counts.failing;
        m_counts.warning += roots.counts.warning;
        m_counts.pending += roots.counts.pending;
    }
}

SortKey TreeModel::keyOf(const TreeForest::Node &node) const
{
    if (m_sortedBy.isEmpty())
        return SortKey::ofNumber(kube::rankOf(node.health));
    if (m_sortedBy == "age"_L1)
        return node.hasItem ? SortKey::ofNumber(-double(node.item.created()))
                            : SortKey{true, 0, {}};
    const auto text = textOf(node, m_sortedBy);
    return m_sortedBy == "name"_L1 || m_sortedBy == "namespace"_L1
        ? SortKey{true, 0, text.toLower()}
        : SortKey::ofCell(text);
}

void TreeModel::sortNodes(std::vector<int> &nodes, Order order) const
{
    struct Entry
    {
        int rank = 0;
        SortKey key = {};
        const TreeForest::Node *node = nullptr;
        int at = 0;
    };
    std::vector<Entry> entries;
    entries.reserve(nodes.size());
    for (const int at : nodes) {
        const auto &node = m_forest.node(at);
        const int rank = order == Order::KindFirst ? rankOfKind(node.key.kind) : 0;
        entries.push_back({rank, keyOf(node), &node, at});
    }
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(entries, [isDescending](const Entry &a, const Entry &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (const int way = a.key.compare(b.key); way != 0)
            return isDescending ? way > 0 : way < 0;
        return std::tie(a.node->key.name, a.node->key.nameSpace, a.node->key.kind)
            < std::tie(b.node->key.name, b.node->key.nameSpace, b.node->key.kind);
    });
    std::ranges::transform(entries, nodes.begin(), &Entry::at);
}

bool TreeModel::matchesItself(int at)
{
    if (m_self.size() < size_t(m_forest.size()))
        m_self.resize(size_t(m_forest.size()), Match::Unknown);
    auto &known = m_self[size_t(at)];
    if (known == Match::Unknown) {
        const auto &node = m_forest.node(at);
        const int status = node.kind < 0 ? -1 : m_forest.kinds()[size_t(node.kind)].status;
        known =
            m_filter.matches({node.text, node.health, node.hasItem ? &node.item : nullptr, status})
            ? Match::Yes
            : Match::No;
    }
    return known == Match::Yes;
}

bool TreeModel::endsHere(int node, bool isTop) const
{
    return !isTop && !m_shape.isGrouped && isUsedKind(m_shape.kind.kind)
        && m_forest.node(node).key.kind == m_shape.kind.kind;
}

bool TreeModel::matches(int at, bool isTop)
{
    if (endsHere(at, isTop))
        return matchesItself(at);
    if (m_below.size() < size_t(m_forest.size()))
        m_below.resize(size_t(m_forest.size()), Match::Unknown);
    if (m_below[size_t(at)] != Match::Unknown)
        return m_below[size_t(at)] == Match::Yes; // while it is Busy: not by way of itself
    m_below[size_t(at)] = Match::Busy;
    bool found = matchesItself(at);
    wantGrown(at);
    for (const int child : m_forest.node(at).children)
        found = matches(child, false) || found;
    m_below[size_t(at)] = found ? Match::Yes : Match::No;
    return found;
}

bool TreeModel::isMatched(int node) const
{
    const auto &known = endsHere(node, false) ? m_self : m_below;
    return size_t(node) < known.size() && known[size_t(node)] == Match::Yes;
}

bool TreeModel::isOpenId(quint64 id, int node) const
{
    if (!m_filter.isEmpty()) {
        if (m_shutFound.contains(id))
            return false;
        if (node < 0 || m_openFound.contains(id))
            return true;
        return std::ranges::any_of(m_forest.node(node).children,
                                   [this](int child) { return isMatched(child); });
    }
    if (m_shut.contains(id))
        return false;
    return node < 0 || m_allOpen || m_open.contains(id);
}

static quint64 idBelow(quint64 parent, const kube::ObjectKey &key)
{
    const quint64 own = kube::qHash(key, 0x9e3779b9);
    return (parent ^ (own + 0x9e3779b97f4a7c15ULL + (parent << 6) + (parent >> 2)))
        * 0xff51afd7ed558ccdULL;
}

void TreeModel::addRow(int node, int parent, bool all, std::vector<Row> &rows)
{
    static constexpr int MostDepth = 12;
    const int depth = parent < 0 ? 0 : rows[size_t(parent)].depth + 1;
    const bool isTop = depth == 0 || rows[size_t(parent)].node < 0;
    for (int above = parent; above >= 0; above = rows[size_t(above)].parent) {
        if (rows[size_t(above)].node == node)
            return; // nothing stands below itself
    }
    if (depth > MostDepth || (!m_filter.isEmpty() && !all && !matches(node, isTop)))
        return;
    const auto above = parent < 0 ? 1 : rows[size_t(parent)].id;
    rows.push_back({idBelow(above, m_forest.node(node).key), node, depth, parent});
    if (!endsHere(node, isTop))
        addBelow(int(rows.size()) - 1, rows);
}

void TreeModel::addBelow(int row, std::vector<Row> &rows)
{
    const auto [id, node, depth, parent] = rows[size_t(row)];
    if (!isOpenId(id, node))
        return;
    wantGrown(node);
    auto children = m_forest.node(node).children;
    sortNodes(children, Order::KindFirst);
    for (const int child : children)
        addRow(child, row, m_openFound.contains(id), rows);
}

/// A heading, and what stands below it; neither when there is nothing.
void TreeModel::addGroup(int kind, std::vector<Row> &rows)
{
    const auto &roots = m_roots[size_t(kind)].nodes;
    const auto heading = rows.size();
    const quint64 id = quint64(kind) + 2;
    rows.push_back({id, -1 - kind, 0, -1});
    const bool open = isOpenId(id, -1);
    bool found = m_filter.isEmpty() && !roots.empty();
    for (const int node : roots) {
        if (open)
            addRow(node, int(heading), false, rows);
        else
            found = found || matches(node, true);
    }
    if (rows.size() == heading + 1 && !found)
        rows.pop_back();
}

void TreeModel::show()
{
    m_showing.stop();
    collectRoots();
    m_below.assign(size_t(m_forest.size()), Match::Unknown);
    std::vector<Row> rows;
    if (m_shape.isGrouped) {
        for (int kind = 0; kind < int(m_roots.size()); ++kind)
            addGroup(kind, rows);
    } else {
        for (const int node : m_roots.front().nodes)
            addRow(node, -1, false, rows);
    }
    m_counts.shown = int(rows.size());
    replaceRows(std::move(rows));
    Q_EMIT countsChanged();
}

/// Tells of what differs between what both begin and end with.
void TreeModel::replaceRows(std::vector<Row> rows)
{
    m_rowIndex.clear();
    const auto sameId = [](const Row &a, const Row &b) { return a.id == b.id; };
    const auto first = std::ranges::mismatch(m_rows, rows, sameId).in1 - m_rows.begin();
    auto oldEnd = std::ssize(m_rows);
    auto newEnd = std::ssize(rows);
    while (oldEnd > first && newEnd > first
           && m_rows[size_t(oldEnd) - 1].id == rows[size_t(newEnd) - 1].id) {
        --oldEnd;
        --newEnd;
    }
    if (oldEnd > first) {
        beginRemoveRows({}, int(first), int(oldEnd) - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + oldEnd);
        endRemoveRows();
    }
    if (newEnd > first) {
        beginInsertRows({}, int(first), int(newEnd) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows); // the same rows, but their nodes may be others
    }
    m_rowIndex.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace workspace
