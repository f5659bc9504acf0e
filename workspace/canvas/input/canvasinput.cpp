// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/canvasinput.h"

#include "workspace/canvas/chrome.h"
#include "workspace/yard/yardactions.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal MoveSlack = 4; // pixels that the pointer may tremble while the keys lead
static constexpr qint64 PanKeeps = 250; // ms that the wheel pans on over a window it reaches

CanvasInput::CanvasInput(CanvasScene &scene, const Minimap &minimap, const Overlays &overlays,
                         const CommandSet &commands, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
    , m_minimap(minimap)
    , m_overlays(overlays)
    , m_commands(commands)
{
    connect(&scene.selection(), &Selection::changed, this, &CanvasInput::followSelection);
}

void CanvasInput::press(QMouseEvent &event)
{
    const QPointF at = event.position();
    if (m_mode != Mode::None)
        return;
    m_kinetic.stop();
    m_modifiers = event.modifiers();
    letPointerLead(at);
    hover(at);
    const Hit hit = m_hovered;
    if (hit.part == Hit::Part::Window && event.button() == Qt::LeftButton && hasSeveral())
        m_scene.selection().clear();
    if (m_space)
        m_spaceUsed = true;
    const bool maximised = bool(m_scene.maximised());
    if (!maximised && (m_space || event.button() == Qt::MiddleButton)) {
        begin(Mode::Pan, hit, at);
        return;
    }
    if (m_clickToFocus && !maximised && !hasSeveral() && hit.part != Hit::Part::Minimap
        && hit.part != Hit::Part::Pill)
        m_scene.setFocused(hit.window);
    switch (hit.part) {
    case Hit::Part::Window:
        begin(Mode::Content, hit, at);
        mouseToContent(event);
        return;
    case Hit::Part::Minimap: begin(Mode::Minimap, hit, at); return;
    default: break;
    }
    if (event.button() == Qt::LeftButton)
        pressFrame(event, hit);
}

/// The left button, on what is no window's content.
void CanvasInput::pressFrame(const QMouseEvent &event, const Hit &hit)
{
    const QPointF at = event.position();
    const bool maximised = bool(m_scene.maximised());
    // A finger on the screen has no wheel: it pans where a mouse selects.
    const bool finger = event.pointingDevice()
        && event.pointingDevice()->type() == QInputDevice::DeviceType::TouchScreen;
    switch (hit.part) {
    case Hit::Part::Ground:
    case Hit::Part::Krate: begin(finger ? Mode::Pan : Mode::Ground, hit, at); break;
    case Hit::Part::KrateHeader:
    case Hit::Part::Card: begin(Mode::Krate, hit, at); break;
    case Hit::Part::WindowHeader: begin(maximised ? Mode::Button : Mode::Krate, hit, at); break;
    case Hit::Part::WindowEdge: begin(Mode::Resize, hit, at); break;
    default: begin(Mode::Button, hit, at);
    }
}

void CanvasInput::move(QMouseEvent &event)
{
    const QPointF at = event.position();
    m_modifiers = event.modifiers();
    Q_EMIT pointerMoved(m_scene.camera().toWorld(at));
    if (m_mode == Mode::None) {
        if (!pointerLeads(at))
            return;
        hover(at);
        hoverToContent(QEvent::HoverMove, at);
        return;
    }
    if (m_mode == Mode::Content) {
        m_last = at;
        mouseToContent(event);
        tellDrag(at);
        return;
    }
    drag(at);
}

void CanvasInput::release(QMouseEvent &event)
{
    if (m_mode == Mode::Content)
        mouseToContent(event);
    if (m_mode != Mode::None && event.buttons() == Qt::NoButton)
        finish(event.position());
}

/// A click on a button or a tab.
void CanvasInput::activate(const Hit &hit)
{
    if (activateWindow(hit))
        return;
    auto &document = m_scene.document();
    switch (hit.part) {
    case Hit::Part::KrateComments: Q_EMIT commentsRequested(hit.krate); break;
    case Hit::Part::KrateMinimise: yard::setMinimized(document, hit.krate, true); break;
    case Hit::Part::KrateDismiss: yard::dismiss(document, hit.krate); break;
    case Hit::Part::Pill: {
        const auto view = m_scene.camera().destination();
        switch (hit.button) {
        case Overlays::Button::None: break;
        case Overlays::Button::ZoomOut: m_scene.flyTo({view.centre, view.zoom / 1.25}); break;
        case Overlays::Button::ZoomIn: m_scene.flyTo({view.centre, view.zoom * 1.25}); break;
        case Overlays::Button::Level: m_scene.flyTo({view.centre, Camera::DefaultZoom}); break;
        case Overlays::Button::Fit: m_scene.flyToFitAll(); break;
        }
        break;
    }
    default: break;
    }
}

void CanvasInput::doubleClick(QMouseEvent &event)
{
    const QPointF at = event.position();
    hover(at);
    const Hit hit = m_hovered;
    if (hit.part == Hit::Part::Window) {
        begin(Mode::Content, hit, at);
        mouseToContent(event);
        return;
    }
    if (event.button() != Qt::LeftButton)
        return;
    switch (hit.part) {
    case Hit::Part::KrateHeader: yard::setMinimized(m_scene.document(), hit.krate, true); break;
    case Hit::Part::Card:
        yard::setMinimized(m_scene.document(), hit.krate, false);
        m_scene.flyToKrate(hit.krate);
        break;
    case Hit::Part::WindowHeader:
        m_scene.setMaximised(m_scene.maximised() ? QString() : hit.window);
        break;
    default: press(event); // quick clicks on a button are clicks
    }
}

void CanvasInput::wheel(QWheelEvent &event)
{
    const QPointF at = event.position();
    hover(at);
    if (scrollPhase(event.phase()))
        return;
    if (event.modifiers() & Qt::ControlModifier) {
        m_kinetic.stop();
        if (!m_scene.maximised())
            m_scene.zoomAbout(at, std::pow(1.0016, event.angleDelta().y()));
        refreshHover();
        return;
    }
    if (!isPanning() && m_hovered.part == Hit::Part::Window && wheelToContent(event))
        return;
    if (m_scene.maximised())
        return;
    static constexpr qreal PixelsPerEighth = 0.7; // a notch is 120 eighths of a degree
    QPointF way = event.pixelDelta().isNull() ? QPointF(event.angleDelta()) * PixelsPerEighth
                                              : QPointF(event.pixelDelta());
    if (event.modifiers() & Qt::ShiftModifier && way.x() == 0)
        way = {way.y(), 0};
    if (way.isNull())
        return;
    m_panned = m_scene.now();
    if (event.phase() == Qt::ScrollUpdate) {
        m_scrollPans = true;
        m_kinetic.track(way, m_scene.now());
    }
    m_scene.panBy(way);
    refreshHover();
}

/// Where fingers on a touchpad begin and end. Whether that was all there was to it.
bool CanvasInput::scrollPhase(Qt::ScrollPhase phase)
{
    if (phase == Qt::ScrollBegin) { // other fingers, maybe over something else
        m_panned = -1000;
        m_scrollPans = false;
    }
    if (phase == Qt::ScrollBegin || phase == Qt::ScrollMomentum)
        m_kinetic.stop();
    if (phase != Qt::ScrollEnd || !std::exchange(m_scrollPans, false))
        return false;
    releasePan();
    return true;
}

bool CanvasInput::isPanning() const
{
    return m_scrollPans || m_scene.now() - m_panned < PanKeeps;
}

void CanvasInput::releasePan()
{
    if (m_scene.hasMotion() && m_kinetic.release(m_scene.now()))
        Q_EMIT motionBegan();
    else
        m_kinetic.stop();
}

bool CanvasInput::advance()
{
    const auto way = m_kinetic.advance(m_scene.now());
    if (!way)
        return false;
    const auto before = m_scene.camera().view();
    m_scene.panBy(*way);
    if (m_scene.camera().view() == before)
        m_kinetic.stop(); // the end of the world
    refreshHover();
    return m_kinetic.isRunning();
}

bool CanvasInput::gesture(const QNativeGestureEvent &event, QPointF at)
{
    if (m_scene.maximised())
        return false;
    m_kinetic.stop();
    switch (event.gestureType()) {
    case Qt::BeginNativeGesture:
    case Qt::EndNativeGesture: return true;
    case Qt::ZoomNativeGesture:
        m_scene.zoomAbout(at, std::max(0.2, 1 + event.value()));
        refreshHover();
        return true;
    case Qt::PanNativeGesture: m_scene.panBy(event.delta()); return true;
    case Qt::SmartZoomNativeGesture: m_scene.flyToFitAll(); return true;
    default: return false;
    }
}

bool CanvasInput::pinch(QPointF at, QPointF step, qreal factor)
{
    if (m_scene.maximised())
        return false;
    if (m_mode != Mode::None && m_mode != Mode::Content)
        cancel(); // what the first finger had begun
    m_kinetic.stop();
    m_scene.panBy(step);
    m_scene.zoomAbout(at, std::clamp(factor, 0.2, 5.0));
    return true;
}

void CanvasInput::leave()
{
    hoverToContent(QEvent::HoverLeave, m_last);
    m_inside = false;
    if (m_hovered != Hit()) {
        m_hovered = {};
        Q_EMIT hoverChanged();
    }
}

void CanvasInput::hover(QPointF at)
{
    m_last = at;
    m_inside = true;
    const Hit hit = hitTest(m_scene, m_minimap, m_overlays, at);
    if (!m_scene.maximised() && hit.window != m_hovered.window) {
        hoverToContent(QEvent::HoverLeave, at);
        focusUnderPointer(hit.window);
    }
    const bool differs = hit != m_hovered;
    m_hovered = hit;
    updateCursor();
    if (differs)
        Q_EMIT hoverChanged();
}

/// Keys go to the window under the pointer, unless a person goes about with the keys or they are
/// about several krates.
void CanvasInput::focusUnderPointer(const QString &windowId)
{
    if (!m_scene.keysLead() && !m_clickToFocus && !hasSeveral())
        m_scene.setFocused(windowId);
}

bool CanvasInput::hasSeveral() const
{
    return m_scene.selection().size() > 1;
}

/// Delete is not to reach the list that lies under the pointer by chance.
void CanvasInput::followSelection()
{
    if (m_scene.maximised())
        return;
    if (hasSeveral())
        m_scene.setFocused({});
    else if (m_inside && m_mode == Mode::None)
        focusUnderPointer(hitAt(m_last).window);
}

/// Whether the pointer says where the keys go; it does so again once it has really moved.
bool CanvasInput::pointerLeads(QPointF at)
{
    if (m_scene.keysLead() && (at - m_keysAt).manhattanLength() < MoveSlack)
        return false;
    letPointerLead(at);
    return true;
}

void CanvasInput::letPointerLead(QPointF at)
{
    if (!m_scene.keysLead())
        return;
    m_scene.setKeysLead(false);
    m_scene.setFocusedKrate({});
    if (!m_scene.maximised())
        focusUnderPointer(hitAt(at).window);
}

void CanvasInput::refreshHover()
{
    if (m_inside && m_mode == Mode::None)
        hover(m_last);
}

void CanvasInput::updateCursor()
{
    Qt::CursorShape shape = cursorFor(m_hovered);
    if (m_mode == Mode::Krate && m_moved && m_origins.empty()) {
        shape = Qt::ForbiddenCursor; // it is pinned
    } else if (m_mode == Mode::Pan || (m_mode == Mode::Krate && m_moved)) {
        shape = Qt::ClosedHandCursor;
    } else if (m_mode == Mode::Ground && m_moved) {
        shape = Qt::CrossCursor;
    } else if (m_mode == Mode::Resize) {
        shape = cursorFor(m_pressed);
    } else if (m_space && !m_scene.maximised()) {
        shape = Qt::OpenHandCursor;
    } else if (m_hovered.part == Hit::Part::Window) {
        if (const auto place = m_scene.window(m_hovered.window); place && place.window->content)
            shape = place.window->content->cursorAt(contentPoint(place, m_last));
    }
    Q_EMIT cursorChanged(shape);
}

void CanvasInput::holdSpace(bool held)
{
    m_space = held;
    if (held)
        m_spaceUsed = false;
    updateCursor();
}

} // namespace workspace
