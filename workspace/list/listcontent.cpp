// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/list/listcontent.h"

#include "workspace/look/look.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal FooterHeight = 26;
static constexpr qreal FilterBottom = 44;
static constexpr qreal BarWidth = 9;

ListContent::ListContent(Look &look, bool namespaced, const QStringList &nameSpaces,
                         Metrics metrics, QObject *parent)
    : WindowContent(parent)
    , m_look(look)
    , m_namespaced(namespaced)
    , m_nameSpaces(namespaced ? nameSpaces : QStringList())
    , m_metrics(metrics)
{
    connect(&m_look, &Look::changed, this, &WindowContent::updated);
    connect(&m_ticker, &SeenTicker::due, this, &ListContent::tick);
}

void ListContent::setSize(QSizeF size)
{
    m_size = size;
    relayout();
    Q_EMIT updated();
}

QRectF ListContent::filterRect() const
{
    const qreal scope = m_namespaced ? scopeRect().width() + 8 : 0;
    const qreal form = formRect().isEmpty() ? 0 : formRect().width() + 8;
    return {8, 8, m_size.width() - 16 - scope - form, 30};
}

QRectF ListContent::formRect() const
{
    if (form() == Form::OnlyList)
        return {};
    const qreal right = m_namespaced ? scopeRect().left() : m_size.width();
    return {right - 8 - 30, 8, 30, 30};
}

QRectF ListContent::scopeRect() const
{
    if (!m_namespaced)
        return {};
    const qreal width =
        qMin(m_glyphs.widthOf(scopeText(), m_look.sans(12)) + 34, m_size.width() / 2);
    return {m_size.width() - 8 - width, 8, width, 30};
}

QRectF ListContent::headerRect() const
{
    return {0, FilterBottom, m_size.width(), m_metrics.header};
}

QRectF ListContent::rowsRect() const
{
    const qreal top = headerRect().bottom();
    return {0, top, m_size.width(), qMax(0.0, footerRect().top() - top)};
}

QRectF ListContent::footerRect() const
{
    return {0, m_size.height() - FooterHeight, m_size.width(), FooterHeight};
}

qreal ListContent::contentWidth()
{
    return 0;
}

QRectF ListContent::rowBox(int row) const
{
    const auto rows = rowsRect();
    return {0, rows.top() + 2 + row * m_metrics.row - m_vertical.offset(), rows.width(),
            m_metrics.row};
}

void ListContent::rowsChanged()
{
    m_markedText.reset();
    if (!m_ticker.noteChange())
        return;
    m_ticker.fallBehind();
    if (m_filter.text().isEmpty() && rowCount() > 0)
        Q_EMIT partUpdated(QRectF(0, FilterBottom, m_size.width(), m_size.height() - FilterBottom));
    else
        Q_EMIT updated(); // the head tells how many pass
}

/// The ages of what is old change rarely.
void ListContent::tick()
{
    QStringList ages;
    const auto [first, last] = rowsInView();
    for (int row = first; row < last; ++row)
        ages += ageOf(row);
    if (std::exchange(m_ages, ages) != ages)
        Q_EMIT partUpdated(agesRect());
}

/// Before anything is done with the rows' places.
void ListContent::settle()
{
    if (m_ticker.isBehind())
        relayout();
}

void ListContent::relayout()
{
    m_ticker.caughtUp();
    m_markedText.reset();
    const auto rows = rowsRect();
    m_vertical.setTrack({rows.right() - BarWidth, rows.top(), BarWidth, rows.height()});
    m_horizontal.setTrack(
        {rows.left(), rows.bottom() - BarWidth, rows.width() - BarWidth, BarWidth});
    m_horizontal.setRange(contentWidth(), rows.width());
    const qreal bar = m_horizontal.maximum() > 0 ? BarWidth : 0; // the last row stays clear of it
    m_vertical.setRange(rowCount() * m_metrics.row + 4 + bar, rows.height());

    // The selection is the object, not the place; when the object goes, the place's next one is it.
    const int row = rowOf(m_selected);
    if (row >= 0) {
        if (m_metrics.keepsPlace && m_selectedRow >= 0 && m_vertical.offset() > 0)
            m_vertical.scrollBy((row - m_selectedRow) * m_metrics.row);
        m_selectedRow = row;
    } else if (!m_selected.isEmpty() && rowCount() > 0) {
        m_selected = idOf(qBound(0, m_selectedRow, rowCount() - 1));
    }
}

