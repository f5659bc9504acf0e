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
    QImage half = {}; ///< the same at half the scale, for a zoom far below
    QRect halfBehind = {}; ///< where the half lacks what the image shows, in the image's pixels
    qreal scale = 0; ///< device pixels per unit
    QSizeF size = {}; ///< units
    bool dirty = true; ///< what it shows has changed since
    quint64 used = 0; ///< the frame it was last drawn in
    quint64 painted = 0; ///< the frame it was last painted in

    /// Whether it was painted for this size and scale.
    bool fits(QSizeF wantedSize, qreal wantedScale) const;
    bool hasSize(QSizeF wantedSize) const;
    /// The image to draw at this width: the one that is nearest, not much smaller.
    const QImage &imageFor(int width) const;
    qint64 bytes() const { return image.sizeInBytes() + half.sizeInBytes(); }
};

/// Paints pictures until a frame's time is used up.
class PicturePainter
{
public:
    static constexpr qint64 BudgetNs = 4'000'000; ///< a frame
    /// A frame in which everything moves, and all of it has to be drawn anew.
    static constexpr qint64 MovingBudgetNs = 800'000;
    static constexpr int MostRests = 2; ///< frames in a row that paint no picture

    /// Begins a frame. With a budget at least one picture can be painted in it. A frame without
    /// one, because drawing alone takes its time, leaves pictures to the next; not often in a row.
    void begin(qint64 budget = BudgetNs);
    quint64 frame() const { return m_frame; }
    /// Nobody zooms now: halves wait until catchUp(). Until then the image stands in for its half.
    void setCalm(bool isCalm) { m_isCalm = isCalm; }
    bool isCalm() const { return m_isCalm; }
    static void catchUp(Picture &picture);
    /// Whether another picture like the last ones can be painted.
    bool hasTime() const;
    /// Paints the picture anew: `paint` gets a painter in units, and the size on whole pixels.
    void repaint(Picture &picture, QSizeF size, qreal scale,
                 const std::function<void(QPainter &, QSizeF)> &paint);
    /// Paints over what the picture shows, no more than `part` of it in units; empty: anywhere.
    void touchUp(Picture &picture, const QRectF &part,
                 const std::function<void(QPainter &, QSizeF)> &paint);

private:
    void took(qint64 begin);
    void halve(Picture &picture, const QRect &changed) const;

    QElapsedTimer m_clock;
    quint64 m_frame = 0;
    qint64 m_budget = BudgetNs;
    qint64 m_usual = 0; ///< what one picture took lately, in nanoseconds
    int m_done = 0;
    int m_rests = 0;
    bool m_isCalm = false;
};

/// Where the picture goes in device pixels: on whole ones, so that one that fits is copied.
QRect pixelsOf(const Picture &picture, const QRectF &target, qreal ratio);

/// The part of `pixels` that a picture with round corners of `radius` device pixels covers fully.
QRect solidPart(const QRect &pixels, int radius);

/// Draws the picture into `pixels`, resampled without smoothing where it was painted for another
/// zoom. The painter is in device pixels and not antialiased. What lies between the corners of
/// `radius` is copied without blending; a negative radius: all is blended.
void drawPicture(QPainter &painter, const Picture &picture, const QRect &pixels, int radius);

} // namespace workspace
