// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/yardcanvas.h"

#include "workspace/canvas/canvasaccess.h"
#include "workspace/canvas/canvasinput.h"
#include "workspace/canvas/canvaspainter.h"
#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/canvas/livelayer.h"
#include "workspace/canvas/partnames.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace workspace {

/// The parts of the canvas and the one timer that drives them.
class YardCanvas::Private : public QObject
{
public:
    Private(YardCanvas &canvas, YardDocument &document, ContentFactory &factory, Look &usedLook)
        : q(canvas)
        , look(usedLook)
        , scene(document, factory)
        , minimap(scene, look)
        , overlays(scene, look)
        , input(scene, minimap, overlays)
        , painter(scene, minimap, overlays, look)
        , live(canvas, scene, input)
        , tree(canvas, scene, input, minimap, overlays)
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
        timer.setInterval(16);
        connect(&timer, &QTimer::timeout, this, &Private::tick);
        ages.setInterval(1000);
        connect(&ages, &QTimer::timeout, this, [this] {
            if (!scene.ageStale())
                ages.stop();
        });
        connect(&scene, &CanvasScene::viewChanged, this, &Private::viewMoved);
        connect(&scene, &CanvasScene::changed, this, &Private::everythingChanged);
        connect(&scene, &CanvasScene::windowDirty, this, &Private::windowDirty);
        connect(&scene, &CanvasScene::flightBegan, this, &Private::wake);
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
        connect(&input, &CanvasInput::moreTabsRequested, this, &Private::showMoreTabs);
    }

    // A live widget that is hidden at the end reports a change, and the timer is gone by then.
    ~Private() override
    {
        scene.disconnect(this);
        scene.disconnect(&q);
    }
    Q_DISABLE_COPY_MOVE(Private)

    void wake()
    {
        if (!timer.isActive())
            timer.start();
    }

    void viewMoved()
    {
        live.update();
        q.update();
        wake(); // when the zoom has settled, pictures and the live widget follow
        Q_EMIT q.viewChanged();
    }

    void everythingChanged()
    {
        minimap.setDirty();
        live.update();
        q.update();
    }

    void windowDirty(const WindowPlace &place)
    {
        const auto *content = place.window->shown();
        if (content && content->freshness() == WindowContent::Freshness::Stale && !ages.isActive())
            ages.start();
        if (place.window->isLent)
            Q_EMIT q.windowChanged(place.window->record.id);
        const bool card = scene.isCard(*place.krate) && place != scene.maximised();
        if (card && !place.krate->card.dirty)
            return;
        // With the ring about the window that has the keys.
        const QRect rect = (card ? scene.cardRect(*place.krate) : scene.windowRect(place))
                               .adjusted(-7, -7, 7, 7)
                               .toAlignedRect();
        if (!rect.intersects(q.rect()))
            return;
        pending += rect;
        wake();
    }

    /// The tabs that have no room, as a menu below their button.
    void showMoreTabs(const QString &windowId)
    {
        const auto place = scene.window(windowId);
        if (!place)
            return;
        const QRectF rect = scene.windowRect(place);
        const qreal scale = scene.windowScale(place);
        const auto chrome = chromeOf(place, rect.size() / scale);
        const auto views = tabsOf(place.window->record, place.krate->status.views);
        auto *menu = new QMenu(&q);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (size_t i = 0; i < views.size(); ++i) {
            if (!chrome.tabs[i].isEmpty())
                continue;
            menu->addAction(viewLabel(views[i]), &q,
                            [this, krate = place.krate->record.id, windowId, view = views[i]] {
                                yard::setView(scene.document(), krate, windowId, view);
                            });
        }
        const QPointF below = rect.topLeft() + chrome.more.bottomLeft() * scale;
        menu->popup(q.mapToGlobal(below.toPoint()));
    }

    /// What looks different while the pointer is over it.
    QRect areaOf(const Hit &hit) const
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

    void hoverChanged()
    {
        const QRect area = areaOf(input.hovered());
        q.update(hoveredArea | area);
        hoveredArea = area;
    }

    void tick()
    {
        const bool flew = scene.advance();
        if (flew)
            input.refreshHover();
        const bool settling = scene.isZooming();
        live.update();
        if (waitsForZoom && !settling && !flew) {
            waitsForZoom = false;
            q.update();
        }
        if (!pending.isEmpty()) {
            // One rectangle: clipping to many costs more than copying what is between them.
            q.update(pending.boundingRect());
            pending = {};
        }
        if (scene.camera().isFlying() || settling)
            wake();
    }

    void paint(QPaintEvent &event)
    {
        QPainter device(&q);
        const auto left =
            painter.paint(device, event.region(), q.devicePixelRatioF(), input.hovered());
        waitsForZoom = waitsForZoom || left.settled;
        if (left.now)
            pending += left.region;
        if (left.now || left.settled)
            wake();
    }

    YardCanvas &q;
    Look &look;
    CanvasScene scene;
    Minimap minimap;
    Overlays overlays;
    CanvasInput input;
    CanvasPainter painter;
    LiveLayer live;
    CanvasTree tree;
    QTimer timer;
    QTimer ages; ///< runs while a window is stale
    QRegion pending; ///< what the next tick repaints
    QRect hoveredArea; ///< what the pointer made look different
    bool waitsForZoom = false;
};

