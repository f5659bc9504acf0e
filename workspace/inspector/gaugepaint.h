// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/inspector/inspection.h"

#include <QRectF>

class QPainter;

namespace workspace {

struct Theme;

/// Paints the figures of the last minutes as a line over a tinted ground, from zero to a little
/// above the highest. Samples that are missing for longer leave a gap.
void paintSparkline(QPainter &painter, const QRectF &box, const InspectGauge &gauge,
                    const Theme &theme);
/// Paints how much of the limit is used, with a notch for the request and a stroke for the limit:
/// told apart by their form, not by their colour alone.
void paintUsageBar(QPainter &painter, const QRectF &box, const InspectGauge &gauge,
                   const Theme &theme);

} // namespace workspace
