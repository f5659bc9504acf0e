// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/canvascommands.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandset.h"
#include "workspace/yard/groupactions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct CommandTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::CanvasCommands)
};

/// What is added where, and its heading.
struct Adder
{
    CommandSet &commands;
    YardCanvas &canvas;
    YardDocument &document;
    QString group = {};

    void add(const QString &id, const QString &name, const QStringList &keys,
             const std::function<void()> &run, const std::function<bool()> &isEnabled = {}) const
    {
        if (commands.find(id))
            return;
        QList<QKeySequence> shortcuts;
        for (const auto &key : keys)
            shortcuts << QKeySequence(key, QKeySequence::PortableText);
        commands.add({.id = id,
                      .name = name,
                      .group = group,
                      .shortcuts = shortcuts,
                      .run = run,
                      .isEnabled = isEnabled,
                      .isOfYard = id.startsWith("canvas."_L1)});
    }
    /// That many krates that may be moved are selected.
    std::function<bool()> needs(int count) const
    {
        return [this_ = *this, count] {
            return yard::movable(this_.document, this_.canvas.selection()).size() >= count;
        };
    }
};

static void addHistory(const Adder &to)
{
    auto &document = to.document;
    to.add(
        u"edit.undo"_s, CommandTr::tr("Undo"), {u"Ctrl+Z"_s}, [&document] { document.undo(); },
        [&document] { return document.canUndo(); });
    to.add(
        u"edit.redo"_s, CommandTr::tr("Redo"), {u"Ctrl+Shift+Z"_s, u"Ctrl+Y"_s},
        [&document] { document.redo(); }, [&document] { return document.canRedo(); });
}

static void addCamera(const Adder &to)
{
    auto &canvas = to.canvas;
    const auto zoom = [&canvas](qreal factor) {
        const auto view = canvas.destination();
        canvas.flyTo({view.centre, factor > 0 ? view.zoom * factor : Camera::DefaultZoom});
    };
    to.add(u"canvas.fit"_s, CommandTr::tr("Fit all krates into view"), {u"0"_s}, [&canvas] {
        canvas.setMaximisedWindow({});
        canvas.fitAll();
    });
    to.add(
        u"canvas.fit-selection"_s, CommandTr::tr("Fit what is selected into view"), {u"Ctrl+0"_s},
        [&canvas] { canvas.fitSelection(); }, [&canvas] { return !canvas.selection().isEmpty(); });
    to.add(u"canvas.zoom-in"_s, CommandTr::tr("Zoom in"),
           {u"Ctrl++"_s, u"Ctrl+="_s, u"Ctrl+Shift++"_s}, [zoom] { zoom(1.25); });
    to.add(u"canvas.zoom-out"_s, CommandTr::tr("Zoom out"), {u"Ctrl+-"_s},
           [zoom] { zoom(1 / 1.25); });
    to.add(u"canvas.zoom-level"_s, CommandTr::tr("Zoom to the usual size"), {u"Ctrl+1"_s},
           [zoom] { zoom(0); });
}

static void addSelecting(const Adder &to)
{
    auto &canvas = to.canvas;
    auto &document = to.document;
    to.add(
        u"canvas.select-all"_s, CommandTr::tr("Select all krates"),
        {u"Ctrl+A"_s, u"Ctrl+Shift+A"_s}, [&canvas] { canvas.selectAll(); },
        [&document] { return !document.krates().empty(); });
    to.add(
        u"canvas.select-none"_s, CommandTr::tr("Select nothing"), {},
        [&canvas] { canvas.setSelection({}); },
        [&canvas] { return !canvas.selection().isEmpty(); });
    to.add(
        u"canvas.collapse"_s, CommandTr::tr("Collapse what is selected"), {},
        [&canvas, &document] { yard::setMinimizedAll(document, canvas.selection(), true); },
        to.needs(1));
    to.add(
        u"canvas.expand"_s, CommandTr::tr("Expand what is selected"), {},
        [&canvas, &document] { yard::setMinimizedAll(document, canvas.selection(), false); },
        to.needs(1));
    to.add(
        u"canvas.dismiss"_s, CommandTr::tr("Dismiss what is selected"), {u"Del"_s},
        [&canvas, &document] { yard::dismissAll(document, canvas.pickedKrates()); },
        [&canvas, &document] { return !yard::movable(document, canvas.pickedKrates()).isEmpty(); });
}

