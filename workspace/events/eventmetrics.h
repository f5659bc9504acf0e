// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace workspace {

/// Sizes of the painted list, in window units. Private to EventContent's sources.
struct EventMetrics
{
    static constexpr qreal row = 46; ///< two lines
    static constexpr qreal badge = 34; ///< the column of marks
};

} // namespace workspace
