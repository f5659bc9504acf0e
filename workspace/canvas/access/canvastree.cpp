// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/access/canvastree.h"

#include "workspace/canvas/access/canvasaccess.h"
#include "workspace/canvas/access/partnames.h"
#include "workspace/canvas/chrome.h"
#include "workspace/window/contentaccess.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardcopies.h"

#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

using Type = CanvasPart::Type;
using Part = Hit::Part;

static QString keyOfPart(const CanvasPart &part)
{
    const auto &hit = part.hit;
    return u"%1 %2 %3 %4 %5 %6"_s.arg(int(part.type))
        .arg(int(hit.part))
        .arg(hit.tab)
        .arg(int(hit.button))
        .arg(hit.krate, hit.window);
}

CanvasTree::CanvasTree(QWidget &canvas, CanvasScene &scene, CanvasInput &input,
                       const Minimap &minimap, const Overlays &overlays, QObject *parent)
    : QObject(parent)
    , m_canvas(canvas)
    , m_scene(scene)
    , m_input(input)
    , m_minimap(minimap)
    , m_overlays(overlays)
{
    connect(&scene, &CanvasScene::changed, this, &CanvasTree::forgetGone);
    connect(&scene, &CanvasScene::focusChanged, this, &CanvasTree::tellFocus);
    connect(&scene.selection(), &Selection::changed, this, &CanvasTree::tellSelection);
    connect(&scene, &CanvasScene::windowDirty, this, [this](const WindowPlace &place) {
        if (place == m_scene.focused())
            tellFocus(); // another row, maybe
    });
}

CanvasTree::~CanvasTree()
{
    for (const auto &made : std::as_const(m_made))
        QAccessible::deleteAccessibleInterface(made.id);
}

std::vector<CanvasPart> CanvasTree::roots() const
{
    std::vector<const KrateItem *> krates;
    for (const auto &item : m_scene.krates())
        krates.push_back(item.get());
    std::ranges::stable_sort(krates, {}, [](const KrateItem *item) {
        return std::pair(item->bounds.top(), item->bounds.left());
    });
    std::vector<CanvasPart> parts;
    for (const auto *item : krates)
        parts.push_back({Type::Krate, {.part = Part::Krate, .krate = item->record.id}});
    parts.push_back({Type::Pill, {.part = Part::Pill}});
    parts.push_back({Type::Minimap, {.part = Part::Minimap}});
    return parts;
}

std::vector<CanvasPart> CanvasTree::partsOf(const KrateItem &krate) const
{
    std::vector<CanvasPart> parts;
    const auto button = [&](Part part) {
        parts.push_back({Type::Button, {.part = part, .krate = krate.record.id}});
    };
    if (krate.status.comments > 0)
        button(Part::KrateComments);
    button(Part::KratePin);
    button(Part::KrateMinimise);
    if (!krate.record.pinned)
        button(Part::KrateDismiss);
    if (!krate.record.minimized) {
        for (const auto &window : krate.windows)
            parts.push_back(
                {Type::Window,
                 {.part = Part::Window, .krate = krate.record.id, .window = window->record.id}});
    }
    return parts;
}

std::vector<CanvasPart> CanvasTree::partsOf(const WindowPlace &place) const
{
    const auto &window = *place.window;
    const Hit here{.krate = place.krate->record.id, .window = window.record.id};
    std::vector<CanvasPart> parts;
    const auto button = [&](Part part) {
        parts.push_back({Type::Button, here});
        parts.back().hit.part = part;
    };
    button(window.isLent ? Part::WindowBringBack : Part::WindowDetach);
    if (!window.isLent)
        button(Part::WindowMaximise);
    if (yard::mayClose(place.krate->record))
        button(Part::WindowClose);
    const auto views = tabsOf(window.record, place.krate->status.views);
    for (size_t i = 0; i < views.size(); ++i) {
        parts.push_back({Type::Tab, here});
        parts.back().hit.part = Part::WindowTab;
        parts.back().hit.tab = int(i);
    }
    if (!chromeOf(place, window.record.rect.size()).more.isEmpty())
        button(Part::WindowMoreTabs);
    if (window.content)
        parts.push_back({Type::Content, here});
    return parts;
}

std::vector<CanvasPart> CanvasTree::childrenOf(const CanvasPart &part) const
{
    if (part.type == Type::Krate) {
        const auto *krate = m_scene.krate(part.hit.krate);
        return krate ? partsOf(*krate) : std::vector<CanvasPart>();
    }
    if (part.type == Type::Window) {
        const auto place = m_scene.window(part.hit.window);
        return place ? partsOf(place) : std::vector<CanvasPart>();
    }
    std::vector<CanvasPart> parts;
    if (part.type == Type::Pill) {
        using Button = Overlays::Button;
        for (const auto button : {Button::ZoomOut, Button::Level, Button::ZoomIn, Button::Fit})
            parts.push_back({Type::Button, {.part = Part::Pill, .button = button}});
    }
    return parts;
}

