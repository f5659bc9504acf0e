// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// The values of an item's units; none of one whose content is forgotten or does not count.
std::vector<Value> valuesOf(Replica &replica, const Item &item);
/// The last of them; nothing when there is none.
std::optional<Value> lastValueOf(Replica &replica, const Item &item);
/// Only of a String.
QString textOf(const Item &item);

/// What a Format says.
struct FormatMark
{
    QString key = {};
    lib0::Any value = {};
};
FormatMark formatOf(const Item &item);

/// The plain value as an item of Kind::Any keeps it. One nested deeper than lib0::DeepestAny is
/// null.
QByteArray anyBytes(const lib0::Any &any);

} // namespace crdt
