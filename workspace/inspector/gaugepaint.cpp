// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/gaugepaint.h"

#include "workspace/look/look.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace workspace {

static constexpr qint64 LongestGap = 180'000; // ms: three rounds of the slowest metrics server
static constexpr qint64 ShortestSpan = 120'000; // ms: the first samples do not fill the width

static QColor lineColor(const InspectGauge &gauge, const Theme &theme)
{
    return gauge.isStale ? theme.textFaint : gauge.memory ? theme.info : theme.accent;
}

void paintSparkline(QPainter &painter, const QRectF &box, const InspectGauge &gauge,
                    const Theme &theme)
{
    const auto &points = gauge.points;
    const auto color = lineColor(gauge, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.hover);
    painter.drawRoundedRect(box, Look::RadiusSmall, Look::RadiusSmall);
    const auto highest = std::ranges::max_element(points, {}, &InspectGauge::Point::value)->value;
    const double top = qMax<double>(1, double(highest) * 1.2);
    const qint64 end = points.back().time;
    const double span = double(qMax(ShortestSpan, end - points.front().time));
    const auto at = [&](const InspectGauge::Point &point) {
        return QPointF(box.right() - 3 - double(end - point.time) / span * (box.width() - 6),
                       box.bottom() - 1 - double(point.value) / top * (box.height() - 4));
    };
    for (size_t begin = 0; begin < points.size();) {
        size_t last = begin;
        while (last + 1 < points.size() && points[last + 1].time - points[last].time < LongestGap)
            ++last;
        QPainterPath line(at(points[begin]));
        for (size_t i = begin + 1; i <= last; ++i)
            line.lineTo(at(points[i]));
        auto area = line;
        area.lineTo(at(points[last]).x(), box.bottom() - 1);
        area.lineTo(at(points[begin]).x(), box.bottom() - 1);
        QColor fill = color;
        fill.setAlphaF(0.16F);
        painter.fillPath(area, fill);
        painter.strokePath(line, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        begin = last + 1;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at(points.back()), 2.4, 2.4);
}

void paintUsageBar(QPainter &painter, const QRectF &box, const InspectGauge &gauge,
                   const Theme &theme)
{
    const auto value = double(gauge.points.back().value);
    const auto request = double(gauge.request.value_or(0));
    // With a limit the bar ends there; without, a little beyond what is the most.
    const double whole =
        gauge.limit ? qMax(double(*gauge.limit), value) : qMax(1.0, qMax(request, value) * 1.25);
    const auto xOf = [&](double amount) {
        return box.left() + qBound(0.0, amount / whole, 1.0) * box.width();
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.border);
    painter.drawRoundedRect(box, 2.5, 2.5);
    auto color = lineColor(gauge, theme);
    if (!gauge.isStale && gauge.limit && value > 0.9 * double(*gauge.limit))
        color = theme.warn;
    painter.setBrush(color);
    const qreal end = qMax(box.left() + 3, xOf(value));
    painter.drawRoundedRect(QRectF(box.topLeft(), QPointF(end, box.bottom())), 2.5, 2.5);
    if (gauge.request) {
        const QPointF tip(xOf(request), box.top() - 0.5);
        const QPointF notch[]{tip, tip + QPointF(-3.5, -5), tip + QPointF(3.5, -5)};
        painter.setBrush(theme.textDim);
        painter.drawPolygon(notch, 3);
    }
    if (gauge.limit) {
        painter.setPen(QPen(theme.textDim, 2, Qt::SolidLine, Qt::FlatCap));
        const qreal x = qMin(box.right() - 1, xOf(double(*gauge.limit)));
        painter.drawLine(QPointF(x, box.top() - 3), QPointF(x, box.bottom() + 2));
    }
}

} // namespace workspace
