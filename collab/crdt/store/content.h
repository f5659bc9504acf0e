// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/store/item.h"

#include <QByteArray>

/// What an item holds, as bytes in the form of update v1 without counts (docs/collab.md):
///
/// - String: UTF-8; Any: encoded values; Json: varStrings of JSON; Binary: the bytes;
/// - Embed: JSON; Format: varStrings of key and JSON; Doc: varString of the guid and options;
/// - Type: no bytes, but the index of the type; GC and Deleted: no bytes, but the length.
///
/// Up to 8 bytes lie in the item itself, and much of it in a LongContent.
namespace crdt {

/// Whether the kind keeps bytes.
inline bool hasBytes(Kind kind)
{
    return kind > Kind::Deleted && kind != Kind::Type && kind != Kind::Skip;
}

/// Only for kinds that keep bytes; valid until the item's content changes.
QByteArrayView contentBytes(const Item &item);
/// Takes a copy. The item must hold none so far.
void setContentBytes(Item &item, QByteArrayView bytes);
/// Appends in amortised constant time.
void appendContentBytes(Item &item, QByteArrayView bytes);
/// Moves the units from `offset` on to `right`, which holds none so far; lengths stay as they are.
/// A pair of surrogates that is cut in two becomes two U+FFFD, as in Yjs.
void splitContent(Item &left, quint64 offset, Item &right);
/// Gives the bytes back and leaves the item without any. Does nothing for kinds that keep none.
void freeContent(Item &item);

/// The bytes from unit `offset` on, as a struct has them that begins there.
QByteArray bytesFromUnit(Kind kind, QByteArrayView bytes, quint64 offset);

} // namespace crdt
