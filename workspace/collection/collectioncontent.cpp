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

using State = kube::Reflector::State;

CollectionContent::CollectionContent(kube::ResourceCache &cache, const kube::ApiResource &resource,
                                     const QStringList &nameSpaces, Look &look, QObject *parent)
    : WindowContent(parent)
    , m_look(look)
    , m_resource(resource)
    , m_nameSpaces(resource.namespaced ? nameSpaces : QStringList())
    , m_model(resource, nameSpaces.size() != 1)
{
    m_coalesce.setSingleShot(true);
    connect(&m_coalesce, &QTimer::timeout, this, [this] {
        relayout();
        Q_EMIT updated();
    });
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &CollectionContent::tick);
    m_ticker.start();
    connect(&m_look, &Look::changed, this, &WindowContent::updated);
    watchModel();
    for (const auto &nameSpace : m_nameSpaces.isEmpty() ? QStringList(QString()) : m_nameSpaces)
        subscribe(cache, nameSpace);
}

CollectionContent::~CollectionContent() = default;

void CollectionContent::watchModel()
{
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

void CollectionContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

QRectF CollectionContent::filterRect() const
{
    const qreal scope = m_resource.namespaced ? scopeWidth() + 8 : 0;
    return {8, 8, m_size.width() - 16 - scope, 30};
}

QRectF CollectionContent::headerRect() const
{
    return {0, 44, m_size.width(), CollectionMetrics::header};
}

QRectF CollectionContent::rowsRect() const
{
    const qreal top = headerRect().bottom();
    return {0, top, m_size.width(), qMax(0.0, footerRect().top() - top)};
}

QRectF CollectionContent::footerRect() const
{
    return {0, m_size.height() - CollectionMetrics::footer, m_size.width(),
            CollectionMetrics::footer};
}

void CollectionContent::relayout()
{
    layoutColumns();
    const auto rows = rowsRect();
    const qreal width =
        CollectionMetrics::badge + std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
    m_vertical.setTrack({rows.right() - 9, rows.top(), 9, rows.height()});
    m_horizontal.setTrack({rows.left(), rows.bottom() - 9, rows.width() - 9, 9});
    m_horizontal.setRange(width, rows.width());
    const qreal bar = m_horizontal.maximum() > 0 ? 9 : 0; // the last row stays clear of it
    m_vertical.setRange(m_model.rowCount() * CollectionMetrics::row + 4 + bar, rows.height());

    // The selection is the object, not the place; when the object goes, the place's next one is it.
    const int row = m_model.rowOf(m_selected);
    if (row >= 0)
        m_selectedRow = row;
    else if (!m_selected.isEmpty() && m_model.rowCount() > 0)
        m_selected = m_model.packed(qBound(0, m_selectedRow, m_model.rowCount() - 1)).uid();
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
            m_glyphs.widthOf(columns[c].title.toUpper(), CollectionMetrics::titleFont(m_look)) + 10;
        for (int row = 0; row < sample; ++row)
            width = qMax(width,
                         m_glyphs.widthOf(m_model.text(row, int(c)),
                                          CollectionMetrics::font(m_look, columns[c].kind)));
        width = qMin(width + CollectionMetrics::gap, name ? 420.0 : 190.0);
        if (name && m_dragged[c] <= 0)
            flexible = int(c);
        m_widths[c] = m_dragged[c] > 0 ? m_dragged[c] : width;
        total += m_widths[c];
    }
    if (flexible >= 0) {
        auto &width = m_widths[size_t(flexible)];
        width = qMax(qMin(width, 230.0), width + m_size.width() - total);
    }
}

void CollectionContent::tick()
{
    m_model.setNow(QDateTime::currentSecsSinceEpoch());
    // Only what is on screen and tells another age now is worth a new picture.
    const int first = int(m_vertical.offset() / CollectionMetrics::row);
    const int last =
        qMin(m_model.rowCount(), first + int(rowsRect().height() / CollectionMetrics::row) + 2);
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

void CollectionContent::setFilter(const QString &text)
{
    if (m_filter.text() != text)
        m_filter.setText(text);
    m_model.setFilter(text);
    m_vertical.setOffset(0);
    relayout();
    if (!text.isEmpty() && m_model.rowCount() > 0 && m_model.rowOf(m_selected) < 0)
        select(0);
    Q_EMIT updated();
}

void CollectionContent::select(int row)
{
    if (m_model.rowCount() == 0)
        return;
    m_selectedRow = qBound(0, row, m_model.rowCount() - 1);
    m_selected = m_model.packed(m_selectedRow).uid();
    const qreal top = m_selectedRow * CollectionMetrics::row;
    m_vertical.reveal(top, top + CollectionMetrics::row + 4);
    Q_EMIT updated();
}

void CollectionContent::open(int row, View view)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const auto meta = m_model.item(row).meta;
    Q_EMIT openRequested({m_resource.apiVersion(), m_resource.kind, meta.nameSpace, meta.name},
                         view);
}

WindowContent::Freshness CollectionContent::freshness() const
{
    const bool nothing = m_model.counts().total == 0;
    switch (state()) {
    case State::Idle:
    case State::Listing: return nothing ? Freshness::Loading : Freshness::Live;
    case State::Live: return Freshness::Live;
    case State::Stale: return nothing ? Freshness::Failed : Freshness::Stale;
    case State::Refused: return nothing ? Freshness::Failed : Freshness::Stale;
    }
    Q_UNREACHABLE_RETURN({});
}

QString CollectionContent::statusText() const
{
    if (freshness() == Freshness::Failed)
        return message().text;
    return freshnessText();
}

QString CollectionContent::accessibleText() const
{
    return m_resource.resource + u": "_s + footerText();
}

QString CollectionContent::freshnessText() const
{
    switch (freshness()) {
    case Freshness::Loading: return tr("Loading…");
    case Freshness::Live: return tr("Live");
    case Freshness::Stale: {
        const auto heard = lastHeard();
        return heard.isValid()
            ? tr("Last heard %1 ago").arg(ageText(heard.secsTo(QDateTime::currentDateTime())))
            : tr("Connection lost");
    }
    case Freshness::Failed: return tr("Failed");
    case Freshness::Ended: return tr("Ended");
    }
    Q_UNREACHABLE_RETURN({});
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
    if (!m_filter.text().isEmpty())
        parts += tr("showing %Ln", nullptr, counts.shown);
    const auto refused = refusedNamespaces();
    if (!refused.isEmpty() && refused.size() < m_nameSpaces.size())
        parts += tr("no access to %1").arg(refused.join(u", "_s));
    return parts.join(u" · "_s);
}

} // namespace workspace
