// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

namespace workspace {

class Look;
class Preferences;
struct Theme;

/// The theme's colours for Qt's own widgets: menus, tool tips, message boxes, file dialogs.
QPalette paletteOf(const Theme &theme);

/// Keeps the look as the preferences want it, dark, light or as the system is at this moment, and
/// dresses the application in the same colours. A system that does not say is dark. One object,
/// made by app/ beside the Look; for the GUI thread.
class ThemeFollower : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive it.
    ThemeFollower(Look &look, const Preferences &preferences, QObject *parent = nullptr);

private:
    void follow();
    void dress();

    Look &m_look;
    const Preferences &m_preferences;
    Qt::ColorScheme m_system = Qt::ColorScheme::Unknown;
};

} // namespace workspace
