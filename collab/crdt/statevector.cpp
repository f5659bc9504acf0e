// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/statevector.h"

#include "collab/crdt/errors.h"
#include "collab/lib0/encoder.h"

namespace crdt {

quint64 StateVector::clock(quint64 client) const
{
    const auto found = m_clocks.find(client);
    return found == m_clocks.end() ? 0 : found->second;
}

QByteArray StateVector::encode() const
{
    lib0::Encoder encoder;
    encoder.writeVarUint(m_clocks.size());
    for (const auto &[client, clock] : m_clocks) {
        encoder.writeVarUint(client);
        encoder.writeVarUint(clock);
    }
    return encoder.take();
}

Result<StateVector> StateVector::decode(QByteArrayView bytes)
{
    lib0::Decoder decoder(bytes);
    StateVector vector;
    for (auto count = decoder.readVarUint(); count > 0 && decoder.ok(); --count) {
        const auto client = decoder.readVarUint();
        const auto clock = decoder.readVarUint();
        if (decoder.ok())
            vector.set(client, clock);
    }
    if (!decoder.ok())
        return unreadable(decoder);
    return vector;
}

} // namespace crdt
