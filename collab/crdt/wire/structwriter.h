// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/deleteset.h"
#include "collab/crdt/wire/wirestruct.h"

namespace crdt {

/// Writes one struct of update v1, without its client and clock.
void writeStruct(lib0::Encoder &encoder, const WireStruct &wire);

/// Writes an update v1 whose structs come one by one, those of a client together.
class StructWriter
{
public:
    void write(const WireStruct &wire);
    /// Writes the struct without its first `units`.
    void writeFrom(WireStruct wire, quint64 units);
    /// The update, which ends with `deletes`.
    QByteArray finish(const DeleteSet &deletes);

private:
    void endClient();

    lib0::Encoder m_structs; ///< of the client at hand
    lib0::Encoder m_clients; ///< those that are complete
    quint64 m_client = 0;
    quint64 m_clock = 0; ///< of the struct that can follow without a new head
    quint64 m_count = 0;
    quint64 m_clientCount = 0;
};

} // namespace crdt
