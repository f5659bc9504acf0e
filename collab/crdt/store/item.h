// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace crdt {

/// What a struct holds; the numbers are the wire's "content refs".
enum class Kind : quint8 { GC, Deleted, Json, Binary, String, Embed, Format, Type, Any, Doc, Skip };

/// Whether a visible unit of that kind counts in the length of a list.
inline bool isCountable(Kind kind)
{
    return kind != Kind::GC && kind != Kind::Deleted && kind != Kind::Format && kind != Kind::Skip;
}

/// Where a struct lies in the arena; 0: none.
using Ref = quint32;
inline constexpr Ref NoRef = 0;

/// A run of units of one client, in memory: 48 bytes, for a yard keeps one for each value that was
/// ever overwritten. Which bytes `content` holds depends on the kind: see content.h.
struct Item
{
    static constexpr quint8 NotInline = 15;
    static constexpr quint8 IsLong = 14;
    static constexpr quint32 NoClient = ~quint32(0);
    static constexpr quint64 ClockMask = (quint64(1) << 53) - 1;

    quint64 clock : 53;
    quint64 kindBits : 4;
    quint64 deleted : 1;
    quint64 keep : 1; ///< is not collected: an undo step may need it
    quint64 hasRightOrigin : 1; ///< is then a WideItem
    quint64 redone : 1; ///< an undo made it anew: StructStore knows where
    quint64 marked : 1; ///< a search marker of its type stands on it

    quint64 originClock : 53;
    quint64 inlineSize : 4; ///< bytes of content in `content` itself, or one of the above

    quint64 content;
    quint32 client; ///< index in the store's table
    quint32 originClient; ///< likewise; NoClient: no origin
    Ref left;
    Ref right;
    quint32 slot; ///< the list or key that it belongs to; 0 for GC
    quint32 units; ///< of any kind but GC and Deleted, whose length is `content`

    Kind kind() const { return Kind(kindBits); }
    void setKind(Kind kind) { kindBits = quint64(kind) & 15; }
    void setClock(quint64 at) { clock = at & ClockMask; }
    void setOrigin(quint32 ofClient, quint64 at)
    {
        originClient = ofClient;
        originClock = at & ClockMask;
    }
    bool hasOrigin() const { return originClient != NoClient; }
    bool isItem() const { return kind() != Kind::GC; }
    quint64 length() const { return kind() <= Kind::Deleted ? content : units; }
    void setLength(quint64 length)
    {
        if (kind() <= Kind::Deleted)
            content = length;
        else
            units = quint32(length);
    }
    quint64 end() const { return clock + length(); }
    bool isVisible() const { return !deleted && isCountable(kind()); }
};
static_assert(sizeof(Item) == 48);

/// An item that also knows what was on its right when it was made; never so for a map's values.
struct WideItem : Item
{
    quint64 rightClock;
    quint32 rightClient;
};
static_assert(sizeof(WideItem) == 64);

} // namespace crdt
