// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>

class QPainter;

namespace workspace {

struct Theme;

/// A thin painted scroll bar and the offset that it stands for. All lengths are window units.
class ThinScroll
{
public:
    explicit ThinScroll(Qt::Orientation orientation);

    /// The strip that the thumb moves in.
    void setTrack(const QRectF &track) { m_track = track; }
    /// How much there is and how much of it is seen; keeps the offset where possible.
    void setRange(qreal content, qreal viewport);

    qreal offset() const { return m_offset; }
    qreal maximum() const;
    bool setOffset(qreal offset); ///< clamped; returns whether it changed
    bool scrollBy(qreal distance) { return setOffset(m_offset + distance); }
    /// Scrolls no more than needed to see from `begin` to `end`.
    bool reveal(qreal begin, qreal end);

    QRectF thumb() const; ///< empty when there is nothing to scroll
    bool press(QPointF position); ///< takes hold of the thumb, or pages; whether it was used
    bool drag(QPointF position); ///< whether the thumb is held
    void release() { m_held = false; }
    bool hover(QPointF position); ///< whether the look changed
    void paint(QPainter &painter, const Theme &theme) const;

private:
    qreal along(QPointF position) const;

    Qt::Orientation m_orientation;
    QRectF m_track;
    qreal m_content = 0;
    qreal m_viewport = 0;
    qreal m_offset = 0;
    qreal m_grip = 0;
    bool m_held = false;
    bool m_hovered = false;
};

} // namespace workspace
