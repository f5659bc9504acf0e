// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/timeline.h"

#include <algorithm>

namespace logstore {

int Timeline::bucketAt(qint64 time) const
{
    const double span = double(to - from) + 1;
    const auto at = int(double(time - from) / span * double(buckets.size()));
    return std::clamp(at, 0, int(buckets.size()) - 1);
}

Timeline timelineOf(const LogStore &store, const LineSearch &shown, int buckets)
{
    Timeline line;
    for (const auto &block : store.blocks()) {
        const auto earliest = block.lines->earliest();
        if (earliest == NoTime)
            continue;
        line.from = line.from == NoTime ? earliest : std::min(line.from, earliest);
        line.to = std::max(line.to, block.lines->latest());
    }
    if (line.from == NoTime)
        return line;
    line.buckets.resize(size_t(buckets));
    for (const auto &block : store.blocks()) {
        const auto &lines = *block.lines;
        for (int i = 0; i < lines.count(); ++i) {
            const auto time = lines.time(i);
            if (time != NoTime && shown.contains(block.first + i))
                ++line.buckets[size_t(line.bucketAt(time))].counts[size_t(lines.level(i))];
        }
    }
    return line;
}

} // namespace logstore
