// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Awareness does with the messages of others.

#include "collab/awareness/awareness.h"

#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"
#include "collab/lib0/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace collab {

/// A client takes over a clock that somebody else gave it, and must have room to count on. Nobody
/// counts so far.
static constexpr quint64 HighestClock = lib0::MaxSafeInteger / 2;

/// As JavaScript would send it on; empty for null, nothing for what is no JSON.
static std::optional<QByteArray> normalised(QByteArrayView json)
{
    const auto any = lib0::parseJson(json);
    if (!any)
        return std::nullopt;
    return any->isNull() ? QByteArray() : lib0::stringify(*any);
}

Result<std::vector<Awareness::Entry>> Awareness::read(QByteArrayView message, int &leftOut) const
{
    lib0::Decoder decoder(message);
    std::vector<Entry> entries;
    for (auto left = decoder.readVarUint(); left > 0 && decoder.ok(); --left) {
        Entry entry{.client = decoder.readVarUint(), .clock = decoder.readVarUint()};
        const auto text = decoder.readVarString();
        if (!decoder.ok())
            break;
        if (text.size() > m_options.stateBytes) {
            ++leftOut;
            continue;
        }
        const auto json = normalised(text);
        if (!json)
            decoder.fail("a state is no JSON"_L1);
        entry.json = json.value_or(QByteArray());
        entries.push_back(std::move(entry));
    }
    if (!decoder.ok())
        return std::unexpected(Error(Error::Kind::Malformed, decoder.problem()));
    return entries;
}

Result<int> Awareness::apply(QByteArrayView message, Origin origin, const Filter &filter)
{
    int leftOut = 0;
    auto entries = read(message, leftOut);
    if (!entries)
        return std::unexpected(entries.error());
    Changes changes;
    for (auto &entry : *entries) {
        if (!isNews(entry) || (filter && !filter(entry)))
            continue;
        if (hasRoomFor(entry))
            take(entry, changes);
        else
            ++leftOut;
    }
    boundMemory();
    tell(changes, origin);
    return leftOut;
}

bool Awareness::isNews(const Entry &entry) const
{
    if (entry.clock > HighestClock)
        return false;
    const auto known = m_known.find(entry.client);
    const auto clock = known == m_known.end() ? 0 : known->second.clock;
    return entry.clock > clock
        || (entry.clock == clock && entry.json.isEmpty() && m_states.contains(entry.client));
}

bool Awareness::hasRoomFor(const Entry &entry) const
{
    const auto found = m_states.find(entry.client);
    const auto replaced = found == m_states.end() ? 0 : found->second.size();
    return entry.json.isEmpty()
        || ((found != m_states.end() || m_states.size() < m_options.states)
            && m_bytes + entry.json.size() - replaced <= m_options.totalBytes);
}

void Awareness::take(Entry &entry, Changes &changes)
{
    const auto client = entry.client;
    const bool isGone = entry.json.isEmpty();
    const bool wasKnown = m_known.contains(client);
    const auto before = json(client);
    // Nobody else says that this client is gone: it says that it is here.
    const bool isContradicted = isGone && client == m_clientId && m_states.contains(client);
    if (isContradicted)
        ++entry.clock;
    else if (isGone)
        erase(client);
    else
        store(client, entry.json);
    if (!isGone && client == m_clientId)
        m_local = *lib0::parseJson(entry.json);
    m_known[client] = {.clock = entry.clock, .heardAt = now()};

    if (isGone && wasKnown) {
        changes.all.removed.append(client);
        changes.real.removed.append(client);
    } else if (!isGone && !wasKnown) {
        changes.all.added.append(client);
        changes.real.added.append(client);
    } else if (!isGone) {
        changes.all.updated.append(client);
        if (!lib0::isSameJsonText(before, entry.json))
            changes.real.updated.append(client);
    }
}

/// Forgets those that went longest ago when there are too many of them; their late messages could
/// bring them back for the time it takes a state to be outdated.
void Awareness::boundMemory()
{
    if (m_known.size() <= m_states.size() + m_options.remembered)
        return;
    std::vector<std::pair<qint64, quint64>> gone;
    for (const auto &[client, known] : m_known) {
        if (!m_states.contains(client) && client != m_clientId)
            gone.emplace_back(known.heardAt, client);
    }
    // Some more than need be, so that the next one does not cost this again.
    const auto keep = std::min(m_options.remembered * 3 / 4, gone.size());
    const auto last = gone.end() - std::ptrdiff_t(keep);
    std::ranges::nth_element(gone, last);
    for (auto it = gone.begin(); it != last; ++it)
        m_known.erase(it->second);
}

} // namespace collab
