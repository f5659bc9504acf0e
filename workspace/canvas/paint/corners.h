// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

#include <compare>
#include <map>

class QPainter;

namespace workspace {

/// How a rounded rectangle looks; in device pixels.
struct BoxStyle
{
    int radius = 0;
    QRgb fill = 0;
    QRgb line = 0;
    int width = 1; ///< the line's
    int dash = 0; ///< how long dashes and the gaps between them are; 0: a plain line

    auto operator<=>(const BoxStyle &) const = default;
};

/// Paints rounded rectangles from small pictures of their corners and lines, which it keeps (2 MiB
/// of corners): paths and dashed pens cost a hundred times more, and wait for Qt's painting
/// threads. Everything is in device pixels, without antialiasing but in the corners.
class BoxPainter
{
public:
    /// The four corners: the fill and the line around it.
    void paintCorners(QPainter &painter, const QRect &rect, const BoxStyle &style);
    /// The lines between the corners, as far as they lie in `visible`.
    void paintEdges(QPainter &painter, const QRect &rect, const BoxStyle &style,
                    const QRect &visible);
    /// Takes away what lies outside the rounded corners of `rect`.
    void cutCorners(QPainter &painter, const QRect &rect, int radius);
    void clear();

private:
    const QImage &cornersOf(const BoxStyle &style);
    const QImage &lineOf(const BoxStyle &style, Qt::Orientation along, int length);
    // A translucent line is a picture too: Qt hands such a fill to other threads and waits for
    // them.
    void paintEdge(QPainter &painter, const QRect &edge, const BoxStyle &style,
                   const QRect &visible);

    std::map<BoxStyle, QImage> m_corners;
    qint64 m_cornerBytes = 0; ///< the pixels of them all
    std::map<std::pair<BoxStyle, bool>, QImage> m_lines;
};

} // namespace workspace
