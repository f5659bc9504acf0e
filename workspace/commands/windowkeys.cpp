// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/windowkeys.h"

#include "workspace/commands/commandset.h"
#include "workspace/window/windowcontent.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

struct KeysTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::WindowKeys)
};

namespace {

/// Windows of one sort.
struct Sort
{
    QString id = {};
    QString group = {};
    std::vector<View> views = {};
};

struct Adder
{
    CommandSet &commands;
    std::function<FocusedWindow()> focused;
    Sort sort = {};

    /// Runs from the palette, too.
    void add(const QString &id, const QString &name, const QString &keys,
             const QString &alias = {}) const
    {
        const QKeySequence shortcut(keys, QKeySequence::PortableText);
        const auto content = [focused = focused, views = sort.views] {
            const auto window = focused();
            return std::ranges::contains(views, window.view) ? window.content : nullptr;
        };
        commands.add({.id = u"keys.%1.%2"_s.arg(sort.id, id),
                      .name = name,
                      .group = sort.group,
                      .aliases = alias.isEmpty() ? QStringList() : QStringList{alias},
                      .shortcuts = {shortcut},
                      .run =
                          [content, typed = shortcut[0]] {
                              auto *window = content();
                              if (!window)
                                  return;
                              const bool isLetter = typed.keyboardModifiers() == Qt::NoModifier
                                  && typed.key() <= Qt::Key_AsciiTilde;
                              const auto text = isLetter
                                  ? QString(QChar(char16_t(typed.key()))).toLower()
                                  : QString();
                              QKeyEvent press(QEvent::KeyPress, typed.key(),
                                              typed.keyboardModifiers(), text);
                              window->handleInput(press);
                          },
                      .isEnabled = [content] { return content() != nullptr; }});
    }

