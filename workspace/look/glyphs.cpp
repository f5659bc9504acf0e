// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/glyphs.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace workspace {

Glyph glyphForKind(const QString &kind)
{
    static const QHash<QString, Glyph> glyphs{
        {u"Pod"_s, Glyph::Pod},
        {u"Deployment"_s, Glyph::Deployment},
        {u"ReplicaSet"_s, Glyph::ReplicaSet},
        {u"StatefulSet"_s, Glyph::StatefulSet},
        {u"DaemonSet"_s, Glyph::DaemonSet},
        {u"Job"_s, Glyph::Job},
        {u"CronJob"_s, Glyph::CronJob},
        {u"Service"_s, Glyph::Service},
        {u"Ingress"_s, Glyph::Ingress},
        {u"ConfigMap"_s, Glyph::ConfigMap},
        {u"Secret"_s, Glyph::Secret},
        {u"PersistentVolumeClaim"_s, Glyph::PersistentVolumeClaim},
        {u"PersistentVolume"_s, Glyph::PersistentVolume},
        {u"Node"_s, Glyph::Node},
        {u"Namespace"_s, Glyph::Namespace},
        {u"Event"_s, Glyph::Event},
        {u"Release"_s, Glyph::Release},
    };
    return glyphs.value(kind, Glyph::CustomResource);
}

namespace {

/// A path on the 16-unit grid, written like a drawing.
class Drawing
{
public:
    Drawing &line(qreal x1, qreal y1, qreal x2, qreal y2)
    {
        m_path.moveTo(x1, y1);
        m_path.lineTo(x2, y2);
        return *this;
    }
    Drawing &poly(std::initializer_list<QPointF> points, bool closed = false)
    {
        QPolygonF polygon(points);
        if (closed)
            polygon.append(polygon.first());
        m_path.addPolygon(polygon);
        return *this;
    }
    Drawing &box(qreal x, qreal y, qreal width, qreal height, qreal radius = 1.5)
    {
        m_path.addRoundedRect(QRectF(x, y, width, height), radius, radius);
        return *this;
    }
    Drawing &circle(qreal x, qreal y, qreal radius)
    {
        m_path.addEllipse(QPointF(x, y), radius, radius);
        return *this;
    }
    Drawing &arc(qreal x, qreal y, qreal radius, qreal start, qreal sweep)
    {
        const QRectF around(x - radius, y - radius, 2 * radius, 2 * radius);
        m_path.arcMoveTo(around, start);
        m_path.arcTo(around, start, sweep);
        return *this;
    }
    Drawing &hexagon(qreal x, qreal y, qreal radius)
    {
        QPolygonF polygon;
        for (int corner = 0; corner <= 6; ++corner) {
            const qreal angle = (corner * 60 + 30) * std::numbers::pi / 180;
            polygon.append({x + radius * std::cos(angle), y + radius * std::sin(angle)});
        }
        m_path.addPolygon(polygon);
        return *this;
    }
    Drawing &disk(qreal x, qreal y, qreal width, qreal height) // a cylinder seen from the side
    {
        const qreal lid = 2;
        m_path.addEllipse(QRectF(x, y, width, 2 * lid));
        m_path.moveTo(x, y + lid);
        m_path.lineTo(x, y + height - lid);
        m_path.arcTo(QRectF(x, y + height - 2 * lid, width, 2 * lid), 180, 180);
        m_path.lineTo(x + width, y + lid);
        return *this;
    }
    operator QPainterPath() const { return m_path; }

private:
    QPainterPath m_path;
};

} // namespace

