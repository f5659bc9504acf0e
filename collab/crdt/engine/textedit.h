// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/engine/replica.h"

namespace crdt {

/// What formatting holds at a place of a text, by key, in the order in which it began.
class Attributes
{
public:
    Attributes() = default;
    explicit Attributes(lib0::Any::Object entries)
        : m_entries(std::move(entries))
    {
    }

    const lib0::Any *find(const QString &key) const; ///< nullptr when it is not there
    lib0::Any valueOr(const QString &key) const; ///< null when it is not there
    void set(const QString &key, const lib0::Any &value);
    void remove(const QString &key);
    /// What a mark says: null ends the formatting.
    void apply(const QString &key, const lib0::Any &value);

    bool isEmpty() const { return m_entries.empty(); }
    const lib0::Any::Object &entries() const { return m_entries; }

private:
    lib0::Any::Object m_entries;
};

/// A gap between two items of a text's list, and what holds there.
struct TextPlace
{
    quint32 type = 0;
    Ref left = NoRef;
    Ref right = NoRef;
    quint64 index = 0; ///< visible units before it
    Attributes attributes = {};

    /// Past the item on the right.
    void forward(const StructStore &store);
};

// How this replica's own code changes texts; within a transaction.

/// Whether a place's attributes are asked for, too.
enum class Formatting { Ignored, Needed };
TextPlace placeInText(Replica &replica, quint32 type, quint64 index, Formatting formatting);

/// Puts in text, or another value, with just these attributes.
void insertText(Replica &replica, TextPlace &place, QByteArrayView utf8,
                const Attributes &attributes);
void insertEmbed(Replica &replica, TextPlace &place, const Input &value,
                 const Attributes &attributes);
void formatText(Replica &replica, TextPlace &place, quint64 length, const Attributes &attributes);
void removeText(Replica &replica, TextPlace &place, quint64 length);

/// Deletes marks between `start` and the next visible unit that say nothing new. `current` is where
/// a caller stands and `currentAttributes` what holds there: kept true.
void cleanFormattingGap(Replica &replica, Ref start, Ref current, const Attributes &startAttributes,
                        Attributes &currentAttributes);

} // namespace crdt
