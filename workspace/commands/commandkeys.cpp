// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/commandkeys.h"

#include "workspace/commands/commandset.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace workspace {

// On the application, for a shell takes every key that comes as far as its own widgets.
CommandKeys::CommandKeys(const CommandSet &commands, const QWidget &window,
                         std::function<bool()> isBusy)
    : m_commands(commands)
    , m_window(window)
    , m_isBusy(std::move(isBusy))
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool CommandKeys::press(const QKeyEvent &event) const
{
    if (m_isBusy())
        return false;
    const auto *command = m_commands.match(event);
    return command && m_commands.run(command->id);
}

/// To the window, or to one of its own that stands beside it.
bool CommandKeys::belongs(const QObject *watched) const
{
    while (watched && watched != &m_window)
        watched = watched->parent();
    return watched != nullptr;
}

bool CommandKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    if (!watched->isWidgetType() || !belongs(watched))
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (key.modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
        return false; // what programs in a shell cannot tell from Ctrl alone is free for us
    const auto *command = m_commands.match(key);
    const QKeySequence typed(QKeyCombination(key.modifiers(), Qt::Key(key.key())));
    if (!command || !command->everywhere.contains(typed) || m_isBusy())
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // a menu's shortcut does not come first
        return true;
    }
    m_commands.run(command->id);
    return true;
}

} // namespace workspace
