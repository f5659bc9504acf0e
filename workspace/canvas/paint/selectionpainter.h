// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/canvas/scene.h"
#include "workspace/look/look.h"

#include <QImage>

class QPainter;

namespace workspace {

class BoxPainter;

/// Paints what tells which krates are selected, and what a gesture draws while it lasts.
class SelectionPainter
{
public:
    /// Both are borrowed.
    SelectionPainter(const Look &look, BoxPainter &boxes)
        : m_look(look)
        , m_boxes(boxes)
    {
    }

    /// The solid line around a selected krate and the check mark in its corner; device pixels.
    void paintSelected(QPainter &painter, const QRect &rect, int radius, qreal ratio,
                       const QRect &visible);
    /// The rubber band and the guides; logical pixels.
    void paintMarks(QPainter &painter, const GestureMarks &marks, const Camera &camera) const;
    void clear() { m_badge = {}; } ///< after a change of theme

private:
    const QImage &badge(qreal ratio);

    const Look &m_look;
    BoxPainter &m_boxes;
    QImage m_badge;
};

} // namespace workspace
