// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"

#include <QPointer>
#include <QWidget>

namespace workspace {

class CanvasInput;

/// Puts the live widget of the window a person works in (a terminal) over its picture, at the size
/// the zoom asks for, and takes it away again. At most one is shown.
///
/// It looks at the widget's events first: Space and a drag pan the yard even here, and Ctrl with
/// the wheel zooms. A Space that began no drag reaches the widget when it is let go, or before the
/// next key.
class LiveLayer : public QObject
{
    Q_OBJECT

public:
    static constexpr qreal NearEnough = 0.5; ///< the lowest zoom with live widgets

    /// All are borrowed and must outlive the layer.
    LiveLayer(QWidget &canvas, CanvasScene &scene, CanvasInput &input, QObject *parent = nullptr);
    ~LiveLayer() override;

    /// Shows, moves or hides the widget, after the focus or the camera changed.
    void update();
    QWidget *shown() const { return m_widget; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const WindowPlace &place, QWidget *widget);
    void hide();
    void place(const WindowPlace &place);
    bool filterKey(QObject *watched, QEvent *event);
    bool filterPointer(QWidget *watched, QEvent *event);
    void deliverSpace(QObject *receiver);

    QWidget &m_canvas;
    CanvasScene &m_scene;
    CanvasInput &m_input;
    QPointer<QWidget> m_widget;
    QPointer<WindowContent> m_content;
    qreal m_scale = 0;
    bool m_isShown = false; ///< the widget may be gone since
    bool m_delivering = false;
};

} // namespace workspace
