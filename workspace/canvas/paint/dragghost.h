// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace workspace {

class Look;

/// What follows the pointer while something is dragged out of a window: its name on a chip. Lets
/// all input through.
class DragGhost final : public QWidget
{
public:
    /// `look` is borrowed and must outlive the ghost.
    DragGhost(Look &look, QWidget *parent);

    /// Empty: nothing is dragged any more. `at` is where the pointer is, in the parent.
    void follow(const QString &text, QPointF at);
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look &m_look;
    QString m_text;
};

} // namespace workspace
