// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/livelayer.h"

#include "workspace/canvas/input/canvasinput.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScopedValueRollback>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

LiveLayer::LiveLayer(QWidget &canvas, CanvasScene &scene, CanvasInput &input, QObject *parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_scene(scene)
    , m_input(input)
{
}

LiveLayer::~LiveLayer()
{
    if (m_widget)
        m_widget->hide();
}

void LiveLayer::update()
{
    const auto focused = m_scene.focused();
    const bool near = focused && (m_scene.maximised() || m_scene.camera().zoom() >= NearEnough);
    const bool still =
        !m_scene.isZooming() && !m_scene.camera().isFlying() && !m_scene.isPreviewing();
    auto *content =
        near && still && !m_scene.isCard(*focused.krate) ? focused.window->content.get() : nullptr;
    auto *widget = content ? content->liveWidget() : nullptr;
    const bool isGone = m_isShown && !m_widget; // with its content
    if (isGone && !m_canvas.window()->focusWidget())
        m_canvas.setFocus(Qt::OtherFocusReason);
    if (isGone || (m_widget && (m_widget != widget || m_content != content)))
        hide();
    if (!widget)
        return;
    m_scene.ensureContent(focused);
    if (!m_widget)
        show(focused, widget);
    place(focused);
}

void LiveLayer::show(const WindowPlace &place, QWidget *widget)
{
    m_widget = widget;
    m_isShown = true;
    m_content = place.window->content.get();
    m_scale = 0;
    if (widget->parentWidget() != &m_canvas)
        widget->setParent(&m_canvas);
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(m_content->accessibleText());
    widget->installEventFilter(this);
    for (auto *child : widget->findChildren<QWidget *>())
        child->installEventFilter(this);
    this->place(place);
    widget->show();
    widget->raise();
    widget->setFocus(Qt::MouseFocusReason);
}

void LiveLayer::place(const WindowPlace &place)
{
    const qreal scale = m_scene.windowScale(place);
    if (scale != m_scale) {
        m_scale = scale;
        m_content->setLiveZoom(scale);
    }
    const QRectF rect = m_scene.contentRect(place);
    // One pixel less on three sides keeps the window's border in sight.
    const QRect inner = rect.toRect().adjusted(1, 0, -1, -1);
    if (m_widget->geometry() != inner)
        m_widget->setGeometry(inner);
}

void LiveLayer::hide()
{
    if (m_widget) {
        m_widget->removeEventFilter(this);
        for (auto *child : m_widget->findChildren<QWidget *>())
            child->removeEventFilter(this);
        // The window's own focus, not the application's: that one is empty while another window is
        // active, and then keys would go on to a shell that nobody points at any more.
        const auto *focus = m_canvas.window()->focusWidget();
        const bool hadFocus = focus && (focus == m_widget || m_widget->isAncestorOf(focus));
        m_widget->hide();
        if (hadFocus)
            m_canvas.setFocus(Qt::OtherFocusReason);
    }
    m_widget = nullptr;
    m_content = nullptr;
    m_isShown = false;
    m_input.holdSpace(false);
}

bool LiveLayer::eventFilter(QObject *watched, QEvent *event)
{
    if (m_delivering)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: return filterKey(watched, event);
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::NativeGesture:
    case QEvent::Wheel:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            return filterPointer(widget, event);
        return false;
    case QEvent::FocusOut: m_input.holdSpace(false); return false;
    default: return false;
    }
}

void LiveLayer::deliverSpace(QObject *receiver)
{
    const QScopedValueRollback guard(m_delivering, true);
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s);
    QKeyEvent up(QEvent::KeyRelease, Qt::Key_Space, Qt::NoModifier, u" "_s);
    QCoreApplication::sendEvent(receiver, &down);
    QCoreApplication::sendEvent(receiver, &up);
}

bool LiveLayer::filterKey(QObject *watched, QEvent *event)
{
    const auto &key = static_cast<QKeyEvent &>(*event);
    const bool bareSpace = key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier;
    if (event->type() == QEvent::KeyPress) {
        if (m_input.windowKey(key) || m_input.leavesWindow(key))
            return true;
        if (bareSpace && !m_scene.maximised()) {
            if (!key.isAutoRepeat())
                m_input.holdSpace(true);
            return true;
        }
        if (m_input.isSpaceHeld() && !m_input.isSpaceUsed()) {
            m_input.holdSpace(false);
            deliverSpace(watched);
        }
        return false;
    }
    if (key.key() != Qt::Key_Space || key.isAutoRepeat() || !m_input.isSpaceHeld())
        return false;
    const bool wasCharacter = !m_input.isSpaceUsed();
    m_input.holdSpace(false);
    if (wasCharacter)
        deliverSpace(watched);
    return true;
}

bool LiveLayer::filterPointer(QWidget *watched, QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto &gesture = static_cast<const QNativeGestureEvent &>(*event);
        const bool used = m_input.gesture(gesture, watched->mapTo(&m_canvas, gesture.position()));
        event->setAccepted(used); // else Qt offers it to the canvas, too
        return used;
    }
    if (event->type() == QEvent::Wheel) {
        auto &wheel = static_cast<QWheelEvent &>(*event);
        if (!(wheel.modifiers() & Qt::ControlModifier) && !m_input.isPanning())
            return false;
        QWheelEvent mapped(watched->mapTo(&m_canvas, wheel.position()), wheel.globalPosition(),
                           wheel.pixelDelta(), wheel.angleDelta(), wheel.buttons(),
                           wheel.modifiers(), wheel.phase(), wheel.inverted());
        m_input.wheel(mapped);
        return true;
    }
    if (!m_input.isSpaceHeld() && !m_input.isBusy())
        return false;
    const auto &mouse = static_cast<QMouseEvent &>(*event);
    QMouseEvent mapped(event->type(), watched->mapTo(&m_canvas, mouse.position()),
                       mouse.globalPosition(), mouse.button(), mouse.buttons(), mouse.modifiers(),
                       mouse.pointingDevice());
    if (event->type() == QEvent::MouseMove)
        m_input.move(mapped);
    else if (event->type() == QEvent::MouseButtonRelease)
        m_input.release(mapped);
    else
        m_input.press(mapped);
    return true;
}

} // namespace workspace
