// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which columns a CollectionModel has, and which of them it shows.

#include "workspace/collection/collectionrow.h"
#include "workspace/collection/columntitle.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype LabelSample = 2000; // objects that labelKeys() looks at

static CollectionModel::ColumnKind kindOf(const kube::TableColumn &column)
{
    using Kind = CollectionModel::ColumnKind;
    if (column.format == "annotation"_L1)
        return Kind::Text;
    if (column.name == "Age"_L1)
        return Kind::Age;
    if (column.format == "name"_L1 || column.name == "Name"_L1)
        return Kind::Name;
    if (column.type == "date"_L1 || column.name == "Last Seen"_L1
        || column.name == "Last Schedule"_L1)
        return Kind::Ago;
    if (column.type == "integer"_L1 || column.type == "number"_L1 || column.name == "Restarts"_L1)
        return Kind::Number;
    return Kind::Text;
}

static QString idOf(const kube::TableColumn &column)
{
    if (column.format == "annotation"_L1)
        return u"annotation/"_s + column.name;
    return kindOf(column) == CollectionModel::ColumnKind::Name ? u"name"_s
                                                               : u"cell/"_s + column.name;
}

void CollectionModel::setColumns(const QList<kube::TableColumn> &columns)
{
    if (columns == m_serverColumns)
        return;
    m_serverColumns = columns;
    m_statusCell = -1;
    for (int i = 0; i < int(columns.size()) && m_statusCell < 0; ++i) {
        if (columns[i].name == "Status"_L1 || columns[i].name == "Type"_L1)
            m_statusCell = i;
    }
    collectColumns();
    resetColumns(wantedColumns(), Cells::Others); // the subject changes
}

void CollectionModel::collectColumns()
{
    m_available.clear();
    if (m_resource.namespaced)
        m_available.push_back({columnTitle(u"Namespace"_s), ColumnKind::Namespace, -1,
                               u"namespace"_s, m_showNamespaces});
    for (int i = 0; i < int(m_serverColumns.size()); ++i) {
        const auto &column = m_serverColumns[i];
        const auto id = idOf(column);
        const bool twice = std::ranges::contains(m_available, id, &Column::id);
        m_available.push_back({columnTitle(column.name), kindOf(column), i,
                               twice ? u"%1/%2"_s.arg(id).arg(i) : id, column.priority == 0});
    }
    const auto before = [this](auto place, const Column &column) {
        m_available.insert(place, column);
    };
    if (m_showPods)
        before(std::ranges::find(m_available, ColumnKind::Age, &Column::kind),
               {tr("Pods"), ColumnKind::Pods, -1, u"pods"_s});
    for (const auto &column : {Column{tr("CPU"), ColumnKind::Cpu, -1, u"cpu"_s},
                               Column{tr("MEM"), ColumnKind::Memory, -1, u"memory"_s}}) {
        if (!m_usage)
            break;
        // Before the restarts of pods, which are wide, so that the figures show in a narrow window.
        const auto restarts = std::ranges::find(m_available, "cell/Restarts"_L1, &Column::id);
        before(restarts != m_available.end()
                   ? restarts
                   : std::ranges::find(m_available, ColumnKind::Age, &Column::kind),
               column);
    }
    for (const auto &id : m_chosen) {
        if (id.startsWith("label/"_L1))
            m_available.push_back(
                {id.sliced(6), ColumnKind::Label, -1, id, false, id.sliced(6).toUtf8()});
    }
}

std::vector<CollectionModel::Column> CollectionModel::wantedColumns() const
{
    std::vector<Column> wanted;
    for (const auto &id : m_chosen) {
        const auto found = std::ranges::find(m_available, id, &Column::id);
        if (found != m_available.end())
            wanted.push_back(*found);
    }
    if (wanted.empty())
        std::ranges::copy_if(m_available, std::back_inserter(wanted), &Column::isUsual);
    return wanted;
}

