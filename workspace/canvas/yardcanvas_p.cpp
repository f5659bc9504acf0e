// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/yardcanvas_p.h"

#include "workspace/canvas/canvascommands.h"
#include "workspace/canvas/freshness.h"
#include "workspace/yard/layout.h"

#include <QApplication>
#include <QDateTime>
#include <QGestureEvent>
#include <QPaintEvent>
#include <QPainter>

#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace workspace {

static constexpr int RestMs = 10'000;
static constexpr int FrameMs = 16;
static constexpr auto IdleAfter = std::chrono::seconds(10);
static constexpr int BeatMs = 1000; ///< between frames that nobody waits for
static constexpr int KeysBeatMs = 500; ///< of the window that has the keys
static constexpr int BeatAfterMs = 30; ///< behind whole seconds, at which ages change
static constexpr int MostRects = 6; ///< that a frame is clipped to

static qint64 areaOf(const QRegion &region)
{
    qint64 sum = 0;
    for (const QRect &rect : region)
        sum += qint64(rect.width()) * rect.height();
    return sum;
}

/// Gives freed memory back to the system, also what lies between blocks in use: a millisecond or
/// two.
static void giveBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

YardCanvas::Private::Private(YardCanvas &canvas, YardDocument &document, ContentFactory &factory,
                             Look &usedLook)
    : q(canvas)
    , look(usedLook)
    , scene(document, factory)
    , minimap(scene, look)
    , overlays(scene, look)
    , input(scene, minimap, overlays, commands)
    , peers(scene, look)
    , painter(scene, minimap, overlays, look)
    , live(canvas, scene, input)
    , tree(canvas, scene, input, minimap, overlays, &canvas)
    , menus(canvas, scene, input, commands)
    , ghost(usedLook, &canvas)
    , person(IdleAfter)
{
    QAccessible::installFactory(
        accessibleCanvas); // once, and before anything is told of the canvas
    painter.setPeers(&peers);
    fade.setSingleShot(true);
    connect(&fade, &QTimer::timeout, this, &Private::wake);
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, &Private::tick);
    connect(&person, &UserIdle::returned, this, [this] {
        if (timer.isActive())
            wake();
    });
    rest.setSingleShot(true);
    rest.setInterval(RestMs);
    connect(&rest, &QTimer::timeout, this, [this] {
        if (painter.rest())
            giveBack();
    });
    ages.setInterval(1000);
    connect(&ages, &QTimer::timeout, this, [this] {
        if (!scene.ageStale())
            ages.stop();
    });
    connect(&scene, &CanvasScene::viewChanged, this, &Private::viewMoved);
    connect(&scene, &CanvasScene::changed, this, &Private::everythingChanged);
    connect(&scene, &CanvasScene::krateDirty, this, &Private::krateDirty);
    connect(&scene, &CanvasScene::windowDirty, this, &Private::windowDirty);
    connect(&scene, &CanvasScene::flightBegan, this, [this] {
        input.stopMotion();
        wake();
    });
    connect(&input, &CanvasInput::motionBegan, this, &Private::wake);
    connect(&scene, &CanvasScene::changed, this, [this] {
        if (std::exchange(dragged, scene.isPreviewing()) || dragged)
            Q_EMIT q.dragChanged();
    });
    connect(&scene.selection(), &Selection::changed, &q, &YardCanvas::selectionChanged);
    connect(&document, &YardDocument::undoChanged, this, &Private::updateHints);
    connect(&scene, &CanvasScene::focusChanged, &q, &YardCanvas::focusChanged);
    connect(&look, &Look::changed, this, [this] {
        painter.forgetLook();
        scene.setAllDirty();
    });
    connect(&scene, &CanvasScene::focusChanged, this, [this] { live.update(); });
    connect(&input, &CanvasInput::hoverChanged, this, &Private::hoverChanged);
    connect(&input, &CanvasInput::cursorChanged, this,
            [this](Qt::CursorShape shape) { q.setCursor(shape); });
    connect(&input, &CanvasInput::spotlightRequested, &q, &YardCanvas::spotlightRequested);
    connect(&input, &CanvasInput::pointerMoved, &q, &YardCanvas::pointerMoved);
    connect(&input, &CanvasInput::detachRequested, &q, &YardCanvas::detachRequested);
    connect(&input, &CanvasInput::bringBackRequested, &q, &YardCanvas::bringBackRequested);
    connect(&input, &CanvasInput::commentsRequested, &q, &YardCanvas::commentsRequested);
    connect(&input, &CanvasInput::moreTabsRequested, &menus, &CanvasMenus::showTabs);
    connect(&input, &CanvasInput::contentDragged, this,
            [this](const QString &text, QPointF at) { ghost.follow(text, at); });
    connect(&scene, &CanvasScene::draggedOut, this, &Private::drop);
    connect(&scene, &CanvasScene::focusChanged, this, &Private::updateHints);
    connect(&menus, &CanvasMenus::krateMenuRequested, &q, &YardCanvas::menuRequested);
    addCanvasCommands(commands, q, document);
}