static QAccessibleInterface *accessibleCanvas(const QString & /*key*/, QObject *object)
{
    auto *canvas = qobject_cast<YardCanvas *>(object);
    return canvas ? new CanvasAccess(*canvas, canvas->tree()) : nullptr;
}

YardCanvas::YardCanvas(YardDocument &document, ContentFactory &factory, Look &look, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, document, factory, look))
{
    QAccessible::installFactory(accessibleCanvas); // once, however often it is asked
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled);
    setAccessibleName(tr("Yard"));
    setAccessibleDescription(tr("The canvas with krates and their windows. Press / to search."));
}

YardCanvas::~YardCanvas() = default;

CanvasTree &YardCanvas::tree() const
{
    return d->tree;
}

CameraView YardCanvas::view() const
{
    return d->scene.camera().view();
}

void YardCanvas::setView(const CameraView &view)
{
    d->scene.setView(view);
}

void YardCanvas::flyTo(const CameraView &view)
{
    d->scene.flyTo(view);
}

void YardCanvas::flyToKrate(const QString &krateId)
{
    d->scene.flyToKrate(krateId);
}

void YardCanvas::fitAll()
{
    d->scene.flyToFitAll();
}

bool YardCanvas::isFlying() const
{
    return d->scene.camera().isFlying();
}

void YardCanvas::setMotion(bool on)
{
    d->scene.setMotion(on);
}

void YardCanvas::setClickToFocus(bool on)
{
    d->input.setClickToFocus(on);
}

QPointF YardCanvas::toWorld(QPointF position) const
{
    return d->scene.camera().toWorld(position);
}

QPointF YardCanvas::toScreen(QPointF world) const
{
    return d->scene.camera().toScreen(world);
}

QPointF YardCanvas::viewCentre() const
{
    return d->scene.camera().destination().centre;
}

bool YardCanvas::showsCards() const
{
    return d->scene.showsCards();
}

QString YardCanvas::focusedWindow() const
{
    const auto place = d->scene.focused();
    return place ? place.window->record.id : QString();
}

QString YardCanvas::maximisedWindow() const
{
    const auto place = d->scene.maximised();
    return place ? place.window->record.id : QString();
}

void YardCanvas::setMaximisedWindow(const QString &windowId)
{
    d->scene.setMaximised(windowId);
}

WindowContent *YardCanvas::contentOf(const QString &windowId) const
{
    const auto place = d->scene.window(windowId);
    return place ? place.window->shown() : nullptr;
}

void YardCanvas::setFocusedWindow(const QString &windowId)
{
    d->scene.setFocused(windowId);
}

void YardCanvas::focusNextWindow(int step)
{
    d->input.focusNext(step);
}

