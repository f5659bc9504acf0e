// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"
#include "kube/metrics/usage.h"
#include "kube/objectref.h"
#include "kube/watch/packeditem.h"
#include "workspace/collection/rowfilter.h"
#include "workspace/collection/rowsums.h"
#include "workspace/collection/sortkey.h"
#include "workspace/health/healthtext.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>
#include <map>
#include <memory>
#include <unordered_set>
#include <vector>

namespace kube {
class Subscription;
}

namespace workspace {

/// The objects of one kind as the server's own table, kept current by a subscription.
///
/// Rows are known by uid. Usually shown are the server's columns of priority 0, with the namespace
/// first when all are shown; choose() shows others. By default the worst comes first: by health,
/// then by name. Watch events move, add and remove single rows; only the first list and other
/// columns reset. Holds 20,000 rows and more, packed as the cache holds them; what costs is worked
/// out only where it is needed: texts for a filter while there is one, keys when the order becomes
/// another, nothing of a row when other columns are shown.
class CollectionModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { HealthRole = Qt::UserRole + 1, UidRole, NameRole, NamespaceRole };
    Q_ENUM(Role)

    enum class ColumnKind {
        Text,
        Name,
        Namespace,
        Number, ///< set flush right
        Age, ///< counted from the object's creation
        Ago, ///< an age as the server sent it, counted on from then
        Pods, ///< of namespaces, counted here: how many, and how many fail
        Cpu, ///< what it uses, as `kubectl top` tells; sorted by, the most comes first
        Memory,
        Label, ///< the value of one label
    };
    struct Column
    {
        QString title = {};
        ColumnKind kind = ColumnKind::Text;
        int cell = -1; ///< index into ResourceItem::cells
        QString id = {}; ///< "name", "cell/Restarts", "label/app"; in every language the same
        bool isUsual = true; ///< shown unless a person chose otherwise
        QByteArray label = {}; ///< of a Label, its key in UTF-8

        bool operator==(const Column &) const = default;
    };
    struct Counts
    {
        int total = 0;
        int failing = 0;
        int warning = 0;
        int pending = 0;
        int shown = 0;

        bool operator==(const Counts &) const = default;
    };
    static constexpr int HealthOrder = -1; ///< a "column" for sort()

    CollectionModel(const kube::ApiResource &resource, bool showNamespaces,
                    QObject *parent = nullptr);
    ~CollectionModel() override;

    /// Takes in everything the subscription says. It is borrowed and may vanish first.
    void follow(kube::Subscription &subscription);

    void setColumns(const QList<kube::TableColumn> &columns);
    /// Forgets all rows: they come again, with other cells.
    void clear();
    /// Shows these columns in this order, as far as there are such; none: the usual ones.
    void choose(const QStringList &ids);
    /// Where the figures of a footer stand.
    CellPlaces cellPlaces() const;
    /// Everything that can be shown, those of labels only when chosen.
    const std::vector<Column> &available() const { return m_available; }
    /// Keys of labels that objects have, the most frequent first; looks at some of them.
    QStringList labelKeys() const;
    /// Objects that are not known yet, many at once; one that is known stays as it is.
    void addPage(const std::vector<kube::PackedItem> &items);
    /// Everything there is: what is not in it goes.
    void replaceAll(const std::vector<kube::PackedItem> &items);
    /// Events may repeat: an unknown row is added, deleting one does nothing.
    void apply(const std::vector<kube::PackedEvent> &events);

