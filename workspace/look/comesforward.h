// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace workspace {

/// Brings the window of `widget` in front of the program's other windows, when one of those has the
/// keys; nothing when another program has them.
void comeForward(QWidget &widget);

/// Does so when a panel is shown, for it may be asked for from another window, and gives that one
/// the keys again when it goes. The panel owns it. GUI thread only.
class ComesForward final : public QObject
{
    Q_OBJECT

public:
    explicit ComesForward(QWidget &panel);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_panel;
    QPointer<QWidget> m_from; ///< the window that had the keys
};

} // namespace workspace
