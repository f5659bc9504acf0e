// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/overlays.h"

#include "workspace/canvas/paint/minimap.h"
#include "workspace/canvas/paint/textpaint.h"
#include "workspace/look/glyphs.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal Margin = 16;
static constexpr qreal PillHeight = 36;
static constexpr qreal ButtonWidth = 34;
static constexpr qreal LevelWidth = 54;

Overlays::Overlays(const CanvasScene &scene, const Look &look)
    : m_scene(scene)
    , m_look(look)
{
}

QRectF Overlays::pill() const
{
    const QSizeF view = m_scene.camera().viewport();
    return {Margin, view.height() - PillHeight - Margin, 3 * ButtonWidth + LevelWidth + 6,
            PillHeight};
}

QRectF Overlays::rectOf(Button button) const
{
    const QRectF all = pill().adjusted(3, 3, -3, -3);
    switch (button) {
    case Button::None: return {};
    case Button::ZoomOut: return {all.left(), all.top(), ButtonWidth, all.height()};
    case Button::Level: return {all.left() + ButtonWidth, all.top(), LevelWidth, all.height()};
    case Button::ZoomIn:
        return {all.left() + ButtonWidth + LevelWidth, all.top(), ButtonWidth, all.height()};
    case Button::Fit: return {all.right() - ButtonWidth, all.top(), ButtonWidth, all.height()};
    }
    Q_UNREACHABLE_RETURN({});
}

Overlays::Button Overlays::buttonAt(QPointF screen) const
{
    for (const auto button : {Button::ZoomOut, Button::Level, Button::ZoomIn, Button::Fit}) {
        if (rectOf(button).contains(screen))
            return button;
    }
    return Button::None;
}

void Overlays::setDirty()
{
    m_pill = {};
    m_hints = {};
}

