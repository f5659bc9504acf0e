// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/canvaspainter.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/peers/peerlayer.h"
#include "workspace/yard/layout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

/// What a frame may take while everything moves: a quarter of one at 60 frames a second.
static constexpr qint64 MovingFrameNs = 4'200'000;
static constexpr int MostClips = 8; ///< that a frame is painted in one after the other

CanvasPainter::CanvasPainter(CanvasScene &scene, Minimap &minimap, Overlays &overlays,
                             const Look &look)
    : m_scene(scene)
    , m_minimap(minimap)
    , m_overlays(overlays)
    , m_look(look)
    , m_krates(look)
    , m_windows(look, m_boxes)
    , m_selection(look, m_boxes)
{
}

void CanvasPainter::forgetLook()
{
    m_boxes.clear();
    m_selection.clear();
    m_overlays.setDirty();
    m_minimap.setDirty();
    if (m_peers)
        m_peers->forgetLook();
}

QRect CanvasPainter::toPixels(const QRectF &rect) const
{
    return {QPoint(qRound(rect.x() * m_ratio), qRound(rect.y() * m_ratio)),
            (rect.size() * m_ratio).toSize()};
}

int CanvasPainter::radiusOf(qreal units, qreal scale) const
{
    return int(std::ceil(units * scale * m_ratio));
}

CanvasPainter::Left CanvasPainter::paint(QPainter &painter, const QRegion &region, qreal ratio,
                                         const Hit &hovered)
{
    m_ratio = ratio;
    const bool moving = isZooming() || m_scene.camera().view() != m_lastView;
    m_lastView = m_scene.camera().view();
    m_pictures.begin(moving ? std::min(PicturePainter::MovingBudgetNs, MovingFrameNs - m_drawNs)
                            : PicturePainter::BudgetNs);
    const Left left = renew(region);
    QElapsedTimer drawing;
    drawing.start();

    // Under a clip of one rectangle pictures are copied row by row; under several Qt (6.8) cuts
    // them into spans and wakes threads for those. Of fractions of pixels not all would be painted.
    const bool apart = region.rectCount() <= MostClips && ratio == std::floor(ratio);
    for (const QRect &rect : apart ? region : QRegion(region.boundingRect())) {
        painter.save();
        if (apart)
            painter.setClipRect(rect);
        draw(painter, rect, hovered);
        painter.restore();
    }
    m_drawNs = drawing.nsecsElapsed();
    if (m_pictures.frame() % 64 == 0)
        release();
    return left;
}

void CanvasPainter::draw(QPainter &painter, const QRect &rect, const Hit &hovered)
{
    const QRect visible = QRectF(rect.topLeft() * m_ratio, rect.size() * m_ratio).toAlignedRect();
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    paintYard(painter, visible, hovered);
    if (m_scene.maximised())
        paintMaximised(painter, visible, hovered);
    painter.restore();
    if (m_scene.maximised())
        return;
    m_selection.paintMarks(painter, m_scene.marks(), m_scene.camera());
    if (m_peers)
        m_peers->paint(painter, rect);
    m_overlays.paint(painter, rect, hovered.button);
    if (rect.intersects(m_minimap.rect().toAlignedRect())) {
        m_minimap.paint(painter);
        if (m_peers)
            m_peers->paintOnMap(painter, m_minimap);
    }
    if (hovered.part == Hit::Part::Minimap) {
        if (const auto *item = m_scene.krate(hovered.krate))
            m_minimap.paintName(painter, *item);
    }
}

void CanvasPainter::paintYard(QPainter &painter, const QRect &visible, const Hit &hovered)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform, false);
    std::vector<KrateItem *> shown;
    std::vector<KrateItem *> lifted; // what is being dragged is nearest to the viewer
    for (const auto &item : m_scene.krates()) {
        const QRect around = toPixels(m_scene.paintedRect(*item)).adjusted(-8, -8, 8, 8);
        if (!around.intersects(visible))
            continue;
        auto &list = m_scene.isPreviewed(item->record.id) ? lifted : shown;
        list.push_back(item.get());
    }
    shown.insert(shown.end(), lifted.begin(), lifted.end());
    paintGround(painter, shown, visible);
    for (auto *item : shown) {
        paintKrate(painter, *item, visible, hovered);
        paintPicked(painter, *item, visible);
    }
}

void CanvasPainter::paintGround(QPainter &painter, const std::vector<KrateItem *> &shown,
                                const QRect &visible)
{
    m_grid.begin(m_scene.camera(), m_look.theme(), visible.right() + 1, m_ratio);
    QRegion open(visible);
    for (const auto *item : shown) {
        if (!item->record.minimized)
            open -= framePlace(*item).band();
    }
    for (const QRect &rect : open)
        m_grid.paint(painter, rect);
}

