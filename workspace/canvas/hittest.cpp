// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/hittest.h"

#include "workspace/canvas/chrome.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardcopies.h"

#include <optional>
#include <ranges>

namespace workspace {

static constexpr qreal Grip = 6; // pixels on both sides of an edge that resize

/// The edges of `rect` that are near the point; none when it is further off.
static Qt::Edges edgesAt(const QRectF &rect, QPointF point)
{
    if (!rect.adjusted(-Grip, -Grip, Grip, Grip).contains(point))
        return {};
    Qt::Edges edges;
    // Inside only a hair counts: the buttons of the header reach near the edge.
    static constexpr qreal Inside = 3;
    edges.setFlag(Qt::LeftEdge, point.x() < rect.left() + Inside);
    edges.setFlag(Qt::RightEdge, point.x() > rect.right() - Inside);
    edges.setFlag(Qt::TopEdge, point.y() < rect.top() + Inside);
    edges.setFlag(Qt::BottomEdge, point.y() > rect.bottom() - Inside);
    // A corner is easier to grip than an edge.
    static constexpr qreal Corner = 14;
    if (edges & (Qt::RightEdge | Qt::LeftEdge) && point.y() > rect.bottom() - Corner)
        edges |= Qt::BottomEdge;
    if (edges & Qt::BottomEdge && point.x() > rect.right() - Corner)
        edges |= Qt::RightEdge;
    return edges;
}

static std::optional<Hit> hitWindow(const CanvasScene &scene, const WindowPlace &place,
                                    QPointF screen)
{
    const QRectF rect = scene.windowRect(place);
    const bool maximised = scene.maximised() == place;
    Hit hit{.krate = place.krate->record.id, .window = place.window->record.id};
    if (!maximised) {
        hit.edges = edgesAt(rect, screen);
        if (hit.edges) {
            hit.part = Hit::Part::WindowEdge;
            return hit;
        }
    }
    if (!rect.contains(screen))
        return std::nullopt;
    const qreal scale = scene.windowScale(place);
    const QPointF point = (screen - rect.topLeft()) / scale;
    const auto chrome = chromeOf(place, rect.size() / scale);
    const bool lent = place.window->isLent;
    hit.part = Hit::Part::WindowHeader;
    if (chrome.close.contains(point) && yard::mayClose(place.krate->record))
        hit.part = Hit::Part::WindowClose;
    else if (chrome.maximise.contains(point) && !lent)
        hit.part = Hit::Part::WindowMaximise;
    else if (chrome.detach.contains(point))
        hit.part = lent ? Hit::Part::WindowBringBack : Hit::Part::WindowDetach;
    else if (lent && chrome.bringBack().contains(point))
        hit.part = Hit::Part::WindowBringBack;
    else if (chrome.content.contains(point) && !lent)
        hit.part = Hit::Part::Window;
    else if (chrome.more.contains(point))
        hit.part = Hit::Part::WindowMoreTabs;
    for (size_t i = 0; i < chrome.tabs.size(); ++i) {
        if (chrome.tabs[i].contains(point)) {
            hit.part = Hit::Part::WindowTab;
            hit.tab = int(i);
        }
    }
    return hit;
}

static std::optional<Hit> hitKrate(const CanvasScene &scene, KrateItem &item, QPointF screen)
{
    Hit hit{.krate = item.record.id};
    if (scene.isCard(item)) {
        const QRectF card = scene.cardRect(item);
        const QPointF point =
            (screen - card.topLeft()) * layout::CardSize.width() / qMax(1.0, card.width());
        const bool isOnMark = cardComments(item).contains(point);
        hit.part = isOnMark ? Hit::Part::KrateComments : Hit::Part::Card;
        return card.contains(screen) ? std::optional(hit) : std::nullopt;
    }
    const QRectF frame = scene.frame(item);
    if (!frame.adjusted(-Grip, -Grip, Grip, Grip).contains(screen))
        return std::nullopt;
    for (const auto &window : item.windows) {
        if (const auto found = hitWindow(scene, {&item, window.get()}, screen))
            return found;
    }
    if (!frame.contains(screen))
        return std::nullopt;
    const qreal zoom = scene.camera().zoom();
    const QPointF point = (screen - frame.topLeft()) / zoom;
    const auto chrome = chromeOf(item, frame.size() / zoom, zoom);
    hit.part = Hit::Part::Krate;
    if (chrome.dismiss.contains(point) && !item.record.pinned)
        hit.part = Hit::Part::KrateDismiss;
    else if (chrome.comments.contains(point))
        hit.part = Hit::Part::KrateComments;
    else if (chrome.pin.contains(point))
        hit.part = Hit::Part::KratePin;
    else if (chrome.minimise.contains(point))
        hit.part = Hit::Part::KrateMinimise;
    else if (chrome.header.contains(point))
        hit.part = Hit::Part::KrateHeader;
    return hit;
}

Hit hitTest(const CanvasScene &scene, const Minimap &minimap, const Overlays &overlays,
            QPointF screen)
{
    if (const auto place = scene.maximised())
        return hitWindow(scene, place, screen).value_or(Hit());
    if (overlays.pill().contains(screen))
        return {.part = Hit::Part::Pill, .button = overlays.buttonAt(screen)};
    if (minimap.rect().contains(screen)) {
        const auto *item = minimap.krateAt(screen);
        return {.part = Hit::Part::Minimap, .krate = item ? item->record.id : QString()};
    }
    for (const auto &item : std::views::reverse(scene.krates())) {
        if (const auto hit = hitKrate(scene, *item, screen))
            return *hit;
    }
    return {};
}

Qt::CursorShape cursorFor(const Hit &hit)
{
    switch (hit.part) {
    case Hit::Part::WindowEdge: break;
    case Hit::Part::KrateComments:
    case Hit::Part::KratePin:
    case Hit::Part::KrateMinimise:
    case Hit::Part::KrateDismiss:
    case Hit::Part::WindowBringBack:
    case Hit::Part::WindowClose:
    case Hit::Part::WindowDetach:
    case Hit::Part::WindowMaximise:
    case Hit::Part::WindowMoreTabs:
    case Hit::Part::WindowTab:
    case Hit::Part::Minimap: return Qt::PointingHandCursor;
    case Hit::Part::Pill:
        return hit.button == Overlays::Button::None ? Qt::ArrowCursor : Qt::PointingHandCursor;
    default: return Qt::ArrowCursor;
    }
    const bool across = bool(hit.edges & (Qt::LeftEdge | Qt::RightEdge));
    const bool upright = bool(hit.edges & (Qt::TopEdge | Qt::BottomEdge));
    if (!across || !upright)
        return across ? Qt::SizeHorCursor : Qt::SizeVerCursor;
    const bool falling = bool(hit.edges & Qt::LeftEdge) == bool(hit.edges & Qt::TopEdge);
    return falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

} // namespace workspace
