// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QImage>

#include <functional>

class QPainter;

namespace workspace {

/// What something on the canvas looked like when it was last painted.
struct Picture
{
    QImage image = {};
    qreal scale = 0; ///< device pixels per unit
    QSizeF size = {}; ///< units
    bool dirty = true; ///< what it shows has changed since
    quint64 used = 0; ///< the frame it was last drawn in
    quint64 painted = 0; ///< the frame it was last painted in

    bool fits(QSizeF wantedSize, qreal wantedScale) const
    {
        return !image.isNull() && scale == wantedScale && size == wantedSize;
    }
};

/// Paints pictures until a frame's time is used up.
class PicturePainter
{
public:
    using Paint = std::function<void(QPainter &)>;

    static constexpr qint64 BudgetNs = 4'000'000; ///< a frame

    /// Begins a frame; at least one picture can be painted in it.
    void begin();
    quint64 frame() const { return m_frame; }
    bool hasTime() const;
    /// Paints the picture anew: `paint` gets a painter in units.
    void repaint(Picture &picture, QSizeF size, qreal scale, const Paint &paint);

private:
    QElapsedTimer m_clock;
    quint64 m_frame = 0;
    int m_done = 0;
};

/// Draws the picture with its top left corner at `target.topLeft()` (logical pixels), crisp where
/// it fits and scaled where it is stale. `radius` (logical pixels) says how round the corners are:
/// the rest is copied without blending.
void drawPicture(QPainter &painter, const Picture &picture, const QRectF &target, qreal radius,
                 bool smooth);

} // namespace workspace
