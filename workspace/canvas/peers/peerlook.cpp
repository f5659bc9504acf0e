// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/peers/peerlook.h"

#include "workspace/canvas/paint/textpaint.h"
#include "workspace/look/look.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace workspace {

static constexpr qreal LabelHeight = 20;
static constexpr qreal MostLabel = 160;
static constexpr QPointF LabelAt{13, 18}; // from the picture's corner, below the pointer

QColor seenColor(const Theme &theme, const QColor &color)
{
    const auto grounds = theme.grounds();
    const auto isSeen = [&grounds](const QColor &candidate) {
        return std::ranges::all_of(
            grounds, [&](const QColor &ground) { return contrastOf(candidate, ground) >= 3; });
    };
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    auto seen = color;
    for (int step = 0; step < 40 && !isSeen(seen); ++step) {
        lightness = std::clamp(lightness + (theme.dark ? 0.025F : -0.025F), 0.0F, 1.0F);
        seen = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness);
    }
    return seen;
}

QColor inkOn(const QColor &color)
{
    const QColor dark(0x0b0e13);
    return contrastOf(dark, color) >= contrastOf(Qt::white, color) ? dark : QColor(Qt::white);
}

/// The usual pointer, with its tip at HotSpot.
static QPainterPath arrow()
{
    QPainterPath path(PeerCursor::HotSpot);
    path.lineTo(3, 19.5);
    path.lineTo(7.4, 15.6);
    path.lineTo(14.6, 15.2);
    path.closeSubpath();
    return path;
}

QImage PeerCursor::picture(const Look &look, const QString &name, const QColor &color, qreal ratio)
{
    const auto &theme = look.theme();
    const QColor fill = seenColor(theme, color);
    const QFont font = look.sans(11.5, QFont::DemiBold);
    const qreal width = std::min(std::ceil(lineWidth(name, font)) + 16, MostLabel);
    const QRectF label(LabelAt, QSizeF(width, LabelHeight));
    QImage image((QSizeF(label.right() + 2, label.bottom() + 2) * ratio).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    // A line of the other end of the scale parts it from whatever it is over.
    painter.setPen(QPen(theme.ground, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(fill);
    painter.drawPath(arrow());
    painter.drawRoundedRect(label, 7, 7);
    drawLine(painter, label.adjusted(8, 0, -8, 0), name, font, inkOn(fill));
    return image;
}

void paintAvatar(QPainter &painter, const Look &look, const QRectF &rect, const QString &text,
                 const QColor &color)
{
    const QColor fill = seenColor(look.theme(), color);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(rect);
    drawLine(painter, rect, text, look.sans(rect.height() * 0.42, QFont::DemiBold), inkOn(fill),
             Qt::AlignHCenter);
    painter.restore();
}

} // namespace workspace