    void setFilter(const QString &typed);
    QString filterProblem() const { return m_filter.problem(); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// The same by a column's id, as soon as there is such a column; empty: by health.
    void sortBy(const QString &id, Qt::SortOrder order);
    const QString &sortedBy() const { return m_sortedBy; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// Of namespaces: adds the column of pods. Call it before there are columns.
    void showPods() { m_showPods = true; }
    /// Counts these pods in with the health of the namespaces that have these names.
    void setPods(const std::map<QString, kube::HealthCounts> &byNamespace);
    /// What an object uses; no value where nothing was measured.
    using UsageOf = std::function<std::optional<kube::UsageFigure>(const kube::PackedItem &)>;
    /// New figures: the first ones bring two columns. Asked for the rows that are looked at, and
    /// for all when they are sorted by it.
    void setUsage(UsageOf usage);
    std::optional<kube::UsageFigure> usage(int row) const;
    /// What time it is for the ages, in seconds since the epoch. Tells nobody: ages are read when
    /// painted.
    void setNow(qint64 seconds) { m_now = seconds; }

    const std::vector<Column> &columns() const { return m_columns; }
    Counts counts() const { return m_counts; }
    int rowOf(const QString &uid) const; ///< -1 when unknown or filtered out
    const kube::PackedItem &packed(int row) const;
    kube::ResourceItem item(int row) const { return packed(row).unpacked(); }
    Health health(int row) const;
    /// Why, as far as the row tells; worked out anew each time.
    kube::Diagnosis diagnosis(int row) const;
    QString text(int row, int column) const;
    /// Whether the column says in words what the health is.
    bool tellsHealth(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct Row;
    using Rows = std::vector<Row *>;
    struct RowHash
    {
        using is_transparent = void;
        size_t operator()(const std::unique_ptr<Row> &row) const;
        size_t operator()(std::string_view uidKey) const;
    };
    struct RowEqual
    {
        using is_transparent = void;
        bool operator()(const std::unique_ptr<Row> &a, const std::unique_ptr<Row> &b) const;
        bool operator()(const std::unique_ptr<Row> &a, std::string_view uidKey) const;
        bool operator()(std::string_view uidKey, const std::unique_ptr<Row> &b) const;
    };

    Row makeRow(const kube::PackedItem &item) const;
    kube::Diagnosis diagnosisOf(const kube::ResourceItem &item) const;
    const QByteArray &haystackOf(Row &row) const;
    SortKey keyOf(const Row &row) const;
    SortKey keyOfText(std::string_view utf8) const;
    void sortRows(); ///< works out every key once
    void collectColumns();
    std::vector<Column> wantedColumns() const;
    void showColumns(); ///< wantedColumns(), with as little ado as possible
    enum class Cells { AsBefore, Others };
    void resetColumns(std::vector<Column> columns, Cells cells = Cells::AsBefore);
    Column sortedColumn() const;
    void remakeRows();
    int placeOf(const QString &id) const; ///< among the shown; HealthOrder when it is not
    bool less(const Row &a, const Row &b) const;
    bool passes(Row &row) const;
    Rows::iterator placeIn(Rows &rows, const Row &row) const;
    void upsert(const kube::PackedItem &item);
    Row *known(std::string_view uidKey) const;
    int shownAt(const Row &row) const; ///< -1 when filtered out
    bool keepsPlace(const Rows &rows, const Row &row, const Row &next) const;
    const kube::HealthCounts &podsOf(const Row &row) const;
    void update(Row &row, Row next);
    void insertShown(Row *row);
    void removeShown(const Row &row);
    void removeRow(std::string_view uidKey);
    void showOnly(Rows rows);
    Rows filtered(const Rows &rows) const;
    void count(Health health, int by);
    void announce();

    kube::ApiResource m_resource;
    bool m_showNamespaces;
    bool m_showPods = false;
    QList<kube::TableColumn> m_serverColumns;
    std::vector<Column> m_available;
    std::vector<Column> m_columns;
    QStringList m_chosen;
    int m_statusCell = -1;
    std::unordered_set<std::unique_ptr<Row>, RowHash, RowEqual> m_rows; ///< by uid
    Rows m_all; ///< sorted
    Rows m_shown; ///< what of it passes the filter, in the same order
    std::map<QString, kube::HealthCounts> m_pods; ///< by the namespace's name; only of namespaces
    UsageOf m_usage;
    RowFilter m_filter;
    mutable QHash<QByteArray, SortKey> m_keys; ///< of texts that rows share
    QString m_sortedBy; ///< id; there may be no such column yet
    int m_sortColumn = HealthOrder;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    qint64 m_now = 0;
    Counts m_counts;
};

} // namespace workspace
