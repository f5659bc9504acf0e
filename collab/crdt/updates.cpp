// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/updates.h"

#include "collab/crdt/errors.h"
#include "collab/crdt/wire/structreader.h"
#include "collab/crdt/wire/structwriter.h"
#include "collab/crdt/wire/updatev2.h"

#include <algorithm>
#include <optional>

namespace crdt {

namespace {

/// Reads several updates as one: the highest client first, then by clock. What is covered already
/// is left out, what overlaps is cut, and a gap is bridged with a Skip.
class Merger
{
public:
    explicit Merger(std::span<const QByteArray> updates)
    {
        m_sources.reserve(updates.size());
        for (const auto &update : updates)
            m_sources.push_back(
                {StructReader(update, StructReader::Skips::LeaveOut), qint64(m_sources.size())});
        for (size_t i = 0; i < m_sources.size(); ++i)
            push(i);
    }

    Result<QByteArray> merge()
    {
        while (!m_queue.empty()) {
            const auto source = pop();
            takeFrom(m_sources[source].reader);
            // It was in front: among its equals it stays there.
            m_sources[source].rank = --m_lowestRank;
            push(source);
        }
        if (m_written)
            m_writer.write(*m_written);
        DeleteSet deletes;
        for (auto &source : m_sources) {
            deletes.add(DeleteSet::read(source.reader.decoder()));
            if (!source.reader.decoder().ok())
                return unreadable(source.reader.decoder());
        }
        deletes.normalise();
        return m_writer.finish(deletes);
    }

private:
    struct Source
    {
        StructReader reader;
        qint64 rank;
    };

    bool comesLater(size_t a, size_t b) const
    {
        const auto &x = *m_sources[a].reader.current();
        const auto &y = *m_sources[b].reader.current();
        if (x.client != y.client)
            return x.client < y.client;
        if (x.clock != y.clock)
            return x.clock > y.clock;
        return m_sources[a].rank > m_sources[b].rank;
    }
    void push(size_t source)
    {
        if (m_sources[source].reader.current() == nullptr)
            return;
        m_queue.push_back(source);
        std::ranges::push_heap(m_queue, [this](size_t a, size_t b) { return comesLater(a, b); });
    }
    size_t pop()
    {
        std::ranges::pop_heap(m_queue, [this](size_t a, size_t b) { return comesLater(a, b); });
        const auto source = m_queue.back();
        m_queue.pop_back();
        return source;
    }

    void replaceWritten(const WireStruct &wire)
    {
        m_writer.write(*m_written);
        m_written = wire;
    }

    /// Takes structs of one client from the source for as long as it has what comes next.
    void takeFrom(StructReader &reader)
    {
        const auto client = reader.current()->client;
        if (!m_written) {
            m_written = *reader.current();
            reader.next();
        } else if (!takeFirst(reader, client)) {
            return;
        }
        for (; reader.current() != nullptr; reader.next()) {
            const auto &next = *reader.current();
            if (next.client != client || next.clock != m_written->end())
                return;
            replaceWritten(next);
        }
    }

    /// False when another source may have what comes next.
    bool takeFirst(StructReader &reader, quint64 client)
    {
        bool skipped = false;
        while (reader.current() != nullptr && reader.current()->end() <= m_written->end()
               && reader.current()->client >= m_written->client) {
            reader.next();
            skipped = true;
        }
        auto *current = reader.current();
        if (current == nullptr || current->client != client
            || (skipped && current->clock > m_written->end()))
            return false;
        if (client != m_written->client) {
            replaceWritten(*current);
            reader.next();
        } else if (m_written->end() < current->clock) {
            bridge(*current);
        } else {
            join(reader, *current);
        }
        return true;
    }

    void bridge(const WireStruct &next)
    {
        if (m_written->kind == Kind::Skip) {
            m_written->length = next.end() - m_written->clock;
            return;
        }
        WireStruct skip;
        skip.client = next.client;
        skip.clock = m_written->end();
        skip.length = next.clock - skip.clock;
        skip.kind = Kind::Skip;
        replaceWritten(skip);
    }

    void join(StructReader &reader, const WireStruct &next)
    {
        WireStruct rest = next;
        if (const auto covered = m_written->end() - next.clock; covered > 0) {
            if (m_written->kind == Kind::Skip)
                m_written->length -= covered; // the other one may say more
            else
                cutFront(rest, covered);
        }
        if (m_written->kind == rest.kind && !rest.isItem()) {
            m_written->length += rest.length;
            return; // the source is asked again, and goes past what is covered now
        }
        replaceWritten(rest);
        reader.next();
    }

