// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QRegion>

#include <map>
#include <vector>

class QPainter;

namespace workspace {

class Camera;
struct Theme;

/// The yard's ground with its two layers of lines, 34 and 170 units apart; also under a tint, as
/// the frames of krates have it. Everything here is in device pixels.
///
/// A few rows of pixels are made once a frame and copied: lines drawn one by one cost many times
/// more, and brushes make Qt hand rows to other threads and wait for them.
class Grid
{
public:
    /// Begins a frame: `width` is that of the screen.
    void begin(const Camera &camera, const Theme &theme, int width, qreal ratio);
    /// Fills `rect` with ground and lines, all under `tint`; overwrites what is there.
    void paint(QPainter &painter, const QRect &rect, const QColor &tint = QColor(0, 0, 0, 0));

private:
    /// The looks of one tint: rows between lines, and along a fine and a coarse line.
    struct Rows
    {
        QImage between;
        QImage fine;
        QColor coarse;
        QColor plain; ///< beyond the world
    };

    const Rows &rowsFor(const QColor &tint);
    QImage rows(int count, const QColor &ground, const QColor &tint) const;

    std::map<QRgb, Rows> m_rows;
    std::vector<int> m_fineX;
    std::vector<int> m_coarseX;
    std::vector<int> m_fineY;
    std::vector<int> m_coarseY;
    QRect m_world; ///< where there are lines
    QColor m_ground;
    QColor m_fine;
    QColor m_coarse;
    int m_width = 0;
    int m_line = 1; ///< how thick a line is
};

} // namespace workspace
