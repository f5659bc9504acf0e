// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that says what can be done on the yard: with the canvas, a krate, a
// window.

#include "workspace/canvas/canvascommands.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/detached/windowcommands.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/yard/kinds.h"
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
    addWindowCommands(
        m_commands, [this] { return m_places.place(); }, *m_canvas, m_document, *m_detached);
    const auto tell = [this](const QString &id, QString (YardDocument::*label)() const) {
        if (const auto *found = m_commands.find(id)) {
            Command command = *found;
            command.about = [this, label] { return (m_document.*label)(); };
            m_commands.add(command);
        }
    };
    tell(u"edit.undo"_s, &YardDocument::undoLabel);
    tell(u"edit.redo"_s, &YardDocument::redoLabel);
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
                            if (const auto *krate = m_places.krate(); krate && krate->object)
                                m_opener.openObject(krate->cluster, ObjectId(*krate->object), view);
                        },
                    .isEnabled =
                        [this, view] {
                            const auto *krate = m_places.krate();
                            return krate && krate->object
                                && std::ranges::contains(viewsOf(*krate->object), view);
                        },
                    .about = [this] { return titleOf(*m_places.krate()); }});
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
}

} // namespace workspace
