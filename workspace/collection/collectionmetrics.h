// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/collectionmodel.h"
#include "workspace/look/look.h"

namespace workspace {

/// Sizes and fonts of the painted table, in window units. Private to CollectionContent's sources.
struct CollectionMetrics
{
    static constexpr qreal row = 25;
    static constexpr qreal header = 25;
    static constexpr qreal footer = 26;
    static constexpr qreal badge = 34; ///< the column of health signs
    static constexpr qreal gap = 16; ///< between two columns

    static QFont font(const Look &look, CollectionModel::ColumnKind kind)
    {
        return kind == CollectionModel::ColumnKind::Name ? look.sans(12.5, QFont::Medium) : look.mono(11.5);
    }
};

} // namespace workspace
