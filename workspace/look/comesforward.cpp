// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/comesforward.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace workspace {

void comeForward(QWidget &widget)
{
    if (!QApplication::activeWindow() || widget.isActiveWindow())
        return;
    widget.window()->raise();
    widget.window()->activateWindow();
}

ComesForward::ComesForward(QWidget &panel)
    : QObject(&panel)
    , m_panel(panel)
{
    panel.installEventFilter(this);
}

bool ComesForward::eventFilter(QObject * /*watched*/, QEvent *event)
{
    if (event->spontaneous())
        return false; // its window was minimised or is back
    if (event->type() == QEvent::Show) {
        auto *active = QApplication::activeWindow();
        m_from = active == m_panel.window() ? nullptr : active;
        comeForward(m_panel);
    } else if (event->type() == QEvent::Hide) {
        auto *from = std::exchange(m_from, nullptr).data();
        if (!from || !from->isVisible() || !m_panel.isActiveWindow())
            return false;
        from->raise();
        from->activateWindow();
    }
    return false;
}

} // namespace workspace
