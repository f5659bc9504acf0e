// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/commandset.h"

#include <QKeyEvent>

#include <algorithm>

namespace workspace {

static bool canRun(const Command &command)
{
    return command.run && (!command.isEnabled || command.isEnabled());
}

void CommandSet::add(const Command &command)
{
    const auto found = std::ranges::find(m_commands, command.id, &Command::id);
    if (found != m_commands.end())
        *found = command;
    else
        m_commands.push_back(command);
    Q_EMIT changed();
}

void CommandSet::remove(const QString &id)
{
    if (std::erase_if(m_commands, [&](const Command &command) { return command.id == id; }) > 0)
        Q_EMIT changed();
}

const Command *CommandSet::find(const QString &id) const
{
    const auto found = std::ranges::find(m_commands, id, &Command::id);
    return found == m_commands.end() ? nullptr : &*found;
}

const Command *CommandSet::match(const QKeyEvent &event) const
{
    // The keypad's digits are digits, whoever typed them.
    const QKeySequence typed(
        QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key())));
    const auto found = std::ranges::find_if(m_commands, [&](const Command &command) {
        return command.shortcuts.contains(typed) && canRun(command);
    });
    return found == m_commands.end() ? nullptr : &*found;
}

bool CommandSet::run(const QString &id) const
{
    const auto *command = find(id);
    if (!command || !canRun(*command))
        return false;
    const auto run = command->run; // it may change the set
    run();
    return true;
}

} // namespace workspace
