// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace workspace {

// The small signs of the shell's bar, about 12 units wide around `center`.
void drawFindIcon(QPainter &painter, QPointF center, const QColor &color);
void drawBroadcastIcon(QPainter &painter, QPointF center, const QColor &color);
void drawRecordIcon(QPainter &painter, QPointF center, const QColor &color, bool on);
void drawBellIcon(QPainter &painter, QPointF center, const QColor &color);

} // namespace workspace
