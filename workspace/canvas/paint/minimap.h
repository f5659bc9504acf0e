// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/look.h"

#include <QImage>

class QPainter;

namespace workspace {

/// The whole yard in the bottom right corner: krates in their colour and what is seen of it.
class Minimap
{
public:
    static constexpr QSizeF Size{180, 120};

    Minimap(const CanvasScene &scene, const Look &look);

    QRectF rect() const; ///< on screen
    QPointF toWorld(QPointF screen) const;
    QPointF fromWorld(QPointF world) const; ///< on screen
    const KrateItem *krateAt(QPointF screen) const; ///< with a little slack: krates are tiny here

    void setDirty() { m_dirty = true; }
    void paint(QPainter &painter);
    /// The name of a krate the pointer is over, above the map.
    void paintName(QPainter &painter, const KrateItem &item) const;

private:
    QRectF onMap(const QRectF &world) const; ///< relative to the map's corner
    void repaint(qreal ratio);
    void paintSelected(QPainter &painter, const QRect &krate) const;

    const CanvasScene &m_scene;
    const Look &m_look;
    QImage m_image;
    bool m_dirty = true;
};

} // namespace workspace
