// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"
#include "kube/metrics/usagehistory.h"
#include "workspace/textview/textdocument.h"

#include <optional>

namespace workspace {

/// What a click on a part of an inspection does.
struct InspectAction
{
    enum class Kind {
        None,
        Open, ///< shows `object`
        Copy, ///< puts `text` on the clipboard
        Reveal, ///< shows or hides the value of `key` in the Secret `object`
        ListKeys, ///< asks which keys the Secret `object` has
    };

    Kind kind = Kind::None;
    ObjectId object = {};
    QString text = {};
    QString key = {};

    bool operator==(const InspectAction &) const = default;
};

/// CPU or memory over time, against what was asked for and what is allowed. All in billionths of a
/// core or in bytes.
struct InspectGauge
{
    struct Point
    {
        qint64 time = 0; ///< ms since the epoch
        qint64 value = 0;

        bool operator==(const Point &) const = default;
    };

    std::vector<Point> points = {}; ///< the last one is the figure; never empty in a gauge
    std::optional<qint64> request = {};
    std::optional<qint64> limit = {}; ///< or what a node has
    bool memory = false;
    bool isStale = false;

    bool operator==(const InspectGauge &) const = default;
};

/// "key=value"; a click copies it.
struct InspectChip
{
    QString key = {};
    QString value = {};

    bool operator==(const InspectChip &) const = default;
};

/// One line of a card, or a block that takes the place of lines.
struct InspectItem
{
    enum class Kind {
        Field, ///< label and text
        Text, ///< a sentence over the whole width
        Heading, ///< a part of its own: a container
        Chips,
        Bar, ///< `share` of a bar, with label and text
        Gauge,
    };

    Kind kind = Kind::Field;
    QString label = {};
    QString text = {};
    QString source = {}; ///< where the text comes from, said faintly below it
    TextTone tone = TextTone::Plain;
    bool mono = false; ///< a value of the cluster's, set in the fixed type
    bool isName = false; ///< the label is a name of the cluster's: the same
    bool risky = false; ///< marked with a triangle
    std::optional<kube::Health> health = {}; ///< a mark before the text
    InspectAction action = {};
    InspectAction sourceAction = {};
    double share = 0; ///< 0 to 1
    std::optional<InspectGauge> gauge = {};
    std::vector<InspectChip> chips = {};

    bool operator==(const InspectItem &) const = default;
};

struct InspectCard
{
    QString heading = {};
    QString note = {}; ///< beside the heading
    std::vector<InspectItem> items = {};

    bool operator==(const InspectCard &) const = default;
};

/// What the inspector shows of an object, in the order in which people look.
struct Inspection
{
    std::vector<InspectCard> cards = {};

    /// The card with this heading; nullptr when there is none.
    const InspectCard *card(QStringView heading) const
    {
        for (const auto &card : cards) {
            if (card.heading == heading)
                return &card;
        }
        return nullptr;
    }
    bool operator==(const Inspection &) const = default;
};

} // namespace workspace
