// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QPointF>
#include <QSizeF>
#include <QStringList>

#include <array>
#include <optional>

namespace workspace {

/// What a person's app tells the others about them on the awareness channel, for as long as both
/// are there. As JSON:
///
///     {"userId": "…", "name": "Anna", "color": "#4dd6e8",
///      "cursorPosition": {"x": 1, "y": 2} | null, "activeKrateId": "…" | null,
///      "spotlightQuery": "…" | null, "timestamp": 1700000000000,
///      "camera": [x, y, zoom], "viewport": [width, height], "selection": ["…"],
///      "drag": {"krates": ["…"], "by": [dx, dy]}, "viewer": true, "summons": 1}
///
/// Fields of the second half may be missing. Positions are in world units, the viewport in logical
/// pixels, the time in milliseconds since 1970. Never content of a cluster, never a secret.
struct Presence
{
    static constexpr qsizetype LongestId = 128;
    static constexpr qsizetype LongestName = 60;
    static constexpr qsizetype LongestQuery = 200;
    static constexpr qsizetype MostSelected = 64;
    static constexpr double Furthest = 1e6; ///< of any coordinate

    struct Drag
    {
        QStringList krates = {};
        QPointF by = {}; ///< from where the document says they stand

        bool operator==(const Drag &) const = default;
    };

    QString userId = {}; ///< the same in all of a person's apps
    QString name = {};
    quint32 color = 0; ///< 0xRRGGBB
    std::optional<QPointF> cursor = {};
    QString activeKrate = {}; ///< id; empty: none
    std::optional<QString> spotlightQuery = {}; ///< while Spotlight is open
    qint64 timestamp = 0; ///< of the last thing that the person did
    std::optional<std::array<double, 3>> camera = {}; ///< x and y of the middle, zoom
    QSizeF viewport = {};
    QStringList selection = {}; ///< ids of krates
    std::optional<Drag> drag = {}; ///< what is being dragged now
    bool isViewer = false;
    int summons = 0; ///< not 0: everybody is to come to this person's place; counts up

    bool operator==(const Presence &) const = default;

    QJsonObject toJson() const;
    /// Reads what a peer sent, which may be anything: nothing for what is no presence record (a
    /// name and an id are the least), and each field within the bounds above, or as if it was not
    /// there.
    static std::optional<Presence> read(const QJsonObject &json);

    /// A name that can be shown: one line, printable, no longer than LongestName.
    static QString cleanName(const QString &name);
    /// "AM" for "Anna Maria", "B" for "berta".
    static QString initials(const QString &name);
    /// One of a few colours that are told apart well, the same for the same text everywhere.
    static quint32 colorFor(const QString &text);
    static const std::array<quint32, 10> &colors(); ///< those to choose from
};

} // namespace workspace
