// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/linesearch.h"

#include <array>
#include <vector>

namespace logstore {

/// How many lines of each level lie in a span of time.
struct TimelineBucket
{
    std::array<int, LevelCount> counts{};
};

/// When the lines of a store were written, in equal spans from `from` to `to` (nanoseconds), `to`
/// included. Lines without a time are left out.
struct Timeline
{
    qint64 from = NoTime;
    qint64 to = NoTime;
    std::vector<TimelineBucket> buckets = {};

    bool isEmpty() const { return buckets.empty(); }
    /// The span that holds a time inside.
    int bucketAt(qint64 time) const;
};

/// From the first to the last time in the store; empty when no line has one. Only lines that the
/// search found count. Looks at the tables, not at the bytes: some nanoseconds a line.
Timeline timelineOf(const LogStore &store, const LineSearch &shown, int buckets);

} // namespace logstore
