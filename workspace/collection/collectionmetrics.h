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
    static constexpr qreal badge = 30; ///< the column of health signs
    static constexpr qreal gap = 13; ///< between two columns
    static constexpr qreal indent = 16; ///< of each level of a tree
    static constexpr qreal twisty = 15; ///< what opens and closes a row of a tree

    static bool isFlushRight(CollectionModel::ColumnKind kind)
    {
        return kind == CollectionModel::ColumnKind::Number
            || kind == CollectionModel::ColumnKind::Cpu
            || kind == CollectionModel::ColumnKind::Memory;
    }

    static QFont titleFont(const Look &look) { return look.sans(10, QFont::DemiBold); }

    /// Names and words in the interface's type, figures in the fixed one.
    static QFont font(const Look &look, CollectionModel::ColumnKind kind)
    {
        switch (kind) {
        case CollectionModel::ColumnKind::Name: return look.sans(12.5, QFont::Medium);
        case CollectionModel::ColumnKind::Text:
        case CollectionModel::ColumnKind::Label:
        case CollectionModel::ColumnKind::Namespace: return look.sans(12);
        case CollectionModel::ColumnKind::Number:
        case CollectionModel::ColumnKind::Pods:
        case CollectionModel::ColumnKind::Cpu:
        case CollectionModel::ColumnKind::Memory:
        case CollectionModel::ColumnKind::Age:
        case CollectionModel::ColumnKind::Ago: return look.mono(11.5);
        }
        Q_UNREACHABLE_RETURN({});
    }
};

} // namespace workspace
