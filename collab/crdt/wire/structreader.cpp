// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/wire/structreader.h"

#include "collab/lib0/anycoding.h"
#include "collab/lib0/json.h"

namespace crdt {

using namespace Qt::StringLiterals;

namespace {

Id readId(lib0::Decoder &decoder)
{
    const auto client = decoder.readVarUint();
    return {client, decoder.readVarUint()};
}

/// The bytes of `count` things that `skip` goes past one by one.
template<typename Skip>
QByteArrayView span(lib0::Decoder &decoder, quint64 count, Skip &&skip)
{
    const auto rest = decoder.rest();
    const auto begin = decoder.position();
    for (; count > 0 && decoder.ok(); --count)
        skip();
    return decoder.ok() ? rest.first(decoder.position() - begin) : QByteArrayView();
}

void readJsonText(lib0::Decoder &decoder, bool undefinedToo)
{
    const auto text = decoder.readVarString();
    if (decoder.ok() && !(undefinedToo && text == "undefined") && !lib0::parseJson(text))
        decoder.fail("a text is not JSON"_L1);
}

/// Other peers may write a value in another form than Yjs would; documents keep Yjs's form.
QByteArray rewritten(QByteArrayView anys, quint64 count)
{
    lib0::Decoder decoder(anys);
    lib0::Encoder encoder;
    for (; count > 0; --count)
        lib0::writeAny(encoder, lib0::readAny(decoder));
    return encoder.take();
}

void readAnys(lib0::Decoder &decoder, WireStruct &wire)
{
    bool canonical = true;
    wire.bytes = span(decoder, wire.length, [&] { canonical &= lib0::skipAny(decoder); });
    if (!canonical && decoder.ok()) {
        wire.owned[0] = rewritten(wire.bytes, wire.length);
        wire.bytes = wire.owned[0];
    }
}

void readType(lib0::Decoder &decoder, WireStruct &wire)
{
    const auto kind = decoder.readVarUint();
    if (kind > quint64(TypeKind::XmlText))
        decoder.fail("a shared type is of an unknown kind"_L1);
    wire.type = TypeKind(kind & 7);
    if (hasTypeName(wire.type))
        wire.bytes = decoder.readVarString();
}

void readContent(lib0::Decoder &decoder, WireStruct &wire)
{
    wire.length = 1;
    wire.bytes = {};
    switch (wire.kind) {
    case Kind::GC:
    case Kind::Deleted:
    case Kind::Skip: wire.length = decoder.readVarUint(); return;
    case Kind::Json:
        wire.length = decoder.readVarUint();
        wire.bytes = span(decoder, wire.length, [&] { readJsonText(decoder, true); });
        return;
    case Kind::Binary: wire.bytes = decoder.readVarBytes(); return;
    case Kind::String:
        wire.bytes = decoder.readVarString();
        wire.length = lib0::utf16Length(wire.bytes);
        return;
    case Kind::Embed: {
        const auto text = decoder.readVarString();
        if (decoder.ok() && !lib0::parseJson(text))
            decoder.fail("a text is not JSON"_L1);
        wire.bytes = text;
        return;
    }
    case Kind::Format:
        wire.bytes = span(decoder, 1, [&] {
            decoder.readVarString();
            readJsonText(decoder, false);
        });
        return;
    case Kind::Type: return readType(decoder, wire);
    case Kind::Any: wire.length = decoder.readVarUint(); return readAnys(decoder, wire);
    case Kind::Doc:
        wire.bytes = span(decoder, 1, [&] {
            decoder.readVarString();
            lib0::skipAny(decoder);
        });
        return;
    }
    decoder.fail("a struct has contents of an unknown kind"_L1);
}

void readParent(lib0::Decoder &decoder, WireStruct &wire)
{
    if (decoder.readVarUint() == 1) {
        wire.parent = WireStruct::Parent::Root;
        wire.rootName = decoder.readVarString();
    } else {
        wire.parent = WireStruct::Parent::Item;
        wire.parentItem = readId(decoder);
    }
    if (wire.isKeyed)
        wire.key = decoder.readVarString();
}

/// Whether what the struct builds on can have been there when it was made.
bool isBefore(Id id, const WireStruct &wire)
{
    return id.client != wire.client || id.clock < wire.clock;
}

bool makesSense(const WireStruct &wire)
{
    return wire.length > 0 && wire.end() <= lib0::MaxSafeInteger
        && (!wire.hasOrigin || isBefore(wire.origin, wire))
        && (!wire.hasRightOrigin || isBefore(wire.rightOrigin, wire))
        && (wire.parent != WireStruct::Parent::Item || isBefore(wire.parentItem, wire));
}

} // namespace

bool readStruct(lib0::Decoder &decoder, quint64 client, quint64 clock, WireStruct &wire)
{
    wire.client = client;
    wire.clock = clock;
    wire.parent = WireStruct::Parent::OfNeighbour;
    readInfo(wire, decoder.readUint8());
    if (wire.isItem()) {
        if (wire.hasOrigin)
            wire.origin = readId(decoder);
        if (wire.hasRightOrigin)
            wire.rightOrigin = readId(decoder);
        if (!wire.hasOrigin && !wire.hasRightOrigin)
            readParent(decoder, wire);
    }
    readContent(decoder, wire);
    if (decoder.ok() && !makesSense(wire))
        decoder.fail("a struct makes no sense"_L1);
    return decoder.ok();
}

StructReader::StructReader(QByteArrayView update, Skips skips, KeyBits keyBits)
    : m_decoder(update)
    , m_skips(skips)
    , m_keyBits(keyBits)
    , m_clientsLeft(m_decoder.readVarUint())
{
    next();
}

bool StructReader::readNext()
{
    while (m_structsLeft == 0) {
        if (m_clientsLeft == 0 || !m_decoder.ok())
            return false;
        --m_clientsLeft;
        m_structsLeft = m_decoder.readVarUint();
        m_client = m_decoder.readVarUint();
        m_clock = m_decoder.readVarUint();
    }
    --m_structsLeft;
    if (!readStruct(m_decoder, m_client, m_clock, m_current))
        return false;
    m_clock = m_current.end();
    if (m_keyBits == KeyBits::Needed)
        m_current.isKeyed &= !m_current.hasOrigin && !m_current.hasRightOrigin;
    return true;
}

void StructReader::next()
{
    do
        m_has = readNext();
    while (m_has && m_skips == Skips::LeaveOut && m_current.kind == Kind::Skip);
}

} // namespace crdt
