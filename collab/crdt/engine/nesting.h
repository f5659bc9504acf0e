// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/structstore.h"

#include <QHash>

#include <optional>
#include <span>

namespace crdt {

/// How deep below certain types others lie. Each step from a type to the one it lies in is walked
/// once. Of use while no type is forgotten.
class Nesting
{
public:
    Nesting(const StructStore &store, std::span<const quint32> types);

    /// 0 for one of the types themselves; none for what lies in none of them.
    std::optional<qint64> depthOf(quint32 type);
    /// Whether the item lies in one of the types or in one within them.
    bool holds(const Item &item) { return depthOf(m_store.typeOf(item)).has_value(); }

private:
    const StructStore &m_store;
    QHash<quint32, std::optional<qint64>> m_depths;
};

} // namespace crdt