void ListContent::setFilter(const QString &text)
{
    if (m_filter.text() != text)
        m_filter.setText(text);
    applyFilter(text);
    m_vertical.setOffset(0);
    relayout();
    if (!text.isEmpty() && rowCount() > 0 && rowOf(m_selected) < 0)
        select(0);
    Q_EMIT updated();
}

void ListContent::select(int row)
{
    settle();
    if (rowCount() == 0)
        return;
    m_selectedRow = qBound(0, row, rowCount() - 1);
    m_selected = idOf(m_selectedRow);
    const qreal top = m_selectedRow * m_metrics.row;
    m_vertical.reveal(top, top + m_metrics.row + 4);
    Q_EMIT updated();
}

void ListContent::open(int row, View view)
{
    if (row >= 0 && row < rowCount())
        Q_EMIT openRequested(objectAt(row), view);
}

std::vector<int> ListContent::markedRows() const
{
    std::vector<int> rows;
    for (const auto &id : m_marks.ids()) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    return rows;
}

std::vector<ObjectId> ListContent::objectsAt(const std::vector<int> &rows) const
{
    std::vector<ObjectId> objects;
    objects.reserve(rows.size());
    for (const int row : rows) {
        auto object = objectAt(row);
        if (!object.kind.isEmpty()) // a heading is none
            objects.push_back(std::move(object));
    }
    return objects;
}

std::vector<ObjectId> ListContent::selectedObjects() const
{
    auto rows = markedRows();
    if (const int row = rowOf(m_selected); rows.empty() && row >= 0)
        rows.push_back(row);
    return objectsAt(rows);
}

bool ListContent::isPicked(int row) const
{
    return m_marks.isEmpty() ? idOf(row) == m_selected : m_marks.contains(idOf(row));
}

QString ListContent::selectionText() const
{
    if (m_marks.isEmpty())
        return footerText();
    if (!m_markedText) {
        const auto rows = markedRows();
        const auto sums = sumsOf(rows);
        QStringList parts{tr("%Ln marked", nullptr, int(rows.size()))};
        if (!sums.isEmpty())
            parts += sums;
        m_markedText = parts.join(u" · "_s);
    }
    return *m_markedText;
}

std::pair<int, int> ListContent::rowsInView() const
{
    const int first = qMin(rowCount(), int(m_vertical.offset() / m_metrics.row));
    const int many = int(rowsRect().height() / m_metrics.row) + 2;
    return {first, qMin(rowCount(), first + many)};
}

int ListContent::rowAt(QPointF position) const
{
    const auto rows = rowsRect();
    if (!rows.contains(position))
        return -1;
    const qreal y = position.y() - rows.top() - 2 + m_vertical.offset();
    const int row = int(std::floor(y / m_metrics.row));
    return row >= 0 && row < rowCount() ? row : -1;
}

/// What does not fit into the footer.
QString ListContent::toolTipAt(QPointF position) const
{
    if (formRect().contains(position))
        return form() == Form::Tree ? tr("Show as a list (Alt+T)") : tr("Show as a tree (Alt+T)");
    return footerRect().contains(position) && total() > 0 ? selectionText() : QString();
}

QString ListContent::scopeText() const
{
    if (m_nameSpaces.isEmpty())
        return tr("All namespaces");
    return m_nameSpaces.size() == 1 ? m_nameSpaces.first()
                                    : tr("%Ln namespaces", nullptr, int(m_nameSpaces.size()));
}

QString ListContent::staleText() const
{
    return tr("Connection lost");
}

QString ListContent::freshnessText() const
{
    switch (freshness()) {
    case Freshness::Loading: return tr("Loading…");
    case Freshness::Live: return tr("Live");
    case Freshness::Stale: return staleText();
    case Freshness::Failed: return tr("Failed");
    case Freshness::Ended: return tr("Ended");
    }
    Q_UNREACHABLE_RETURN({});
}

QString ListContent::statusText() const
{
    return freshness() == Freshness::Failed ? message().text : freshnessText();
}

QString ListContent::rowText(int row) const
{
    const auto object = objectAt(row);
    QStringList parts{object.kind, object.name, object.nameSpace};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QRectF ListContent::rowRect(int row) const
{
    return rowBox(row).intersected(rowsRect());
}

QString ListContent::accessibleText() const
{
    return selectionText();
}

WindowContent::Freshness ListContent::freshnessOf(kube::Reflector::State state, bool nothing)
{
    using State = kube::Reflector::State;
    switch (state) {
    case State::Idle:
    case State::Listing: return nothing ? Freshness::Loading : Freshness::Live;
    case State::Live: return Freshness::Live;
    case State::Stale:
    case State::Refused: return nothing ? Freshness::Failed : Freshness::Stale;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
