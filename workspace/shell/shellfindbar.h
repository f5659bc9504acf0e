// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/terminal/terminalsearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace workspace {

class Look;

/// The field over a terminal's upper right corner that finds a text in its lines: Enter goes to the
/// older hit, Shift+Enter to the newer one, Escape closes it.
class ShellFindBar final : public QWidget
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the bar. Hidden at first.
    ShellFindBar(Look &look, QTermWidget &terminal, QWidget *parent);

    void open();
    /// Hides it; the hit stays selected.
    void close();
    void setZoom(qreal zoom);
    /// Over this part of its parent.
    void place(const QRect &over);
    /// The terminal has other lines now.
    void outputCame();
    const TerminalSearch &search() const { return m_search; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, Qt::ArrowType arrow);
    void applyLook();
    void look(); ///< for what is in the field
    void tell();

    Look &m_look;
    TerminalSearch m_search;
    QLineEdit *m_field;
    QLabel *m_count;
    QTimer m_again; ///< a busy terminal is not searched at every byte
    QRect m_over;
    qreal m_zoom = 1;
};

} // namespace workspace
