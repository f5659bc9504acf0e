// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CanvasTree that tells what its parts are called, where they are and what they do.

#include "workspace/canvas/access/canvastree.h"
#include "workspace/canvas/access/partnames.h"
#include "workspace/canvas/chrome.h"
#include "workspace/canvas/freshness.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace workspace {

using Type = CanvasPart::Type;
using Part = Hit::Part;

QString CanvasTree::nameOf(const CanvasPart &part) const
{
    switch (part.type) {
    case Type::Minimap: return tr("Minimap");
    case Type::Pill: return tr("Zoom");
    case Type::Button:
    case Type::Tab: return workspace::nameOf(m_scene, part.hit);
    case Type::Krate:
        if (const auto *item = m_scene.krate(part.hit.krate)) {
            QStringList words{titleOf(item->record), kindOf(item->record),
                              nameSpaceOf(item->record), item->status.word};
            words.removeAll(QString());
            words.removeDuplicates();
            return words.join(u", "_s);
        }
        return {};
    case Type::Content:
    case Type::Window:
        if (const auto place = m_scene.window(part.hit.window))
            return titleOf(place.krate->record, place.window->record);
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString CanvasTree::descriptionOf(const CanvasPart &part) const
{
    switch (part.type) {
    case Type::Krate: {
        const auto *item = m_scene.krate(part.hit.krate);
        if (!item)
            return {};
        QStringList words{tr("%Ln windows", nullptr, int(item->record.windows.size())),
                          item->record.cluster};
        if (item->record.pinned)
            words.append(tr("pinned"));
        if (item->status.isProduction)
            words.append(tr("production"));
        if (const auto fresh = item->freshness())
            words.append(wordOf(*fresh));
        words.append(item->status.sentence);
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    case Type::Window:
        if (const auto place = m_scene.window(part.hit.window)) {
            if (place.window->isLent)
                return tr("Shown in its own window");
            if (const auto *content = place.window->shown())
                return lineOf(*content, place.window->leftBehind);
        }
        return {};
    case Type::Minimap: return tr("%Ln krates", nullptr, int(m_scene.krates().size()));
    case Type::Pill: return tr("%1%").arg(qRound(m_scene.camera().zoom() * 100));
    case Type::Content:
    case Type::Button:
    case Type::Tab: return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString CanvasTree::keyOf(const CanvasPart &part) const
{
    return workspace::keyOf(m_scene, part.hit);
}

QRectF CanvasTree::areaInWindow(const CanvasPart &part, const WindowPlace &place) const
{
    const QRectF rect = m_scene.windowRect(place);
    const qreal scale = m_scene.windowScale(place);
    const auto chrome = chromeOf(place, rect.size() / scale);
    QRectF box;
    switch (part.hit.part) {
    case Part::WindowClose: box = chrome.close; break;
    case Part::WindowMaximise: box = chrome.maximise; break;
    case Part::WindowDetach: box = chrome.detach; break;
    case Part::WindowBringBack: box = chrome.bringBack(); break;
    case Part::WindowMoreTabs: box = chrome.more; break;
    case Part::WindowTab:
        if (part.hit.tab < int(chrome.tabs.size()))
            box = chrome.tabs[size_t(part.hit.tab)];
        break;
    default: break;
    }
    return box.isEmpty() ? QRectF()
                         : QRectF(rect.topLeft() + box.topLeft() * scale, box.size() * scale);
}

QRectF CanvasTree::areaOfButton(const CanvasPart &part) const
{
    const auto *item = m_scene.krate(part.hit.krate);
    if (part.hit.part == Part::Pill)
        return m_overlays.rectOf(part.hit.button);
    if (!item || m_scene.isCard(*item))
        return {};
    if (const auto place = m_scene.window(part.hit.window))
        return areaInWindow(part, place);
    const QRectF frame = m_scene.frame(*item);
    const qreal zoom = m_scene.camera().zoom();
    const auto chrome = chromeOf(*item, frame.size() / zoom, zoom);
    const QRectF box = part.hit.part == Part::KratePin ? chrome.pin
        : part.hit.part == Part::KrateComments         ? chrome.comments
        : part.hit.part == Part::KrateMinimise         ? chrome.minimise
                                                       : chrome.dismiss;
    return {frame.topLeft() + box.topLeft() * zoom, box.size() * zoom};
}

QRectF CanvasTree::areaOf(const CanvasPart &part) const
{
    const auto *item = m_scene.krate(part.hit.krate);
    const auto place = m_scene.window(part.hit.window);
    switch (part.type) {
    case Type::Krate:
        return !item                ? QRectF()
            : m_scene.isCard(*item) ? m_scene.cardRect(*item)
                                    : m_scene.frame(*item);
    case Type::Window:
    case Type::Content:
        if (!place || (m_scene.isCard(*place.krate) && place != m_scene.maximised()))
            return {};
        return part.type == Type::Window ? m_scene.windowRect(place) : m_scene.contentRect(place);
    case Type::Button:
    case Type::Tab: return areaOfButton(part);
    case Type::Minimap: return m_minimap.rect();
    case Type::Pill: return m_overlays.pill();
    }
    Q_UNREACHABLE_RETURN({});
}

QRect CanvasTree::rectOf(const CanvasPart &part) const
{
    const QRect area = areaOf(part).toAlignedRect();
    return area.isEmpty() ? QRect() : QRect(m_canvas.mapToGlobal(area.topLeft()), area.size());
}

QAccessible::State CanvasTree::stateOf(const CanvasPart &part) const
{
    QAccessible::State state;
    if (!exists(part)) {
        state.invalid = true;
        return state;
    }
    const QRectF area = areaOf(part);
    state.offscreen = area.isEmpty() || !area.intersects(QRectF(m_canvas.rect()));
    const auto *item = m_scene.krate(part.hit.krate);
    const auto place = m_scene.window(part.hit.window);
    switch (part.type) {
    case Type::Krate:
        state.focusable = true;
        state.expandable = true;
        state.expanded = !item->record.minimized;
        state.collapsed = item->record.minimized;
        state.selectable = true;
        state.multiSelectable = true;
        state.selected = m_scene.selection().contains(item->record.id);
        state.focused = !m_scene.focused() && m_scene.keysLead() && m_scene.focusedKrate() == item;
        break;
    case Type::Window:
        state.focusable = true;
        state.active = place == m_scene.focused();
        break;
    case Type::Tab: {
        const auto views = tabsOf(place.window->record, place.krate->status.views);
        state.selectable = true;
        state.selected = views[size_t(part.hit.tab)] == place.window->record.view;
        break;
    }
    case Type::Button:
        state.checkable = part.hit.part == Part::KratePin;
        state.checked = state.checkable && item->record.pinned;
        state.hasPopup = part.hit.part == Part::WindowMoreTabs;
        break;
    case Type::Content:
    case Type::Minimap:
    case Type::Pill: break;
    }
    return state;
}

void CanvasTree::press(const CanvasPart &part)
{
    switch (part.type) {
    case Type::Button:
    case Type::Tab: m_input.activate(part.hit); return;
    case Type::Krate: m_scene.flyToKrate(part.hit.krate); return;
    default: giveKeys(part);
    }
}

void CanvasTree::toggle(const CanvasPart &part)
{
    if (const auto *item = m_scene.krate(part.hit.krate))
        yard::setMinimized(m_scene.document(), part.hit.krate, !item->record.minimized);
}

void CanvasTree::giveKeys(const CanvasPart &part)
{
    m_canvas.setFocus(Qt::OtherFocusReason);
    m_input.leadWithKeys();
    m_scene.setFocusedKrate(part.hit.krate);
    m_scene.setFocused(part.type == Type::Krate ? QString() : part.hit.window);
    if (stateOf(part).offscreen)
        m_scene.flyToKrate(part.hit.krate);
}

} // namespace workspace
