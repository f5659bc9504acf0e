// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/freshness.h"

#include "workspace/collection/sortkey.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

using Freshness = WindowContent::Freshness;

struct FreshnessTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Freshness)
};

QString wordOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Loading: return FreshnessTr::tr("Loading");
    case Freshness::Live: return FreshnessTr::tr("Live");
    case Freshness::Stale: return FreshnessTr::tr("Stale");
    case Freshness::Failed: return FreshnessTr::tr("Failed");
    case Freshness::Ended: return FreshnessTr::tr("Ended");
    }
    Q_UNREACHABLE_RETURN({});
}

QString ageOf(const WindowContent &content, const QDateTime &leftBehind)
{
    if (content.freshness() != Freshness::Stale)
        return {};
    const auto known = content.lastHeard();
    const auto heard = known.isValid() ? known : leftBehind;
    if (!heard.isValid())
        return {};
    return ageText(std::max<qint64>(0, heard.secsTo(QDateTime::currentDateTimeUtc())));
}

QString lineOf(const WindowContent &content, const QDateTime &leftBehind)
{
    const auto freshness = content.freshness();
    if (freshness == Freshness::Failed) // its sentence is what the window shows
        return wordOf(freshness);
    const auto age = ageOf(content, leftBehind);
    if (age == ageText(0))
        return wordOf(freshness);
    if (!age.isEmpty())
        return FreshnessTr::tr("Stale · heard %1 ago").arg(age);
    const auto own = content.statusText();
    return own.isEmpty() ? wordOf(freshness) : own;
}

static QColor colorOf(Freshness freshness, const Theme &theme)
{
    switch (freshness) {
    case Freshness::Loading: return theme.info;
    case Freshness::Live: return theme.ok;
    case Freshness::Stale: return theme.warn;
    case Freshness::Failed: return theme.error;
    case Freshness::Ended: return theme.textFaint;
    }
    Q_UNREACHABLE_RETURN({});
}

void paintFreshness(QPainter &painter, Freshness freshness, const QRectF &rect, const Theme &theme)
{
    const QColor color = colorOf(freshness, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 8, rect.height() / 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPen line(color, 1.7, Qt::SolidLine, Qt::RoundCap);
    switch (freshness) {
    case Freshness::Live: painter.drawEllipse(QPointF(4, 4), 3.3, 3.3); break;
    case Freshness::Stale: painter.drawPolygon(QPolygonF({{4, 0.4}, {8, 7.4}, {0, 7.4}})); break;
    case Freshness::Ended: painter.drawRect(QRectF(0.4, 2.8, 7.2, 2.4)); break;
    case Freshness::Loading:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(line);
        painter.drawArc(QRectF(1, 1, 6, 6), 60 * 16, 270 * 16);
        break;
    case Freshness::Failed:
        painter.setPen(line);
        painter.drawLine(QPointF(1.2, 1.2), QPointF(6.8, 6.8));
        painter.drawLine(QPointF(6.8, 1.2), QPointF(1.2, 6.8));
        break;
    }
    painter.restore();
}

} // namespace workspace
