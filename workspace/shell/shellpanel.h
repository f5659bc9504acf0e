// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/overlaypanel.h"

class QHBoxLayout;
class QPushButton;

namespace workspace {

/// A question over a terminal: what it is about, and two buttons. While it is open the terminal
/// gets no keys. Derived ones say what they ask; the button that acts calls act().
class ShellPanel : public OverlayPanel
{
    Q_OBJECT

public:
    void dismiss();
    /// Gives the keyboard back to it.
    void takeKeys();

protected:
    ShellPanel(Look &look, int width, QWidget *parent);

    virtual void act() = 0;
    void back() override { dismiss(); }
    QPen frame() const override;
    void showEvent(QShowEvent *event) override;

    /// At the end of the column. A danger's button does not have the focus, and its frame is red.
    void addButtons(const QString &what);
    void setDanger(bool danger);
    void setActing(const QString &what);
    void open(QWidget *focus = nullptr);
    QPushButton &acting() { return *m_act; }

private:
    QPushButton *m_act;
    QPushButton *m_cancel;
    bool m_danger = false;
};

} // namespace workspace
