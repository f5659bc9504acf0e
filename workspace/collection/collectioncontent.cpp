// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "kube/watch/resourcecache.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

CollectionContent::CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                                     const QStringList &nameSpaces, Look &look, QObject *parent)
    : TableContent(look, resource.namespaced, nameSpaces, parent)
    , m_cache(cache)
    , m_resource(resource)
    , m_model(resource, nameSpaces.size() != 1)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, [this] {
        m_sumsAreOld = true;
        rowsChanged();
    });
    watchModel();
    subscribe();
}

CollectionContent::~CollectionContent() = default;

void CollectionContent::countPods(kube::ResourceCache &cache, const kube::ApiResource &pods)
{
    m_model.showPods();
    m_pods = std::make_unique<kube::NamespaceRoll>(cache, pods);
    connect(m_pods.get(), &kube::NamespaceRoll::changed, &m_model, &CollectionModel::setPods);
}

void CollectionContent::showUsage(kube::ResourceCache &cache, kube::MetricsFeed &metrics)
{
    m_usage = std::make_unique<kube::UsageRoll>(cache, metrics, m_resource, nameSpaces());
    connect(m_usage.get(), &kube::UsageRoll::changed, this, [this] {
        if (m_usage->hasFigures())
            m_model.setUsage([this](const kube::PackedItem &item) { return m_usage->of(item); });
        readNeeds();
    });
    m_usage->start();
}

/// What is asked for is only worth reading beside what is used.
void CollectionContent::readNeeds()
{
    const bool isReady = m_usage->hasFigures() && freshness() == Freshness::Live;
    if (m_needs || !isReady || m_resource.kind != "Pod"_L1
        || m_model.counts().total > PodNeedsFeed::MostPods)
        return;
    // Not where it is refused, which is known once every namespace has been answered.
    using State = kube::Subscription::State;
    if (std::ranges::any_of(m_objects, [](const auto &objects) {
            return objects->state() == State::Idle || objects->state() == State::Listing;
        }))
        return;
    auto allowed = nameSpaces();
    for (const auto &refused : refusedNamespaces())
        allowed.removeAll(refused);
    if (allowed.isEmpty() && !nameSpaces().isEmpty())
        return;
    m_needs = std::make_unique<PodNeedsFeed>(m_cache.client(), m_resource, allowed);
    connect(m_needs.get(), &PodNeedsFeed::changed, this, &CollectionContent::scheduleUpdate);
}

void CollectionContent::watchModel()
{
    connect(&m_model, &QAbstractItemModel::columnsInserted, this,
            &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &CollectionContent::scheduleUpdate);
    connect(&m_model, &CollectionModel::countsChanged, this, &CollectionContent::scheduleUpdate);
}

void CollectionContent::scheduleUpdate()
{
    if (!m_coalesce.isActive())
        m_coalesce.start(0);
}

void CollectionContent::showChoice(const ColumnChoice &choice)
{
    QStringList annotations;
    for (const auto &id : choice.shown) {
        if (id.startsWith("annotation/"_L1))
            annotations.append(id.sliced(11));
    }
    annotations.sort();
    m_model.choose(choice.shown);
    m_model.sortBy(choice.sortedBy, choice.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (std::exchange(m_annotations, annotations) != annotations)
        subscribe(); // the rows come again, with what they lack
}

void CollectionContent::tick()
{
    m_model.setNow(QDateTime::currentSecsSinceEpoch());
    if (m_sumsAreOld && m_model.rowCount() > FewRows)
        Q_EMIT updated();
    // Only what is on screen and tells another age now is worth painting.
    using enum CollectionModel::ColumnKind;
    const auto [first, last] = rowsInView();
    std::map<int, QStringList> ages;
    QRectF part;
    for (int column = 0; column < int(m_model.columns().size()); ++column) {
        if (const auto kind = m_model.columns()[size_t(column)].kind; kind != Age && kind != Ago)
            continue;
        auto &texts = ages[column];
        for (int row = first; row < last; ++row)
            texts.append(m_model.text(row, column));
        if (m_ages[column] != texts)
            part |= columnArea(column);
    }
    m_ages = std::move(ages);
    if (!part.isEmpty())
        Q_EMIT partUpdated(part);
}

ObjectId CollectionContent::objectAt(int row) const
{
    const auto meta = m_model.item(row).meta;
    return {m_resource.apiVersion(), m_resource.kind, meta.nameSpace, meta.name};
}

WindowContent::Freshness CollectionContent::freshness() const
{
    return freshnessOf(state(), m_model.counts().total == 0);
}

/// The cells with the titles of their columns: "NAME web, READY 1/1, STATUS Running".
QString CollectionContent::rowText(int row) const
{
    QStringList parts{healthWord(m_model.health(row))};
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto cell = m_model.text(row, column);
        if (!cell.isEmpty())
            parts.append(m_model.columns()[size_t(column)].title + u' ' + cell);
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString CollectionContent::accessibleText() const
{
    return m_resource.resource + u": "_s + footerText();
}

QString CollectionContent::footerText() const
{
    const auto counts = m_model.counts();
    QStringList parts{
        u"%L1 %2"_s.arg(counts.total)
            .arg(counts.total == 1 ? m_resource.kind.toLower() : m_resource.resource)};
    parts += troubleTexts(counts);
    if (!filter().isEmpty())
        parts += tr("showing %Ln", nullptr, counts.shown);
    const auto sums = sumsOfAll();
    if (!sums.isEmpty())
        parts += sums;
    const auto refused = refusedNamespaces();
    if (!refused.isEmpty() && refused.size() < nameSpaces().size())
        parts += tr("no access to %1").arg(refused.join(u", "_s));
    return parts.join(u" · "_s);
}

} // namespace workspace
