// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/wire/wirestruct.h"
#include "collab/lib0/decoder.h"

namespace crdt {

/// Reads one struct of update v1 of which client and clock are known. Answers false, and the
/// decoder has failed, when it makes no sense: unknown contents, no units, text that is not UTF-8,
/// clocks beyond 2^53, a neighbour of the same client that comes later.
bool readStruct(lib0::Decoder &decoder, quint64 client, quint64 clock, WireStruct &wire);

/// The structs of an update v1 in the order in which they are written; then its delete set.
class StructReader
{
public:
    enum class Skips { Keep, LeaveOut };

    /// Which structs say that they have a key. With a neighbour this says nothing that is not
    /// known: Yjs's documents write it, its tools for updates forget it.
    enum class KeyBits { Needed, All };

    explicit StructReader(QByteArrayView update, Skips skips = Skips::Keep,
                          KeyBits keyBits = KeyBits::Needed);

    /// The struct at hand; nullptr when there is none left, or the update makes no sense.
    const WireStruct *current() const { return m_has ? &m_current : nullptr; }
    WireStruct *current() { return m_has ? &m_current : nullptr; }
    void next();

    /// Where the delete set begins once all structs were read.
    lib0::Decoder &decoder() { return m_decoder; }

private:
    bool readNext();

    lib0::Decoder m_decoder;
    Skips m_skips;
    KeyBits m_keyBits;
    quint64 m_clientsLeft = 0;
    quint64 m_structsLeft = 0;
    quint64 m_client = 0;
    quint64 m_clock = 0;
    WireStruct m_current;
    bool m_has = false;
};

} // namespace crdt
