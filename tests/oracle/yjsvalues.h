// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"

#include <QString>

#include <utility>
#include <vector>

namespace oracle {

// How the requests and answers of the Yjs oracle write values that JSON has not: $undef, $big,
// $num, $u8 and $type (docs/testing.md).

lib0::Any tagged(const lib0::Any &value);
lib0::Any untagged(const lib0::Any &value);
crdt::Input inputOf(const lib0::Any &value);
lib0::Any::Object attributesOf(const lib0::Any &value);

/// A document's roots, by name: the kind that each is asked for as ("map", "array", "text").
using Roots = std::vector<std::pair<QString, QString>>;

crdt::SharedType rootOf(crdt::Doc &doc, const Roots &roots, const QString &name);
/// Everything that the roots hold.
lib0::Any jsonOf(crdt::Doc &doc, const Roots &roots);
lib0::Any eventOf(const crdt::Event &event);

/// Does what one `op` of a transaction says. Says what was wrong with it, or nothing.
QString runOperation(crdt::Doc &doc, const Roots &roots, const lib0::Any &op);

} // namespace oracle
