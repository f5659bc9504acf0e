// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topology/topologycontent.h"

#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace workspace {

using Problem = kube::TopologyProblem;

static QColor colorOf(Problem problem, const Theme &theme)
{
    if (problem == Problem::None)
        return theme.ok;
    return problem == Problem::NotReady ? theme.warn : theme.error;
}

void TopologyContent::paint(QPainter &painter, bool focused)
{
    if (!hasPicture())
        return paintMessage(painter, QRectF({}, m_size), m_look, message());
    const auto &theme = m_look.theme();
    const auto picture = pictureRect();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(picture, Qt::IntersectClip);
    paintLinks(painter);
    for (int box = 0; box < int(m_boxes.size()); ++box)
        paintBox(painter, box, focused);
    m_scroll.paint(painter, theme);
    painter.restore();
    painter.setPen(theme.border);
    painter.drawLine(picture.bottomLeft(), picture.bottomRight());
    painter.save();
    painter.translate(0, picture.bottom());
    m_pane.paint(painter, focused);
    painter.restore();
    if (!fieldRect().isEmpty())
        m_question.paint(painter, fieldRect(), m_look, focused && !m_question.text().isEmpty(),
                         tr("May … reach this? Type a pod or an address, and a port"));
}

void TopologyContent::paintLinks(QPainter &painter)
{
    const auto &theme = m_look.theme();
    for (const auto &link : m_watch.topology().links) {
        const auto from = boxRect(link.from);
        const auto to = boxRect(link.to);
        const QPointF start(from.right(), from.center().y());
        const QPointF end(to.left(), to.center().y());
        const qreal half = (end.x() - start.x()) / 2;
        QPainterPath path(start);
        path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end);
        const bool broken = link.problem != Problem::None
            || m_watch.topology().boxes[size_t(link.to)].problem == Problem::NoSuchService;
        painter.setPen(QPen(broken ? theme.error : theme.borderStrong, 1.4,
                            broken ? Qt::DashLine : Qt::SolidLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        if (broken) // the colour is not all that tells
            paintMark(painter, Mark::Cross,
                      QRectF(path.pointAtPercent(0.5) - QPointF(6, 6), QSizeF(12, 12)), theme.error,
                      theme.panel);
    }
}

void TopologyContent::paintBox(QPainter &painter, int box, bool focused)
{
    const auto &theme = m_look.theme();
    const auto &shown = m_watch.topology().boxes[size_t(box)];
    const auto rect = boxRect(box);
    const bool missing = shown.problem == Problem::NoSuchService;
    const bool own = shown.object.kind == m_id.kind && shown.object.name == m_id.name;
    const bool chosen = box == m_chosen && focused;
    painter.setPen(QPen(chosen        ? theme.accent
                            : missing ? theme.error
                                      : theme.borderStrong,
                        chosen ? 1.8 : 1, missing ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(box == m_hovered ? theme.hover : own ? theme.selection : theme.raised);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                            Look::RadiusMedium);
    if (shown.more > 0) {
        painter.setPen(theme.textDim);
        m_glyphs.draw(painter, {rect.left() + 12, rect.center().y() + 4.5},
                      tr("and %n more pod(s)", nullptr, shown.more), m_look.sans(12),
                      rect.width() - 20);
        return;
    }
    const bool isWide = rect.width() > 200; // a narrow box has room for its name only
    if (!shown.object.kind.isEmpty() && isWide)
        paintGlyph(painter, glyphForKind(shown.object.kind),
                   QRectF(rect.left() + 9, rect.center().y() - 8, 16, 16), theme.textDim);
    const qreal left = rect.left() + (isWide ? 33 : 9);
    const qreal room = rect.right() - 24 - left;
    const bool two = !shown.detail.isEmpty();
    painter.setPen(theme.text);
    m_glyphs.draw(painter, {left, rect.center().y() + (two ? -2 : 4.5)}, shown.title,
                  m_look.sans(12, QFont::DemiBold), room, Qt::ElideMiddle);
    painter.setPen(theme.textDim);
    if (two)
        m_glyphs.draw(painter, {left, rect.center().y() + 14}, shown.detail, m_look.sans(11), room);
    const auto mark = shown.problem == Problem::None ? Mark::Check
        : shown.problem == Problem::NotReady         ? Mark::Clock
                                                     : Mark::Cross;
    paintMark(painter, mark, QRectF(rect.right() - 20, rect.center().y() - 6, 12, 12),
              colorOf(shown.problem, theme), theme.raised);
}

} // namespace workspace
