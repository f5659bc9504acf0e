// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QImage>

#include <functional>

class QPainter;

namespace workspace {

/// A key or gesture and what it does, for people.
struct Hint
{
    QString keys = {}; ///< may be empty: then the text stands alone
    QString text = {};

    bool operator==(const Hint &) const = default;
};

/// What floats over the yard besides the minimap: the zoom pill, the hints, and the words that
/// greet in an empty yard.
class Overlays
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Overlays)

public:
    enum class Button { None, ZoomOut, Level, ZoomIn, Fit };

    Overlays(const CanvasScene &scene, const Look &look);

    QRectF pill() const; ///< on screen, bottom left
    Button buttonAt(QPointF screen) const;
    QRectF rectOf(Button button) const; ///< on screen

    /// What the bar tells; nothing: there is none.
    void setHints(const std::vector<Hint> &hints);
    QRectF hintStrip() const; ///< where the bar is, on screen; empty: there is no room for it

    /// What of them lies in `visible`, on screen.
    void paint(QPainter &painter, const QRectF &visible, Button hovered);
    void setDirty(); ///< after a change of theme

private:
    /// What was painted last, and for what.
    struct Cached
    {
        QImage image = {};
        QString key = {};
    };

    void paintCached(QPainter &painter, Cached &cached, const QRectF &rect, const QString &key,
                     const std::function<void(QPainter &)> &paint) const;
    void paintPill(QPainter &painter, Button hovered) const;
    void paintHints(QPainter &painter) const;
    void paintWelcome(QPainter &painter) const;
    qreal paintKey(QPainter &painter, QPointF leftMiddle, const QString &key) const;

    const CanvasScene &m_scene;
    const Look &m_look;
    std::vector<Hint> m_shown;
    Cached m_pill;
    Cached m_hints;
};

} // namespace workspace
