// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectioncontent.h"

#include "workspace/collection/collectionmetrics.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

CollectionContent::HeaderHit CollectionContent::headerAt(QPointF position) const
{
    if (!headerRect().contains(position) || m_model.counts().total == 0)
        return {};
    qreal x = CollectionMetrics::badge - acrossOffset();
    if (position.x() < x)
        return {CollectionModel::HealthOrder, false};
    for (size_t c = 0; c < m_widths.size(); ++c) {
        x += m_widths[c];
        if (std::abs(position.x() - (x - CollectionMetrics::gap / 2)) < 5)
            return {int(c), true};
        if (position.x() < x)
            return {int(c), false};
    }
    return {};
}

bool CollectionContent::pressHeader(QPointF position)
{
    if (!headerRect().contains(position))
        return false;
    const auto hit = headerAt(position);
    if (hit.edge)
        m_resizing = hit.column;
    else
        sortBy(hit.column);
    return true;
}

void CollectionContent::sortBy(int column)
{
    const bool again = m_model.sortColumn() == column;
    if (again && m_model.sortOrder() == Qt::DescendingOrder)
        m_model.sort(CollectionModel::HealthOrder,
                     Qt::AscendingOrder); // the third click: as it was
    else
        m_model.sort(column, again && column >= 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
    const int row = m_model.rowOf(selectedId());
    if (row >= 0)
        select(row);
}

bool CollectionContent::dragHeader(QPointF position)
{
    if (m_resizing < 0)
        return false;
    qreal left = CollectionMetrics::badge - acrossOffset();
    for (int c = 0; c < m_resizing; ++c)
        left += m_widths[size_t(c)];
    m_dragged[size_t(m_resizing)] =
        qBound(40.0, position.x() + CollectionMetrics::gap / 2 - left, 900.0);
    relayout();
    return true;
}

bool CollectionContent::doubleClickHeader(QPointF position)
{
    const auto hit = headerAt(position);
    if (!hit.edge)
        return false;
    m_dragged[size_t(hit.column)] = 0; // back to the width of its content
    relayout();
    Q_EMIT updated();
    return true;
}

QString CollectionContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    return row < 0 ? QString() : healthSentence(m_model.diagnosis(row));
}

Qt::CursorShape CollectionContent::cursorAt(QPointF position) const
{
    if (m_resizing >= 0 || headerAt(position).edge)
        return Qt::SplitHCursor;
    return ListContent::cursorAt(position);
}

} // namespace workspace