FramePlace CanvasPainter::framePlace(const KrateItem &item) const
{
    return {.rect = toPixels(m_scene.frame(item)),
            .scale = m_scene.camera().zoom() * m_ratio,
            .line = std::max(1, qRound(m_ratio))};
}

CanvasPainter::Tile CanvasPainter::tileOf(const WindowPlace &place) const
{
    Tile tile{.place = place, .rect = m_scene.windowRect(place)};
    const auto &picture = place.window->picture;
    tile.pixels =
        picture.image.isNull() ? toPixels(tile.rect) : pixelsOf(picture, tile.rect, m_ratio);
    tile.radius = radiusOf(Look::RadiusMedium, m_scene.windowScale(place));
    return tile;
}

void CanvasPainter::paintKrate(QPainter &painter, KrateItem &item, const QRect &visible,
                               const Hit &hovered)
{
    const bool card = m_scene.isCard(item);
    std::vector<Tile> tiles;
    if (!card) {
        const auto maximised = m_scene.maximised();
        for (const auto &window : item.windows) {
            const WindowPlace place{&item, window.get()};
            if (place != maximised)
                tiles.push_back(tileOf(place));
        }
    }
    if (!item.record.minimized) {
        FramePlace frame = framePlace(item);
        frame.visible = visible;
        frame.lifted = m_scene.isPreviewed(item.record.id);
        for (const auto &tile : tiles) {
            const QRect solid = solidPart(tile.pixels, tile.radius);
            if (solid.intersects(visible))
                frame.holes.push_back(solid);
        }
        m_krates.paintFrame(painter, item, frame, m_grid, m_boxes);
    }
    if (card) {
        paintCard(painter, item, hovered);
        return;
    }
    const QRectF rect = m_scene.frame(item);
    const qreal zoom = m_scene.camera().zoom();
    const QSizeF header(rect.width(), (layout::HeaderHeight + layout::Padding) * zoom);
    if (!item.header.image.isNull()) {
        const QRect pixels = pixelsOf(item.header, QRectF(rect.topLeft(), header), m_ratio);
        if (pixels.intersects(visible))
            drawPicture(painter, item.header, pixels, -1);
    }
    paintButtons(painter, item, hovered);
    for (const auto &tile : tiles) {
        if (tile.pixels.adjusted(-8, -8, 8, 8).intersects(visible))
            paintWindow(painter, tile, visible, hovered);
    }
}

/// Whether it is selected, and whether the keys are at it.
void CanvasPainter::paintPicked(QPainter &painter, const KrateItem &item, const QRect &visible)
{
    const bool selected = m_scene.selection().contains(item.record.id);
    const bool keys = m_scene.keysLead() && !m_scene.focused() && m_scene.focusedKrate() == &item;
    if (!selected && !keys)
        return;
    const bool card = m_scene.isCard(item);
    const QRectF rect = card ? m_scene.cardRect(item) : m_scene.frame(item);
    const qreal scale = card ? rect.width() / layout::CardSize.width() : m_scene.camera().zoom();
    const qreal radius = card ? Look::RadiusLarge : Look::RadiusKrate;
    if (selected)
        m_selection.paintSelected(painter, toPixels(rect), radiusOf(radius, scale), m_ratio,
                                  visible);
    if (keys)
        paintRing(painter, rect.adjusted(-4, -4, 4, 4), scale * radius / Look::RadiusMedium);
}

void CanvasPainter::paintButtons(QPainter &painter, const KrateItem &item, const Hit &hovered)
{
    const bool dismiss = hovered.part == Hit::Part::KrateDismiss;
    const bool pin = hovered.part == Hit::Part::KratePin;
    const bool comments = hovered.part == Hit::Part::KrateComments;
    if (hovered.krate != item.record.id
        || (!dismiss && !pin && !comments && hovered.part != Hit::Part::KrateMinimise))
        return;
    const QRectF rect = m_scene.frame(item);
    const qreal zoom = m_scene.camera().zoom();
    const auto chrome = chromeOf(item, rect.size() / zoom, zoom);
    painter.save();
    painter.translate(toPixels(rect).topLeft());
    painter.scale(zoom * m_ratio, zoom * m_ratio);
    if (comments)
        m_krates.paintComments(painter, item, chrome.comments, true);
    else if (pin)
        m_krates.paintPin(painter, item, chrome.pin, true);
    else
        m_krates.paintButton(painter, dismiss ? Glyph::Close : Glyph::Minimise,
                             dismiss ? chrome.dismiss : chrome.minimise, true, dismiss);
    painter.restore();
}