static QPainterPath drawingOfKind(Glyph glyph)
{
    Drawing d;
    switch (glyph) {
    case Glyph::Pod: return d.hexagon(8, 8, 6.2).circle(8, 8, 2);
    case Glyph::Deployment:
        return d.arc(8, 8, 5.6, 70, 250)
            .poly({{7.4, 0.6}, {10, 2.6}, {7.6, 4.8}})
            .circle(8, 8, 1.6);
    case Glyph::ReplicaSet: return d.box(2, 5, 9, 9).poly({{5, 2}, {14, 2}, {14, 11}});
    case Glyph::StatefulSet:
        return d.box(2.5, 2, 11, 5).box(2.5, 9, 11, 5).line(5, 4.5, 6, 4.5).line(5, 11.5, 6, 11.5);
    case Glyph::DaemonSet:
        return d.circle(8, 8, 2.4)
            .line(8, 1.5, 8, 4)
            .line(8, 12, 8, 14.5)
            .line(1.5, 8, 4, 8)
            .line(12, 8, 14.5, 8)
            .line(3.6, 3.6, 5.2, 5.2)
            .line(10.8, 10.8, 12.4, 12.4)
            .line(12.4, 3.6, 10.8, 5.2)
            .line(5.2, 10.8, 3.6, 12.4);
    case Glyph::Job:
        return d.box(2, 5, 12, 9).poly({{6, 5}, {6, 2.5}, {10, 2.5}, {10, 5}}).line(2, 9, 14, 9);
    case Glyph::CronJob: return d.circle(8, 8, 6).poly({{8, 4.5}, {8, 8}, {10.6, 9.8}});
    case Glyph::Service:
        return d.circle(8, 3.4, 1.9)
            .circle(3.4, 12.4, 1.9)
            .circle(12.6, 12.4, 1.9)
            .line(7.2, 5.2, 4.3, 10.7)
            .line(8.8, 5.2, 11.7, 10.7);
    case Glyph::Ingress:
        return d.line(1.5, 8, 9, 8)
            .poly({{6, 5}, {9, 8}, {6, 11}})
            .poly({{9, 2}, {14, 2}, {14, 14}, {9, 14}});
    case Glyph::ConfigMap:
        return d.line(2, 4.5, 14, 4.5)
            .line(2, 11.5, 14, 11.5)
            .circle(6, 4.5, 1.8)
            .circle(10.5, 11.5, 1.8);
    case Glyph::Secret: return d.box(3, 7, 10, 7).arc(8, 7, 3, 0, 180).line(8, 9.8, 8, 11.4);
    case Glyph::PersistentVolumeClaim:
        return d.disk(2.5, 1.5, 11, 9)
            .line(8, 12.2, 8, 15)
            .poly({{6, 13.4}, {8, 15.2}, {10, 13.4}});
    case Glyph::PersistentVolume: return d.disk(2.5, 2, 11, 12);
    case Glyph::Node: return d.box(2, 2.5, 12, 8).line(8, 10.5, 8, 13.5).line(5, 13.5, 11, 13.5);
    case Glyph::Namespace:
        return d.poly({{5, 2}, {2, 2}, {2, 14}, {5, 14}})
            .poly({{11, 2}, {14, 2}, {14, 14}, {11, 14}})
            .box(6, 6, 4, 4, 1);
    case Glyph::Event:
        return d.poly({{9, 1.5}, {3.5, 9}, {7.5, 9}, {6.5, 14.5}, {12.5, 6.6}, {8.4, 6.6}}, true);
    default:
        return d.box(2, 2, 5, 5)
            .box(9, 2, 5, 5)
            .box(2, 9, 5, 5)
            .poly({{11.5, 9}, {14, 11.5}, {11.5, 14}, {9, 11.5}}, true);
    }
}

