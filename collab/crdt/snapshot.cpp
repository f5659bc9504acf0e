// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/snapshot.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/engine/replica.h"
#include "collab/crdt/engine/stateencoder.h"
#include "collab/crdt/errors.h"
#include "collab/crdt/wire/structreader.h"
#include "collab/crdt/wire/structwriter.h"

namespace crdt {

QByteArray takeSnapshot(const Doc &doc, Encoding encoding)
{
    lib0::Encoder encoder;
    const auto deletes = deletesOf(doc.replica().store());
    if (encoding == Encoding::V1)
        deletes.write(encoder);
    else
        deletes.writeV2(encoder);
    encoder.writeRaw(doc.stateVector().encode());
    return encoder.take();
}

/// The update without what `until` does not cover.
static QByteArray updateUntil(QByteArrayView update, const StateVector &until,
                              const DeleteSet &deletes)
{
    StructReader reader(update);
    StructWriter writer;
    // A struct that goes on behind the end is kept whole, and what is too much of it deleted.
    DeleteSet all = deletes;
    for (; reader.current() != nullptr; reader.next()) {
        const auto &wire = *reader.current();
        const auto end = until.clock(wire.client);
        if (wire.clock >= end)
            continue;
        writer.write(wire);
        if (wire.end() > end)
            all.add(wire.client, ClockRange{end, wire.end() - end});
    }
    all.normalise();
    return writer.finish(all);
}

Result<std::unique_ptr<Doc>> docFromSnapshot(const Doc &doc, QByteArrayView snapshot,
                                             Encoding encoding)
{
    if (doc.replica().collectsGarbage())
        return std::unexpected(Error("the document has forgotten what was deleted"));
    lib0::Decoder decoder(snapshot);
    const auto deletes =
        encoding == Encoding::V1 ? DeleteSet::read(decoder) : DeleteSet::readV2(decoder);
    if (!decoder.ok())
        return unreadable(decoder);
    const auto until = StateVector::decode(decoder.rest());
    if (!until)
        return std::unexpected(until.error());
    auto restored = std::make_unique<Doc>();
    const auto state = updateUntil(doc.encodeStateAsUpdate(), *until, deletes);
    if (const auto applied = restored->applyUpdate(state, restored.get()); !applied)
        return std::unexpected(applied.error());
    return restored;
}

} // namespace crdt
