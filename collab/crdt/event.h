// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/ytypes.h"

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace crdt {

/// Who makes a transaction: compared by address only. Null is this replica's own code.
///
/// Updates of others must be applied with an origin: the undo manager takes what has none for the
/// person's own.
using Origin = const void *;

/// What one transaction did to one shared type. Values are those right after the transaction, and
/// what was deleted can still be read while the event is told.
struct Event
{
    /// Changes of types that lie deeper below the observed one are not told: else the paths of an
    /// update could be far larger than itself.
    static constexpr qsizetype MostParts = 64;

    enum class Action { Add, Update, Delete };
    struct KeyChange
    {
        Action action = Action::Add;
        std::optional<Value> old = {}; ///< none for Add
    };
    struct Retain
    {
        quint64 length; // no initialiser: a variant of this class could not be made within it
    };
    struct Delete
    {
        quint64 length;
    };
    using Insert = std::vector<Value>;
    struct Step
    {
        std::variant<Retain, Delete, Insert, QString> change = {}; ///< QString: text
        std::optional<lib0::Any::Object> attributes = {};
    };
    using PathPart = std::variant<QString, quint64>; ///< a map's key, or a list's index

    SharedType target = {};
    std::vector<PathPart> path = {}; ///< from the observed type to the target
    std::map<QString, KeyChange> keys = {}; ///< of a map
    std::vector<Step> delta = {}; ///< of an array or a text
};

} // namespace crdt
