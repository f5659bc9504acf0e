// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/records.h"

#include <QWidget>

class QPushButton;
class QTabBar;

namespace workspace {

class CommandKeys;
class ContentSurface;
class FreshnessLabel;
class Look;
class PassingNote;
class YardCanvas;

/// One window of the yard as a window of the desktop: its tabs, how current it is, and what it
/// shows, which the canvas lends it. Keys that it does not use run commands, as in the main window.
/// Closing it asks for it to be brought back.
class DetachedWindow final : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the window.
    DetachedWindow(YardCanvas &canvas, const QString &windowId, CommandKeys &commands, Look &look);
    ~DetachedWindow() override;

    /// Shows what the canvas says about the window now.
    void refresh(const WindowRecord &record);
    void refreshFreshness();
    ContentSurface &surface() { return *m_surface; }
    void say(const QString &text); ///< in passing

Q_SIGNALS:
    void bringBackRequested();
    void viewChosen(workspace::View view);
    void menuRequested(QPoint at); ///< on the screen
    void placed(); ///< moved, resized, maximised

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool key(const QKeyEvent &event);
    void applyLook();

    YardCanvas &m_canvas;
    const QString m_windowId;
    CommandKeys &m_commands;
    Look &m_look;
    std::vector<View> m_views;
    QTabBar *m_tabs;
    FreshnessLabel *m_freshness;
    QPushButton *m_back;
    ContentSurface *m_surface;
    PassingNote *m_note;
};

} // namespace workspace
