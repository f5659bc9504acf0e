// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasInput that is about keys, and about what windows get to see.

#include "workspace/canvas/access/partnames.h"
#include "workspace/canvas/input/canvasinput.h"
#include "workspace/commands/commandset.h"

#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace workspace {

QPointF CanvasInput::contentPoint(const WindowPlace &place, QPointF at) const
{
    return (at - m_scene.contentRect(place).topLeft()) / m_scene.windowScale(place);
}

/// Hands an event to what the focused window shows.
bool CanvasInput::toContent(QEvent &event)
{
    const auto place = m_scene.focused();
    return place && place.window->content && place.window->content->handleInput(event);
}

bool CanvasInput::mouseToContent(const QMouseEvent &event)
{
    const auto place = m_scene.window(m_pressed.window);
    if (!place || !place.window->content)
        return false;
    QMouseEvent mapped(event.type(), contentPoint(place, event.position()), event.globalPosition(),
                       event.button(), event.buttons(), event.modifiers(), event.pointingDevice());
    mapped.setTimestamp(event.timestamp());
    const bool used = place.window->content->handleInput(mapped);
    updateCursor();
    return used;
}

/// What a content lets be dragged out of its window is shown at the pointer.
void CanvasInput::tellDrag(QPointF at)
{
    const auto place = m_scene.window(m_pressed.window);
    const auto text = m_mode == Mode::Content && place && place.window->content
        ? place.window->content->dragText()
        : QString();
    if (std::exchange(m_contentDragged, !text.isEmpty()) || m_contentDragged)
        Q_EMIT contentDragged(text, at);
}

bool CanvasInput::wheelToContent(const QWheelEvent &event)
{
    const auto place = m_scene.window(m_hovered.window);
    if (!place || !place.window->content)
        return false;
    QWheelEvent mapped(contentPoint(place, event.position()), event.globalPosition(),
                       event.pixelDelta(), event.angleDelta(), event.buttons(), event.modifiers(),
                       event.phase(), event.inverted());
    return place.window->content->handleInput(mapped);
}

void CanvasInput::hoverToContent(QEvent::Type type, QPointF at)
{
    if (m_hovered.part != Hit::Part::Window)
        return;
    const auto place = m_scene.window(m_hovered.window);
    if (!place || !place.window->content)
        return;
    const QPointF point = contentPoint(place, at);
    QHoverEvent hover(type, point, point, point);
    place.window->content->handleInput(hover);
    if (type == QEvent::HoverMove)
        updateCursor();
}

Hit CanvasInput::hitAt(QPointF at) const
{
    return hitTest(m_scene, m_minimap, m_overlays, at);
}

QString CanvasInput::toolTip(QPointF at) const
{
    const Hit hit = hitAt(at);
    if (const QString button = buttonTip(m_scene, hit); !button.isEmpty())
        return button;
    if (hit.part == Hit::Part::Window) {
        const auto place = m_scene.window(hit.window);
        const bool shown = place && place.window->content;
        return shown ? place.window->content->toolTipAt(contentPoint(place, at)) : QString();
    }
    const auto *item = m_scene.krate(hit.krate);
    if (!item || (hit.part != Hit::Part::KrateHeader && hit.part != Hit::Part::Card))
        return {};
    const auto &status = item->status;
    if (status.sentence.isEmpty())
        return status.word;
    return status.word.isEmpty() ? status.sentence : status.word + u"\n"_s + status.sentence;
}

bool CanvasInput::keyPress(QKeyEvent &event)
{
    const bool bareSpace = event.key() == Qt::Key_Space && event.modifiers() == Qt::NoModifier;
    if (bareSpace) {
        if (!event.isAutoRepeat())
            holdSpace(true);
        return true;
    }
    if (m_space && !m_spaceUsed) { // typed on while Space was still down: it was a character
        holdSpace(false);
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s);
        toContent(space);
    }
    if (event.key() == Qt::Key_Escape && m_mode != Mode::None) {
        cancel();
        return true;
    }
    if (event.key() == Qt::Key_Alt && m_mode == Mode::Krate && m_moved) {
        m_modifiers |= Qt::AltModifier;
        dragKrates(m_last); // off the guides
        return true;
    }
    return windowKey(event) || leavesWindow(event) || toContent(event) || command(event)
        || navigate(event) || bareKey(event);
}

bool CanvasInput::keyRelease(QKeyEvent &event)
{
    if (event.key() == Qt::Key_Alt && m_mode == Mode::Krate && m_moved) {
        m_modifiers &= ~Qt::AltModifier;
        dragKrates(m_last);
        return true;
    }
    if (event.key() != Qt::Key_Space || event.isAutoRepeat())
        return toContent(event);
    if (!m_space)
        return false;
    holdSpace(false);
    if (!m_spaceUsed) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s);
        toContent(down);
        toContent(event);
    }
    return true;
}

/// Keys that a command of the canvas has.
bool CanvasInput::command(const QKeyEvent &event)
{
    const auto *command = m_commands.match(event);
    if (!command)
        return false;
    const auto run = command->run; // it may change the set
    run();
    return true;
}

/// Keys without Ctrl or Alt that nothing else used.
bool CanvasInput::bareKey(QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const auto focused = m_scene.focused();
    if (event.key() == Qt::Key_Slash) {
        Q_EMIT spotlightRequested({});
        return true;
    }
    if (event.key() == Qt::Key_Question)
        return false; // the window's: its help
    if (event.key() == Qt::Key_Z && focused) {
        m_scene.setMaximised(m_scene.maximised() ? QString() : focused.window->record.id);
        return true;
    }
    const QString text = event.text();
    if (focused || text.isEmpty() || !text.at(0).isPrint())
        return false;
    Q_EMIT spotlightRequested(text);
    return true;
}

} // namespace workspace
