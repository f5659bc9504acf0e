// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/hostile.h"

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace hostile {

namespace {

constexpr char remote = 0; // its address is an origin

QString misuse(crdt::Doc &doc)
{
    auto map = doc.map(u"m");
    map.set(u"own", 2);
    if (map.any(u"own") != lib0::Any(2))
        return u"a key has not the value that it was given"_s;
    auto text = doc.text(u"t");
    const auto size = text.size();
    if (!text.insert(size, u"end") || text.size() != size + 3)
        return u"a text cannot be written on"_s;
    auto array = doc.array(u"a");
    const auto count = array.size();
    const std::vector<crdt::Input> value{u"last"_s};
    array.push(value);
    if (array.size() != count + 1 || !array.remove(count))
        return u"an array cannot be changed"_s;
    (void)toAny(map);
    (void)toAny(array);
    (void)text.toDelta();
    return {};
}

} // namespace

UpdateWriter &UpdateWriter::number(quint64 value)
{
    m_encoder.writeVarUint(value);
    return *this;
}

UpdateWriter &UpdateWriter::byte(quint8 value)
{
    m_encoder.writeUint8(value);
    return *this;
}

UpdateWriter &UpdateWriter::text(QByteArrayView text)
{
    m_encoder.writeVarBytes(text);
    return *this;
}

UpdateWriter &UpdateWriter::raw(QByteArrayView bytes)
{
    m_encoder.writeRaw(bytes);
    return *this;
}

QByteArray Columns::update() const
{
    lib0::Encoder encoder;
    encoder.writeVarUint(0); // no feature
    for (const auto &column : {keyClocks, clients, leftClocks, rightClocks, infos, strings,
                               parentInfos, typeRefs, lengths})
        encoder.writeVarBytes(column);
    encoder.writeRaw(rest);
    return encoder.take();
}

QByteArray varUints(std::initializer_list<quint64> numbers)
{
    lib0::Encoder encoder;
    for (const auto number : numbers)
        encoder.writeVarUint(number);
    return encoder.take();
}

QByteArray uintRun(quint64 value, quint64 count)
{
    lib0::Encoder encoder;
    encoder.writeVarInt(value, count > 1);
    if (count > 1)
        encoder.writeVarUint(count - 2);
    return encoder.take();
}

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

QString harm(QByteArrayView bytes, crdt::Encoding encoding)
{
    crdt::Doc doc({.clientId = 50});
    fill(doc);
    const auto before = doc.encodeStateAsUpdate();
    const bool isTaken = doc.applyUpdate(bytes, &remote, encoding).has_value();
    if (!isTaken && doc.encodeStateAsUpdate() != before)
        return u"what was refused has changed something"_s;
    if (const auto problem = misuse(doc); !problem.isEmpty())
        return problem;
    for (const auto in : {crdt::Encoding::V1, crdt::Encoding::V2}) {
        crdt::Doc other({.clientId = 51});
        const auto state = doc.encodeStateAsUpdate({}, in);
        if (const auto taken = other.applyUpdate(state, &remote, in); !taken)
            return u"its own state cannot be read: "_s
                + QString::fromStdString(taken.error().message);
        for (const auto known = doc.stateVector(); const auto &[client, clock] : known.clocks()) {
            if (other.stateVector().clock(client) < clock)
                return u"its own state is not whole"_s;
        }
        if (const auto problem = misuse(other); !problem.isEmpty())
            return u"read again: "_s + problem;
    }
    return {};
}

double growthBy(const std::function<void()> &act)
{
    const auto most = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return double(usage.ru_maxrss) / 1024;
    };
    const auto before = most();
    act();
    return most() - before;
}

} // namespace hostile
