// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/windowcommands.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandset.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardcopies.h"
#include "workspace/yard/yarddocument.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

struct WindowTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::WindowCommands)
};

namespace {

/// One krate and one window of it, and all that can be done with them.
struct Subject
{
    YardCanvas &canvas;
    YardDocument &document;
    DetachedWindows &detached;
    QString krate = {};
    QString window = {};

    const KrateRecord *record() const { return document.krate(krate); }
    bool hasWindow() const { return !window.isEmpty(); }
    bool isPinned() const { return record() && record()->pinned; }
    void flyTo(const QString &krateId) const
    {
        if (!krateId.isEmpty())
            canvas.flyToKrate(krateId);
    }
};

/// One thing to do: its name depends on how things are.
struct Deed
{
    QString id = {};
    QString shortcut = {};
    bool isOfCanvas = false; ///< which takes the shortcut itself, over a shell too
    QString (*name)(const Subject &subject) = nullptr; ///< as things are: for a menu
    QString command = {}; ///< for the palette; empty: it has one already
    bool (*can)(const Subject &subject) = nullptr;
    void (*run)(const Subject &subject) = nullptr;
};

QString maximiseName(const Subject &s)
{
    return s.canvas.maximisedWindow().isEmpty() ? WindowTr::tr("Maximise window")
                                                : WindowTr::tr("Back to the yard");
}

QString detachName(const Subject &s)
{
    return s.canvas.isLent(s.window) ? WindowTr::tr("Bring window back to the yard")
                                     : WindowTr::tr("Show window in its own window");
}

void maximise(const Subject &s)
{
    s.canvas.setMaximisedWindow(s.canvas.maximisedWindow().isEmpty() ? s.window : QString());
}

void detach(const Subject &s)
{
    if (s.canvas.isLent(s.window))
        s.detached.bringBack(s.window);
    else
        s.detached.detach(s.window);
}

std::vector<Deed> windowDeeds()
{
    const auto any = [](const Subject &s) { return s.hasWindow(); };
    const std::vector<Deed> deeds{
        {u"window.maximise"_s, u"Alt+Z"_s, true, maximiseName,
         WindowTr::tr("Maximise window, or go back"),
         [](const Subject &s) { return s.hasWindow() && !s.canvas.isLent(s.window); }, maximise},
        {u"window.detach"_s, u"Alt+W"_s, true, detachName,
         WindowTr::tr("Show window in its own window, or bring it back"), any, detach},
        {u"window.duplicate"_s, u"Alt+A"_s, false,
         [](const Subject & /*s*/) { return WindowTr::tr("Duplicate window"); },
         WindowTr::tr("Duplicate window"), any,
         [](const Subject &s) {
             yard::duplicateWindow(s.document, s.krate, s.window);
             s.flyTo(s.krate);
         }},
        {u"window.close"_s,
         {},
         false,
         [](const Subject & /*s*/) { return WindowTr::tr("Close window"); },
         {},
         [](const Subject &s) {
             return s.hasWindow() && s.record() && yard::mayClose(*s.record());
         },
         [](const Subject &s) { yard::closeWindow(s.document, s.krate, s.window); }},
    };
    return deeds;
}

std::vector<Deed> krateDeeds()
{
    const auto any = [](const Subject &s) { return s.record() != nullptr; };
    const std::vector<Deed> deeds{
        {u"krate.pin"_s, u"Alt+P"_s, false,
         [](const Subject &s) {
             return s.isPinned() ? WindowTr::tr("Unpin krate") : WindowTr::tr("Pin krate");
         },
         WindowTr::tr("Pin krate, or let go of it"), any,
         [](const Subject &s) { yard::setPinned(s.document, s.krate, !s.isPinned()); }},
        {u"krate.duplicate"_s,
         {},
         false,
         [](const Subject & /*s*/) { return WindowTr::tr("Duplicate krate"); },
         WindowTr::tr("Duplicate krate"),
         any,
         [](const Subject &s) { s.flyTo(yard::duplicateKrate(s.document, s.krate)); }},
        {u"krate.minimise"_s,
         {},
         false,
         [](const Subject &s) {
             return s.record() && s.record()->minimized ? WindowTr::tr("Expand krate")
                                                        : WindowTr::tr("Minimise krate");
         },
         {},
         any,
         [](const Subject &s) { yard::setMinimized(s.document, s.krate, !s.record()->minimized); }},
        {u"krate.dismiss"_s,
         {},
         false,
         [](const Subject & /*s*/) { return WindowTr::tr("Dismiss krate"); },
         {},
         [](const Subject &s) { return s.record() && !s.isPinned(); },
         [](const Subject &s) { yard::dismiss(s.document, s.krate); }},
    };
    return deeds;
}

/// The window that has the keys, and its krate, or the krate that the keys are at.
Subject focusedOf(YardCanvas &canvas, YardDocument &document, DetachedWindows &detached)
{
    Subject subject{canvas, document, detached};
    const auto window = canvas.focusedWindow();
    for (const auto &[id, krate] : document.krates()) {
        if (std::ranges::find(krate.windows, window, &WindowRecord::id) == krate.windows.end())
            continue;
        subject.krate = id;
        subject.window = window;
    }
    if (!subject.hasWindow())
        subject.krate = canvas.focusedKrate();
    return subject;
}

void addView(CommandSet &commands, View view, const std::function<Subject()> &focused)
{
    const auto letter = viewLetter(view);
    commands.add({.id = u"window.view."_s + letter.toLower(),
                  .name = WindowTr::tr("Switch window to %1").arg(viewLabel(view)),
                  .group = WindowTr::tr("Windows"),
                  .shortcuts = {QKeySequence(u"Alt+"_s + letter)},
                  .run =
                      [focused, view] {
                          const auto s = focused();
                          yard::setView(s.document, s.krate, s.window, view);
                      },
                  .isEnabled =
                      [focused, view] {
                          const auto s = focused();
                          return std::ranges::contains(s.canvas.viewsOf(s.window), view);
                      },
                  .everywhere = {QKeySequence(u"Alt+"_s + letter)}});
}

} // namespace