bool CanvasTree::isInKrate(const Hit &hit) const
{
    return hit.window.isEmpty() && !hit.krate.isEmpty();
}

std::optional<CanvasPart> CanvasTree::parentOf(const CanvasPart &part) const
{
    switch (part.type) {
    case Type::Krate:
    case Type::Minimap:
    case Type::Pill: return {};
    case Type::Window:
        return CanvasPart{Type::Krate, {.part = Part::Krate, .krate = part.hit.krate}};
    case Type::Button:
        if (part.hit.part == Part::Pill)
            return CanvasPart{Type::Pill, {.part = Part::Pill}};
        if (isInKrate(part.hit))
            return CanvasPart{Type::Krate, {.part = Part::Krate, .krate = part.hit.krate}};
        break;
    case Type::Content:
    case Type::Tab: break;
    }
    return CanvasPart{Type::Window,
                      {.part = Part::Window, .krate = part.hit.krate, .window = part.hit.window}};
}

bool CanvasTree::exists(const CanvasPart &part) const
{
    const auto above = parentOf(part);
    if (!above)
        return part.type != Type::Krate || m_scene.krate(part.hit.krate);
    return exists(*above) && std::ranges::contains(childrenOf(*above), part);
}

QAccessibleInterface *CanvasTree::interfaceOf(const CanvasPart &part)
{
    const QString key = keyOfPart(part);
    const auto known = m_made.constFind(key);
    if (known != m_made.constEnd())
        return QAccessible::accessibleInterface(known->id);
    auto *made = make(part); // owned by Qt's cache
    m_made[key] = {part, QAccessible::registerAccessibleInterface(made)};
    return made;
}

QAccessibleInterface *CanvasTree::make(const CanvasPart &part)
{
    if (part.type != Type::Content)
        return new PartAccess(*this, part);
    const QString id = part.hit.window;
    ContentPlace place{
        .content = [this, id]() -> WindowContent * {
            const auto found = m_scene.window(id);
            return found ? found.window->content.get() : nullptr;
        },
        .parent = [this, part] { return interfaceOf(part); },
        .onScreen =
            [this, id, part](const QRectF &rect) {
                const auto found = m_scene.window(id);
                if (!found || rect.isNull())
                    return rectOf(part);
                const QRectF all = m_scene.contentRect(found);
                const qreal scale = m_scene.windowScale(found);
                const QRectF box(all.topLeft() + rect.topLeft() * scale, rect.size() * scale);
                const QRect here = box.intersected(all).toAlignedRect();
                return QRect(m_canvas.mapToGlobal(here.topLeft()), here.size());
            },
        .hasKeys =
            [this, id] {
                const auto focused = m_scene.focused();
                return focused && focused.window->record.id == id && m_canvas.isActiveWindow();
            },
        .takeKeys = [this, part] { giveKeys(part); }};
    const auto above = *parentOf(part);
    return new ContentAccess(
        std::move(place), [this, above] { return nameOf(above); },
        [this, above] { return interfaceOf(above); });
}

QAccessibleInterface *CanvasTree::focused()
{
    const auto place = m_scene.focused();
    if (const auto *krate = m_scene.focusedKrate(); !place && krate && m_scene.keysLead())
        return interfaceOf({Type::Krate, {.part = Part::Krate, .krate = krate->record.id}});
    if (!place)
        return nullptr;
    const Hit hit{.krate = place.krate->record.id, .window = place.window->record.id};
    if (!place.window->content) {
        CanvasPart part{Type::Window, hit};
        part.hit.part = Part::Window;
        return interfaceOf(part);
    }
    auto *content = static_cast<ContentAccess *>(interfaceOf({Type::Content, hit}));
    auto *row = content->rows().current();
    return row ? row : content;
}

/// Ends the interfaces of what is no longer there.
void CanvasTree::forgetGone()
{
    m_made.removeIf([this](const auto &made) {
        if (exists(made->part))
            return false;
        QAccessible::deleteAccessibleInterface(made->id);
        return true;
    });
}

void CanvasTree::tellSelection()
{
    if (!QAccessible::isActive() && m_made.isEmpty())
        return;
    QAccessibleEvent event(&m_canvas, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&event);
}

void CanvasTree::tellFocus()
{
    const bool isHeard = QAccessible::isActive() || !m_made.isEmpty(); // somebody has asked
    if (!isHeard || !m_canvas.isActiveWindow())
        return;
    auto *now = focused();
    const auto id = now ? QAccessible::uniqueId(now) : 0;
    if (std::exchange(m_told, id) == id)
        return;
    // What has an object is told of by that, what has none by its interface.
    auto event = now ? QAccessibleEvent(now, QAccessible::Focus)
                     : QAccessibleEvent(&m_canvas, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace workspace