static QPainterPath drawingOf(Glyph glyph)
{
    Drawing d;
    switch (glyph) {
    case Glyph::Yaml:
        return d.poly({{6, 2.5}, {4.2, 2.5}, {4.2, 7}, {2.6, 8}, {4.2, 9}, {4.2, 13.5}, {6, 13.5}})
            .poly({{10, 2.5},
                   {11.8, 2.5},
                   {11.8, 7},
                   {13.4, 8},
                   {11.8, 9},
                   {11.8, 13.5},
                   {10, 13.5}});
    case Glyph::Describe:
        return d.box(2.5, 2, 11, 12).line(5, 5.4, 11, 5.4).line(5, 8, 11, 8).line(5, 10.6, 9, 10.6);
    case Glyph::Logs:
        return d.line(2, 3.5, 14, 3.5)
            .line(2, 6.5, 10, 6.5)
            .line(2, 9.5, 12.5, 9.5)
            .line(2, 12.5, 7, 12.5);
    case Glyph::Shell:
        return d.box(1.5, 2.5, 13, 11)
            .poly({{4.4, 6}, {6.6, 8}, {4.4, 10}})
            .line(8, 10.4, 11, 10.4);
    case Glyph::Changes: // a clock that looks back
        return d.arc(8, 8.3, 5.6, -60, 300)
            .poly({{2.2, 2.6}, {2.9, 5.6}, {5.9, 5}})
            .line(8, 5.2, 8, 8.6)
            .line(8, 8.6, 10.4, 9.8);
    case Glyph::Inspect: // cards
        return d.box(2, 2.5, 12, 4.5).box(2, 9, 5, 4.5).box(9, 9, 5, 4.5);
    case Glyph::List:
        return d.line(6, 4, 14, 4)
            .line(6, 8, 14, 8)
            .line(6, 12, 14, 12)
            .circle(2.8, 4, 0.6)
            .circle(2.8, 8, 0.6)
            .circle(2.8, 12, 0.6);
    case Glyph::Values: // three sliders
        return d.line(2.5, 4, 13.5, 4)
            .line(2.5, 8, 13.5, 8)
            .line(2.5, 12, 13.5, 12)
            .circle(5, 4, 1.4)
            .circle(10.5, 8, 1.4)
            .circle(6.5, 12, 1.4);
    case Glyph::Topology: // one leads to two
        return d.box(1.8, 6, 4, 4)
            .box(10.2, 1.8, 4, 4)
            .box(10.2, 10.2, 4, 4)
            .poly({{5.8, 8}, {8, 8}, {8, 3.8}, {10.2, 3.8}})
            .poly({{8, 8}, {8, 12.2}, {10.2, 12.2}});
    case Glyph::Release: // a helm: a ring with spokes
        return d.circle(8, 8, 4)
            .line(8, 1.6, 8, 6)
            .line(8, 10, 8, 14.4)
            .line(1.6, 8, 6, 8)
            .line(10, 8, 14.4, 8)
            .line(3.5, 3.5, 6.5, 6.5)
            .line(9.5, 9.5, 12.5, 12.5)
            .line(12.5, 3.5, 9.5, 6.5)
            .line(6.5, 9.5, 3.5, 12.5);
    case Glyph::Close: return d.line(4, 4, 12, 12).line(12, 4, 4, 12);
    case Glyph::Minimise: return d.line(3.5, 11.5, 12.5, 11.5);
    case Glyph::Expand:
        return d.poly({{9.5, 3}, {13, 3}, {13, 6.5}})
            .poly({{6.5, 13}, {3, 13}, {3, 9.5}})
            .line(13, 3, 9.2, 6.8)
            .line(3, 13, 6.8, 9.2);
    case Glyph::Plus: return d.line(8, 3.5, 8, 12.5).line(3.5, 8, 12.5, 8);
    case Glyph::Minus: return d.line(3.5, 8, 12.5, 8);
    case Glyph::Fit:
        return d.poly({{2.5, 6}, {2.5, 2.5}, {6, 2.5}})
            .poly({{10, 2.5}, {13.5, 2.5}, {13.5, 6}})
            .poly({{13.5, 10}, {13.5, 13.5}, {10, 13.5}})
            .poly({{6, 13.5}, {2.5, 13.5}, {2.5, 10}});
    case Glyph::Search: return d.circle(7, 7, 4.4).line(10.3, 10.3, 14, 14);
    case Glyph::Pin: // a pin that leans
        return d.poly({{9.5, 2}, {14, 6.5}})
            .poly({{10.4, 3}, {6.6, 6.8}, {3.6, 7.4}, {8.6, 12.4}, {9.2, 9.4}, {13, 5.6}})
            .line(6, 10, 2.2, 13.8);
    case Glyph::Pinned: // one that stands
        return d.line(4.8, 2, 11.2, 2)
            .poly({{6, 2}, {6, 7}, {3.6, 9.6}, {12.4, 9.6}, {10, 7}, {10, 2}})
            .line(8, 9.6, 8, 14.4)
            .line(8, 3.4, 8, 8)
            .line(6.6, 8.2, 9.4, 8.2);
    case Glyph::Detach: // an arrow out of a box
        return d.poly({{8, 3.5}, {3, 3.5}, {3, 13}, {12.5, 13}, {12.5, 8}})
            .poly({{9.8, 2.5}, {13.5, 2.5}, {13.5, 6.2}})
            .line(13.5, 2.5, 7.6, 8.4);
    case Glyph::BringBack: // and into it
        return d.poly({{8, 3.5}, {3, 3.5}, {3, 13}, {12.5, 13}, {12.5, 8}})
            .poly({{7.6, 4.7}, {7.6, 8.4}, {11.3, 8.4}})
            .line(7.6, 8.4, 13.5, 2.5);
    case Glyph::Restore:
        return d.poly({{13, 6.7}, {9.3, 6.7}, {9.3, 3}})
            .poly({{3, 9.3}, {6.7, 9.3}, {6.7, 13}})
            .line(13, 3, 9.3, 6.7)
            .line(3, 13, 6.7, 9.3);
    case Glyph::More: return d.circle(3.5, 8, 0.8).circle(8, 8, 0.8).circle(12.5, 8, 0.8);
    default: return drawingOfKind(glyph);
    }
}

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &color)
{
    static constexpr int Count = int(Glyph::More) + 1;
    static const auto drawings = [] {
        std::array<QPainterPath, Count> all;
        for (int i = 0; i < Count; ++i)
            all[size_t(i)] = drawingOf(Glyph(i));
        return all;
    }();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(QPen(color, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(drawings[size_t(glyph)]);
    painter.restore();
}

void paintMark(QPainter &painter, Mark mark, const QRectF &rect, const QColor &color,
               const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 12, rect.height() / 12);
    const QPen cut(ground, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Ring:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.8));
        painter.drawEllipse(QPointF(6, 6), 4.4, 4.4);
        break;
    case Mark::Check:
        painter.drawEllipse(QPointF(6, 6), 6, 6);
        painter.setPen(cut);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{3.4, 6.3}, {5.2, 8}, {8.6, 4.2}}));
        break;
    case Mark::Clock:
        painter.drawEllipse(QPointF(6, 6), 6, 6);
        painter.setPen(cut);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{6, 3}, {6, 6.2}, {8.2, 7.4}}));
        break;
    case Mark::Triangle:
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF({{6, 1}, {11.2, 10.8}, {0.8, 10.8}}));
        painter.setPen(cut);
        painter.drawLine(QPointF(6, 4.4), QPointF(6, 7));
        painter.drawPoint(QPointF(6, 9.3));
        break;
    case Mark::Cross:
        painter.drawRoundedRect(QRectF(0.4, 0.4, 11.2, 11.2), 3, 3);
        painter.setPen(cut);
        painter.drawLine(QPointF(3.8, 3.8), QPointF(8.2, 8.2));
        painter.drawLine(QPointF(8.2, 3.8), QPointF(3.8, 8.2));
        break;
    }
    painter.restore();
}

} // namespace workspace
