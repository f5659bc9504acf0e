// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/restore.h"
#include "collab/crdt/ytypes.h"
#include "collab/relay/store/versionstore.h"

using namespace Qt::StringLiterals;

namespace {

constexpr char remote = 0; // its address is an origin

/// Any document may become any other one, and stays one.
void restoreFrom(QByteArrayView now, QByteArrayView before)
{
    crdt::Doc doc({.clientId = 1});
    crdt::Doc old({.clientId = 2});
    (void)doc.applyUpdate(now, &remote);
    (void)old.applyUpdate(before, &remote);
    doc.map(u"krates").set(u"k", 1);
    (void)crdt::restore(doc, old);
    crdt::Doc reader({.clientId = 3});
    fuzz::require(reader.applyUpdate(doc.encodeStateAsUpdate(), &remote).has_value(),
                  "what came of it can be read");
    const auto first = doc.stateVector().clock(1);
    (void)crdt::restore(doc, old);
    fuzz::require(doc.stateVector().clock(1) >= first, "it goes on");
    doc.map(u"krates").set(u"after", 2);
    fuzz::require(doc.map(u"krates").any(u"after") == lib0::Any(2), "it stays usable");
}

} // namespace

/// Two bytes with the length of the one document, then both; and a version as it is stored.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size);
    if (const auto state = relay::unpackState(bytes.toByteArray()))
        fuzz::require(relay::unpackState(relay::packState(*state)) == *state, "versions are kept");
    if (size < 2)
        return 0;
    const auto length = std::min<qsizetype>(data[0] * 256 + data[1], bytes.size() - 2);
    restoreFrom(bytes.sliced(2, length), bytes.sliced(2 + length));
    return 0;
}
