// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/tree/treecontent.h"

#include "workspace/collection/collectionmetrics.h"
#include "workspace/errortext.h"
#include "workspace/health/healthtext.h"
#include "workspace/look/look.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using State = kube::Subscription::State;

TreeContent::TreeContent(const TreeFeed::Source &source, const TreeShape &shape, bool isNamespaced,
                         const QStringList &nameSpaces, Look &look, QObject *parent)
    : TableContent(look, isNamespaced, nameSpaces, parent)
    , m_shape(shape)
    , m_kinds(source.kinds)
    , m_model(shape)
    , m_feed(source, shape, nameSpaces, m_model)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, [this] {
        m_sumsAreOld = true;
        addUp();
        rowsChanged();
    });
    watchModel();
}

TreeContent::~TreeContent() = default;

void TreeContent::watchModel()
{
    const auto update = &TreeContent::scheduleUpdate;
    connect(&m_model, &QAbstractItemModel::modelReset, this, update);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, update);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, update);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, update);
    connect(&m_model, &TreeModel::countsChanged, this, update);
    connect(&m_feed, &TreeFeed::stateChanged, this, [this] {
        scheduleUpdate();
        Q_EMIT statusChanged();
    });
}

void TreeContent::scheduleUpdate()
{
    if (!m_coalesce.isActive())
        m_coalesce.start(0);
}

/// Now, or of very many with a later tick.
void TreeContent::addUp()
{
    const bool isDue = m_model.counts().total <= FewObjects || m_summed.hasExpired(1000);
    if (!m_sumsAreOld || (m_summed.isValid() && !isDue))
        return;
    m_sums = m_model.sums().text();
    m_sumsAreOld = false;
    m_summed.start();
}

QString TreeContent::idOf(int row) const
{
    return QString::number(m_model.id(row), 36);
}

int TreeContent::rowOf(const QString &id) const
{
    bool isNumber = false;
    const auto number = id.toULongLong(&isNumber, 36);
    return isNumber ? m_model.rowOf(number) : -1;
}

/// Of a heading: none.
ObjectId TreeContent::objectAt(int row) const
{
    const auto *node = m_model.node(row);
    if (!node)
        return {};
    const auto &key = node->key;
    const auto known = std::ranges::find_if(m_kinds.resources, [&key](const auto &resource) {
        return resource.group == key.group && resource.kind == key.kind;
    });
    const auto apiVersion = known == m_kinds.resources.end() ? QString() : known->apiVersion();
    return {apiVersion, key.kind, key.nameSpace, key.name};
}

QString TreeContent::rowText(int row) const
{
    QStringList parts;
    if (hasHealth(row))
        parts.append(healthWord(m_model.health(row)));
    if (const auto *node = m_model.node(row))
        parts.append(node->key.kind);
    for (int column = 0; column < int(columns().size()); ++column) {
        const auto cell = m_model.text(row, column);
        if (!cell.isEmpty())
            parts.append(columns()[size_t(column)].title + u' ' + cell);
    }
    parts.append(tr("level %L1").arg(m_model.depth(row) + 1));
    if (m_model.isOpen(row))
        parts.append(tr("open"));
    return parts.join(u", "_s);
}

void TreeContent::open(int row, View view)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto object = objectAt(row);
    if (object.kind.isEmpty())
        setOpen(row, !m_model.isOpen(row));
    else if (!object.apiVersion.isEmpty())
        Q_EMIT openRequested(object, view);
}

void TreeContent::showChoice(const ColumnChoice &choice)
{
    m_model.choose(choice.shown);
    m_model.sortBy(choice.sortedBy, choice.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TreeContent::tick()
{
    m_model.setNow(QDateTime::currentSecsSinceEpoch());
    if (m_sumsAreOld) {
        addUp();
        Q_EMIT updated();
    }
    TableContent::tick();
}

int TreeContent::ageColumn() const
{
    const auto age = std::ranges::find(columns(), CollectionModel::ColumnKind::Age, &Column::kind);
    return age == columns().end() ? -1 : int(age - columns().begin());
}

QString TreeContent::ageOf(int row) const
{
    const int column = ageColumn();
    return column < 0 ? QString() : m_model.text(row, column);
}

QRectF TreeContent::agesRect() const
{
    const int column = ageColumn();
    return column < 0 ? QRectF() : columnArea(column);
}

WindowContent::Freshness TreeContent::freshness() const
{
    return freshnessOf(m_feed.state(), total() == 0);
}

QString TreeContent::filterHint() const
{
    return tr("Filter: web  ns:pay  status:failed  re:/…/  -word");
}

QString TreeContent::completedFilter(const QString &typed) const
{
    return RowFilter::completed(typed);
}

QString TreeContent::footerText() const
{
    const auto counts = m_model.counts();
    QStringList parts{tr("%Ln object(s)", nullptr, counts.total)};
    if (!m_shape.isGrouped) {
        const auto root =
            std::ranges::find(m_kinds.resources, m_shape.kind.kind, &kube::ApiResource::kind);
        if (root != m_kinds.resources.end())
            parts = {u"%L1 %2"_s.arg(counts.total).arg(root->resource)};
    }
    parts += troubleTexts(counts);
    parts += tr("%Ln row(s)", nullptr, counts.shown);
    if (!m_sums.isEmpty())
        parts += m_sums;
    if (!m_feed.isComplete() || m_model.isGrowing())
        parts += tr("looking for more…");
    const auto refused = m_feed.refusedKinds();
    if (!refused.isEmpty())
        parts += tr("no access to %1").arg(refused.join(u", "_s));
    return parts.join(u" · "_s);
}

QString TreeContent::sumsOf(const std::vector<int> &rows) const
{
    RowSums sums;
    QSet<const TreeForest::Node *> added; // an object may stand in several places
    for (const int row : rows) {
        const auto *node = m_model.node(row);
        if (!node || !node->hasItem || added.contains(node))
            continue;
        added.insert(node);
        const auto &kind = m_model.forest().kinds()[size_t(node->kind)];
        sums.add(node->item, CellPlaces::of(kind.resource.kind, kind.columns));
    }
    return sums.text();
}

QString TreeContent::accessibleText() const
{
    return tr("Tree: %1").arg(footerText());
}

Message TreeContent::refusal() const
{
    const auto error = m_feed.lastError().value_or(kube::Error{});
    const bool isForbidden = error.kind == kube::Error::Kind::Forbidden;
    return {isForbidden ? Message::Tone::Warn : Message::Tone::Error,
            isForbidden ? tr("You may not list this here") : tr("This cannot be listed"),
            errorText(error)};
}

Message TreeContent::message() const
{
    if (m_feed.state() == State::Refused || freshness() == Freshness::Failed)
        return refusal();
    if (freshness() == Freshness::Loading)
        return {.title = tr("Reading what belongs together…")};
    if (total() > 0)
        return {.title = tr("No match"), .text = tr("Nothing fits the filter. Escape clears it.")};
    const auto where = nameSpaces().join(u", "_s);
    return {.title = where.isEmpty() ? tr("There is nothing here")
                                     : tr("There is nothing in %1").arg(where),
            .text = tr("What is made appears here by itself.")};
}

} // namespace workspace