    /// Only told of: nobody would look for it in the palette.
    void tell(const QString &id, const QString &name, const QStringList &keys = {}) const
    {
        QList<QKeySequence> shortcuts;
        for (const auto &key : keys)
            shortcuts << QKeySequence(key, QKeySequence::PortableText);
        commands.add({.id = u"keys.%1.%2"_s.arg(sort.id, id),
                      .name = name,
                      .group = sort.group,
                      .shortcuts = shortcuts});
    }
};

void addLogs(const Adder &to)
{
    to.add(u"filter"_s, KeysTr::tr("Filter the lines"), u"/"_s, KeysTr::tr("grep"));
    to.add(u"hide"_s, KeysTr::tr("Hide lines"), u"X"_s, KeysTr::tr("exclude"));
    to.add(u"find"_s, KeysTr::tr("Find in the log"), u"Ctrl+F"_s, KeysTr::tr("search"));
    to.add(u"next"_s, KeysTr::tr("Next match"), u"N"_s);
    to.add(u"before"_s, KeysTr::tr("Previous match"), u"Shift+N"_s);
    to.add(u"around"_s, KeysTr::tr("More lines around matches"), u"+"_s, KeysTr::tr("context"));
    to.add(u"closer"_s, KeysTr::tr("Fewer lines around matches"), u"-"_s);
    to.add(u"timeline"_s, KeysTr::tr("When lines were written"), u"H"_s,
           KeysTr::tr("timeline, histogram"));
    to.add(u"from"_s, KeysTr::tr("Only from this line on"), u"["_s, KeysTr::tr("time range"));
    to.add(u"upto"_s, KeysTr::tr("Only up to this line"), u"]"_s, KeysTr::tr("time range"));
    to.add(u"anytime"_s, KeysTr::tr("Lines of any time"), u"\\"_s);
    to.add(u"down"_s, KeysTr::tr("Next line"), u"J"_s);
    to.add(u"up"_s, KeysTr::tr("Previous line"), u"K"_s);
    to.add(u"open"_s, KeysTr::tr("Open or close a line of JSON, a stack trace"), u"Return"_s);
    to.add(u"traces"_s, KeysTr::tr("Fold stack traces"), u"Z"_s);
    to.add(u"columns"_s, KeysTr::tr("Columns of JSON lines"), u"F"_s, KeysTr::tr("fields"));
    to.add(u"streams"_s, KeysTr::tr("Choose streams"), u"S"_s, KeysTr::tr("pods"));
    to.add(u"compare"_s, KeysTr::tr("Two streams side by side"), u"V"_s, KeysTr::tr("compare"));
    to.add(u"linked"_s, KeysTr::tr("Windows scroll together in time"), u"U"_s,
           KeysTr::tr("link, sync"));
    to.add(u"mark"_s, KeysTr::tr("Mark this line"), u"B"_s, KeysTr::tr("bookmark"));
    to.add(u"nextmark"_s, KeysTr::tr("Next marked line"), u"Shift+B"_s);
    to.add(u"note"_s, KeysTr::tr("Note on this line"), u"E"_s);
    to.add(u"save"_s, KeysTr::tr("Save the whole log"), u"Ctrl+S"_s, KeysTr::tr("download"));
    to.add(u"stamped"_s, KeysTr::tr("Copy lines with time stamps"), u"Ctrl+Shift+C"_s);
    to.add(u"density"_s, KeysTr::tr("Closer or wider rows"), u"D"_s);
    to.add(u"menu"_s, KeysTr::tr("Everything a log can do"), u"."_s);
    to.add(u"wrap"_s, KeysTr::tr("Wrap long lines"), u"W"_s);
    to.add(u"stamps"_s, KeysTr::tr("Show time stamps"), u"T"_s);
    to.add(u"pause"_s, KeysTr::tr("Pause"), u"P"_s);
    to.add(u"restart"_s, KeysTr::tr("The log before the last restart"), u"O"_s,
           KeysTr::tr("previous container"));
    to.add(u"reconnect"_s, KeysTr::tr("Connect again"), u"R"_s);
    to.add(u"container"_s, KeysTr::tr("Next container"), u"C"_s);
    to.add(u"copy"_s, KeysTr::tr("Copy what is marked"), u"Ctrl+C"_s);
    to.add(u"all"_s, KeysTr::tr("Mark everything"), u"Ctrl+A"_s);
    to.add(u"follow"_s, KeysTr::tr("Follow the newest line"), u"End"_s);
    to.add(u"oldest"_s, KeysTr::tr("Go to the oldest line"), u"Home"_s);
}

void addLists(const Adder &to)
{
    to.tell(u"filter"_s, KeysTr::tr("Type: filter the rows; Esc shows all of them again"));
    to.tell(u"move"_s, KeysTr::tr("Go to another row"),
            {u"Up"_s, u"Down"_s, u"PgUp"_s, u"PgDown"_s, u"Home"_s, u"End"_s});
    to.add(u"open"_s, KeysTr::tr("Open the row"), u"Return"_s);
    to.add(u"namespaces"_s, KeysTr::tr("Choose namespaces"), u"Alt+N"_s);
    to.add(u"tree"_s, KeysTr::tr("Tree or list"), u"Alt+T"_s, KeysTr::tr("hierarchy"));
    to.add(u"columns"_s, KeysTr::tr("Choose, sort and move columns"), u"Alt+K"_s,
           KeysTr::tr("labels"));
    to.tell(u"complete"_s, KeysTr::tr("Complete a key of the filter"), {u"Tab"_s});
    to.tell(u"branch"_s, KeysTr::tr("Open or close a row of a tree"), {u"Right"_s, u"Left"_s});
    to.add(u"expand"_s, KeysTr::tr("Open everything in a tree"), u"Ctrl+Right"_s);
    to.add(u"collapse"_s, KeysTr::tr("Close everything in a tree"), u"Ctrl+Left"_s);
    to.add(u"mark"_s, KeysTr::tr("Mark the row and go on"), u"Ins"_s);
    to.add(u"all"_s, KeysTr::tr("Mark all rows"), u"Ctrl+A"_s);
    to.add(u"clear"_s, KeysTr::tr("Empty the filter"), u"Ctrl+U"_s);
    to.add(u"delete"_s, KeysTr::tr("Delete what is marked; asks first"), u"Del"_s);
}

void addTexts(const Adder &to)
{
    to.add(u"find"_s, KeysTr::tr("Find in the text"), u"Ctrl+F"_s, KeysTr::tr("search"));
    to.tell(u"next"_s, KeysTr::tr("Next and previous match"), {u"N"_s, u"Shift+N"_s});
    to.add(u"copy"_s, KeysTr::tr("Copy what is marked"), u"Ctrl+C"_s);
    to.add(u"all"_s, KeysTr::tr("Mark everything"), u"Ctrl+A"_s);
}

void addYaml(const Adder &to)
{
    to.add(u"edit"_s, KeysTr::tr("Edit this object"), u"E"_s);
    to.add(u"decode"_s, KeysTr::tr("Show a secret's values decoded"), u"D"_s);
    to.add(u"status"_s, KeysTr::tr("Show or hide the status"), u"S"_s);
    to.add(u"managed"_s, KeysTr::tr("Show or hide the managed fields"), u"M"_s);
}

void addEditor(const Adder &to)
{
    to.tell(u"submit"_s, KeysTr::tr("Check it, then send it"), {u"Ctrl+S"_s, u"Ctrl+Return"_s});
    to.tell(u"replace"_s, KeysTr::tr("Find and replace"), {u"Ctrl+F"_s, u"Ctrl+H"_s});
    to.tell(u"line"_s, KeysTr::tr("Go to a line"), {u"Ctrl+G"_s});
    to.tell(u"complete"_s, KeysTr::tr("Complete what is begun"), {u"Ctrl+Space"_s});
    to.tell(u"problem"_s, KeysTr::tr("Next and previous problem"), {u"F8"_s, u"Shift+F8"_s});
    to.tell(u"comment"_s, KeysTr::tr("Comment lines, or no longer"), {u"Ctrl+/"_s});
    to.tell(u"lines"_s, KeysTr::tr("Move lines"), {u"Alt+Up"_s, u"Alt+Down"_s});
    to.tell(u"duplicate"_s, KeysTr::tr("Duplicate lines"), {u"Ctrl+D"_s});
    to.tell(u"fold"_s, KeysTr::tr("Fold and unfold"), {u"Ctrl+Shift+["_s, u"Ctrl+Shift+]"_s});
    to.tell(u"leave"_s, KeysTr::tr("Leave the editor"), {u"Esc"_s});
}

void addShell(const Adder &to)
{
    to.tell(u"every"_s,
            KeysTr::tr("Every key goes to the shell, save those that stand here with a star"));
    to.tell(u"copy"_s, KeysTr::tr("Copy and paste"), {u"Ctrl+Shift+C"_s, u"Ctrl+Shift+V"_s});
    to.tell(u"find"_s, KeysTr::tr("Find in what was printed"), {u"Ctrl+Shift+F"_s});
    to.tell(u"text"_s, KeysTr::tr("Larger and smaller text"),
            {u"Ctrl+Shift++"_s, u"Ctrl+Shift+-"_s});
    to.tell(u"alone"_s, KeysTr::tr("End typing into several shells at once"), {u"Esc"_s});
    to.tell(u"again"_s, KeysTr::tr("Connect again after the end"), {u"Return"_s});
}

} // namespace

void addWindowKeys(CommandSet &commands, const std::function<FocusedWindow()> &focused)
{
    const auto to = [&](const QString &id, const QString &group, const std::vector<View> &views) {
        return Adder{commands, focused, {id, group, views}};
    };
    addLists(to(u"list"_s, KeysTr::tr("Lists"), {View::Collection}));
    addLogs(to(u"logs"_s, KeysTr::tr("Logs"), {View::Logs}));
    addTexts(to(u"text"_s, KeysTr::tr("Texts"),
                {View::Yaml, View::Describe, View::Values, View::Manifest, View::Notes}));
    addYaml(to(u"yaml"_s, KeysTr::tr("YAML"), {View::Yaml}));
    addEditor(to(u"editor"_s, KeysTr::tr("Editor"), {}));
    addShell(to(u"shell"_s, KeysTr::tr("Shell"), {View::Shell}));
}

} // namespace workspace
