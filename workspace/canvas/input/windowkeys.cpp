// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasInput that is about windows as such: their buttons and the keys that count
// whatever they show.

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/input/canvasinput.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <QKeyEvent>

#include <algorithm>

namespace workspace {

/// A click on a window's button or tab. Whether it was one, or a krate's pin.
bool CanvasInput::activateWindow(const Hit &hit)
{
    auto &document = m_scene.document();
    const auto place = m_scene.window(hit.window);
    switch (hit.part) {
    case Hit::Part::KratePin:
        if (const auto *krate = m_scene.krate(hit.krate))
            yard::setPinned(document, hit.krate, !krate->record.pinned);
        return true;
    case Hit::Part::WindowClose: yard::closeWindow(document, hit.krate, hit.window); return true;
    case Hit::Part::WindowMaximise:
        m_scene.setMaximised(m_scene.maximised() ? QString() : hit.window);
        return true;
    case Hit::Part::WindowDetach: Q_EMIT detachRequested(hit.window); return true;
    case Hit::Part::WindowBringBack: Q_EMIT bringBackRequested(hit.window); return true;
    case Hit::Part::WindowMoreTabs: Q_EMIT moreTabsRequested(hit.window); return true;
    case Hit::Part::WindowTab:
        if (place) {
            const auto views = tabsOf(place.window->record, place.krate->status.views);
            if (hit.tab < int(views.size()))
                yard::setView(document, hit.krate, hit.window, views[size_t(hit.tab)]);
        }
        return true;
    default: return false;
    }
}

bool CanvasInput::windowKey(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_F6 && (held == Qt::NoModifier || held == Qt::ShiftModifier))
        return focusNext(held == Qt::NoModifier ? 1 : -1);
    const auto place = m_scene.focused();
    if (held != Qt::AltModifier || !place)
        return false;
    const QString id = place.window->record.id;
    if (event.key() == Qt::Key_Z) {
        if (!event.isAutoRepeat())
            m_scene.setMaximised(m_scene.maximised() ? QString() : id);
        return true;
    }
    if (event.key() == Qt::Key_W) {
        if (!event.isAutoRepeat() && place.window->isLent)
            Q_EMIT bringBackRequested(id);
        else if (!event.isAutoRepeat())
            Q_EMIT detachRequested(id);
        return true;
    }
    const auto views = tabsOf(place.window->record, place.krate->status.views);
    const auto found = std::ranges::find_if(
        views, [&](View view) { return viewLetter(view).unicode() == event.key(); });
    if (found == views.end())
        return false;
    yard::setView(m_scene.document(), place.krate->record.id, id, *found);
    return true;
}

/// Gives the keys to the next window, as one reads: from the top left on. Goes round, and flies
/// there when it is not in view.
bool CanvasInput::focusNext(int step)
{
    std::vector<WindowPlace> places;
    for (const auto &krate : m_scene.krates()) {
        if (krate->record.minimized)
            continue;
        for (const auto &window : krate->windows)
            places.push_back({krate.get(), window.get()});
    }
    if (places.empty())
        return false;
    std::ranges::stable_sort(places, {}, [](const WindowPlace &place) {
        const QPointF krate = place.krate->bounds.topLeft();
        const QPointF window = place.window->record.rect.topLeft();
        return std::tuple(krate.y(), krate.x(), window.y(), window.x());
    });
    const auto found = std::ranges::find(places, m_scene.focused());
    const auto count = std::ptrdiff_t(places.size());
    const auto from = found == places.end() ? (step > 0 ? -1 : count) : found - places.begin();
    const auto next = places[size_t((from + step + count) % count)];
    if (m_scene.maximised())
        m_scene.setMaximised(next.window->record.id);
    leadWithKeys();
    m_scene.setFocusedKrate(next.krate->record.id);
    m_scene.setFocused(next.window->record.id);
    const QRectF view(QPointF(), m_scene.camera().viewport());
    if (!m_scene.maximised() && (m_scene.showsCards() || !view.contains(m_scene.windowRect(next))))
        m_scene.flyToKrate(next.krate->record.id);
    return true;
}

} // namespace workspace
