// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasInput that is about drags and clicks: what a press turns into.

#include "workspace/canvas/input/canvasinput.h"
#include "workspace/canvas/input/snapguides.h"
#include "workspace/yard/groupactions.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"

#include <utility>

namespace workspace {

static constexpr qreal ClickSlack = 4; // pixels that a click may move
static constexpr qreal SnapReach = 6; // pixels within which a dragged krate lines up

void CanvasInput::begin(Mode mode, const Hit &hit, QPointF at)
{
    m_mode = mode;
    m_pressed = hit;
    m_pressedAt = at;
    m_pressedWorld = m_scene.camera().toWorld(at);
    m_last = at;
    m_moved = false;
    m_way = {};
    m_selectedBefore = m_scene.selection().ids();
    updateCursor();
}

void CanvasInput::drag(QPointF at)
{
    const QPointF step = at - m_last;
    const bool began = !m_moved;
    m_moved = m_moved || (at - m_pressedAt).manhattanLength() >= ClickSlack;
    if (!m_moved)
        return;
    m_last = at;
    if (began) {
        if (m_mode == Mode::Krate)
            beginMove();
        if (m_mode == Mode::Resize && !m_scene.document().mayEdit())
            return cancel();
        updateCursor();
    }
    switch (m_mode) {
    case Mode::Pan:
        m_kinetic.track(step, m_scene.now());
        m_scene.panBy(step);
        break;
    case Mode::Ground: dragBand(at); break;
    case Mode::Krate: dragKrates(at); break;
    case Mode::Resize: dragEdge(at); break;
    case Mode::Minimap: m_scene.setView({m_minimap.toWorld(at), m_scene.camera().zoom()}); break;
    case Mode::None:
    case Mode::Button:
    case Mode::Content: break;
    }
}

/// A krate that is selected takes the others along; what is pinned stays.
void CanvasInput::beginMove()
{
    auto &document = m_scene.document();
    const auto &selection = m_scene.selection();
    m_origins.clear();
    m_neighbours.clear();
    m_movedFrame = {};
    const auto *pressed = document.krate(m_pressed.krate);
    if (!m_scene.document().mayEdit() || !pressed || pressed->pinned)
        return;
    const auto ids =
        selection.contains(m_pressed.krate) ? selection.ids() : QStringList{m_pressed.krate};
    for (const auto &id : yard::movable(document, ids)) {
        const auto &record = *document.krate(id);
        m_origins[id] = record.position;
        m_movedFrame |= layout::bounds(record);
    }
    const QRectF seen = m_scene.camera().visibleWorld();
    for (const auto &item : m_scene.krates()) {
        if (!m_origins.contains(item->record.id) && item->bounds.intersects(seen))
            m_neighbours.push_back(item->bounds);
    }
}

void CanvasInput::dragKrates(QPointF at)
{
    if (m_origins.empty())
        return;
    m_way = m_scene.camera().toWorld(at) - m_pressedWorld;
    GestureMarks marks;
    if (!(m_modifiers & Qt::AltModifier)) {
        const qreal reach = SnapReach / m_scene.camera().zoom();
        auto snap = snapped(m_movedFrame.translated(m_way), m_neighbours, reach);
        m_way += snap.shift;
        marks.guides = std::move(snap.guides);
    }
    auto positions = m_origins;
    for (auto &[id, position] : positions)
        position += m_way;
    m_scene.previewMove(positions);
    m_scene.setMarks(marks);
}

void CanvasInput::dragEdge(QPointF at)
{
    const auto *record = m_scene.document().krate(m_pressed.krate);
    if (!record)
        return;
    const QPointF way = m_scene.camera().toWorld(at) - m_pressedWorld;
    const auto result = layout::resized(record->windows, m_pressed.window, m_pressed.edges, way);
    m_scene.previewResize(m_pressed.krate, result.windows, result.shift);
}

/// What the rubber band touches is selected: with Shift besides what was, with Ctrl the other way.
void CanvasInput::dragBand(QPointF at)
{
    if (m_scene.maximised())
        return;
    const auto &camera = m_scene.camera();
    const QRectF band = QRectF(m_pressedWorld, camera.toWorld(at)).normalized();
    const QRectF seen = camera.toScreen(band);
    const bool adds = m_modifiers & Qt::ShiftModifier;
    const bool turns = m_modifiers & Qt::ControlModifier;
    QStringList ids = adds || turns ? m_selectedBefore : QStringList();
    for (const auto &item : m_scene.krates()) {
        const QRectF rect = m_scene.isCard(*item) ? m_scene.cardRect(*item) : m_scene.frame(*item);
        if (!rect.intersects(seen))
            continue;
        if (turns && m_selectedBefore.contains(item->record.id))
            ids.removeAll(item->record.id);
        else
            ids.append(item->record.id);
    }
    m_scene.setMarks({.band = band});
    m_scene.selection().set(ids);
}

void CanvasInput::finish(QPointF at)
{
    const Mode mode = std::exchange(m_mode, Mode::None);
    tellDrag(at);
    m_scene.setMarks({});
    if (mode == Mode::Button) {
        if (hitTest(m_scene, m_minimap, m_overlays, at) == m_pressed)
            activate(m_pressed);
    } else if (m_moved) {
        drop(mode, m_scene.camera().toWorld(at) - m_pressedWorld);
    } else if (mode == Mode::Ground || mode == Mode::Krate) {
        click(m_pressed);
    } else if (mode == Mode::Minimap) {
        m_scene.flyTo({m_minimap.toWorld(at), m_scene.camera().zoom()});
    }
    hover(at);
    updateCursor();
}

/// What was dragged `way` becomes a change of the document.
void CanvasInput::drop(Mode mode, QPointF way)
{
    if (mode == Mode::Krate) {
        auto positions = m_origins;
        for (auto &[id, position] : positions)
            position += m_way;
        if (!positions.empty())
            yard::moveAll(m_scene.document(), positions);
    } else if (mode == Mode::Resize) {
        yard::resizeWindow(m_scene.document(), m_pressed.krate, m_pressed.window, m_pressed.edges,
                           way);
    } else if (mode == Mode::Pan) {
        releasePan();
    }
    m_scene.clearPreview();
}

/// A click on the ground or on a krate, off its buttons and what its windows show.
void CanvasInput::click(const Hit &hit)
{
    auto &selection = m_scene.selection();
    const bool more = m_modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (m_scene.maximised()) {
        m_scene.setMaximised({});
    } else if (hit.part == Hit::Part::Ground) {
        if (more)
            return;
        if (selection.isEmpty())
            Q_EMIT spotlightRequested({});
        selection.clear();
    } else if (more) {
        selection.toggle(hit.krate);
    } else if (hit.part != Hit::Part::WindowHeader) {
        selection.set({hit.krate});
    }
}

void CanvasInput::cancel()
{
    if (m_mode == Mode::Ground && m_moved)
        m_scene.selection().set(m_selectedBefore);
    const auto place = m_scene.window(m_pressed.window);
    if (m_mode == Mode::Content && place && place.window->content)
        place.window->content->cancelDrag();
    m_mode = Mode::None;
    tellDrag(m_last);
    m_scene.setMarks({});
    m_scene.clearPreview();
    updateCursor();
}

} // namespace workspace