static void addArranging(const Adder &to)
{
    using layout::Alignment;
    auto &canvas = to.canvas;
    auto &document = to.document;
    const auto align = [&](const QString &id, const QString &name, const QString &key,
                           Alignment alignment) {
        to.add(
            id, name, {key},
            [&canvas, &document, alignment] {
                yard::align(document, canvas.selection(), alignment);
            },
            [&canvas, &document] {
                return canvas.selection().size() > 1
                    && !yard::movable(document, canvas.selection()).isEmpty();
            });
    };
    align(u"canvas.align-left"_s, CommandTr::tr("Align left edges"), u"Ctrl+Shift+Left"_s,
          Alignment::Left);
    align(u"canvas.align-centre"_s, CommandTr::tr("Align centres, one below the other"),
          u"Ctrl+Shift+E"_s, Alignment::Centre);
    align(u"canvas.align-right"_s, CommandTr::tr("Align right edges"), u"Ctrl+Shift+Right"_s,
          Alignment::Right);
    align(u"canvas.align-top"_s, CommandTr::tr("Align top edges"), u"Ctrl+Shift+Up"_s,
          Alignment::Top);
    align(u"canvas.align-middle"_s, CommandTr::tr("Align middles, one beside the other"),
          u"Ctrl+Shift+M"_s, Alignment::Middle);
    align(u"canvas.align-bottom"_s, CommandTr::tr("Align bottom edges"), u"Ctrl+Shift+Down"_s,
          Alignment::Bottom);
    to.add(
        u"canvas.distribute-across"_s, CommandTr::tr("Distribute from left to right"),
        {u"Ctrl+Shift+H"_s},
        [&canvas, &document] { yard::distribute(document, canvas.selection(), Qt::Horizontal); },
        to.needs(3));
    to.add(
        u"canvas.distribute-down"_s, CommandTr::tr("Distribute from top to bottom"),
        {u"Ctrl+Shift+V"_s},
        [&canvas, &document] { yard::distribute(document, canvas.selection(), Qt::Vertical); },
        to.needs(3));
    to.add(
        u"canvas.tidy"_s, CommandTr::tr("Tidy what is selected, or all krates"),
        {u"Ctrl+Shift+T"_s}, [&canvas, &document] { yard::tidy(document, canvas.selection()); },
        [&document] { return !document.krates().empty(); });
}

/// What has no command: the help tells of it.
static void addGestures(const Adder &to)
{
    const auto tell = [&](const QString &id, const QString &name, const QStringList &keys = {}) {
        to.add(u"canvas.gesture."_s + id, name, keys, {});
    };
    tell(u"band"_s,
         CommandTr::tr("Drag on the ground: select krates; with Shift more, with Ctrl the others"));
    tell(u"click"_s, CommandTr::tr("Ctrl or Shift and click: select one more or one less"));
    tell(u"snap"_s, CommandTr::tr("Alt while dragging a krate: not in line with others"));
    tell(u"pan"_s, CommandTr::tr("Wheel, middle drag, or Space and drag: pan"));
    tell(u"zoom"_s, CommandTr::tr("Ctrl and wheel, or pinch: zoom"));
    tell(u"go"_s, CommandTr::tr("Go between krates, or between windows in one"),
         {u"Left"_s, u"Right"_s, u"Up"_s, u"Down"_s});
    tell(u"enter"_s, CommandTr::tr("Into the window of the krate"), {u"Return"_s});
    tell(u"leave"_s, CommandTr::tr("Shift+Esc: out of a window, out of a shell too"));
    tell(u"next"_s, CommandTr::tr("Ctrl+Tab: the next window of the krate, from a shell too"));
    tell(u"insert"_s, CommandTr::tr("Select the krate that the keys are at, or not"), {u"Ins"_s});
    tell(u"step"_s, CommandTr::tr("Move the krate or what is selected a little"),
         {u"Alt+Left"_s, u"Alt+Right"_s, u"Alt+Up"_s, u"Alt+Down"_s});
    tell(u"scroll"_s, CommandTr::tr("Pan with the keys"),
         {u"Ctrl+Left"_s, u"Ctrl+Right"_s, u"Ctrl+Up"_s, u"Ctrl+Down"_s});
}

void addCanvasCommands(CommandSet &commands, YardCanvas &canvas, YardDocument &document)
{
    const Adder to{commands, canvas, document, CommandTr::tr("Canvas")};
    addHistory(to);
    addCamera(to);
    addSelecting(to);
    addArranging(to);
    addGestures(to);
}

} // namespace workspace
