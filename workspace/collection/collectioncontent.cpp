// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "kube/watch/resourcecache.h"
#include "workspace/collection/collectionmetrics.h"
#include "workspace/errortext.h"
#include "workspace/look/look.h"

#include <QDateTime>

#include <numeric>

using namespace Qt::StringLiterals;

namespace workspace {

CollectionContent::CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                                     const QStringList &nameSpaces, Look &look, QObject *parent)
    : ListContent(look, resource.namespaced, nameSpaces,
                  {.row = CollectionMetrics::row, .header = CollectionMetrics::header}, parent)
    , m_resource(resource)
    , m_model(resource, nameSpaces.size() != 1)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, [this] {
        relayout();
        Q_EMIT updated();
    });
    watchModel();
    const auto &chosen = this->nameSpaces();
    for (const auto &nameSpace : chosen.isEmpty() ? QStringList(QString()) : chosen)
        subscribe(cache, nameSpace);
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
    });
    m_usage->start();
}

void CollectionContent::watchModel()
{
    connect(&m_model, &QAbstractItemModel::columnsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                const int count = last - first + 1;
                for (auto *widths : {&m_dragged, &m_widths}) {
                    if (first <= int(widths->size()))
                        widths->insert(widths->begin() + first, size_t(count), 0);
                }
                m_resizing += m_resizing >= first ? count : 0;
                scheduleUpdate();
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_dragged.resize(m_model.columns().size(), 0);
        scheduleUpdate();
    });
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

qreal CollectionContent::contentWidth()
{
    layoutColumns();
    return CollectionMetrics::badge + std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
}

/// As wide as the texts of the first rows ask for; the name takes what is left or gives way.
void CollectionContent::layoutColumns()
{
    const auto &columns = m_model.columns();
    const int sample = qMin(m_model.rowCount(), 60);
    m_dragged.resize(columns.size(), 0);
    m_widths.assign(columns.size(), 0);
    qreal total = CollectionMetrics::badge + 10;
    int flexible = -1;
    for (size_t c = 0; c < columns.size(); ++c) {
        const bool name = columns[c].kind == CollectionModel::ColumnKind::Name;
        qreal width =
            glyphs().widthOf(columns[c].title.toUpper(), CollectionMetrics::titleFont(look())) + 10;
        for (int row = 0; row < sample; ++row)
            width = qMax(width,
                         glyphs().widthOf(m_model.text(row, int(c)),
                                          CollectionMetrics::font(look(), columns[c].kind)));
        width = qMin(width + CollectionMetrics::gap, name ? 420.0 : 190.0);
        if (name && m_dragged[c] <= 0)
            flexible = int(c);
        m_widths[c] = m_dragged[c] > 0 ? m_dragged[c] : width;
        total += m_widths[c];
    }
    if (flexible >= 0) {
        auto &width = m_widths[size_t(flexible)];
        width = qMax(qMin(width, 230.0), width + size().width() - total);
    }
}

void CollectionContent::tick()
{
    m_model.setNow(QDateTime::currentSecsSinceEpoch());
    // Only what is on screen and tells another age now is worth a new picture.
    const auto [first, last] = rowsInView();
    std::vector<QString> ages;
    for (int row = first; row < last; ++row) {
        for (size_t c = 0; c < m_model.columns().size(); ++c) {
            const auto kind = m_model.columns()[c].kind;
            if (kind == CollectionModel::ColumnKind::Age
                || kind == CollectionModel::ColumnKind::Ago)
                ages.push_back(m_model.text(row, int(c)));
        }
    }
    if (std::exchange(m_ages, ages) != ages)
        Q_EMIT updated();
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

QString CollectionContent::staleText() const
{
    const auto heard = lastHeard();
    return heard.isValid()
        ? tr("Last heard %1 ago").arg(ageText(heard.secsTo(QDateTime::currentDateTime())))
        : ListContent::staleText();
}

QString CollectionContent::footerText() const
{
    const auto counts = m_model.counts();
    QStringList parts{
        u"%L1 %2"_s.arg(counts.total)
            .arg(counts.total == 1 ? m_resource.kind.toLower() : m_resource.resource)};
    if (counts.failing > 0)
        parts += tr("%Ln failing", nullptr, counts.failing);
    if (counts.warning > 0)
        parts += tr("%Ln to look at", nullptr, counts.warning);
    if (counts.pending > 0)
        parts += tr("%Ln pending", nullptr, counts.pending);
    if (!filter().isEmpty())
        parts += tr("showing %Ln", nullptr, counts.shown);
    const auto refused = refusedNamespaces();
    if (!refused.isEmpty() && refused.size() < nameSpaces().size())
        parts += tr("no access to %1").arg(refused.join(u", "_s));
    return parts.join(u" · "_s);
}

} // namespace workspace
