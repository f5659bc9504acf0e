// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/inspector/inspection.h"

#include <QFont>
#include <QRectF>

namespace workspace {

class GlyphCache;
class Look;

/// The types that an inspection is set in.
enum class InspectFont { Title, Note, Heading, Label, Value, Mono, Source };
QFont inspectFont(const Look &look, InspectFont font);

/// A line of text, placed. Coordinates are window units from the top of the whole page.
struct PlacedText
{
    QPointF baseline = {};
    QString text = {};
    qreal width = 0; ///< it is cut to this
    InspectFont font = InspectFont::Value;
    TextTone tone = TextTone::Plain;
    int hot = -1; ///< index into PlacedInspection::hots: underlined while hovered
};

struct PlacedMark
{
    QRectF box = {};
    std::optional<kube::Health> health = {}; ///< none: a risk
};

struct PlacedBar
{
    QRectF box = {};
    double share = 0;
    TextTone tone = TextTone::Ok;
};

struct PlacedGauge
{
    QRectF spark = {};
    QRectF bar = {}; ///< empty where nothing bounds it
    InspectGauge gauge = {};
};

/// What can be clicked.
struct PlacedHot
{
    QRectF box = {};
    InspectAction action = {};
};

/// An inspection as it is to be painted.
struct PlacedInspection
{
    std::vector<QRectF> cards = {};
    std::vector<QRectF> rules = {}; ///< lines between the parts of a card, 1 unit high
    std::vector<QRectF> chips = {};
    std::vector<PlacedText> texts = {};
    std::vector<PlacedMark> marks = {};
    std::vector<PlacedBar> bars = {};
    std::vector<PlacedGauge> gauges = {};
    std::vector<PlacedHot> hots = {};
    qreal height = 0;
};

/// Places an inspection on a page of this width: cards in one column, or in several where there is
/// room.
PlacedInspection place(const Inspection &inspection, qreal width, const Look &look,
                       GlyphCache &glyphs);

} // namespace workspace
