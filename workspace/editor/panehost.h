// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace workspace {

class Look;
class PaintedPane;

/// Shows a painted pane in a widget and hands it the widget's events.
class PaneHost : public QWidget
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the host. An heir that has the pane as a member calls
    /// watch() when it is made.
    PaneHost(PaintedPane &pane, Look &look, QWidget *parent = nullptr);

    qreal zoom() const { return m_zoom; }
    /// 1 is the size of the canvas at zoom 1: the pane is painted so much larger.
    void setZoom(qreal zoom);

    QSize sizeHint() const override { return {820, 480}; }
    QSize minimumSizeHint() const override { return {320, 160}; }

    void watch(); ///< follows the pane from now on

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool hand(QEvent &event);

    PaintedPane &m_pane;
    Look &m_look;
    qreal m_zoom = 1;
};

} // namespace workspace
