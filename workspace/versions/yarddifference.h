// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yardchange.h"

#include <QStringList>

#include <map>
#include <optional>

namespace workspace {

class ClusterNames;

/// What happens to krates when a yard becomes what it was: their titles, sorted.
struct YardDifference
{
    QStringList back = {}; ///< not there now
    QStringList gone = {}; ///< there now, but not then
    QStringList moved = {}; ///< stand elsewhere
    QStringList changed = {}; ///< show other windows, or are called otherwise

    bool isEmpty() const
    {
        return back.isEmpty() && gone.isEmpty() && moved.isEmpty() && changed.isEmpty();
    }
    bool operator==(const YardDifference &) const = default;
};

YardDifference differenceOf(const Krates &now, const Krates &then);
/// "3 krates come back, 1 goes, 2 move": one line; says when there is no difference.
QString summaryOf(const YardDifference &difference);
/// A line for each kind of difference, which names the first few krates.
QStringList linesOf(const YardDifference &difference);

/// The krates of a state, a Yjs V1 update of the whole; nothing when it makes no sense. `contexts`
/// are those that this person opened krates with; `names` may be null.
std::optional<Krates> kratesIn(const QByteArray &state, const ClusterNames *names,
                               const std::map<QString, QString> &contexts);

} // namespace workspace
