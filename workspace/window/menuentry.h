// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace workspace {

/// One line of a menu that a painted content offers; the shell makes a real menu of it.
struct MenuEntry
{
    QString text = {}; ///< translated; empty: a line between groups
    bool isCheckable = false;
    bool isChecked = false;
    bool isEnabled = true;
    std::function<void()> run = {};
    /// What to ask for when it is chosen, and what then takes the answer.
    QString question = {};
    std::function<void(const QString &)> answer = {};
    std::vector<MenuEntry> children = {}; ///< of a menu within the menu
};

} // namespace workspace