void addWindowCommands(CommandSet &commands, YardCanvas &canvas, YardDocument &document,
                       DetachedWindows &detached)
{
    const std::function<Subject()> focused = [&canvas, &document, &detached] {
        return focusedOf(canvas, document, detached);
    };
    for (const auto &deeds : {windowDeeds(), krateDeeds()}) {
        for (const auto &deed : deeds) {
            if (deed.command.isEmpty())
                continue;
            QList<QKeySequence> shortcuts;
            if (!deed.shortcut.isEmpty())
                shortcuts.append(QKeySequence(deed.shortcut));
            commands.add({.id = deed.id,
                          .name = deed.command,
                          .group = WindowTr::tr("Windows"),
                          .shortcuts = shortcuts,
                          .run = [focused, run = deed.run] { run(focused()); },
                          .isEnabled = [focused, can = deed.can] { return can(focused()); },
                          .everywhere = deed.isOfCanvas ? shortcuts : QList<QKeySequence>()});
        }
    }
    for (const View view : {View::Yaml, View::Describe, View::Logs, View::Shell, View::Changes,
                            View::Inspect, View::Topology})
        addView(commands, view, focused);
    // The canvas takes these keys itself, so that they count over a shell, too.
    commands.add({.id = u"window.next"_s,
                  .name = WindowTr::tr("Give the keys to the next window"),
                  .group = WindowTr::tr("Windows"),
                  .shortcuts = {QKeySequence(Qt::Key_F6)},
                  .run = [&canvas] { canvas.focusNextWindow(1); },
                  .everywhere = {QKeySequence(Qt::Key_F6)}});
    commands.add({.id = u"window.previous"_s,
                  .name = WindowTr::tr("Give the keys to the window before"),
                  .group = WindowTr::tr("Windows"),
                  .shortcuts = {QKeySequence(u"Shift+F6"_s)},
                  .run = [&canvas] { canvas.focusNextWindow(-1); },
                  .everywhere = {QKeySequence(u"Shift+F6"_s)}});
}

void addWindowActions(QMenu &menu, const QString &krateId, const QString &windowId,
                      YardCanvas &canvas, YardDocument &document, DetachedWindows &detached)
{
    const Subject subject{canvas, document, detached, krateId, windowId};
    const auto add = [&](const Deed &deed) {
        if (!deed.can(subject))
            return;
        auto *action = menu.addAction(deed.name(subject), &canvas,
                                      [subject, run = deed.run] { run(subject); });
        if (!deed.shortcut.isEmpty())
            action->setShortcut(QKeySequence(deed.shortcut));
    };
    menu.addSeparator();
    for (const auto &deed : windowDeeds())
        add(deed);
    menu.addSeparator();
    for (const auto &deed : krateDeeds())
        add(deed);
}

} // namespace workspace
