// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPen>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace workspace {

class Look;

/// A framed box over its parent, as wide as wished and as high as what it holds, which stays inside
/// when the parent shrinks. Escape goes back; no key falls through to what lies under it. GUI
/// thread only.
class OverlayPanel : public QWidget
{
    Q_OBJECT

Q_SIGNALS:
    void closed();

protected:
    /// `look` is borrowed and must outlive the panel. `width` is in device independent pixels.
    OverlayPanel(Look &look, int width, QWidget *parent);

    Look &look() const { return m_look; }
    QVBoxLayout &column() { return *m_column; }
    /// The heading, in the heading's font; who derives puts it into the column.
    QLabel &title() { return *m_title; }
    void setWishedWidth(int width) { m_width = width; }
    void place();
    /// Hides it, gives the keyboard back to the parent, and tells.
    void leave();

    virtual void back() = 0;
    virtual QPen frame() const;

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyLook();

    Look &m_look;
    int m_width;
    QVBoxLayout *m_column;
    QLabel *m_title;
};

} // namespace workspace