WindowContent *YardCanvas::lend(const QString &windowId)
{
    const auto place = d->scene.window(windowId);
    if (!place)
        return nullptr;
    d->scene.setLent(windowId, true);
    d->scene.ensureContent(place);
    return place.window->shown();
}

void YardCanvas::takeBack(const QString &windowId)
{
    d->scene.setLent(windowId, false);
}

bool YardCanvas::isLent(const QString &windowId) const
{
    const auto place = d->scene.window(windowId);
    return place && place.window->isLent;
}

QString YardCanvas::titleOf(const QString &windowId) const
{
    const auto place = d->scene.window(windowId);
    return place ? workspace::titleOf(place.krate->record, place.window->record) : QString();
}

QString YardCanvas::freshnessOf(const QString &windowId) const
{
    const auto place = d->scene.window(windowId);
    return place && place.window->shown() ? lineOf(*place.window->shown(), place.window->leftBehind)
                                          : QString();
}

std::vector<View> YardCanvas::viewsOf(const QString &windowId) const
{
    const auto place = d->scene.window(windowId);
    return place ? tabsOf(place.window->record, place.krate->status.views) : std::vector<View>();
}

void YardCanvas::renewContents(const QString &krateId)
{
    if (auto *item = d->scene.krate(krateId)) {
        for (const auto &window : item->windows) {
            window->dropContent();
            window->contentSize = {};
            window->setDirty();
        }
        d->everythingChanged();
    }
}

void YardCanvas::paintEvent(QPaintEvent *event)
{
    d->paint(*event);
}

void YardCanvas::resizeEvent(QResizeEvent *)
{
    d->scene.setViewport(size());
}

void YardCanvas::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    d->input.press(*event);
}

void YardCanvas::mouseMoveEvent(QMouseEvent *event)
{
    d->input.move(*event);
}

void YardCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    d->input.release(*event);
}

void YardCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    d->input.doubleClick(*event);
}

void YardCanvas::wheelEvent(QWheelEvent *event)
{
    d->input.wheel(*event);
    event->accept();
}

void YardCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!d->input.keyPress(*event))
        QWidget::keyPressEvent(event);
}

void YardCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (!d->input.keyRelease(*event))
        QWidget::keyReleaseEvent(event);
}

void YardCanvas::leaveEvent(QEvent *)
{
    d->input.leave();
}

void YardCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto hit = d->input.hitAt(event->pos());
        if (!hit.krate.isEmpty())
            Q_EMIT menuRequested(hit.krate, hit.window, event->globalPos());
        return;
    }
    if (const auto place = d->scene.focused()) {
        const auto box = d->scene.contentRect(place);
        Q_EMIT menuRequested(place.krate->record.id, place.window->record.id,
                             mapToGlobal((box.topLeft() + QPointF(24, 64)).toPoint()));
    }
}

void YardCanvas::focusOutEvent(QFocusEvent *event)
{
    d->input.holdSpace(false);
    QWidget::focusOutEvent(event);
}

bool YardCanvas::focusNextPrevChild(bool next)
{
    // Tab belongs to the window that has the keys.
    return focusedWindow().isEmpty() && QWidget::focusNextPrevChild(next);
}

bool YardCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture
        && d->input.gesture(static_cast<QNativeGestureEvent &>(*event)))
        return true;
    if (event->type() == QEvent::ToolTip) {
        const auto &help = static_cast<const QHelpEvent &>(*event);
        const QString text = d->input.isBusy() ? QString() : d->input.toolTip(help.pos());
        // As rich text it is wrapped; what a cluster says is no markup.
        const QString shown = text.isEmpty()
            ? text
            : u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', "<br>"_L1));
        QToolTip::showText(help.globalPos(), shown, this);
        return true;
    }
    if (event->type() == QEvent::InputMethod) {
        const auto place = d->scene.focused();
        if (place && place.window->content && place.window->content->handleInput(*event))
            return true;
    }
    return QWidget::event(event);
}

} // namespace workspace
