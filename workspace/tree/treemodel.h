// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/collectionmodel.h"
#include "workspace/tree/treeforest.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace workspace {

/// What a tree begins with.
struct TreeShape
{
    kube::RelatedKind kind = {}; ///< the objects of this kind; of parts, what they belong to
    bool isGrouped = false; ///< instead: all kinds, each below a heading
    bool showsNamespaces = false;

    bool operator==(const TreeShape &) const = default;
};

/// A tree of objects, as the rows that are seen of it: what is open, one below the other.
///
/// Siblings stand by kind, then worst first, then by name. A filter keeps the rows that match and
/// what is above them. Rows are known by where they stand, for an object may stand in several
/// places. What takes long (finding what stands below 20,000 rows) is done in slices of a few
/// milliseconds; changes are shown at most ten times a second. Lives on the GUI thread.
class TreeModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { HealthRole = Qt::UserRole + 1, DepthRole, KindRole };
    Q_ENUM(Role)

    using Column = CollectionModel::Column;
    using Counts = CollectionModel::Counts;

    explicit TreeModel(const TreeShape &shape, QObject *parent = nullptr);
    ~TreeModel() override;

    // --- What it is told
    TreeForest &forest() { return m_forest; }
    const TreeForest &forest() const { return m_forest; }
    void setColumns(int kind, const QList<kube::TableColumn> &columns);
    void put(int kind, const std::vector<kube::PackedItem> &items);
    void apply(int kind, const std::vector<kube::PackedEvent> &events);
    void setListed(int kind);
    void takeRelations(const QSet<kube::ObjectKey> &changed);
    void setNow(qint64 seconds) { m_now = seconds; } ///< as CollectionModel

    // --- What a person asks for
    void setFilter(const QString &typed);
    QString filterProblem() const { return m_filter.problem(); }
    void setOpen(int row, bool open);
    void setAllOpen(bool open);
    void choose(const QStringList &ids); ///< columns, as CollectionModel
    void sortBy(const QString &id, Qt::SortOrder order);
    int sortColumn() const; ///< -1: worst first
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    // --- What it shows
    const std::vector<Column> &columns() const { return m_columns; }
    const std::vector<Column> &available() const { return m_available; }
    Counts counts() const { return m_counts; }
    /// Of the objects that are counted, each once, as far as they pass the filter or hold something
    /// that does. Looks at all of them.
    RowSums sums();
    bool isHeading(int row) const { return m_rows[size_t(row)].node < 0; }
    /// Null for a heading.
    const TreeForest::Node *node(int row) const;
    int headingKind(int row) const { return -1 - m_rows[size_t(row)].node; }
    int depth(int row) const { return m_rows[size_t(row)].depth; }
    bool isOpen(int row) const;
    bool hasBranches(int row); ///< looks, if nobody has yet
    int parentRow(int row) const { return m_rows[size_t(row)].parent; } ///< -1: none
    quint64 id(int row) const { return m_rows[size_t(row)].id; } ///< stays while it stands there
    int rowOf(quint64 id) const;
    Health health(int row) const;
    QString text(int row, int column) const;
    bool isGrowing() const { return !m_toGrow.empty() || !m_toRoot.empty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct Row
    {
        quint64 id = 0;
        int node = 0; ///< negative: the heading of a kind
        int depth = 0;
        int parent = -1; ///< row

        bool operator==(const Row &) const = default;
    };
    enum class Match : quint8 { Unknown, Busy, No, Yes };
    struct Kinds
    {
        std::vector<int> nodes = {}; ///< that stand at the top, in their order
        kube::HealthCounts counts = {};
    };

    void showSoon(int milliseconds);
    void growSome();
    void wantGrown(int node);
    void show();
    void collectRoots();
    bool isCounted(const TreeForest::Node &node) const;
    enum class Order { KindFirst, HealthFirst };
    void sortNodes(std::vector<int> &nodes, Order order) const;
    SortKey keyOf(const TreeForest::Node &node) const;
    QString textOf(const TreeForest::Node &node, const QString &column) const;
    QString headingText(int kind, const QString &column) const;
    bool matchesItself(int node);
    /// Itself or something below it. At the top more may stand below it than elsewhere.
    bool matches(int node, bool isTop);
    bool isMatched(int node) const; ///< what matches() found, not at the top
    /// In a tree of users, one of its kind that stands further down.
    bool endsHere(int node, bool isTop) const;
    void addRow(int node, int parent, bool all, std::vector<Row> &rows);
    void addGroup(int kind, std::vector<Row> &rows);
    void addBelow(int row, std::vector<Row> &rows);
    bool isOpenId(quint64 id, int node) const;
    void replaceRows(std::vector<Row> rows);
    void compact();

    TreeShape m_shape;
    TreeForest m_forest;
    std::vector<Column> m_available;
    std::vector<Column> m_columns;
    QStringList m_chosen;
    QString m_sortedBy;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<Kinds> m_roots; ///< by kind; of an ungrouped tree only the first
    std::vector<Row> m_rows;
    mutable QHash<quint64, int> m_rowIndex; ///< made when it is asked for
    QSet<quint64> m_open;
    QSet<quint64> m_shut;
    QSet<quint64> m_openFound; ///< while a filter is set: all below it, not only matches
    QSet<quint64> m_shutFound;
    bool m_allOpen = false;
    RowFilter m_filter;
    std::vector<Match> m_self; ///< by node; kept until the node or the filter changes
    std::vector<Match> m_below; ///< by node, of one show()
    std::vector<int> m_toGrow;
    std::vector<bool> m_wanted; ///< by node: is in m_toGrow
    std::vector<int> m_toRoot;
    QTimer m_showing;
    QTimer m_growing;
    qint64 m_now = 0;
    Counts m_counts;
};

} // namespace workspace
