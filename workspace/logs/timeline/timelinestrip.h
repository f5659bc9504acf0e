// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/timeline.h"
#include "workspace/textview/glyphcache.h"

#include <QCoreApplication>
#include <QRectF>

#include <optional>

class QPainter;

namespace workspace {

class Look;

/// The painted strip that shows when a log's lines were written: a bar for each span of time, its
/// levels stacked, marks as ticks, what is in view and the chosen range. Dragging chooses a range.
class TimelineStrip
{
    Q_DECLARE_TR_FUNCTIONS(workspace::TimelineStrip)

public:
    static constexpr qreal Height = 46;
    static constexpr int BarWidth = 4;

    using Range = std::pair<qint64, qint64>; ///< first and last nanosecond

    void setArea(const QRectF &area) { m_area = area; }
    const QRectF &area() const { return m_area; }
    /// How many spans fit.
    int buckets() const;
    void setTimeline(logstore::Timeline timeline);
    const logstore::Timeline &timeline() const { return m_timeline; }
    void setView(Range view) { m_view = view; }
    void setRange(std::optional<Range> range) { m_range = range; }

    void paint(QPainter &painter, const Look &look);

    /// The button goes down, moves with it held, and up. What release() gives back is a range, or
    /// the same time twice for a click.
    bool press(QPointF at);
    bool drag(QPointF at);
    std::optional<Range> release();
    bool hover(QPointF at); ///< whether the look changed
    bool isDragging() const { return m_from.has_value(); }

    qint64 timeAt(qreal x) const;
    qreal xOf(qint64 time) const;
    /// For people: the span under the pointer and what is in it.
    QString hint(QPointF at) const;

private:
    QRectF bars() const;
    void paintBars(QPainter &painter, const Look &look);
    void paintLabels(QPainter &painter, const Look &look);
    void paintSpan(QPainter &painter, const Look &look, Range range);

    QRectF m_area;
    logstore::Timeline m_timeline;
    Range m_view{logstore::NoTime, logstore::NoTime};
    std::optional<Range> m_range;
    std::optional<qreal> m_from; ///< where the button went down
    qreal m_to = 0;
    QPointF m_pointer{-1, -1};
    GlyphCache m_glyphs;
};

} // namespace workspace
