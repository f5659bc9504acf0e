// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectionmodel.h"

#include "workspace/collection/collectionrow.h"

#include "kube/health/namespaceroll.h"
#include "kube/health/rowhealth.h"
#include "kube/watch/subscription.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

CollectionModel::CollectionModel(const kube::ApiResource &resource, bool showNamespaces,
                                 QObject *parent)
    : QAbstractTableModel(parent)
    , m_resource(resource)
    , m_showNamespaces(showNamespaces && resource.namespaced)
    , m_now(QDateTime::currentSecsSinceEpoch())
{
}

CollectionModel::~CollectionModel() = default;

void CollectionModel::follow(kube::Subscription &subscription)
{
    using kube::Subscription;
    connect(&subscription, &Subscription::columnsChanged, this, &CollectionModel::setColumns);
    connect(&subscription, &Subscription::pageListed, this, &CollectionModel::addPage);
    connect(&subscription, &Subscription::changed, this, &CollectionModel::apply);
    connect(&subscription, &Subscription::listed, this, &CollectionModel::announce);
}

CollectionModel::Row CollectionModel::makeRow(const kube::PackedItem &packed) const
{
    Row row{.item = packed};
    const auto item = packed.unpacked();
    row.health = diagnosisOf(item).health;
    row.delivered = QDateTime::currentSecsSinceEpoch();
    row.key = keyOf(row);
    return row;
}

/// In small letters. Almost every text is ASCII.
static void addSmall(QByteArray &lines, std::string_view utf8)
{
    if (std::ranges::any_of(utf8, [](char c) { return quint8(c) >= 0x80; })) {
        lines += textOf(utf8).toLower().toUtf8();
        return;
    }
    for (const char c : utf8)
        lines += c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

const QByteArray &CollectionModel::haystackOf(Row &row) const
{
    if (!row.haystack.isEmpty())
        return row.haystack;
    QByteArray lines;
    lines.reserve(96);
    addSmall(lines, row.item.nameSpace());
    lines += '\n';
    addSmall(lines, row.item.name());
    const auto cells = row.item.cellCount();
    for (const auto &column : m_columns) {
        const bool told = column.kind == ColumnKind::Name || column.kind == ColumnKind::Age;
        const bool isCell = !told && column.cell >= 0 && column.cell < cells;
        if (!isCell && column.kind != ColumnKind::Label)
            continue;
        lines += '\n';
        addSmall(lines,
                 isCell ? row.item.cellUtf8(column.cell)
                        : row.item.labelUtf8(viewOf(column.label)).value_or(""));
    }
    return row.haystack = lines;
}

QString CollectionModel::text(int row, int column) const
{
    const auto &shown = *m_shown[size_t(row)];
    const auto &kind = m_columns[size_t(column)];
    auto cell = shown.item.cell(kind.cell);
    switch (kind.kind) {
    case ColumnKind::Namespace: return textOf(shown.item.nameSpace());
    case ColumnKind::Age:
        if (const auto created = shown.item.created(); created > 0)
            return ageText(m_now - created);
        return cell;
    case ColumnKind::Ago:
        if (const auto then = ageSeconds(cell))
            return ageText(*then + qMax<qint64>(0, m_now - shown.delivered));
        return cell;
    case ColumnKind::Pods: {
        const auto &pods = podsOf(shown);
        if (m_pods.empty())
            return {}; // not counted yet, or may not be listed
        return pods.failing > 0 ? tr("%L1, %Ln failing", nullptr, pods.failing).arg(pods.total)
                                : u"%L1"_s.arg(pods.total);
    }
    case ColumnKind::Cpu:
    case ColumnKind::Memory: {
        const auto figure = m_usage(shown.item);
        if (!figure)
            return {};
        return kind.kind == ColumnKind::Cpu ? kube::topCpu(figure->usage.cpu)
                                            : kube::topMemory(figure->usage.memory);
    }
    case ColumnKind::Label: return shown.item.label(kind.title).value_or(QString());
    case ColumnKind::Name: return cell.isEmpty() ? textOf(shown.item.name()) : cell;
    case ColumnKind::Text:
    case ColumnKind::Number: return cell;
    }
    Q_UNREACHABLE_RETURN({});
}

bool CollectionModel::tellsHealth(int column) const
{
    const auto &shown = m_columns[size_t(column)];
    return m_showPods ? shown.kind == ColumnKind::Pods : shown.id == "cell/Status"_L1;
}

const kube::HealthCounts &CollectionModel::podsOf(const Row &row) const
{
    static const kube::HealthCounts none;
    const auto pods = m_pods.find(textOf(row.item.name()));
    return pods == m_pods.end() ? none : pods->second;
}

const kube::PackedItem &CollectionModel::packed(int row) const
{
    return m_shown[size_t(row)]->item;
}

Health CollectionModel::health(int row) const
{
    return m_shown[size_t(row)]->health;
}

kube::Diagnosis CollectionModel::diagnosis(int row) const
{
    return diagnosisOf(item(row));
}

kube::Diagnosis CollectionModel::diagnosisOf(const kube::ResourceItem &item) const
{
    const auto own = kube::diagnoseRow(m_resource.kind, m_serverColumns, item);
    const auto pods = m_pods.find(item.meta.name);
    return pods == m_pods.end() ? own : kube::rolledUp(own, pods->second);
}

void CollectionModel::setPods(const std::map<QString, kube::HealthCounts> &byNamespace)
{
    for (const auto &[name, counts] : byNamespace)
        m_pods[name] = counts;
    const auto all = m_all; // a row that changes may move
    for (auto *row : all) {
        if (byNamespace.contains(textOf(row->item.name())))
            update(*row, makeRow(row->item));
    }
    announce();
}

void CollectionModel::setUsage(UsageOf usage)
{
    const bool first = !m_usage;
    m_usage = std::move(usage);
    if (m_available.empty())
        return; // they come with the others
    if (first) {
        collectColumns();
        showColumns();
    }
    const int cpu = placeOf(u"cpu"_s);
    const int memory = placeOf(u"memory"_s);
    if (m_sortColumn >= 0 && (m_sortColumn == cpu || m_sortColumn == memory))
        return sort(m_sortColumn, m_sortOrder);
    for (const int column : {cpu, memory}) {
        if (column >= 0 && !m_shown.empty())
            Q_EMIT dataChanged(index(0, column), index(int(m_shown.size()) - 1, column));
    }
}

std::optional<kube::UsageFigure> CollectionModel::usage(int row) const
{
    return m_usage ? m_usage(m_shown[size_t(row)]->item) : std::nullopt;
}

int CollectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CollectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CollectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = *m_shown[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case HealthRole: return int(row.health);
    case UidRole: return row.item.uid();
    case NameRole: return textOf(row.item.name());
    case NamespaceRole: return textOf(row.item.nameSpace());
    default: return {};
    }
}

QVariant CollectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= int(m_columns.size()))
        return {};
    return m_columns[size_t(section)].title;
}

void CollectionModel::count(Health health, int by)
{
    m_counts.total += by;
    if (health == Health::Error)
        m_counts.failing += by;
    else if (health == Health::Warning)
        m_counts.warning += by;
    else if (health == Health::Pending)
        m_counts.pending += by;
}

void CollectionModel::announce()
{
    m_counts.shown = int(m_shown.size());
    Q_EMIT countsChanged();
}

} // namespace workspace
