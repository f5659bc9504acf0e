// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"
#include "collab/lib0/encoder.h"

#include <QString>

#include <functional>

/// Updates as somebody would write them who wants to do harm, and what must hold after one.
namespace hostile {

/// Writes update v1 by hand: what the format allows, whether it makes sense or not.
class UpdateWriter
{
public:
    UpdateWriter &clients(quint64 count) { return number(count); }
    /// `structs` of the client follow, the first of which has this clock.
    UpdateWriter &block(quint64 structs, quint64 client, quint64 clock = 0)
    {
        return number(structs).number(client).number(clock);
    }
    /// One number in an array at the top, its first or behind another unit.
    UpdateWriter &arrayItem() { return byte(0x08).number(1).text("a").value(); }
    UpdateWriter &arrayItem(crdt::Id origin)
    {
        return byte(0x88).number(origin.client).number(origin.clock).value();
    }
    UpdateWriter &arrayItemBefore(crdt::Id right)
    {
        return byte(0x48).number(right.client).number(right.clock).value();
    }
    /// A map as value of the key "k" of the root "m", or of the map that is `parent`.
    UpdateWriter &map() { return byte(0x27).number(1).text("m").text("k").number(1); }
    UpdateWriter &map(crdt::Id parent)
    {
        return byte(0x27).number(0).number(parent.client).number(parent.clock).text("k").number(1);
    }
    UpdateWriter &deletes(quint64 clientCount) { return number(clientCount); }
    UpdateWriter &number(quint64 value);
    UpdateWriter &byte(quint8 value);
    UpdateWriter &text(QByteArrayView text);
    UpdateWriter &raw(QByteArrayView bytes);
    UpdateWriter &value() { return number(1).byte(0x7d).byte(1); } ///< one: the integer 1

    QByteArray take() { return m_encoder.take(); }

private:
    lib0::Encoder m_encoder;
};

/// The columns of an update v2; those that are not set are empty.
struct Columns
{
    QByteArray keyClocks = {};
    QByteArray clients = {};
    QByteArray leftClocks = {};
    QByteArray rightClocks = {};
    QByteArray infos = {};
    QByteArray strings = {};
    QByteArray parentInfos = {};
    QByteArray typeRefs = {};
    QByteArray lengths = {};
    QByteArray rest = {};

    QByteArray update() const;
};
QByteArray varUints(std::initializer_list<quint64> numbers);
/// A run of equal numbers as UintOptRle has it.
QByteArray uintRun(quint64 value, quint64 count);

/// Client 50's document, with one of everything in it.
void fill(crdt::Doc &doc);

/// Applies the bytes to a document with something in it. Empty when all is as it must be: bytes
/// that are refused have changed nothing, and the document can be edited, written and read.
QString harm(QByteArrayView bytes, crdt::Encoding encoding);

/// By how much doing this has raised the most memory that the process ever held, in MiB.
double growthBy(const std::function<void()> &act);

} // namespace hostile
