// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/commandset.h"

#include <QKeyEvent>

#include <algorithm>

namespace workspace {

QString shortcutText(const Command &command)
{
    return command.shortcuts.isEmpty()
        ? QString()
        : command.shortcuts.first().toString(QKeySequence::NativeText);
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
    const auto held = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const auto key = Qt::Key(event.key());
    const QKeySequence typed(QKeyCombination(held, key));
    const auto of = [this](const QKeySequence &keys) {
        return std::ranges::find_if(m_commands, [&](const Command &command) {
            return command.shortcuts.contains(keys) && command.canRun();
        });
    };
    auto found = of(typed);
    const bool isSign =
        key > Qt::Key_Space && key <= Qt::Key_AsciiTilde && !(key >= Qt::Key_A && key <= Qt::Key_Z);
    if (found == m_commands.end() && isSign && held == Qt::ShiftModifier)
        found = of(QKeySequence(key));
    return found == m_commands.end() ? nullptr : &*found;
}

bool CommandSet::run(const QString &id) const
{
    const auto *command = find(id);
    if (!command || !command->canRun())
        return false;
    const auto run = command->run; // it may change the set
    run();
    return true;
}

} // namespace workspace
