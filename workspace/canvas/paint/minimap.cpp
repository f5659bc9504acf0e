// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/minimap.h"

#include "workspace/canvas/paint/textpaint.h"
#include "workspace/look/strips.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <ranges>

namespace workspace {

static constexpr qreal Margin = 16;

Minimap::Minimap(const CanvasScene &scene, const Look &look)
    : m_scene(scene)
    , m_look(look)
{
}

QRectF Minimap::rect() const
{
    const QSizeF view = m_scene.camera().viewport();
    return {QPointF(view.width() - Size.width() - Margin, view.height() - Size.height() - Margin),
            Size};
}

QRectF Minimap::onMap(const QRectF &world) const
{
    const qreal scale = Size.width() / layout::World.width();
    return {(world.topLeft() - layout::World.topLeft()) * scale, world.size() * scale};
}

QPointF Minimap::toWorld(QPointF screen) const
{
    return layout::World.topLeft()
        + (screen - rect().topLeft()) * (layout::World.width() / Size.width());
}

QPointF Minimap::fromWorld(QPointF world) const
{
    return rect().topLeft() + onMap(QRectF(world, QSizeF())).topLeft();
}

const KrateItem *Minimap::krateAt(QPointF screen) const
{
    const QPointF point = screen - rect().topLeft();
    for (const auto &item : std::views::reverse(m_scene.krates())) {
        if (onMap(item->bounds).adjusted(-2, -2, 2, 2).contains(point))
            return item.get();
    }
    return nullptr;
}

void Minimap::repaint(qreal ratio)
{
    const auto &theme = m_look.theme();
    m_image = QImage((Size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(Qt::transparent);
    QPainter painter(&m_image);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(QPointF(), Size);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.panel);
    paintInStrips(painter, whole, [&] {
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusMedium,
                                Look::RadiusMedium);
    });
    painter.setPen(Qt::NoPen);
    for (const auto &item : m_scene.krates()) {
        const QRectF place = onMap(item->bounds).intersected(whole.adjusted(2, 2, -2, -2));
        if (place.isEmpty())
            continue; // out of the world
        QColor color = theme.forNamespace(nameSpaceOf(item->record));
        color.setAlphaF(item->record.minimized ? 0.45F : 0.7F);
        // Tiny: whole pixels are as good as round corners, and ten times as fast.
        QRect drawn = QRectF(place.topLeft(), place.size().expandedTo({3, 3})).toRect();
        if (drawn.width() > 6 && drawn.height() > 6)
            drawn.adjust(0, 0, -1, -1); // neighbours stay two
        painter.fillRect(drawn, color);
        if (m_scene.selection().contains(item->record.id))
            paintSelected(painter, drawn);
    }
    m_dirty = false;
}

/// A line around what is selected, told by its shape, too.
void Minimap::paintSelected(QPainter &painter, const QRect &krate) const
{
    const QRect around = krate.adjusted(-2, -2, 2, 2);
    const QColor color = m_look.theme().text;
    painter.fillRect(QRect(around.topLeft(), QSize(around.width(), 1)), color);
    painter.fillRect(QRect(around.bottomLeft(), QSize(around.width(), 1)), color);
    painter.fillRect(QRect(around.topLeft(), QSize(1, around.height())), color);
    painter.fillRect(QRect(around.topRight(), QSize(1, around.height())), color);
}

void Minimap::paint(QPainter &painter)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    if (m_dirty || m_image.devicePixelRatio() != ratio)
        repaint(ratio);
    const QRectF map = rect();
    painter.drawImage(map.topLeft(), m_image);

    QRectF seen = onMap(m_scene.camera().visibleWorld())
                      .intersected(QRectF(QPointF(), Size).adjusted(2, 2, -2, -2))
                      .translated(map.topLeft());
    if (seen.isEmpty())
        return;
    // From near what is seen is tiny: it is shown large enough to be found.
    const QPointF middle = seen.center();
    seen.setSize(seen.size().expandedTo({11, 8}));
    seen.moveCenter(middle);
    const auto &theme = m_look.theme();
    QColor fill = theme.accent;
    fill.setAlphaF(0.16F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(seen.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

void Minimap::paintName(QPainter &painter, const KrateItem &item) const
{
    const auto &theme = m_look.theme();
    const QFont font = m_look.sans(12);
    const QString name = titleOf(item.record);
    const qreal width = std::min(lineWidth(name, font) + 21, Size.width());
    const QRectF map = rect();
    const QRectF label(map.right() - width, map.top() - 32, width, 26);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(label.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    drawLine(painter, label.adjusted(10, 0, -9, 0), name, font, theme.text);
}

} // namespace workspace
