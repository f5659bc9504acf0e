// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/crdt/updates.h"
#include "collab/lib0/decoder.h"

#include <algorithm>

namespace {

/// A cut repeats origins, and a gap costs a struct of its own: a result is longer than what it is
/// made of by no more than this.
constexpr qsizetype Growth = 8;

void merge(const std::vector<QByteArray> &updates)
{
    qsizetype bytes = 0;
    for (const auto &update : updates)
        bytes += update.size();
    const auto merged = crdt::mergeUpdates(updates);
    const bool areGood = std::ranges::all_of(
        updates, [](const QByteArray &update) { return crdt::rangesOfUpdate(update).has_value(); });
    fuzz::require(!merged || merged->size() <= Growth * bytes + 64, "no bytes out of nothing");
    // A single update is handed back as it is, with gaps that lead to nothing.
    if (!merged || !areGood || updates.size() < 2)
        return;
    fuzz::require(crdt::rangesOfUpdate(*merged).has_value(), "what was merged can be read");
    const std::vector twice{*merged, *merged};
    const auto again = crdt::mergeUpdates(twice);
    fuzz::require(again && crdt::rangesOfUpdate(*again) == crdt::rangesOfUpdate(*merged),
                  "merging it with itself adds nothing");
}

void convert(QByteArrayView update)
{
    using enum crdt::Encoding;
    if (const auto second = crdt::convertUpdate(update, V1, V2)) {
        const auto first = crdt::convertUpdate(*second, V2, V1);
        fuzz::require(first.has_value(), "version 2 of an update can be read");
        fuzz::require(crdt::rangesOfUpdate(*first) == crdt::rangesOfUpdate(update),
                      "and says as much");
        const auto back = crdt::convertUpdate(*first, V1, V2);
        fuzz::require(back && crdt::convertUpdate(*back, V2, V1) == first, "again and again");
    }
    if (const auto first = crdt::convertUpdate(update, V2, V1))
        fuzz::require(crdt::rangesOfUpdate(*first).has_value(), "version 1 of it can be read");
}

void take(QByteArrayView update, QByteArrayView vector)
{
    const auto known = crdt::StateVector::decode(vector);
    const auto ranges = crdt::rangesOfUpdate(update);
    const auto less = crdt::diffUpdate(update, known.value_or(crdt::StateVector()));
    fuzz::require(!less || crdt::rangesOfUpdate(*less).has_value(), "a difference can be read");
    if (auto units = crdt::unitsOfUpdate(update)) {
        const auto same = *units;
        units->inserted.remove(same.inserted);
        units->deleted.remove(same.deleted);
        fuzz::require(units->inserted.isEmpty() && units->deleted.isEmpty(), "nothing is left");
    }
    const auto all = crdt::stateVectorFromUpdate(update);
    if (!ranges)
        return;
    for (const auto &range : *ranges)
        fuzz::require(range.begin <= range.end, "a range goes forward");
    if (!all)
        return;
    for (const auto &[client, clock] : all->clocks()) {
        const bool isThere = std::ranges::any_of(*ranges, [&](const crdt::ClientRange &range) {
            return range.client == client && clock <= range.end;
        });
        fuzz::require(isThere, "it knows only what it has");
    }
}

} // namespace

/// Updates one after the other, each as a varUint8Array; the last is taken for a state vector, too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lib0::Decoder decoder(fuzz::viewOf(data, size));
    std::vector<QByteArray> updates;
    while (!decoder.atEnd() && updates.size() < 16) {
        const auto update = decoder.readVarBytes();
        if (!decoder.ok())
            break;
        updates.push_back(update.toByteArray());
    }
    merge(updates);
    for (const auto &update : updates) {
        convert(update);
        take(update, updates.back());
        (void)crdt::isEmptyUpdate(update);
    }
    return 0;
}
