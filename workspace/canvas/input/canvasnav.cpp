// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasInput that goes about with the keys alone: between krates, into one, between
// its windows, and out again.

#include "workspace/canvas/input/canvasinput.h"
#include "workspace/canvas/input/keynav.h"
#include "workspace/yard/groupactions.h"
#include "workspace/yard/yardactions.h"

#include <QKeyEvent>

#include <algorithm>
#include <tuple>

namespace workspace {

static constexpr qreal PanStep = 80; // pixels
static constexpr qreal MoveStep = 34; // units: a line of the fine grid

/// The keys take the lead until the pointer has really moved.
void CanvasInput::leadWithKeys()
{
    static constexpr qreal Nowhere = -1e6;
    if (!m_scene.keysLead())
        m_keysAt = m_inside ? m_last : QPointF(Nowhere, Nowhere);
    m_kinetic.stop();
    m_scene.setKeysLead(true);
}

bool CanvasInput::leavesWindow(const QKeyEvent &event)
{
    if (!m_scene.focused())
        return false;
    const auto held = event.modifiers();
    if (event.key() == Qt::Key_Escape && held == Qt::ShiftModifier) {
        if (m_scene.maximised())
            m_scene.setMaximised({});
        else
            stepOut();
        return true;
    }
    const bool tab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    if (!tab || !(held & Qt::ControlModifier) || held & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    goRound(event.key() == Qt::Key_Tab && !(held & Qt::ShiftModifier));
    return true;
}

bool CanvasInput::navigate(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape)
        return escape();
    return m_scene.focused() ? navigateWindows(event) : navigateKrates(event);
}

/// One step out, from the innermost thing there is.
bool CanvasInput::escape()
{
    const bool focused = bool(m_scene.focused());
    if (m_scene.maximised()) {
        m_scene.setMaximised({});
    } else if (focused && (m_scene.keysLead() || m_scene.selection().isEmpty())) {
        stepOut();
    } else if (!m_scene.selection().isEmpty()) {
        m_scene.selection().clear();
    } else if (m_scene.keysLead()) {
        m_scene.setFocusedKrate({});
        m_scene.setKeysLead(false);
    } else {
        return false;
    }
    return true;
}

/// From the window that has the keys to its krate.
void CanvasInput::stepOut()
{
    const auto focused = m_scene.focused();
    leadWithKeys();
    m_scene.setFocusedKrate(focused.krate->record.id);
    m_scene.setFocused({});
}

bool CanvasInput::navigateWindows(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    const auto focused = m_scene.focused();
    const bool tab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    if (tab && !(held & ~Qt::ShiftModifier)) {
        goRound(event.key() == Qt::Key_Tab && !held);
        return true;
    }
    const auto direction = directionOf(event.key());
    if (!direction || held != Qt::NoModifier || m_scene.maximised())
        return false;
    std::vector<QRectF> places;
    for (const auto &window : focused.krate->windows)
        places.push_back(window->record.rect);
    const int next = nextTowards(*direction, focused.window->record.rect, places);
    if (next < 0)
        return false;
    goToWindow({focused.krate, focused.krate->windows[size_t(next)].get()});
    return true;
}

/// To the next window of the krate as one reads them, or the one before.
void CanvasInput::goRound(bool forward)
{
    const auto focused = m_scene.focused();
    std::vector<WindowItem *> windows;
    for (const auto &window : focused.krate->windows)
        windows.push_back(window.get());
    std::ranges::sort(windows, {}, [](const WindowItem *window) {
        return std::tuple(window->record.rect.top(), window->record.rect.left());
    });
    const auto at = std::ranges::find(windows, focused.window) - windows.begin();
    const auto count = std::ssize(windows);
    goToWindow({focused.krate, windows[size_t((at + (forward ? 1 : count - 1)) % count)]});
}

void CanvasInput::goToWindow(const WindowPlace &place)
{
    const bool maximised = bool(m_scene.maximised());
    leadWithKeys();
    m_scene.setFocusedKrate(place.krate->record.id);
    m_scene.setFocused(place.window->record.id);
    if (maximised)
        m_scene.setMaximised(place.window->record.id);
    else
        m_scene.reveal(place.window->record.rect.translated(place.krate->record.position));
}

bool CanvasInput::navigateKrates(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    const auto *current = m_scene.focusedKrate();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current || held != Qt::NoModifier)
            return false;
        enterKrate();
        return true;
    case Qt::Key_Insert:
        if (!current || held != Qt::NoModifier)
            return false;
        m_scene.selection().toggle(current->record.id);
        return true;
    default: break;
    }
    const auto direction = directionOf(event.key());
    if (!direction)
        return false;
    if (held == Qt::AltModifier)
        return moveByKey(*direction);
    if (held & ~(Qt::ShiftModifier | Qt::ControlModifier)
        || held == (Qt::ShiftModifier | Qt::ControlModifier))
        return false;
    if (held == Qt::ControlModifier || m_scene.krates().empty())
        panByKey(*direction);
    else
        goToKrate(*direction, held & Qt::ShiftModifier);
    return true;
}

