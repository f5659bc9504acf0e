// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/collectionmetrics.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"
#include "workspace/tree/treecontent.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal GlyphSize = 14;
static constexpr qreal GlyphRoom = 20;

qreal TreeContent::indentOf(int row) const
{
    return m_model.depth(row) * CollectionMetrics::indent + CollectionMetrics::twisty + GlyphRoom;
}

/// What has no row of its own is told apart only when it lacks.
bool TreeContent::hasHealth(int row) const
{
    const auto *node = m_model.node(row);
    return node ? node->hasItem || node->health == Health::Error
                : m_model.health(row) != Health::Ok && m_model.health(row) != Health::Unknown;
}

bool TreeContent::tellsHealth(int row, int column) const
{
    return hasHealth(row) && columns()[size_t(column)].id == "status"_L1;
}

bool TreeContent::isFaint(int row, int /*column*/) const
{
    return m_model.isHeading(row) && !hasHealth(row);
}

void TreeContent::paintLead(QPainter &painter, int row, const QRectF &box)
{
    const int name = nameColumn();
    if (name < 0)
        return;
    const auto &theme = look().theme();
    const qreal left =
        columnRect(name, box).left() + m_model.depth(row) * CollectionMetrics::indent;
    const QPointF c(left + 5, box.center().y());
    if (m_model.hasBranches(row)) {
        const bool isOpen = m_model.isOpen(row);
        const QPointF shut[]{c + QPointF(-2, -3.5), c + QPointF(2, 0), c + QPointF(-2, 3.5)};
        const QPointF wide[]{c + QPointF(-3.5, -2), c + QPointF(0, 2), c + QPointF(3.5, -2)};
        painter.setPen(QPen(theme.textDim, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(isOpen ? wide : shut, 3);
    }
    const auto *node = m_model.node(row);
    const auto kind = node
        ? node->key.kind
        : m_model.forest().kinds()[size_t(m_model.headingKind(row))].resource.kind;
    paintGlyph(
        painter, glyphForKind(kind),
        QRectF(left + CollectionMetrics::twisty, c.y() - GlyphSize / 2, GlyphSize, GlyphSize),
        node ? theme.textDim : theme.textFaint);
}

} // namespace workspace
