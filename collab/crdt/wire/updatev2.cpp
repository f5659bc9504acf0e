// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/wire/updatev2.h"

#include "collab/crdt/errors.h"
#include "collab/crdt/store/content.h"
#include "collab/crdt/wire/structreader.h"
#include "collab/crdt/wire/structwriter.h"
#include "collab/lib0/anycoding.h"
#include "collab/lib0/columns.h"
#include "collab/lib0/json.h"

namespace crdt {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 StructsPerByte = 4096;
constexpr quint64 StructsAtLeast = 1024;
constexpr quint64 MostStructs = 16'000'000;

/// The nine columns of version 2 in the order in which they are written, and what follows them.
class Reader
{
public:
    explicit Reader(QByteArrayView update)
        : m_rest(update)
        , m_budget(std::min(quint64(update.size()) * StructsPerByte + StructsAtLeast, MostStructs))
        , m_flag(m_rest.readVarUint())
        , m_keyClocks(m_rest.readVarBytes())
        , m_clients(m_rest.readVarBytes())
        , m_leftClocks(m_rest.readVarBytes())
        , m_rightClocks(m_rest.readVarBytes())
        , m_infos(m_rest.readVarBytes())
        , m_strings(m_rest.readVarBytes())
        , m_parents(m_rest.readVarBytes())
        , m_typeKinds(m_rest.readVarBytes())
        , m_lengths(m_rest.readVarBytes())
    {
    }

    Result<QByteArray> toV1()
    {
        StructWriter writer;
        for (auto clients = m_rest.readVarUint(); clients > 0 && ok(); --clients) {
            auto structs = m_rest.readVarUint();
            const auto client = m_clients.read();
            auto clock = m_rest.readVarUint();
            for (; structs > 0 && ok(); --structs) {
                if (m_budget-- == 0)
                    m_rest.fail("it says that it has more structs than it can have"_L1);
                WireStruct wire;
                read(wire, client, clock);
                if (!ok())
                    break;
                writer.write(wire);
                clock = wire.end();
            }
        }
        const auto deletes = DeleteSet::readV2(m_rest);
        if (!ok())
            return unreadable(m_rest);
        return writer.finish(deletes);
    }

private:
    bool ok()
    {
        if (!m_strings.ok() || !m_keyClocks.decoder().ok() || !m_clients.decoder().ok()
            || !m_leftClocks.decoder().ok() || !m_rightClocks.decoder().ok()
            || !m_infos.decoder().ok() || !m_parents.decoder().ok() || !m_typeKinds.decoder().ok()
            || !m_lengths.decoder().ok())
            m_rest.fail("one of its columns ends too early"_L1);
        return m_rest.ok();
    }

    Id leftId() { return {m_clients.read(), clock(m_leftClocks.read())}; }
    Id rightId() { return {m_clients.read(), clock(m_rightClocks.read())}; }
    quint64 clock(qint64 value)
    {
        if (value < 0)
            m_rest.fail("a clock is negative"_L1);
        return quint64(std::max<qint64>(value, 0));
    }
    QByteArray key()
    {
        const auto number = clock(m_keyClocks.read());
        if (number < quint64(m_keys.size()))
            return m_keys[qsizetype(number)];
        m_keys.append(m_strings.read());
        return m_keys.last();
    }

    void read(WireStruct &wire, quint64 client, quint64 clock)
    {
        wire.client = client;
        wire.clock = clock;
        readInfo(wire, m_infos.read());
        if (wire.isItem()) {
            wire.isKeyed &= !wire.hasOrigin && !wire.hasRightOrigin;
            if (wire.hasOrigin)
                wire.origin = leftId();
            if (wire.hasRightOrigin)
                wire.rightOrigin = rightId();
            if (!wire.hasOrigin && !wire.hasRightOrigin)
                readParent(wire);
        }
        readContent(wire);
        // The columns can say what no document can hold; version 1's reader says so.
        if (wire.length == 0 || wire.length > lib0::MaxSafeInteger
            || wire.clock > lib0::MaxSafeInteger - wire.length)
            m_rest.fail("a struct makes no sense"_L1);
    }

    void readParent(WireStruct &wire)
    {
        if (m_parents.read() == 1) {
            wire.parent = WireStruct::Parent::Root;
            wire.owned[1] = m_strings.read();
            wire.rootName = wire.owned[1];
        } else {
            wire.parent = WireStruct::Parent::Item;
            wire.parentItem = leftId();
        }
        if (wire.isKeyed) {
            wire.owned[2] = m_strings.read();
            wire.key = wire.owned[2];
        }
    }