// A live widget that is hidden at the end reports a change, and the timer is gone by then.
YardCanvas::Private::~Private()
{
    scene.disconnect(this);
    scene.disconnect(&q);
}

void YardCanvas::Private::wake()
{
    if (!timer.isActive() || timer.remainingTime() > FrameMs)
        timer.start(FrameMs);
}

void YardCanvas::Private::wakeForChange(bool hasKeys)
{
    if (!person.isIdle())
        return wake();
    const qint64 now = QDateTime::currentMSecsSinceEpoch() - BeatAfterMs;
    const int beat = hasKeys ? KeysBeatMs : BeatMs;
    const int next = std::max(FrameMs, beat - int(now % beat));
    if (!timer.isActive() || timer.remainingTime() > next)
        timer.start(next);
}

void YardCanvas::Private::viewMoved()
{
    live.update();
    q.update();
    wake(); // when the zoom has settled, pictures and the live widget follow
    Q_EMIT q.viewChanged();
}

void YardCanvas::Private::everythingChanged()
{
    minimap.setDirty();
    live.update();
    updateHints();
    q.update();
}

void YardCanvas::Private::updateHints()
{
    const auto &hovered = input.hovered();
    const HintKey key{hintContext(scene, hovered), hovered.part, scene.selection().size(),
                      scene.document().undoLabel()};
    if (told == key)
        return;
    told = key;
    const auto hints = hintsFor(key.context, scene, hovered);
    overlays.setHints(showsHints ? hints : std::vector<Hint>());
    q.setAccessibleDescription(tr("The canvas with krates and their windows.") + u' '
                               + hintText(hints));
    q.update(overlays.hintStrip().toAlignedRect());
}

bool YardCanvas::Private::pinch(const QPinchGesture &gesture)
{
    const auto at = QPointF(q.mapFromGlobal(gesture.centerPoint().toPoint()));
    const auto step = gesture.state() == Qt::GestureStarted
        ? QPointF()
        : gesture.centerPoint() - gesture.lastCenterPoint();
    return input.pinch(at, step, gesture.scaleFactor());
}

/// The picture of its header or card; the map tells nothing of how it is.
void YardCanvas::Private::krateDirty(const QString &krateId)
{
    const auto &item = *scene.krate(krateId);
    QRectF rect = scene.isCard(item) ? scene.cardRect(item) : scene.frame(item);
    if (!scene.isCard(item))
        rect.setHeight((layout::HeaderHeight + layout::Padding) * scene.camera().zoom());
    const QRect area = rect.adjusted(-1, -1, 1, 1).toAlignedRect();
    if (!area.intersects(q.rect()))
        return;
    pending += area;
    wakeForChange();
}

/// What of a window on screen is to be painted anew, with the ring about the one that has the keys.
QRectF YardCanvas::Private::dirtyRect(const WindowPlace &place) const
{
    const auto &window = *place.window;
    if (!window.onlyContent || window.part.isEmpty())
        return scene.windowRect(place).adjusted(-7, -7, 7, 7);
    const qreal scale = scene.windowScale(place);
    const QRectF content = scene.contentRect(place);
    const QRectF part(content.topLeft() + window.part.topLeft() * scale,
                      window.part.size() * scale);
    return part.intersected(content).adjusted(-1, -1, 1, 1);
}

