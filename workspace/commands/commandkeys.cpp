// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/commandkeys.h"

#include "workspace/commands/commandset.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

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

void CommandKeys::share(QWidget &window)
{
    std::erase(m_shared, nullptr);
    m_shared.emplace_back(&window);
}

/// The one of that key, if its keys count in the window.
const Command *CommandKeys::commandOf(const QWidget &window, const QKeyEvent &event) const
{
    const auto *command = m_commands.match(event);
    return command && command->isOfYard && &window != &m_window ? nullptr : command;
}

bool CommandKeys::press(const QKeyEvent &event) const
{
    return pressIn(m_window, event);
}

bool CommandKeys::pressIn(const QWidget &window, const QKeyEvent &event) const
{
    if (m_isBusy())
        return false;
    const auto *command = commandOf(window, event);
    return command && m_commands.run(command->id);
}

/// The window, or the shared one, that it is, or is in, or that it stands beside; null: none.
const QWidget *CommandKeys::windowOf(const QObject *watched) const
{
    for (; watched; watched = watched->parent()) {
        if (watched == &m_window)
            return &m_window;
        const auto shared = std::ranges::find(m_shared, watched, &QPointer<QWidget>::get);
        if (shared != m_shared.end())
            return *shared;
    }
    return nullptr;
}

bool CommandKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *window = watched->isWidgetType() ? windowOf(watched) : nullptr;
    if (!window)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (key.modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
        return false; // what programs in a shell cannot tell from Ctrl alone is free for us
    const auto *command = commandOf(*window, key);
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
