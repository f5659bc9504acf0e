// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/detached/windowcommands.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandset.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/look/comesforward.h"
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
        if (krateId.isEmpty())
            return;
        canvas.flyToKrate(krateId);
        comeForward(canvas);
    }
};

/// One thing to do: its name depends on how things are.
struct Deed
{
    QString id = {};
    QString shortcut = {};
    bool isOfCanvas = false; ///< which takes the shortcut itself, over a shell too
    QString (*name)(const Subject &subject) = nullptr; ///< as things are: for a menu
    QString command = {}; ///< for the palette and the help
    bool (*can)(const Subject &subject) = nullptr;
    void (*run)(const Subject &subject) = nullptr;
};

bool hasWindow(const Subject &s)
{
    return s.hasWindow();
}

bool hasKrate(const Subject &s)
{
    return s.record() != nullptr;
}

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

QString pinName(const Subject &s)
{
    return s.isPinned() ? WindowTr::tr("Unpin krate") : WindowTr::tr("Pin krate");
}

QString minimiseName(const Subject &s)
{
    return s.record() && s.record()->minimized ? WindowTr::tr("Expand krate")
                                               : WindowTr::tr("Minimise krate");
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

void duplicateWindow(const Subject &s)
{
    yard::duplicateWindow(s.document, s.krate, s.window);
    s.flyTo(s.krate);
}

void fit(const Subject &s)
{
    s.canvas.setMaximisedWindow({});
    s.canvas.fitKrate(s.krate);
    comeForward(s.canvas);
}

std::vector<Deed> windowDeeds()
{
    return {
        {u"window.maximise"_s, u"Alt+Z"_s, true, maximiseName,
         WindowTr::tr("Maximise window, or go back"),
         [](const Subject &s) { return s.hasWindow() && !s.canvas.isLent(s.window); }, maximise},
        {u"window.detach"_s, u"Alt+W"_s, true, detachName,
         WindowTr::tr("Show window in its own window, or bring it back"), hasWindow, detach},
        {u"window.duplicate"_s, u"Alt+A"_s, false,
         [](const Subject &) { return WindowTr::tr("Duplicate window"); },
         WindowTr::tr("Duplicate window"), hasWindow, duplicateWindow},
        {u"window.close"_s, u"Ctrl+W"_s, false,
         [](const Subject &) { return WindowTr::tr("Close window"); },
         WindowTr::tr("Close this window"),
         [](const Subject &s) {
             return s.hasWindow() && s.record() && yard::mayClose(*s.record());
         },
         [](const Subject &s) { yard::closeWindow(s.document, s.krate, s.window); }},
    };
}

std::vector<Deed> krateDeeds()
{
    return {
        {u"krate.show"_s,
         {},
         false,
         [](const Subject &) { return WindowTr::tr("Fly to krate"); },
         WindowTr::tr("Fly to this krate"),
         hasKrate,
         [](const Subject &s) { s.flyTo(s.krate); }},
        {u"krate.fit"_s,
         {},
         false,
         [](const Subject &) { return WindowTr::tr("Fit krate into view"); },
         WindowTr::tr("Fit this krate into view"),
         hasKrate,
         fit},
        {u"krate.tidy"_s,
         {},
         false,
         [](const Subject &) { return WindowTr::tr("Tidy its windows"); },
         WindowTr::tr("Tidy the windows of this krate"),
         [](const Subject &s) { return s.record() && yard::isUntidy(*s.record()); },
         [](const Subject &s) { yard::tidyWindows(s.document, s.krate); }},
        {u"krate.pin"_s, u"Alt+P"_s, false, pinName, WindowTr::tr("Pin krate, or let go of it"),
         hasKrate, [](const Subject &s) { yard::setPinned(s.document, s.krate, !s.isPinned()); }},
        {u"krate.comments"_s, u"Ctrl+Alt+M"_s, false,
         [](const Subject &) { return WindowTr::tr("Comments"); },
         WindowTr::tr("Comments on this krate"), hasKrate,
         [](const Subject &s) { Q_EMIT s.canvas.commentsRequested(s.krate); }},
        {u"krate.duplicate"_s,
         {},
         false,
         [](const Subject &) { return WindowTr::tr("Duplicate krate"); },
         WindowTr::tr("Duplicate krate"),
         hasKrate,
         [](const Subject &s) { s.flyTo(yard::duplicateKrate(s.document, s.krate)); }},
        {u"krate.minimise"_s, u"Alt+Shift+M"_s, false, minimiseName,
         WindowTr::tr("Collapse or expand this krate"), hasKrate,
         [](const Subject &s) { yard::setMinimized(s.document, s.krate, !s.record()->minimized); }},
        {u"krate.dismiss"_s, u"Ctrl+Alt+W"_s, false,
         [](const Subject &) { return WindowTr::tr("Dismiss krate"); },
         WindowTr::tr("Dismiss this krate"),
         [](const Subject &s) { return s.record() && !s.isPinned(); },
         [](const Subject &s) { yard::dismiss(s.document, s.krate); }},
    };
}

/// Adds commands about what has the keys.
struct DeedAdder
{
    CommandSet &commands;
    std::function<Subject()> focused;

    void add(const Deed &deed, const QString &group) const
    {
        QList<QKeySequence> shortcuts;
        if (!deed.shortcut.isEmpty())
            shortcuts.append(QKeySequence(deed.shortcut, QKeySequence::PortableText));
        commands.add({.id = deed.id,
                      .name = deed.command,
                      .group = group,
                      .shortcuts = shortcuts,
                      .run = [focused = focused, run = deed.run] { run(focused()); },
                      .isEnabled = [focused = focused, can = deed.can] { return can(focused()); },
                      .about =
                          [focused = focused] {
                              const auto s = focused();
                              return s.record() ? titleOf(*s.record()) : QString();
                          },
                      .everywhere = deed.isOfCanvas ? shortcuts : QList<QKeySequence>()});
    }

    void addView(View view) const
    {
        const auto letter = viewLetter(view);
        commands.add({.id = u"window.view."_s + letter.toLower(),
                      .name = WindowTr::tr("Switch window to %1").arg(viewLabel(view)),
                      .group = WindowTr::tr("Windows"),
                      .shortcuts = {QKeySequence(u"Alt+"_s + letter)},
                      .run =
                          [focused = focused, view] {
                              const auto s = focused();
                              yard::setView(s.document, s.krate, s.window, view);
                          },
                      .isEnabled =
                          [focused = focused, view] {
                              const auto s = focused();
                              return std::ranges::contains(s.canvas.viewsOf(s.window), view);
                          },
                      .everywhere = {QKeySequence(u"Alt+"_s + letter)}});
    }
};

} // namespace

