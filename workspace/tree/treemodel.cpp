// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treemodel.h"

#include "workspace/collection/columntitle.h"
#include "workspace/health/healthtext.h"
#include "workspace/tree/treerules.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int ShowEvery = 100; // milliseconds
static constexpr qint64 SliceMs = 4;

TreeModel::TreeModel(const TreeShape &shape, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shape(shape)
    , m_now(QDateTime::currentSecsSinceEpoch())
{
    using Kind = CollectionModel::ColumnKind;
    m_available = {
        {columnTitle(u"Name"_s), Kind::Name, -1, u"name"_s},
        {columnTitle(u"Namespace"_s), Kind::Namespace, -1, u"namespace"_s, shape.showsNamespaces},
        {tr("Kind"), Kind::Text, -1, u"kind"_s, false},
        {columnTitle(u"Ready"_s), Kind::Text, -1, u"ready"_s},
        {columnTitle(u"Status"_s), Kind::Text, -1, u"status"_s},
        {columnTitle(u"Restarts"_s), Kind::Number, -1, u"restarts"_s},
        {columnTitle(u"Age"_s), Kind::Age, -1, u"age"_s}};
    std::ranges::copy_if(m_available, std::back_inserter(m_columns), &Column::isUsual);
    if (!shape.isGrouped && isUsedKind(shape.kind.kind))
        m_forest.setUsersOf(shape.kind.kind);
    m_showing.setSingleShot(true);
    connect(&m_showing, &QTimer::timeout, this, &TreeModel::show);
    connect(&m_growing, &QTimer::timeout, this, &TreeModel::growSome);
}

TreeModel::~TreeModel() = default;

void TreeModel::showSoon(int milliseconds)
{
    if (!m_showing.isActive() || m_showing.remainingTime() > milliseconds)
        m_showing.start(milliseconds);
}

void TreeModel::setColumns(int kind, const QList<kube::TableColumn> &columns)
{
    m_forest.setColumns(kind, columns);
    m_self.clear();
    showSoon(0);
}

void TreeModel::put(int kind, const std::vector<kube::PackedItem> &items)
{
    for (const auto &item : items) {
        const int at = m_forest.put(kind, item);
        if (size_t(at) < m_self.size())
            m_self[size_t(at)] = Match::Unknown;
    }
    showSoon(m_rows.empty() ? 0 : ShowEvery);
}

void TreeModel::apply(int kind, const std::vector<kube::PackedEvent> &events)
{
    for (const auto &event : events) {
        const int at = event.type == kube::ItemEvent::Type::Deleted
            ? m_forest.remove(kind, event.item)
            : m_forest.put(kind, event.item);
        if (at >= 0 && size_t(at) < m_self.size())
            m_self[size_t(at)] = Match::Unknown;
    }
    compact();
    showSoon(ShowEvery);
}

void TreeModel::setListed(int kind)
{
    m_forest.setListed(kind);
    showSoon(0);
}

void TreeModel::takeRelations(const QSet<kube::ObjectKey> &changed)
{
    const auto nodes = m_forest.forget(changed);
    for (const int node : nodes) {
        if (size_t(node) < m_self.size())
            m_self[size_t(node)] = Match::Unknown;
    }
    if (!nodes.empty())
        showSoon(ShowEvery);
}

void TreeModel::compact()
{
    if (!m_forest.isBloated())
        return;
    beginResetModel();
    m_rows.clear();
    m_rowIndex.clear();
    m_forest.compact();
    m_self.clear();
    m_wanted.clear();
    m_toGrow.clear();
    m_toRoot.clear();
    endResetModel();
    show();
}

/// Some of what has to be found out, without anybody noticing.
void TreeModel::growSome()
{
    QElapsedTimer clock;
    clock.start();
    while (isGrowing() && clock.elapsed() < SliceMs) {
        for (int i = 0; i < 32 && isGrowing(); ++i) {
            auto &queue = m_toRoot.empty() ? m_toGrow : m_toRoot;
            const int at = queue.back();
            queue.pop_back();
            if (&queue == &m_toRoot) {
                m_forest.root(at);
                continue;
            }
            m_wanted[size_t(at)] = false;
            m_forest.grow(at);
            if (!m_allOpen && m_filter.isEmpty())
                continue; // nobody looks further down
            for (const int child : m_forest.node(at).children)
                wantGrown(child);
        }
    }
    if (!isGrowing())
        m_growing.stop();
    showSoon(isGrowing() ? ShowEvery : 0);
}

void TreeModel::wantGrown(int node)
{
    if (m_wanted.size() < size_t(m_forest.size()))
        m_wanted.resize(size_t(m_forest.size()));
    if (m_forest.node(node).isGrown || m_wanted[size_t(node)])
        return;
    m_wanted[size_t(node)] = true;
    m_toGrow.push_back(node);
    if (!m_growing.isActive())
        m_growing.start(0);
}

void TreeModel::setFilter(const QString &typed)
{
    m_filter = RowFilter(typed);
    m_self.clear();
    m_openFound.clear();
    m_shutFound.clear();
    show();
}

void TreeModel::setOpen(int row, bool open)
{
    const auto shown = m_rows[size_t(row)];
    if (shown.node >= 0)
        m_forest.grow(shown.node);
    auto &opened = m_filter.isEmpty() ? m_open : m_openFound;
    auto &closed = m_filter.isEmpty() ? m_shut : m_shutFound;
    (open ? closed : opened).remove(shown.id);
    (open ? opened : closed).insert(shown.id);
    show();
}

void TreeModel::setAllOpen(bool open)
{
    m_allOpen = open;
    m_open.clear();
    m_shut.clear();
    m_openFound.clear();
    m_shutFound.clear();
    show();
}

void TreeModel::choose(const QStringList &ids)
{
    if (std::exchange(m_chosen, ids) == ids)
        return;
    beginResetModel();
    m_columns.clear();
    for (const auto &id : ids) {
        const auto found = std::ranges::find(m_available, id, &Column::id);
        if (found != m_available.end())
            m_columns.push_back(*found);
    }
    if (m_columns.empty())
        std::ranges::copy_if(m_available, std::back_inserter(m_columns), &Column::isUsual);
    endResetModel();
}

void TreeModel::sortBy(const QString &id, Qt::SortOrder order)
{
    const auto known = std::ranges::contains(m_available, id, &Column::id) ? id : QString();
    const auto wanted = known.isEmpty() ? Qt::AscendingOrder : order;
    if (known == m_sortedBy && wanted == m_sortOrder)
        return;
    m_sortedBy = known;
    m_sortOrder = wanted;
    show();
}

} // namespace workspace
