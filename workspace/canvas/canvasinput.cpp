// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/canvasinput.h"

#include "workspace/canvas/chrome.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"

#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal ClickSlack = 4; // pixels that a click may move
static constexpr qint64 PanKeeps =
    250; // ms that the wheel goes on panning over a window it reaches

CanvasInput::CanvasInput(CanvasScene &scene, const Minimap &minimap, const Overlays &overlays,
                         QObject *parent)
    : QObject(parent)
    , m_scene(scene)
    , m_minimap(minimap)
    , m_overlays(overlays)
{
}

void CanvasInput::begin(Mode mode, const Hit &hit, QPointF at)
{
    m_mode = mode;
    m_pressed = hit;
    m_pressedAt = at;
    m_last = at;
    m_moved = false;
    if (const auto *krate = m_scene.krate(hit.krate))
        m_origin = krate->record.position;
    updateCursor();
}

void CanvasInput::press(QMouseEvent &event)
{
    const QPointF at = event.position();
    if (m_mode != Mode::None)
        return;
    hover(at);
    const Hit hit = m_hovered;
    if (m_space)
        m_spaceUsed = true;
    const bool maximised = bool(m_scene.maximised());
    if (!maximised && (m_space || event.button() == Qt::MiddleButton)) {
        begin(Mode::Pan, hit, at);
        return;
    }
    if (m_clickToFocus && !maximised && hit.part != Hit::Part::Minimap
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
    if (event.button() != Qt::LeftButton)
        return;
    switch (hit.part) {
    case Hit::Part::Ground:
    case Hit::Part::Krate: begin(Mode::Ground, hit, at); break;
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
    m_inside = true;
    Q_EMIT pointerMoved(m_scene.camera().toWorld(at));
    if (m_mode == Mode::None) {
        hover(at);
        hoverToContent(QEvent::HoverMove, at);
        return;
    }
    if (m_mode == Mode::Content) {
        m_last = at;
        mouseToContent(event);
        return;
    }
    drag(at);
}

void CanvasInput::drag(QPointF at)
{
    const QPointF step = at - m_last;
    const bool began = !m_moved;
    m_moved = m_moved || (at - m_pressedAt).manhattanLength() >= ClickSlack;
    if (!m_moved)
        return;
    if (began)
        updateCursor();
    m_last = at;
    const QPointF way = (at - m_pressedAt) / m_scene.camera().zoom();
    switch (m_mode) {
    case Mode::Pan: m_scene.panBy(step); break;
    case Mode::Ground:
        if (!m_scene.maximised())
            m_scene.panBy(step);
        break;
    case Mode::Krate: m_scene.previewMove(m_pressed.krate, m_origin + way); break;
    case Mode::Resize:
        if (const auto *record = m_scene.document().krate(m_pressed.krate)) {
            const auto result =
                layout::resized(record->windows, m_pressed.window, m_pressed.edges, way);
            m_scene.previewResize(m_pressed.krate, result.windows, result.shift);
        }
        break;
    case Mode::Minimap: m_scene.setView({m_minimap.toWorld(at), m_scene.camera().zoom()}); break;
    case Mode::None:
    case Mode::Button:
    case Mode::Content: break;
    }
}

void CanvasInput::release(QMouseEvent &event)
{
    if (m_mode == Mode::Content)
        mouseToContent(event);
    if (m_mode != Mode::None && event.buttons() == Qt::NoButton)
        finish(event.position());
}

void CanvasInput::finish(QPointF at)
{
    const Mode mode = m_mode;
    const QPointF way = (at - m_pressedAt) / m_scene.camera().zoom();
    m_mode = Mode::None;
    if (m_moved && mode == Mode::Krate) {
        yard::move(m_scene.document(), m_pressed.krate, m_origin + way);
        m_scene.clearPreview();
    } else if (m_moved && mode == Mode::Resize) {
        yard::resizeWindow(m_scene.document(), m_pressed.krate, m_pressed.window, m_pressed.edges,
                           way);
        m_scene.clearPreview();
    } else if (!m_moved && mode == Mode::Ground && m_scene.maximised()) {
        m_scene.setMaximised({});
    } else if (!m_moved && mode == Mode::Ground && m_pressed.part == Hit::Part::Ground) {
        Q_EMIT spotlightRequested({});
    } else if (!m_moved && mode == Mode::Minimap) {
        m_scene.flyTo({m_minimap.toWorld(at), m_scene.camera().zoom()});
    } else if (mode == Mode::Button && hitTest(m_scene, m_minimap, m_overlays, at) == m_pressed) {
        activate(m_pressed);
    }
    hover(at);
    updateCursor();
}

void CanvasInput::cancel()
{
    m_mode = Mode::None;
    m_scene.clearPreview();
    updateCursor();
}

/// A click on a button or a tab.
void CanvasInput::activate(const Hit &hit)
{
    if (activateWindow(hit))
        return;
    auto &document = m_scene.document();
    switch (hit.part) {
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
    if (event.modifiers() & Qt::ControlModifier) {
        if (!m_scene.maximised())
            m_scene.zoomAbout(at, std::pow(1.0016, event.angleDelta().y()));
        refreshHover();
        return;
    }
    const bool panning = m_scene.now() - m_panned < PanKeeps;
    if (!panning && m_hovered.part == Hit::Part::Window && wheelToContent(event))
        return;
    if (m_scene.maximised())
        return;
    static constexpr qreal PixelsPerEighth = 0.7; // a notch is 120 eighths of a degree
    QPointF way = event.pixelDelta().isNull() ? QPointF(event.angleDelta()) * PixelsPerEighth
                                              : QPointF(event.pixelDelta());
    if (event.modifiers() & Qt::ShiftModifier && way.x() == 0)
        way = {way.y(), 0};
    m_panned = m_scene.now();
    m_scene.panBy(way);
    refreshHover();
}

bool CanvasInput::gesture(QNativeGestureEvent &event)
{
    if (m_scene.maximised())
        return false;
    switch (event.gestureType()) {
    case Qt::ZoomNativeGesture:
        m_scene.zoomAbout(event.position(), std::max(0.2, 1 + event.value()));
        return true;
    case Qt::PanNativeGesture: m_scene.panBy(event.delta()); return true;
    case Qt::SmartZoomNativeGesture: m_scene.flyToFitAll(); return true;
    default: return false;
    }
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
        if (!m_clickToFocus)
            m_scene.setFocused(hit.window);
    }
    const bool differs = hit != m_hovered;
    m_hovered = hit;
    updateCursor();
    if (differs)
        Q_EMIT hoverChanged();
}

void CanvasInput::refreshHover()
{
    if (m_inside && m_mode == Mode::None)
        hover(m_last);
}

void CanvasInput::updateCursor()
{
    Qt::CursorShape shape = cursorFor(m_hovered);
    if (m_mode == Mode::Pan || (m_mode == Mode::Ground && m_moved)
        || (m_mode == Mode::Krate && m_moved)) {
        shape = Qt::ClosedHandCursor;
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
