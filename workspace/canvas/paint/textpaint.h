// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace workspace {

/// Draws one line of text, cut with an ellipsis where it does not fit; vertically centred.
/// Returns the width it took.
qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
               const QColor &color, Qt::Alignment align = Qt::AlignLeft);

/// How wide `text` is in one line.
qreal lineWidth(const QString &text, const QFont &font);

} // namespace workspace
