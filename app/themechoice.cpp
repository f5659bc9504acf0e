// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/themechoice.h"

#include "workspace/look/look.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace app {

using ThemeChoice = workspace::PreferenceValues::ThemeChoice;

workspace::Theme themeFor(ThemeChoice choice, bool wantsLight)
{
    if (choice == ThemeChoice::System)
        choice = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Light
            ? ThemeChoice::Light
            : ThemeChoice::Dark;
    return wantsLight || choice == ThemeChoice::Light ? workspace::Theme::lightTheme()
                                                      : workspace::Theme::darkTheme();
}

} // namespace app
