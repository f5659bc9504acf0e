// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QRectF>

class QEvent;
class QPainter;

namespace workspace {

/// A part that is painted and takes mapped input: shown by a PaneHost in a dialog, or by a
/// WindowContent on the canvas, which hands on what it is given. Coordinates are window units with
/// the pane's top left corner at 0,0. GUI thread.
class PaintedPane : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void setSize(QSizeF size) = 0;
    virtual void paint(QPainter &painter, bool focused) = 0;
    /// Returns whether the event was used.
    virtual bool handleInput(QEvent &event) = 0;
    virtual Qt::CursorShape cursorAt(QPointF position) const = 0;
    /// What a screen reader says of it, in short.
    virtual QString accessibleText() const = 0;

Q_SIGNALS:
    void updated(); ///< the picture is out of date
};

} // namespace workspace
