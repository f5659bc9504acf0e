// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that says what can be done on the yard: with the canvas, a krate, a
// window.

#include "workspace/canvas/canvascommands.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/windowkeys.h"
#include "workspace/detached/windowcommands.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardcopies.h"
#include "workspace/yard/yarddocument.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static QKeySequence keys(const QString &text)
{
    return QKeySequence(text, QKeySequence::PortableText);
}

/// Those of the canvas; undo and redo tell in the palette what they take back.
void MainWindow::addYardCommands()
{
    addCanvasCommands(m_commands, *m_canvas, m_document);
    addWindowCommands(m_commands, *m_canvas, m_document, *m_detached);
    const auto tell = [this](const QString &id, QString (YardDocument::*label)() const) {
        if (const auto *found = m_commands.find(id)) {
            Command command = *found;
            command.about = [this, label] { return (m_document.*label)(); };
            m_commands.add(command);
        }
    };
    tell(u"edit.undo"_s, &YardDocument::undoLabel);
    tell(u"edit.redo"_s, &YardDocument::redoLabel);
    // What the canvas takes even from a shell: CanvasInput::windowKey().
    for (const auto &command : std::vector(m_commands.all())) {
        static const QStringList taken{u"window.maximise"_s, u"window.detach"_s, u"window.next"_s,
                                       u"window.previous"_s};
        if (!taken.contains(command.id) && !command.id.startsWith("window.view."_L1))
            continue;
        Command marked = command;
        marked.everywhere = marked.shortcuts;
        m_commands.add(marked);
    }
}

void MainWindow::addViewCommand(View view, const QString &name, const QStringList &aliases)
{
    const auto letter = QString(viewLetter(view));
    m_commands.add({.id = u"view."_s + letter.toLower(),
                    .name = name,
                    .group = tr("Krate"),
                    .aliases = aliases,
                    .shortcuts = {keys(u"Alt+Shift+"_s + letter)},
                    .run =
                        [this, view] {
                            if (const auto *krate = krateInPlace(); krate && krate->object)
                                openObject(krate->cluster, ObjectId(*krate->object), view);
                        },
                    .isEnabled =
                        [this, view] {
                            const auto *krate = krateInPlace();
                            return krate && krate->object
                                && std::ranges::contains(viewsOf(*krate->object), view);
                        },
                    .about = [this] { return titleOf(*krateInPlace()); }});
}

void MainWindow::addKrateCommands()
{
    addViewCommand(View::Yaml, tr("Open its YAML beside"), {tr("edit"), tr("manifest")});
    addViewCommand(View::Describe, tr("Open its description beside"), {});
    addViewCommand(View::Logs, tr("Open its logs beside"), {tr("log")});
    addViewCommand(View::Shell, tr("Open a shell in it beside"), {tr("exec"), tr("terminal")});
    addViewCommand(View::Changes, tr("Open its changes beside"), {tr("history"), tr("diff")});
    addViewCommand(View::Inspect, tr("Open the inspector beside"), {tr("metrics")});
    addViewCommand(View::Topology, tr("Open its topology beside"), {tr("graph"), tr("relations")});
    m_commands.add({.id = u"krate.menu"_s,
                    .name = tr("The menu of what has the keys"),
                    .group = tr("Krate"),
                    .shortcuts = {keys(u"Menu"_s)}});
    addFrameCommands();
    m_commands.add({.id = u"krate.show"_s,
                    .name = tr("Fly to this krate"),
                    .group = tr("Krate"),
                    .run = [this] { m_canvas->flyToKrate(place().krate); },
                    .isEnabled = [this] { return krateInPlace() != nullptr; },
                    .about = [this] { return titleOf(*krateInPlace()); }});
}

/// What a krate's and a window's header do.
void MainWindow::addFrameCommands()
{
    const auto add = [this](const QString &id, const QString &name, const QString &shortcut,
                            bool (*can)(const KrateRecord &),
                            const std::function<void(const Place &, bool isMinimized)> &run) {
        m_commands.add({.id = id,
                        .name = name,
                        .group = tr("Krate"),
                        .shortcuts = {keys(shortcut)},
                        .run =
                            [this, run] {
                                if (const auto *krate = krateInPlace())
                                    run(place(), krate->minimized);
                            },
                        .isEnabled =
                            [this, can] {
                                const auto *krate = krateInPlace();
                                return krate && can(*krate);
                            },
                        .about = [this] { return titleOf(*krateInPlace()); }});
    };
    add(
        u"krate.minimise"_s, tr("Collapse or expand this krate"), u"Alt+Shift+M"_s,
        [](const KrateRecord &) { return true; },
        [this](const Place &at, bool isMinimized) {
            yard::setMinimized(m_document, at.krate, !isMinimized);
        });
    add(
        u"krate.dismiss"_s, tr("Dismiss this krate"), u"Ctrl+Alt+W"_s,
        [](const KrateRecord &krate) { return !krate.pinned; },
        [this](const Place &at, bool) { yard::dismiss(m_document, at.krate); });
    add(
        u"window.close"_s, tr("Close this window"), u"Ctrl+W"_s,
        [](const KrateRecord &krate) { return yard::mayClose(krate); },
        [this](const Place &at, bool) { yard::closeWindow(m_document, at.krate, at.window); });
}

/// What the windows do by keys of their own.
void MainWindow::addKeysOfWindows()
{
    addWindowKeys(m_commands, [this]() -> FocusedWindow {
        const auto at = place();
        const auto *krate = m_document.krate(at.krate);
        if (!krate)
            return {};
        const auto window = std::ranges::find(krate->windows, at.window, &WindowRecord::id);
        if (window == krate->windows.end())
            return {};
        return {m_canvas->contentOf(window->id), window->view};
    });
}

} // namespace workspace