static QPointF towards(Qt::Edge direction)
{
    const qreal x = direction == Qt::LeftEdge ? -1 : direction == Qt::RightEdge ? 1 : 0;
    const qreal y = direction == Qt::TopEdge ? -1 : direction == Qt::BottomEdge ? 1 : 0;
    return {x, y};
}

void CanvasInput::panByKey(Qt::Edge direction)
{
    m_scene.panBy(-towards(direction) * PanStep);
}

KrateItem *CanvasInput::nearestToView() const
{
    const QPointF middle = m_scene.camera().destination().centre;
    const auto &krates = m_scene.krates();
    const auto nearest = std::ranges::min_element(krates, {}, [&](const auto &item) {
        return (item->bounds.center() - middle).manhattanLength();
    });
    return nearest == krates.end() ? nullptr : nearest->get();
}

/// The first arrow finds the krate nearest to the middle of the view, the next ones go on from it.
void CanvasInput::goToKrate(Qt::Edge direction, bool extend)
{
    const auto &krates = m_scene.krates();
    const auto *current = m_scene.focusedKrate();
    KrateItem *next = current ? nullptr : nearestToView();
    if (current) {
        std::vector<QRectF> places;
        for (const auto &item : krates)
            places.push_back(item->bounds);
        const int found = nextTowards(direction, current->bounds, places);
        next = found < 0 ? nullptr : krates[size_t(found)].get();
    }
    leadWithKeys();
    if (extend && current)
        m_scene.selection().add(current->record.id);
    if (!next)
        return;
    if (extend)
        m_scene.selection().add(next->record.id);
    m_scene.setFocusedKrate(next->record.id);
    m_scene.reveal(next->bounds);
}

/// Into the first window of the krate that the keys are at.
void CanvasInput::enterKrate()
{
    const QString id = m_scene.focusedKrate()->record.id;
    if (m_scene.focusedKrate()->record.minimized)
        yard::setMinimized(m_scene.document(), id, false);
    auto *krate = m_scene.focusedKrate();
    if (!krate || krate->windows.empty())
        return;
    if (m_scene.showsCards())
        m_scene.flyToKrate(id);
    const auto first = std::ranges::min_element(krate->windows, {}, [](const auto &window) {
        return std::tuple(window->record.rect.top(), window->record.rect.left());
    });
    goToWindow({krate, first->get()});
}

/// What is selected goes on by a line of the grid, or else the krate that the keys are at.
bool CanvasInput::moveByKey(Qt::Edge direction)
{
    const auto &document = m_scene.document();
    const auto *current = m_scene.focusedKrate();
    auto ids = m_scene.selection().ids();
    if (ids.isEmpty() && current)
        ids = {current->record.id};
    if (ids.isEmpty())
        return false;
    std::map<QString, QPointF> positions;
    for (const auto &id : yard::movable(document, ids))
        positions[id] = document.krate(id)->position + towards(direction) * MoveStep;
    yard::moveAll(m_scene.document(), positions);
    return true;
}

} // namespace workspace
