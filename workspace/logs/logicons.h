// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace workspace {

// The small signs of the log's tool bar, about 12 units wide around `center`.
void drawTimelineIcon(QPainter &painter, QPointF center, const QColor &color);
void drawMoreIcon(QPainter &painter, QPointF center, const QColor &color);
void drawFilterIcon(QPainter &painter, QPointF center, const QColor &color);
void drawWrapIcon(QPainter &painter, QPointF center, const QColor &color);
void drawClockIcon(QPainter &painter, QPointF center, const QColor &color);
void drawPreviousIcon(QPainter &painter, QPointF center, const QColor &color);
void drawPauseIcon(QPainter &painter, QPointF center, const QColor &color);
void drawPlayIcon(QPainter &painter, QPointF center, const QColor &color);
void drawChevron(QPainter &painter, QPointF center, const QColor &color);
void drawDownArrow(QPainter &painter, QPointF center, const QColor &color);

} // namespace workspace
