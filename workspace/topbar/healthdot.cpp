// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topbar/healthdot.h"

#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QIconEngine>
#include <QPainter>

#include <algorithm>

namespace workspace {
namespace {

class MarkEngine final : public QIconEngine
{
public:
    MarkEngine(Mark mark, const QColor &color, const QColor &ground)
        : m_mark(mark)
        , m_color(color)
        , m_ground(ground)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode /*mode*/,
               QIcon::State /*state*/) override
    {
        const qreal side = std::min(rect.width(), rect.height()) * 0.75; // round in any rectangle
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(rect).center());
        paintMark(*painter, m_mark, box, m_color, m_ground);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new MarkEngine(*this); }

private:
    Mark m_mark;
    QColor m_color;
    QColor m_ground;
};

} // namespace

QIcon healthIcon(Health health, const Theme &theme)
{
    return QIcon(new MarkEngine(markOf(health), colorOf(theme, health), theme.panel));
}

QIcon informationIcon(const Theme &theme)
{
    return QIcon(new MarkEngine(Mark::Info, theme.accent, theme.panel));
}

} // namespace workspace