    void own(WireStruct &wire, const QByteArray &bytes)
    {
        wire.owned[0] = bytes;
        wire.bytes = wire.owned[0];
    }

    void readContent(WireStruct &wire)
    {
        wire.length = 1;
        switch (wire.kind) {
        case Kind::GC:
        case Kind::Deleted: wire.length = m_lengths.read(); return;
        case Kind::Skip: wire.length = m_rest.readVarUint(); return;
        case Kind::Json: return readJsons(wire);
        case Kind::Binary: return own(wire, m_rest.readVarBytes().toByteArray());
        case Kind::String:
            own(wire, m_strings.read());
            wire.length = lib0::utf16Length(wire.bytes);
            return;
        case Kind::Embed: return own(wire, lib0::stringify(lib0::readAny(m_rest)));
        case Kind::Format: {
            lib0::Encoder encoder;
            encoder.writeVarBytes(key());
            encoder.writeVarBytes(lib0::stringify(lib0::readAny(m_rest)));
            return own(wire, encoder.take());
        }
        case Kind::Type: {
            const auto kind = m_typeKinds.read();
            if (kind > quint64(TypeKind::XmlText))
                m_rest.fail("a shared type is of an unknown kind"_L1);
            wire.type = TypeKind(kind & 7);
            if (hasTypeName(wire.type))
                own(wire, key());
            return;
        }
        case Kind::Any: return readAnys(wire);
        case Kind::Doc: {
            lib0::Encoder encoder;
            encoder.writeVarBytes(m_strings.read());
            lib0::writeAny(encoder, lib0::readAny(m_rest));
            return own(wire, encoder.take());
        }
        }
        m_rest.fail("a struct has contents of an unknown kind"_L1);
    }

    void readJsons(WireStruct &wire)
    {
        wire.length = m_lengths.read();
        lib0::Encoder encoder;
        for (quint64 i = 0; i < wire.length && m_strings.ok(); ++i) {
            if (m_budget-- == 0)
                m_rest.fail("it says that it has more values than it can have"_L1);
            if (!m_rest.ok())
                return;
            encoder.writeVarBytes(m_strings.read());
        }
        own(wire, encoder.take());
    }

    void readAnys(WireStruct &wire)
    {
        wire.length = m_lengths.read();
        lib0::Encoder encoder;
        for (quint64 i = 0; i < wire.length && m_rest.ok(); ++i)
            lib0::writeAny(encoder, lib0::readAny(m_rest));
        own(wire, encoder.take());
    }

    lib0::Decoder m_rest;
    quint64 m_budget;
    quint64 m_flag; ///< of features; 0, and ignored
    lib0::IntDiffOptRleDecoder m_keyClocks;
    lib0::UintOptRleDecoder m_clients;
    lib0::IntDiffOptRleDecoder m_leftClocks;
    lib0::IntDiffOptRleDecoder m_rightClocks;
    lib0::RleDecoder m_infos;
    lib0::StringDecoder m_strings;
    lib0::RleDecoder m_parents;
    lib0::UintOptRleDecoder m_typeKinds;
    lib0::UintOptRleDecoder m_lengths;
    QList<QByteArray> m_keys;
};

class Writer
{
public:
    Result<QByteArray> fromV1(QByteArrayView update, StructReader::KeyBits keyBits)
    {
        StructReader reader(update, StructReader::Skips::Keep, keyBits);
        for (; reader.current() != nullptr; reader.next())
            write(*reader.current());
        endClient();
        auto deletes = DeleteSet::read(reader.decoder());
        deletes.normalise(); // differences can only be written in order
        if (!reader.decoder().ok())
            return unreadable(reader.decoder());
        lib0::Encoder update2;
        update2.writeVarUint(0);
        for (const auto &column : {m_keyClocks.take(), m_clients.take(), m_leftClocks.take(),
                                   m_rightClocks.take(), m_infos.take(), m_strings.take(),
                                   m_parents.take(), m_typeKinds.take(), m_lengths.take()})
            update2.writeVarBytes(column);
        update2.writeVarUint(m_clientCount);
        update2.writeRaw(m_rest.bytes());
        deletes.writeV2(update2);
        return update2.take();
    }

private:
    void endClient()
    {
        if (m_count == 0)
            return;
        m_rest.writeVarUint(m_count);
        m_rest.writeRaw(m_block.bytes());
        m_block.take();
        m_count = 0;
        ++m_clientCount;
    }