static QString krateOf(const YardDocument &document, const QString &windowId)
{
    for (const auto &[id, krate] : document.krates()) {
        if (std::ranges::contains(krate.windows, windowId, &WindowRecord::id))
            return id;
    }
    return {};
}

CommandPlace placeOfKeys(const YardCanvas &canvas, const YardDocument &document,
                         const DetachedWindows &detached)
{
    const auto own = detached.activeWindow();
    const auto window = own.isEmpty() ? canvas.focusedWindow() : own;
    if (const auto krate = krateOf(document, window); !krate.isEmpty())
        return {krate, window};
    const auto picked = canvas.pickedKrates();
    return {picked.size() == 1 ? picked.first() : canvas.focusedKrate(), {}};
}

void addWindowCommands(CommandSet &commands, const std::function<CommandPlace()> &place,
                       YardCanvas &canvas, YardDocument &document, DetachedWindows &detached)
{
    const DeedAdder to{commands, [place, &canvas, &document, &detached] {
                           const auto at = place();
                           return Subject{canvas, document, detached, at.krate, at.window};
                       }};
    for (const auto &deed : windowDeeds())
        to.add(deed, WindowTr::tr("Windows"));
    for (const View view : {View::Yaml, View::Describe, View::Logs, View::Shell, View::Changes,
                            View::Inspect, View::Topology})
        to.addView(view);
    // The canvas takes these keys itself, so that they count over a shell, too.
    const auto go = [&](const QString &id, const QString &name, const QKeySequence &key, int step) {
        commands.add({.id = id,
                      .name = name,
                      .group = WindowTr::tr("Windows"),
                      .shortcuts = {key},
                      .run =
                          [&canvas, step] {
                              canvas.focusNextWindow(step);
                              comeForward(canvas);
                          },
                      .everywhere = {key}});
    };
    go(u"window.next"_s, WindowTr::tr("Give the keys to the next window"), QKeySequence(Qt::Key_F6),
       1);
    go(u"window.previous"_s, WindowTr::tr("Give the keys to the window before"),
       QKeySequence(u"Shift+F6"_s), -1);
    for (const auto &deed : krateDeeds())
        to.add(deed, WindowTr::tr("Krate"));
}

void addWindowActions(QMenu &menu, const CommandPlace &place, YardCanvas &canvas,
                      YardDocument &document, DetachedWindows &detached)
{
    const Subject subject{canvas, document, detached, place.krate, place.window};
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
