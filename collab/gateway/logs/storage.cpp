// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/logs/storage.h"

namespace gateway {

LogBlock LogBlock::of(const std::vector<LogLine> &lines, const LogPosition &before)
{
    return {.before = before,
            .first = lines.front().at,
            .last = lines.back().at,
            .bytes = bytesOf(lines)};
}

std::vector<LogLine> LogBlock::lines(int maxLineLength) const
{
    LineCounter counter(maxLineLength);
    counter.setLast(first.count == 0 ? LogPosition{}
                                     : LogPosition{.time = first.time, .count = first.count - 1});
    return counter.read(bytes);
}

} // namespace gateway
