// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logkeys.h"

#include "workspace/logs/desk/logsaving.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/window/logquery.h"

#include <QKeyEvent>

namespace workspace {

using Mode = LogQuery::Mode;

static bool pressShortcut(const QKeyEvent &event, const LogParts &parts, LogActions &actions)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const bool control = event.modifiers() & Qt::ControlModifier;
    auto &pane = parts.panes.pane();
    if (event.matches(QKeySequence::Copy))
        actions.copy(CopyForm::Plain);
    else if (control && shift && event.key() == Qt::Key_C)
        actions.copy(CopyForm::Stamps);
    else if (event.matches(QKeySequence::SelectAll))
        pane.selectAll();
    else if (event.matches(QKeySequence::Find))
        parts.query.open(Mode::Find);
    else if (event.matches(QKeySequence::Save))
        parts.saving.askWhere();
    else if (event.key() == Qt::Key_Escape && parts.query.isOpen())
        parts.query.close();
    else if (event.key() == Qt::Key_Escape && pane.hasSelection())
        actions.endSelection();
    else
        return false;
    return true;
}

static bool pressLetter(const QKeyEvent &event, const LogParts &parts, LogActions &actions)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_N: parts.query.findNext(!shift); return true;
    case Qt::Key_W: actions.press(LogBar::Wrap); return true;
    case Qt::Key_T: actions.press(LogBar::Stamps); return true;
    case Qt::Key_P: actions.press(LogBar::Pause); return true;
    case Qt::Key_O:
        if (parts.feed.choices().previous)
            actions.press(LogBar::Previous);
        return true;
    case Qt::Key_H: actions.press(LogBar::Timeline); return true;
    case Qt::Key_R: parts.feed.reconnect(); return true;
    case Qt::Key_X: parts.query.open(Mode::Filter, true); return true;
    case Qt::Key_D: actions.nextDensity(); return true;
    case Qt::Key_Z: actions.toggleFolded(); return true;
    case Qt::Key_F: actions.askFor(LogActions::Menu::Columns); return true;
    case Qt::Key_S: actions.chooseStream(); return true;
    case Qt::Key_V: actions.compareNext(); return true;
    case Qt::Key_U: actions.toggleLink(); return true;
    case Qt::Key_J: parts.panes.pane().moveCurrent(1); return true;
    case Qt::Key_K: parts.panes.pane().moveCurrent(-1); return true;
    case Qt::Key_B:
        if (shift)
            actions.nextBookmark();
        else
            actions.toggleBookmark();
        return true;
    case Qt::Key_E: parts.query.open(Mode::Note); return true;
    case Qt::Key_C: actions.nextContainer(); return true;
    default: return false;
    }
}

static bool pressSign(const QKeyEvent &event, const LogParts &parts, LogActions &actions)
{
    auto &pane = parts.panes.pane();
    switch (event.key()) {
    case Qt::Key_Slash: parts.query.open(Mode::Filter); return true;
    case Qt::Key_BracketLeft: actions.startRange(); return true;
    case Qt::Key_BracketRight: actions.endRange(); return true;
    case Qt::Key_Backslash: actions.endRanges(); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: actions.widenContext(1); return true;
    case Qt::Key_Minus: actions.widenContext(-1); return true;
    case Qt::Key_Period: actions.askFor(LogActions::Menu::Everything); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: pane.toggleOpen(pane.lineOfKeys()); return true;
    default: return false;
    }
}

bool pressKey(const QKeyEvent &event, const LogParts &parts, LogActions &actions)
{
    if (pressShortcut(event, parts, actions))
        return true;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return pressLetter(event, parts, actions) || pressSign(event, parts, actions);
}

} // namespace workspace
