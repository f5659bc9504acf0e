// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPoint>
#include <QStringList>

class QWidget;

namespace workspace {

class CommandSet;
class Look;
class NoticeBar;
class YardKeeper;
class YardLibrary;
class AskPanel;

/// What a person does with yards: go to one, make, rename, duplicate and delete them, from the menu
/// in the top bar or as commands.
class YardSwitcher final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the switcher; `canvas` is where it asks.
    YardSwitcher(YardLibrary &library, YardKeeper &keeper, CommandSet &commands, NoticeBar &notices,
                 Look &look, QWidget &canvas);

    void showMenu(QPoint at); ///< on the screen
    void askNew();
    void askRename();
    void askDuplicate();
    void askDelete();

private:
    void addCommands();
    void go(const QString &id);
    QString remove(const QString &id, const QString &name);
    void bringBack(const QString &id);

    YardLibrary &m_library;
    YardKeeper &m_keeper;
    CommandSet &m_commands;
    NoticeBar &m_notices;
    Look &m_look;
    QWidget &m_canvas;
    AskPanel *m_panel;
    QStringList m_added; ///< commands that go to a yard
};

} // namespace workspace
