// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/deleteset.h"

#include <algorithm>

namespace crdt {

using namespace Qt::StringLiterals;

void normalise(DeleteSet::Ranges &ranges)
{
    std::ranges::sort(ranges, {}, &ClockRange::clock);
    size_t kept = 0;
    for (size_t i = 1; i < ranges.size(); ++i) {
        auto &last = ranges[kept];
        if (last.end() >= ranges[i].clock)
            last.length = std::max(last.end(), ranges[i].end()) - last.clock;
        else
            ranges[++kept] = ranges[i];
    }
    if (!ranges.empty())
        ranges.resize(kept + 1);
}

void DeleteSet::add(quint64 client, ClockRange range)
{
    add(client, Ranges{range});
}

void DeleteSet::add(quint64 client, const Ranges &ranges)
{
    const auto [mine, isNew] = m_clients.try_emplace(client);
    mine->second.insert(mine->second.end(), ranges.begin(), ranges.end());
    if (isNew)
        m_asAdded.push_back(client);
}

void DeleteSet::add(const DeleteSet &other)
{
    for (const auto client : other.m_asAdded)
        add(client, other.m_clients.at(client));
}

/// What of `ranges` is not in `others`.
static DeleteSet::Ranges without(const DeleteSet::Ranges &ranges, const DeleteSet::Ranges &others)
{
    DeleteSet::Ranges left;
    auto other = others.begin();
    for (auto range : ranges) {
        while (other != others.end() && other->end() <= range.clock)
            ++other;
        for (auto cut = other; cut != others.end() && cut->clock < range.end(); ++cut) {
            if (cut->clock > range.clock)
                left.push_back({.clock = range.clock, .length = cut->clock - range.clock});
            const auto rest = std::min(std::max(range.clock, cut->end()), range.end());
            range = {.clock = rest, .length = range.end() - rest};
        }
        if (range.length > 0)
            left.push_back(range);
    }
    return left;
}

void DeleteSet::remove(const DeleteSet &other)
{
    for (const auto &[client, ranges] : other.m_clients) {
        const auto mine = m_clients.find(client);
        if (mine == m_clients.end())
            continue;
        mine->second = without(mine->second, ranges);
        if (mine->second.empty()) {
            m_clients.erase(mine);
            std::erase(m_asAdded, client);
        }
    }
}

qsizetype DeleteSet::rangeCount() const
{
    qsizetype count = 0;
    for (const auto &[client, ranges] : m_clients)
        count += qsizetype(ranges.size());
    return count;
}

void DeleteSet::normalise()
{
    for (auto &[client, ranges] : m_clients)
        crdt::normalise(ranges);
}

bool DeleteSet::contains(Id id) const
{
    const auto found = m_clients.find(id.client);
    if (found == m_clients.end())
        return false;
    const auto above = std::ranges::upper_bound(found->second, id.clock, {}, &ClockRange::clock);
    return above != found->second.begin() && id.clock < std::prev(above)->end();
}

void DeleteSet::write(lib0::Encoder &encoder) const
{
    encoder.writeVarUint(m_clients.size());
    for (const auto &[client, ranges] : m_clients) {
        encoder.writeVarUint(client);
        encoder.writeVarUint(ranges.size());
        for (const auto &range : ranges) {
            encoder.writeVarUint(range.clock);
            encoder.writeVarUint(range.length);
        }
    }
}

void DeleteSet::writeV2(lib0::Encoder &encoder) const
{
    encoder.writeVarUint(m_clients.size());
    for (const auto &[client, ranges] : m_clients) {
        encoder.writeVarUint(client);
        encoder.writeVarUint(ranges.size());
        quint64 end = 0;
        for (const auto &range : ranges) {
            encoder.writeVarUint(range.clock - end);
            encoder.writeVarUint(range.length - 1);
            end = range.end();
        }
    }
}

/// Reads the clients and their ranges; `range` reads one of these.
template<typename ReadRange>
static DeleteSet readClients(lib0::Decoder &decoder, ReadRange &&range)
{
    DeleteSet set;
    for (auto clients = decoder.readVarUint(); clients > 0 && decoder.ok(); --clients) {
        const auto client = decoder.readVarUint();
        DeleteSet::Ranges ranges;
        quint64 end = 0;
        for (auto count = decoder.readVarUint(); count > 0 && decoder.ok(); --count) {
            const ClockRange read = range(end);
            end = read.end();
            if (end > lib0::MaxSafeInteger)
                decoder.fail("a deleted range is too long"_L1);
            if (read.length > 0)
                ranges.push_back(read);
        }
        if (!ranges.empty())
            set.add(client, ranges);
    }
    return set;
}

DeleteSet DeleteSet::read(lib0::Decoder &decoder)
{
    return readClients(decoder, [&decoder](quint64) {
        const auto clock = decoder.readVarUint();
        return ClockRange{clock, decoder.readVarUint()};
    });
}

DeleteSet DeleteSet::readV2(lib0::Decoder &decoder)
{
    return readClients(decoder, [&decoder](quint64 end) {
        const auto clock = end + decoder.readVarUint();
        return ClockRange{clock, decoder.readVarUint() + 1};
    });
}

bool DeleteSet::skip(lib0::Decoder &decoder)
{
    bool any = false;
    readClients(decoder, [&](quint64) {
        any = true;
        const auto clock = decoder.readVarUint();
        const auto length = decoder.readVarUint();
        if (clock + length > lib0::MaxSafeInteger)
            decoder.fail("a deleted range is too long"_L1);
        return ClockRange{0, 0};
    });
    return any;
}

} // namespace crdt
