// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "collab/crdt/doc.h"

using namespace Qt::StringLiterals;

namespace {

constexpr char remote = 0; // its address is an origin

/// As another replica of the document that bad updates are for would have it.
void fill(crdt::Doc &doc)
{
    doc.transact([&doc] {
        auto map = doc.map(u"m");
        map.set(u"k", 1);
        map.setMap(u"n", {{{u"x"_s, 2}, {u"list"_s, crdt::NewArray{{1, u"two"_s, 3}}}}});
        const std::vector<crdt::Input> values{1, 2, u"three"_s};
        doc.array(u"a").push(values);
        doc.text(u"t").insert(0, u"some text");
    });
    doc.text(u"t").remove(2, 3);
    doc.map(u"m").remove(u"k");
}

/// Whether it can still be changed, written down and read again.
void use(crdt::Doc &doc)
{
    auto map = doc.map(u"m");
    map.set(u"own", 2);
    fuzz::require(map.any(u"own") == lib0::Any(2), "a key that was set has its value");
    auto text = doc.text(u"t");
    const auto size = text.size();
    fuzz::require(text.insert(size, u"end") && text.size() == size + 3, "a text can be longer");
    auto array = doc.array(u"a");
    const std::vector<crdt::Input> value{u"last"_s};
    array.push(value);
    fuzz::require(array.size() > 0 && array.remove(array.size() - 1), "an array can be changed");
    for (const auto &name : doc.roots())
        (void)toAny(doc.map(name));
    (void)text.toDelta();
}

void reload(const crdt::Doc &doc, crdt::Encoding encoding)
{
    crdt::Doc other({.clientId = 9});
    const auto state = doc.encodeStateAsUpdate({}, encoding);
    const auto taken = other.applyUpdate(state, &remote, encoding);
    fuzz::require(taken.has_value(), "its own state can be read");
    // What waits for units of this very client may not wait any more when these are there.
    for (const auto known = doc.stateVector(); const auto &[of, clock] : known.clocks())
        fuzz::require(other.stateVector().clock(of) >= clock, "its own state is all there");
    use(other);
}

} // namespace

/// An update (the first byte says of which version) for a document that has something in it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto encoding = data[0] % 2 == 0 ? crdt::Encoding::V1 : crdt::Encoding::V2;
    const auto update = fuzz::viewOf(data + 1, size - 1);
    crdt::Doc doc({.clientId = 50, .collectsGarbage = data[0] % 4 < 2});
    fill(doc);
    const auto before = doc.encodeStateAsUpdate();
    if (!doc.applyUpdate(update, &remote, encoding)) {
        fuzz::require(doc.encodeStateAsUpdate() == before, "what is refused changes nothing");
    } else {
        const auto after = doc.encodeStateAsUpdate();
        fuzz::require(doc.applyUpdate(update, &remote, encoding).has_value(), "it is good twice");
        fuzz::require(doc.encodeStateAsUpdate() == after, "the second time changes nothing");
    }
    use(doc);
    reload(doc, crdt::Encoding::V1);
    reload(doc, crdt::Encoding::V2);
    return 0;
}