    void write(const WireStruct &wire)
    {
        if (m_count > 0 && (wire.client != m_client || wire.clock != m_clock))
            endClient();
        m_clock = wire.end();
        if (m_count++ == 0) {
            m_client = wire.client;
            m_clients.write(wire.client);
            m_block.writeVarUint(wire.clock);
        }
        m_infos.write(infoOf(wire));
        if (wire.hasOrigin)
            writeLeft(wire.origin);
        if (wire.hasRightOrigin) {
            m_clients.write(wire.rightOrigin.client);
            m_rightClocks.write(qint64(wire.rightOrigin.clock));
        }
        if (wire.isItem() && !wire.hasOrigin && !wire.hasRightOrigin)
            writeParent(wire);
        writeContent(wire);
    }

    void writeLeft(Id id)
    {
        m_clients.write(id.client);
        m_leftClocks.write(qint64(id.clock));
    }

    void writeParent(const WireStruct &wire)
    {
        const bool isRoot = wire.parent == WireStruct::Parent::Root;
        m_parents.write(isRoot ? 1 : 0);
        if (isRoot)
            m_strings.write(wire.rootName);
        else
            writeLeft(wire.parentItem);
        if (wire.isKeyed)
            m_strings.write(wire.key);
    }

    void writeKey(QByteArrayView key)
    {
        m_keyClocks.write(m_keyClock++); // Yjs 13 names no key twice
        m_strings.write(key);
    }

    void writeJson(QByteArrayView text)
    {
        lib0::writeAny(m_block, lib0::parseJson(text).value_or(lib0::Any()));
    }

    void writeContent(const WireStruct &wire)
    {
        lib0::Decoder bytes(wire.bytes);
        switch (wire.kind) {
        case Kind::GC:
        case Kind::Deleted: m_lengths.write(wire.length); return;
        case Kind::Skip: m_block.writeVarUint(wire.length); return;
        case Kind::Json:
            m_lengths.write(wire.length);
            for (quint64 i = 0; i < wire.length; ++i)
                m_strings.write(bytes.readVarBytes());
            return;
        case Kind::Binary: m_block.writeVarBytes(wire.bytes); return;
        case Kind::String: m_strings.write(wire.bytes); return;
        case Kind::Embed: writeJson(wire.bytes); return;
        case Kind::Format:
            writeKey(bytes.readVarBytes());
            writeJson(bytes.readVarBytes());
            return;
        case Kind::Type:
            m_typeKinds.write(quint64(wire.type));
            if (hasTypeName(wire.type))
                writeKey(wire.bytes);
            return;
        case Kind::Any:
            m_lengths.write(wire.length);
            m_block.writeRaw(wire.bytes);
            return;
        case Kind::Doc:
            m_strings.write(bytes.readVarBytes());
            m_block.writeRaw(bytes.rest());
            return;
        }
    }

    lib0::IntDiffOptRleEncoder m_keyClocks;
    lib0::UintOptRleEncoder m_clients;
    lib0::IntDiffOptRleEncoder m_leftClocks;
    lib0::IntDiffOptRleEncoder m_rightClocks;
    lib0::RleEncoder m_infos;
    lib0::StringEncoder m_strings;
    lib0::RleEncoder m_parents;
    lib0::UintOptRleEncoder m_typeKinds;
    lib0::UintOptRleEncoder m_lengths;
    lib0::Encoder m_block; ///< what of the client at hand stands in no column
    lib0::Encoder m_rest;
    quint64 m_client = 0;
    quint64 m_clock = 0; ///< of the struct that can follow without a new head
    quint64 m_count = 0;
    quint64 m_clientCount = 0;
    qint64 m_keyClock = 0;
};

} // namespace

Result<QByteArray> updateV1FromV2(QByteArrayView update)
{
    auto converted = Reader(update).toV1();
    if (!converted)
        return converted;
    // The columns can say more that makes no sense than was looked at: version 1's reader decides.
    StructReader reader(*converted);
    while (reader.current() != nullptr)
        reader.next();
    DeleteSet::skip(reader.decoder());
    if (!reader.decoder().ok())
        return unreadable(reader.decoder());
    return converted;
}

Result<QByteArray> updateV2FromV1(QByteArrayView update, StructReader::KeyBits keyBits)
{
    return Writer().fromV1(update, keyBits);
}

} // namespace crdt