void CanvasPainter::paintCard(QPainter &painter, KrateItem &item, const Hit &hovered)
{
    const QRectF rect = m_scene.cardRect(item);
    const qreal scale = rect.width() / layout::CardSize.width();
    if (!item.card.image.isNull())
        drawPicture(painter, item.card, pixelsOf(item.card, rect, m_ratio),
                    radiusOf(Look::RadiusLarge, scale));
    const bool isHovered =
        hovered.part == Hit::Part::Card || hovered.part == Hit::Part::KrateComments;
    if (isHovered && hovered.krate == item.record.id)
        paintRing(painter, rect, scale * Look::RadiusLarge / Look::RadiusMedium);
}

void CanvasPainter::paintWindow(QPainter &painter, const Tile &tile, const QRect &visible,
                                const Hit &hovered)
{
    const auto &window = *tile.place.window;
    if (window.picture.image.isNull())
        paintEmpty(painter, tile, visible);
    else
        drawPicture(painter, window.picture, tile.pixels, tile.radius);
    if (hovered.window == window.record.id)
        paintHovered(painter, tile, hovered);
    if (m_scene.focused() == tile.place)
        paintRing(painter, tile.rect, m_scene.windowScale(tile.place));
}

void CanvasPainter::paintHovered(QPainter &painter, const Tile &tile, const Hit &hovered)
{
    const qreal scale = m_scene.windowScale(tile.place);
    const QSizeF size = tile.rect.size() / scale;
    painter.save();
    painter.translate(tile.pixels.topLeft());
    painter.scale(scale * m_ratio, scale * m_ratio);
    if (hovered.part == Hit::Part::WindowTab)
        m_windows.paintHoveredTab(painter, tile.place, size, hovered.tab);
    const auto chrome = chromeOf(tile.place, size);
    const auto button = [&](Glyph glyph, const QRectF &rect, bool dangerous) {
        painter.fillRect(rect, m_look.theme().raised);
        m_krates.paintButton(painter, glyph, rect, true, dangerous);
    };
    switch (hovered.part) {
    case Hit::Part::WindowClose: button(Glyph::Close, chrome.close, true); break;
    case Hit::Part::WindowMaximise:
        button(m_scene.maximised() ? Glyph::Restore : Glyph::Maximise, chrome.maximise, false);
        break;
    case Hit::Part::WindowDetach: button(Glyph::Detach, chrome.detach, false); break;
    case Hit::Part::WindowMoreTabs: m_windows.paintMore(painter, chrome.more, true); break;
    case Hit::Part::WindowBringBack: m_windows.paintBringBack(painter, chrome, true); break;
    default: break;
    }
    painter.restore();
}

/// What stands for a window whose picture is not ready yet.
void CanvasPainter::paintEmpty(QPainter &painter, const Tile &tile, const QRect &visible)
{
    const auto &theme = m_look.theme();
    const int radius = std::min(tile.radius, tile.pixels.height() / 2);
    const int line = std::max(1, qRound(m_ratio));
    const BoxStyle style{radius, theme.panel.rgba(), theme.borderStrong.rgba(), line, 0};
    const QRect &rect = tile.pixels;
    painter.fillRect(solidPart(rect, radius), theme.panel);
    painter.fillRect(QRect(rect.left() + radius, rect.top(), rect.width() - 2 * radius, radius),
                     theme.panel);
    painter.fillRect(
        QRect(rect.left() + radius, rect.bottom() + 1 - radius, rect.width() - 2 * radius, radius),
        theme.panel);
    m_boxes.paintCorners(painter, rect, style);
    m_boxes.paintEdges(painter, rect, style, visible);
    const int header = radiusOf(WindowChrome::HeaderHeight, m_scene.windowScale(tile.place));
    painter.fillRect(QRect(rect.left(), rect.top() + header, rect.width(), line), theme.border);
}

void CanvasPainter::paintRing(QPainter &painter, const QRectF &rect, qreal scale)
{
    painter.save();
    painter.scale(m_ratio, m_ratio);
    m_windows.paintRing(painter, rect, scale);
    painter.restore();
}

void CanvasPainter::paintMaximised(QPainter &painter, const QRect &visible, const Hit &hovered)
{
    QColor veil = m_look.theme().ground;
    veil.setAlphaF(0.72F);
    painter.fillRect(visible, veil);
    paintWindow(painter, tileOf(m_scene.maximised()), visible, hovered);
}

} // namespace workspace