void YardCanvas::Private::windowDirty(const WindowPlace &place)
{
    const auto *content = place.window->shown();
    if (content && content->freshness() == WindowContent::Freshness::Stale && !ages.isActive())
        ages.start();
    if (place.window->isLent)
        Q_EMIT q.windowChanged(place.window->record.id);
    const bool card = scene.isCard(*place.krate) && place != scene.maximised();
    if (card && !place.krate->card.dirty)
        return;
    const QRect rect =
        (card ? scene.cardRect(*place.krate).adjusted(-7, -7, 7, 7) : dirtyRect(place))
            .toAlignedRect();
    if (!rect.intersects(q.rect()))
        return;
    pending += rect;
    wakeForChange(place == scene.focused());
}

QRect YardCanvas::Private::areaOf(const Hit &hit) const
{
    if (hit.part == Hit::Part::Pill)
        return overlays.pill().toAlignedRect();
    if (hit.part == Hit::Part::Minimap)
        return minimap.rect().adjusted(0, -40, 0, 0).toAlignedRect();
    const WindowPlace place = scene.window(hit.window);
    if (place && place == scene.maximised())
        return scene.windowRect(place).adjusted(-8, -8, 8, 8).toAlignedRect();
    const auto *item = scene.krate(hit.krate);
    if (!item)
        return {};
    const QRectF rect = scene.isCard(*item) ? scene.cardRect(*item) : scene.frame(*item);
    return rect.adjusted(-8, -8, 8, 8).toAlignedRect();
}

void YardCanvas::Private::drop(const QString &windowId, const std::vector<ObjectId> &objects,
                               QPointF at)
{
    const auto place = scene.window(windowId);
    if (place && q.rect().contains(at.toPoint()) && input.hitAt(at).window != windowId)
        Q_EMIT q.objectsDropped(place.krate->record.id, objects, scene.camera().toWorld(at));
}

bool YardCanvas::Private::isSeenAt(QPoint screen) const
{
    const auto *there = QApplication::widgetAt(screen);
    const auto *shown = live.shown();
    return there == &q || (shown && (there == shown || shown->isAncestorOf(there)));
}

void YardCanvas::Private::hoverChanged()
{
    const QRect area = areaOf(input.hovered());
    q.update(hoveredArea | area);
    hoveredArea = area;
    updateHints();
}

/// As long as nobody sees it, nothing moves.
void YardCanvas::Private::showPeers(const std::vector<YardPeer> &shown)
{
    const QRegion dirty = peers.set(shown);
    if (!q.isVisible())
        return;
    if (!dirty.isEmpty())
        q.update(dirty);
    if (!shown.empty() && !minimap.rect().isEmpty())
        q.update(minimap.rect().toAlignedRect());
    movePeers();
}

void YardCanvas::Private::movePeers()
{
    if (peers.isEmpty() || !q.isVisible())
        return;
    const auto step = peers.advance();
    if (!step.dirty.isEmpty())
        q.update(step.dirty | minimap.rect().toAlignedRect());
    if (step.moves)
        wake();
    else if (const auto next = peers.nextFade(); next >= 0)
        fade.start(int(next) + 1);
}

void YardCanvas::Private::tick()
{
    movePeers();
    const bool flew = scene.advance();
    if (flew)
        input.refreshHover();
    if (input.advance())
        wake();
    const bool settling = scene.isZooming();
    live.update();
    if (waitsForZoom && !settling && !flew) {
        waitsForZoom = false;
        q.update();
    }
    if (!pending.isEmpty()) {
        // Clipping to many costs more than copying what is between them, if that is not much.
        const QRect around = pending.boundingRect();
        const bool isMost =
            workspace::areaOf(pending) * 2 > qint64(around.width()) * around.height();
        q.update(isMost || pending.rectCount() > MostRects ? QRegion(around) : pending);
        pending = {};
    }
    if (scene.camera().isFlying() || settling)
        wake();
}

void YardCanvas::Private::paint(QPaintEvent &event)
{
    QPainter device(&q);
    // What is painted reads from left to right, whatever the language of the widgets around it.
    device.setLayoutDirection(Qt::LeftToRight);
    painter.setCalm(person.isIdle() && !scene.isZooming() && !scene.camera().isFlying());
    const auto left = painter.paint(device, event.region(), q.devicePixelRatioF(), input.hovered());
    if (!rest.isActive())
        rest.start();
    waitsForZoom = waitsForZoom || left.settled;
    if (left.now)
        pending += left.region;
    if (left.now || left.settled)
        wake();
}

} // namespace workspace
