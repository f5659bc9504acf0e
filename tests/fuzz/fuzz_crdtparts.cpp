// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/crdt/doc.h"
#include "collab/crdt/relativeposition.h"
#include "collab/crdt/snapshot.h"

using namespace Qt::StringLiterals;

namespace {

/// Nothing is collected in it; client 3 has 17 units.
void fill(crdt::Doc &doc)
{
    doc.map(u"m").set(u"k", 1);
    doc.map(u"m").setMap(u"n", {{{u"x"_s, 2}}});
    doc.map(u"m").set(u"k", 2);
    doc.text(u"t").insert(0, u"some text");
    doc.text(u"t").remove(2, 3);
    const std::vector<crdt::Input> values{1, 2, u"three"_s};
    doc.array(u"a").push(values);
    doc.array(u"a").remove(1);
}

void readVector(QByteArrayView bytes)
{
    const auto vector = crdt::StateVector::decode(bytes);
    if (!vector)
        return;
    fuzz::require(qsizetype(vector->clocks().size()) * 2 <= bytes.size(), "entries take bytes");
    fuzz::require(crdt::StateVector::decode(vector->encode()) == vector, "it is written as read");
    crdt::Doc doc({.clientId = 3, .collectsGarbage = false});
    fill(doc);
    const auto rest = doc.encodeStateAsUpdate(*vector);
    crdt::Doc other({.clientId = 4});
    const char remote = 0;
    fuzz::require(other.applyUpdate(rest, &remote).has_value(), "what it lacks can be read");
}

void readPosition(QByteArrayView bytes)
{
    const auto position = crdt::RelativePosition::decode(bytes);
    if (!position)
        return;
    const auto again = crdt::RelativePosition::decode(position->encode());
    fuzz::require(again && again->anchor == position->anchor && again->isType == position->isType
                      && again->assoc == position->assoc,
                  "it is written as read");
    crdt::Doc doc({.clientId = 3, .collectsGarbage = false});
    fill(doc);
    const auto place = crdt::absolutePosition(doc, *position);
    if (place && place->type.kind() == crdt::TypeKind::Text)
        fuzz::require(place->index <= quint64(crdt::YText(place->type).size()), "it is inside");
}

void readSnapshot(QByteArrayView bytes, crdt::Encoding encoding)
{
    crdt::Doc doc({.clientId = 3, .collectsGarbage = false});
    fill(doc);
    const auto before = doc.encodeStateAsUpdate();
    const auto then = crdt::docFromSnapshot(doc, bytes, encoding);
    fuzz::require(doc.encodeStateAsUpdate() == before, "the document stays as it is");
    if (!then)
        return;
    (void)toAny((*then)->map(u"m"));
    (*then)->text(u"t").insert(0, u"x");
    const auto knows = (*then)->stateVector();
    for (const auto &[client, clock] : knows.clocks())
        fuzz::require(client != 3 || clock <= 18, "nothing that never was");
}

} // namespace

/// The parts of the protocol that are no updates; the first byte says which.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = fuzz::viewOf(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0: readVector(bytes); break;
    case 1: readPosition(bytes); break;
    case 2: readSnapshot(bytes, crdt::Encoding::V1); break;
    default: readSnapshot(bytes, crdt::Encoding::V2);
    }
    return 0;
}