    std::vector<Source> m_sources;
    std::vector<size_t> m_queue;
    std::optional<WireStruct> m_written; ///< next to be written, or cut, or joined
    StructWriter m_writer;
    qint64 m_lowestRank = 0;
};

/// The update in parts of which each has its clients in order, as Yjs writes them; a part that
/// makes no sense is left for the merger to find.
std::vector<QByteArray> orderedParts(const QByteArray &update)
{
    lib0::Decoder decoder(update);
    std::vector<std::pair<qsizetype, qsizetype>> blocks; // where they begin and end
    WireStruct wire;
    bool isInOrder = true;
    std::optional<quint64> before;
    for (auto clients = decoder.readVarUint(); clients > 0 && decoder.ok(); --clients) {
        const auto begin = decoder.position();
        auto structs = decoder.readVarUint();
        const auto client = decoder.readVarUint();
        auto clock = decoder.readVarUint();
        for (; structs > 0 && readStruct(decoder, client, clock, wire); --structs)
            clock = wire.end();
        isInOrder &= !before || *before > client;
        before = client;
        blocks.emplace_back(begin, decoder.position());
    }
    if (isInOrder || !decoder.ok())
        return {update};
    std::vector<QByteArray> parts;
    for (const auto &[begin, end] : blocks)
        parts.push_back('\x01' + update.sliced(begin, end - begin) + '\0');
    parts.push_back('\0' + decoder.rest().toByteArray());
    return parts;
}

} // namespace

Result<QByteArray> mergeUpdates(std::span<const QByteArray> updates)
{
    if (updates.size() == 1)
        return updates.front();
    std::vector<QByteArray> parts;
    for (const auto &update : updates)
        std::ranges::move(orderedParts(update), std::back_inserter(parts));
    return Merger(parts).merge();
}

Result<QByteArray> diffUpdate(QByteArrayView update, const StateVector &known)
{
    StructReader reader(update);
    StructWriter writer;
    while (const auto *wire = reader.current()) {
        const auto client = wire->client;
        const auto clock = known.clock(client);
        if (wire->kind == Kind::Skip || wire->end() <= clock) {
            reader.next();
            continue;
        }
        writer.writeFrom(*wire, clock > wire->clock ? clock - wire->clock : 0);
        for (reader.next(); reader.current() != nullptr && reader.current()->client == client;
             reader.next())
            writer.write(*reader.current());
    }
    const auto deletes = DeleteSet::read(reader.decoder());
    if (!reader.decoder().ok())
        return unreadable(reader.decoder());
    return writer.finish(deletes);
}

Result<std::vector<ClientRange>> rangesOfUpdate(QByteArrayView update)
{
    StructReader reader(update);
    std::vector<ClientRange> ranges;
    for (; reader.current() != nullptr; reader.next()) {
        const auto &wire = *reader.current();
        if (ranges.empty() || ranges.back().client != wire.client
            || ranges.back().end != wire.clock)
            ranges.push_back({wire.client, wire.clock, wire.end()});
        ranges.back().end = wire.end();
    }
    DeleteSet::skip(reader.decoder());
    if (!reader.decoder().ok())
        return unreadable(reader.decoder());
    return ranges;
}

Result<UpdateUnits> unitsOfUpdate(QByteArrayView update)
{
    StructReader reader(update, StructReader::Skips::LeaveOut);
    UpdateUnits units;
    for (; reader.current() != nullptr; reader.next()) {
        const auto &wire = *reader.current();
        units.inserted.add(wire.client, {.clock = wire.clock, .length = wire.length});
    }
    units.deleted = DeleteSet::read(reader.decoder());
    if (!reader.decoder().ok())
        return unreadable(reader.decoder());
    units.inserted.normalise();
    units.deleted.normalise();
    return units;
}

Result<StateVector> stateVectorFromUpdate(QByteArrayView update)
{
    StructReader reader(update);
    StateVector vector;
    for (; reader.current() != nullptr; reader.next()) {
        const auto &wire = *reader.current();
        const auto known = vector.clock(wire.client);
        if (wire.kind != Kind::Skip && wire.clock <= known && wire.end() > known)
            vector.set(wire.client, wire.end());
    }
    if (!reader.decoder().ok())
        return unreadable(reader.decoder());
    return vector;
}

Result<QByteArray> convertUpdate(QByteArrayView update, Encoding from, Encoding to)
{
    if (from == to)
        return update.toByteArray();
    return to == Encoding::V2 ? updateV2FromV1(update) : updateV1FromV2(update);
}

bool isEmptyUpdate(QByteArrayView update)
{
    return update == QByteArrayView("\0\0", 2);
}

} // namespace crdt
