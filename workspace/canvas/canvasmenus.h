// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QContextMenuEvent;
class QWidget;

namespace workspace {

class CanvasInput;
class CanvasScene;
class CommandSet;

/// The menus of the yard itself: about what is selected, and about the empty ground. That of one
/// krate is somebody else's, who is asked for it.
class CanvasMenus final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the menus.
    CanvasMenus(QWidget &canvas, CanvasScene &scene, const CanvasInput &input,
                const CommandSet &commands);

    /// Shows the menu that belongs to where the pointer or the keys are.
    void show(const QContextMenuEvent &event);
    /// The tabs of a window that have no room, below their button.
    void showTabs(const QString &windowId);

Q_SIGNALS:
    /// Somebody wants the menu of one krate, or of one of its windows; `at` is on the screen.
    void krateMenuRequested(const QString &krateId, const QString &windowId, QPoint at);

private:
    void showAtPointer(const QContextMenuEvent &event);
    void showAtKeys();
    void popUp(const QString &title, const QStringList &ids, QPoint at);
    void popUpSelection(QPoint at);

    QWidget &m_canvas;
    CanvasScene &m_scene;
    const CanvasInput &m_input;
    const CommandSet &m_commands;
};

} // namespace workspace
