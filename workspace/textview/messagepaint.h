// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace workspace {

class Look;

/// What a window says instead of its content: loading, empty, forbidden.
struct Message
{
    enum class Tone { Quiet, Warn, Error };

    Tone tone = Tone::Quiet;
    QString title = {};
    QString text = {}; ///< what it means and what to do; wrapped
};

/// Paints a message in the middle of `area`.
void paintMessage(QPainter &painter, const QRectF &area, const Look &look, const Message &message);

} // namespace workspace
