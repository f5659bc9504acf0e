// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPointF>
#include <QStringList>

#include <optional>

namespace workspace {

/// Somebody else in the yard, as the canvas shows them.
struct YardPeer
{
    quint64 id = 0; ///< the same as long as they are there
    QString name = {};
    QColor color = {};
    std::optional<QPointF> cursor = {}; ///< in world units
    QStringList krates = {}; ///< ids of those they have selected or work in
    QStringList dragged = {}; ///< ids of those they drag now, `by` from where they stand
    QPointF by = {};

    /// All that they are at, each once.
    QStringList marked() const
    {
        QStringList ids = krates + dragged;
        ids.removeDuplicates();
        return ids;
    }
    bool operator==(const YardPeer &) const = default;
    bool hasSameMarks(const YardPeer &other) const
    {
        return krates == other.krates && dragged == other.dragged && by == other.by
            && color == other.color && name == other.name;
    }
};

} // namespace workspace
