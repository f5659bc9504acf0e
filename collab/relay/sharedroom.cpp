// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/sharedroom.h"

#include <numeric>

namespace relay {

qint64 SharedRoom::taken() const
{
    return std::accumulate(m_counts->cbegin(), m_counts->cend(), qint64(0));
}

SharedRoom::Place SharedRoom::take(const QString &whose, qint64 bytes, qint64 mostOfEach,
                                   qint64 mostOfAll)
{
    const auto own = m_counts->value(whose);
    const auto all = taken();
    if ((own > 0 && own + bytes > mostOfEach) || (all > 0 && all + bytes > mostOfAll))
        return nullptr;
    (*m_counts)[whose] += bytes;
    // Not null: it is what the place is told by.
    return {m_counts.get(), [counts = m_counts, whose, bytes](void *) {
                if (((*counts)[whose] -= bytes) <= 0)
                    counts->remove(whose);
            }};
}

} // namespace relay
