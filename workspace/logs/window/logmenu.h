// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/window/logactions.h"
#include "workspace/window/menuentry.h"

#include <QCoreApplication>

namespace workspace {

/// The menus of a log window, as it is now. What they hand out works as long as the window lives.
class LogMenu
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)

public:
    /// Both are borrowed, also by the entries.
    LogMenu(const LogParts &parts, LogActions &actions);

    std::vector<MenuEntry> entries(LogActions::Menu menu) const;

private:
    std::vector<MenuEntry> everything() const;
    std::vector<MenuEntry> howItIsShown() const;
    std::vector<MenuEntry> whatIsShown() const;
    std::vector<MenuEntry> whatIsDone() const;
    MenuEntry columns() const;
    MenuEntry streams() const;
    MenuEntry containers() const;
    MenuEntry pods() const;
    std::vector<MenuEntry> followed() const;
    MenuEntry since() const;
    MenuEntry compare() const;
    MenuEntry bookmarks() const;

    LogParts m_parts;
    LogActions &m_actions;
};

/// The same entries, which do nothing once `owner` is gone: a menu can outlive what it is about.
std::vector<MenuEntry> guarded(std::vector<MenuEntry> entries, const QObject *owner);

} // namespace workspace
