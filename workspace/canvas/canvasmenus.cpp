// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/canvasmenus.h"

#include "workspace/canvas/chrome.h"
#include "workspace/canvas/input/canvasinput.h"
#include "workspace/commands/commandset.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace workspace {

/// Of commands; an empty one is a line between.
static QStringList selectionMenuIds()
{
    return {u"canvas.align-left"_s,
            u"canvas.align-centre"_s,
            u"canvas.align-right"_s,
            u"canvas.align-top"_s,
            u"canvas.align-middle"_s,
            u"canvas.align-bottom"_s,
            {},
            u"canvas.distribute-across"_s,
            u"canvas.distribute-down"_s,
            u"canvas.tidy"_s,
            {},
            u"canvas.fit-selection"_s,
            u"canvas.collapse"_s,
            u"canvas.expand"_s,
            u"canvas.dismiss"_s,
            {},
            u"edit.undo"_s,
            u"edit.redo"_s};
}

static QStringList groundMenuIds()
{
    return {u"edit.undo"_s,         u"edit.redo"_s,   {},
            u"canvas.select-all"_s, u"canvas.tidy"_s, {},
            u"canvas.zoom-level"_s, u"canvas.fit"_s};
}

CanvasMenus::CanvasMenus(QWidget &canvas, CanvasScene &scene, const CanvasInput &input,
                         const CommandSet &commands)
    : m_canvas(canvas)
    , m_scene(scene)
    , m_input(input)
    , m_commands(commands)
{
}

void CanvasMenus::show(const QContextMenuEvent &event)
{
    if (event.reason() == QContextMenuEvent::Mouse)
        showAtPointer(event);
    else
        showAtKeys();
}

void CanvasMenus::showAtPointer(const QContextMenuEvent &event)
{
    const auto &selection = m_scene.selection();
    const auto hit = m_input.hitAt(event.pos());
    const bool several = selection.size() > 1 && selection.contains(hit.krate);
    if (several && hit.part != Hit::Part::Window)
        popUpSelection(event.globalPos());
    else if (!hit.krate.isEmpty())
        Q_EMIT krateMenuRequested(hit.krate, hit.window, event.globalPos());
    else if (hit.part == Hit::Part::Ground && !m_scene.maximised())
        popUp({}, groundMenuIds(), event.globalPos());
}

void CanvasMenus::showAtKeys()
{
    const auto near = [this](const QRectF &rect, QPointF inset) {
        const QPointF at = rect.topLeft() + inset;
        const QRectF seen(m_canvas.rect());
        return m_canvas.mapToGlobal(seen.contains(at) ? at : seen.center()).toPoint();
    };
    if (const auto place = m_scene.focused()) {
        Q_EMIT krateMenuRequested(place.krate->record.id, place.window->record.id,
                                  near(m_scene.contentRect(place), {24, 64}));
    } else if (m_scene.selection().size() > 1) {
        popUpSelection(near(m_canvas.rect(), QRectF(m_canvas.rect()).center()));
    } else if (const auto *item = m_scene.keysLead() ? m_scene.focusedKrate() : nullptr) {
        Q_EMIT krateMenuRequested(item->record.id, {}, near(m_scene.frame(*item), {24, 48}));
    }
}

void CanvasMenus::showTabs(const QString &windowId)
{
    const auto place = m_scene.window(windowId);
    if (!place)
        return;
    const QRectF rect = m_scene.windowRect(place);
    const qreal scale = m_scene.windowScale(place);
    const auto chrome = chromeOf(place, rect.size() / scale);
    const auto views = tabsOf(place.window->record, place.krate->status.views);
    auto *menu = new QMenu(&m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (size_t i = 0; i < views.size(); ++i) {
        if (!chrome.tabs[i].isEmpty())
            continue;
        menu->addAction(viewLabel(views[i]), menu,
                        [this, krate = place.krate->record.id, windowId, view = views[i]] {
                            yard::setView(m_scene.document(), krate, windowId, view);
                        });
    }
    const QPointF below = rect.topLeft() + chrome.more.bottomLeft() * scale;
    menu->popup(m_canvas.mapToGlobal(below.toPoint()));
}

void CanvasMenus::popUpSelection(QPoint at)
{
    popUp(tr("%Ln krates", nullptr, m_scene.selection().size()), selectionMenuIds(), at);
}

/// The commands with these ids and their keys; what is not to be had now is grey, undo and redo
/// tell what they take back.
void CanvasMenus::popUp(const QString &title, const QStringList &ids, QPoint at)
{
    auto *menu = new QMenu(&m_canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!title.isEmpty()) {
        menu->addAction(title)->setEnabled(false);
        menu->addSeparator();
    }
    const auto &document = m_scene.document();
    for (const auto &id : ids) {
        const auto *command = m_commands.find(id);
        if (!command) {
            menu->addSeparator();
            continue;
        }
        const QString about = id == "edit.undo"_L1 ? document.undoLabel()
            : id == "edit.redo"_L1                 ? document.redoLabel()
                                                   : QString();
        QString text = about.isEmpty() ? command->name : tr("%1: %2").arg(command->name, about);
        text.replace(u'&', u"&&"_s);
        // The keys are the canvas's: as text only.
        if (!command->shortcuts.isEmpty())
            text += u'\t' + command->shortcuts.first().toString(QKeySequence::NativeText);
        auto *action = menu->addAction(text, menu, [this, id] { m_commands.run(id); });
        action->setEnabled(!command->isEnabled || command->isEnabled());
    }
    menu->popup(at);
}

} // namespace workspace
