// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QString>

class QPainter;
class QRectF;

namespace workspace {

class Look;
struct Theme;

/// A person's colour as it can be seen on every ground of the theme: 3:1 at least. The hue stays.
QColor seenColor(const Theme &theme, const QColor &color);
/// Black or white, whichever can be read on `color`: 4.5:1 at least.
QColor inkOn(const QColor &color);

/// A pointer in a person's colour with their name below it. `hotSpot` is where it points at, in
/// logical pixels of the picture.
struct PeerCursor
{
    static constexpr QPointF HotSpot{3, 3};

    static QImage picture(const Look &look, const QString &name, const QColor &color, qreal ratio);
};

/// A round picture of a person: initials on their colour, or a star for oneself.
void paintAvatar(QPainter &painter, const Look &look, const QRectF &rect, const QString &text,
                 const QColor &color);

} // namespace workspace
