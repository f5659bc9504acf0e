// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

namespace workspace {

class Look;
struct Theme;

/// The theme's colours for Qt's own widgets: menus, tool tips, message boxes, file dialogs.
QPalette paletteOf(const Theme &theme);

/// Dresses the application in the look's colours, now and whenever they change. One object, made by
/// app/ beside the Look; for the GUI thread.
class ApplicationPalette : public QObject
{
    Q_OBJECT

public:
    /// `look` is borrowed and must outlive it.
    explicit ApplicationPalette(const Look &look, QObject *parent = nullptr);

private:
    void dress();

    const Look &m_look;
};

} // namespace workspace