void CollectionModel::choose(const QStringList &ids)
{
    if (std::exchange(m_chosen, ids) == ids)
        return;
    collectColumns();
    if (!m_serverColumns.isEmpty())
        resetColumns(wantedColumns());
}

int CollectionModel::placeOf(const QString &id) const
{
    const auto found = std::ranges::find(m_columns, id, &Column::id);
    return found == m_columns.end() || id.isEmpty() ? HealthOrder : int(found - m_columns.begin());
}

void CollectionModel::showColumns()
{
    auto next = wantedColumns();
    const auto first = std::ranges::mismatch(m_columns, next).in1 - m_columns.begin();
    const auto more = std::ssize(next) - std::ssize(m_columns);
    const auto rest = next.begin() + first + qMax(0L, more);
    if (more == 0 && first == std::ssize(m_columns))
        return;
    const bool onlyMore = more > 0 && std::equal(rest, next.end(), m_columns.begin() + first);
    if (!onlyMore || placeOf(m_sortedBy) != m_sortColumn)
        return resetColumns(std::move(next));
    const bool wasSorted = m_sortColumn >= 0;
    beginInsertColumns({}, int(first), int(first + more) - 1);
    m_columns = std::move(next);
    m_sortColumn = placeOf(m_sortedBy);
    endInsertColumns();
    if (!wasSorted && m_sortColumn >= 0)
        sort(m_sortColumn, m_sortOrder);
}

CollectionModel::Column CollectionModel::sortedColumn() const
{
    return m_sortColumn < 0 || size_t(m_sortColumn) >= m_columns.size()
        ? Column()
        : m_columns[size_t(m_sortColumn)];
}

/// Unless the cells are others, rows stay what they are, and in their order while what they are
/// sorted by is shown.
void CollectionModel::resetColumns(std::vector<Column> columns, Cells cells)
{
    beginResetModel();
    const auto before = sortedColumn();
    m_columns = std::move(columns);
    m_sortColumn = placeOf(m_sortedBy);
    if (cells == Cells::Others)
        remakeRows();
    for (auto *row : m_all)
        row->haystack = {}; // of the columns that were there
    if (cells == Cells::Others || sortedColumn() != before)
        sortRows();
    m_shown = filtered(m_all);
    endResetModel();
    announce();
}

void CollectionModel::remakeRows()
{
    m_counts = {};
    for (auto *row : m_all) {
        const auto delivered = row->delivered;
        *row = makeRow(row->item);
        row->delivered = delivered;
        count(row->health, 1);
    }
}

void CollectionModel::clear()
{
    beginResetModel();
    m_shown.clear();
    m_all.clear();
    m_rows.clear();
    m_counts = {};
    m_serverColumns.clear();
    m_available.clear();
    m_columns.clear();
    endResetModel();
    announce();
}

void CollectionModel::sortBy(const QString &id, Qt::SortOrder order)
{
    const int column = placeOf(id);
    if (column == m_sortColumn && id == m_sortedBy && order == m_sortOrder)
        return;
    if (column >= 0 || id.isEmpty())
        return sort(column, order);
    m_sortedBy = id; // as soon as it is there
    m_sortOrder = order;
}

CellPlaces CollectionModel::cellPlaces() const
{
    return CellPlaces::of(m_resource.kind, m_serverColumns);
}

QStringList CollectionModel::labelKeys() const
{
    std::map<QString, int> counts;
    const auto step = qMax(qsizetype(1), qsizetype(m_all.size()) / LabelSample);
    for (qsizetype i = 0; i < qsizetype(m_all.size()); i += step) {
        const auto labels = m_all[size_t(i)]->item.labels();
        for (auto label = labels.begin(); label != labels.end(); ++label)
            ++counts[label.key()];
    }
    std::vector<std::pair<int, QString>> sorted;
    for (const auto &[key, many] : counts)
        sorted.emplace_back(-many, key);
    std::ranges::sort(sorted);
    QStringList keys;
    for (const auto &[many, key] : sorted)
        keys.append(key);
    return keys;
}

} // namespace workspace
