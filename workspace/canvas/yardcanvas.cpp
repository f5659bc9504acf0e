// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/yardcanvas.h"

#include "workspace/canvas/access/canvasaccess.h"
#include "workspace/canvas/access/partnames.h"
#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/canvas/yardcanvas_p.h"
#include "workspace/yard/kinds.h"

#include <QGestureEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>

#include <QToolTip>

using namespace Qt::StringLiterals;

namespace workspace {

YardCanvas::YardCanvas(YardDocument &document, ContentFactory &factory, Look &look, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, document, factory, look))
{
    d->updateHints(); // tells screen readers, who ask for what d holds
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled);
    setAccessibleName(tr("Yard"));
    grabGesture(Qt::PinchGesture);
}

YardCanvas::~YardCanvas() = default;

CameraView YardCanvas::view() const
{
    return d->scene.camera().view();
}

void YardCanvas::setView(const CameraView &view)
{
    d->scene.setView(view);
}

CameraView YardCanvas::destination() const
{
    return d->scene.camera().destination();
}

void YardCanvas::flyTo(const CameraView &view)
{
    d->scene.flyTo(view);
}

void YardCanvas::flyToKrate(const QString &krateId)
{
    d->scene.setFocusedKrate(krateId); // from there the arrows go on
    d->scene.flyToKrate(krateId);
}

void YardCanvas::fitAll()
{
    d->scene.flyToFitAll();
}

void YardCanvas::fitSelection()
{
    QRectF all;
    for (const auto &id : d->scene.selection().ids()) {
        if (const auto *item = d->scene.krate(id))
            all |= item->bounds;
    }
    if (!all.isEmpty())
        d->scene.flyToFit(all);
}

void YardCanvas::fitKrate(const QString &krateId)
{
    d->scene.setFocusedKrate(krateId);
    if (const auto *item = d->scene.krate(krateId))
        d->scene.flyToFit(item->bounds);
}

QStringList YardCanvas::selection() const
{
    return d->scene.selection().ids();
}

void YardCanvas::setSelection(const QStringList &krateIds)
{
    QStringList known;
    for (const auto &id : krateIds) {
        if (d->scene.krate(id))
            known << id;
    }
    d->scene.selection().set(known);
}

void YardCanvas::selectAll()
{
    QStringList ids;
    for (const auto &item : d->scene.krates())
        ids << item->record.id;
    d->scene.selection().set(ids);
}

QString YardCanvas::focusedKrate() const
{
    const auto *item = d->scene.keysLead() ? d->scene.focusedKrate() : nullptr;
    return item ? item->record.id : QString();
}

QStringList YardCanvas::pickedKrates() const
{
    if (!d->scene.selection().isEmpty())
        return selection();
    const auto id = focusedWindow().isEmpty() ? focusedKrate() : QString();
    return id.isEmpty() ? QStringList() : QStringList(id);
}

bool YardCanvas::isFlying() const
{
    return d->scene.camera().isFlying();
}

void YardCanvas::setMotion(bool on)
{
    d->scene.setMotion(on);
    if (!on)
        d->input.stopMotion();
}

void YardCanvas::setIdleAfter(std::chrono::milliseconds time)
{
    d->person.setAfter(time);
}

void YardCanvas::setHints(bool on)
{
    d->showsHints = on;
    d->told.reset();
    d->updateHints();
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

YardCanvas::Drafts YardCanvas::drafts() const
{
    Drafts drafts;
    for (const auto &krate : d->scene.krates()) {
        for (const auto &window : krate->windows) {
            auto own = window->drafts;
            if (const auto *content = window->shown(); content && content->draft().isValid())
                own[window->record.view] = content->draft();
            if (!own.isEmpty())
                drafts[window->record.id] = own;
        }
    }
    return drafts;
}

void YardCanvas::setDrafts(const Drafts &drafts)
{
    for (auto draft = drafts.begin(); draft != drafts.end(); ++draft) {
        const auto place = d->scene.window(draft.key());
        if (!place)
            continue;
        place.window->drafts = draft.value(); // taken when the content is made
        if (auto *content = place.window->shown())
            content->setDraft(place.window->drafts.take(place.window->record.view));
    }
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

void YardCanvas::showDragged(const QString &text, QPoint at)
{
    d->ghost.follow(d->isSeenAt(at) ? text : QString(), mapFromGlobal(at));
}

void YardCanvas::dropObjects(const QString &windowId, const std::vector<ObjectId> &objects,
                             QPoint at)
{
    if (d->isSeenAt(at))
        d->drop(windowId, objects, mapFromGlobal(at));
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

void YardCanvas::setPeers(const std::vector<YardPeer> &peers)
{
    d->showPeers(peers);
}

std::optional<QPointF> YardCanvas::shownCursor(quint64 peer) const
{
    return d->peers.cursor(peer);
}

void YardCanvas::setFrame(const QColor &color)
{
    d->peers.setFrame(color);
    update();
}

QRectF YardCanvas::visibleWorld() const
{
    return d->scene.camera().visibleWorld();
}

std::map<QString, QPointF> YardCanvas::draggedKrates() const
{
    std::map<QString, QPointF> dragged;
    for (const auto &item : d->scene.krates()) {
        const auto *record = d->scene.document().krate(item->record.id);
        if (record && d->scene.isPreviewed(item->record.id)
            && record->position != item->record.position)
            dragged[item->record.id] = item->record.position - record->position;
    }
    return dragged;
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
    Q_EMIT pointerLeft();
}

void YardCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    d->menus.show(*event);
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
        && d->input.gesture(static_cast<QNativeGestureEvent &>(*event),
                            static_cast<QNativeGestureEvent &>(*event).position()))
        return true;
    if (event->type() == QEvent::Gesture) {
        auto &gestures = static_cast<QGestureEvent &>(*event);
        const auto *pinch = static_cast<QPinchGesture *>(gestures.gesture(Qt::PinchGesture));
        if (pinch && d->pinch(*pinch))
            return true;
    }
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