void Overlays::paintCached(QPainter &painter, Cached &cached, const QRectF &rect,
                           const QString &key, const std::function<void(QPainter &)> &paint) const
{
    const qreal ratio = painter.device()->devicePixelRatio();
    const QSizeF view = m_scene.camera().viewport();
    const QString whole = u"%1 %2 %3 %4"_s.arg(key).arg(view.width()).arg(view.height()).arg(ratio);
    if (cached.key != whole) {
        cached.key = whole;
        cached.image = QImage((rect.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        cached.image.setDevicePixelRatio(ratio);
        cached.image.fill(Qt::transparent);
        QPainter own(&cached.image);
        own.translate(-rect.topLeft());
        paint(own);
    }
    painter.drawImage(rect.topLeft(), cached.image);
}

void Overlays::paint(QPainter &painter, const QRectF &visible, Button hovered)
{
    if (pill().intersects(visible)) {
        const QString level =
            u"%1 %2"_s.arg(qRound(m_scene.camera().zoom() * 100)).arg(int(hovered));
        paintCached(painter, m_pill, pill(), level,
                    [&](QPainter &own) { paintPill(own, hovered); });
    }
    if (m_scene.krates().empty()) {
        paintWelcome(painter);
        return;
    }
    const QRectF strip = hintStrip();
    if (strip.intersects(visible) && !m_shown.empty())
        paintCached(painter, m_hints, strip, {}, [this](QPainter &own) { paintHints(own); });
}

QRectF Overlays::hintStrip() const
{
    const qreal right = m_scene.camera().viewport().width() - Margin - Minimap::Size.width();
    return {pill().right(), pill().top(), std::max(0.0, right - pill().right()), PillHeight};
}

void Overlays::setHints(const std::vector<Hint> &hints)
{
    m_shown = hints;
    m_hints = {};
}

void Overlays::paintPill(QPainter &painter, Button hovered) const
{
    const auto &theme = m_look.theme();
    const QRectF all = pill();
    painter.setRenderHint(QPainter::Antialiasing);
    // As one opaque colour: a translucent line waits for Qt's painting threads, and the level
    // changes with every frame of a zoom.
    painter.setPen(QPen(blended(theme.panel, theme.border), 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), all.height() / 2, all.height() / 2);
    if (hovered != Button::None) {
        const QRectF rect = rectOf(hovered);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    }
    const auto glyph = [&](Button button, Glyph drawing) {
        QRectF rect(0, 0, 14, 14);
        rect.moveCenter(rectOf(button).center());
        paintGlyph(painter, drawing, rect, hovered == button ? theme.text : theme.textDim);
    };
    glyph(Button::ZoomOut, Glyph::Minus);
    glyph(Button::ZoomIn, Glyph::Plus);
    glyph(Button::Fit, Glyph::Fit);
    drawLine(painter, rectOf(Button::Level), tr("%1%").arg(qRound(m_scene.camera().zoom() * 100)),
             m_look.sans(12, QFont::Medium), hovered == Button::Level ? theme.text : theme.textDim,
             Qt::AlignHCenter);
}

qreal Overlays::paintKey(QPainter &painter, QPointF leftMiddle, const QString &key) const
{
    const auto &theme = m_look.theme();
    const QFont font = m_look.sans(11, QFont::Medium);
    const QRectF cap(leftMiddle - QPointF(0, 9), QSizeF(qMax(20.0, lineWidth(key, font) + 12), 18));
    painter.setPen(QPen(theme.borderStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), Look::RadiusSmall,
                            Look::RadiusSmall);
    drawLine(painter, cap, key, font, theme.textDim, Qt::AlignHCenter);
    return cap.width();
}

void Overlays::paintHints(QPainter &painter) const
{
    const auto &theme = m_look.theme();
    const auto &hints = m_shown;
    const QFont font = m_look.sans(12);
    const QFont keys = m_look.sans(11, QFont::Medium);
    std::vector<qreal> widths;
    qreal total = 0;
    for (const auto &hint : hints) {
        const qreal cap = hint.keys.isEmpty() ? 0 : qMax(20.0, lineWidth(hint.keys, keys) + 12) + 6;
        widths.push_back(cap + lineWidth(hint.text, font) + 18);
        total += widths.back();
    }
    const QSizeF view = m_scene.camera().viewport();
    const qreal low = pill().right() + 20;
    const qreal high = view.width() - Margin - Minimap::Size.width() - 20;
    // A narrow window shows fewer hints rather than cut ones.
    size_t shown = hints.size();
    while (shown > 0 && total - 18 > high - low)
        total -= widths[--shown];
    if (shown == 0)
        return;
    total -= 18;
    qreal x = std::clamp(view.width() / 2 - total / 2, low, high - total);
    const qreal middle = pill().center().y();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.panel);
    const QRectF bar(x - 16, pill().top(), total + 32, pill().height());
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), bar.height() / 2, bar.height() / 2);
    for (size_t i = 0; i < shown; ++i) {
        const auto &[cap, text] = hints[i];
        const qreal key = cap.isEmpty() ? 0 : paintKey(painter, {x, middle}, cap) + 6;
        drawLine(painter, QRectF(x + key, middle - 10, widths[i], 20), text, font,
                 cap.isEmpty() ? theme.text : theme.textFaint);
        x += widths[i];
    }
}

void Overlays::paintWelcome(QPainter &painter) const
{
    const auto &theme = m_look.theme();
    const QSizeF view = m_scene.camera().viewport();
    const QPointF middle(view.width() / 2, view.height() * 0.44);
    const QRectF tile(middle.x() - 32, middle.y() - 104, 64, 64);
    QColor glow = theme.accent;
    glow.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawRoundedRect(tile, Look::RadiusKrate, Look::RadiusKrate);
    paintGlyph(painter, Glyph::Search, tile.adjusted(18, 18, -18, -18), theme.accent);
    const auto line = [&](qreal y, const QString &text, const QFont &font, const QColor &color) {
        drawLine(painter, QRectF(20, middle.y() + y, view.width() - 40, 30), text, font, color,
                 Qt::AlignHCenter);
    };
    line(-20, tr("This yard is empty"), m_look.sans(22, QFont::DemiBold), theme.text);
    line(16, tr("Press / to open something: a pod, a deployment, a whole namespace."),
         m_look.sans(14), theme.textDim);
    line(42, tr("Or just begin to type its name."), m_look.sans(13), theme.textFaint);
}

} // namespace workspace
