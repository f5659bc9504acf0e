// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/store/longcontent.h"

#include "collab/lib0/anycoding.h"
#include "collab/lib0/decoder.h"

#include <algorithm>

namespace crdt {

namespace {

bool isPair(char lead)
{
    return quint8(lead) >= 0xf0;
}

UnitPlace placeInText(QByteArrayView utf8, quint64 offset)
{
    qsizetype byte = 0;
    while (offset > 0 && byte < utf8.size()) {
        if (isPair(utf8[byte]) && offset == 1)
            return {byte, true};
        offset -= isPair(utf8[byte]) ? 2 : 1;
        byte += lib0::utf8Length(utf8[byte]);
    }
    return {byte, false};
}

/// The place before the last `units`.
UnitPlace placeFromEnd(QByteArrayView utf8, quint64 units)
{
    qsizetype byte = utf8.size();
    while (units > 0 && byte > 0) {
        do
            --byte;
        while (byte > 0 && lib0::utf8Length(utf8[byte]) == 0);
        if (isPair(utf8[byte]) && units == 1)
            return {byte, true};
        units -= isPair(utf8[byte]) ? 2 : 1;
    }
    return {byte, false};
}

void skipValue(Kind kind, lib0::Decoder &decoder)
{
    if (kind == Kind::Any)
        lib0::skipAny(decoder);
    else
        decoder.readVarBytes();
}

} // namespace

UnitPlace placeOfUnit(Kind kind, QByteArrayView bytes, quint64 offset)
{
    if (kind == Kind::String)
        return placeInText(bytes, offset);
    lib0::Decoder decoder(bytes);
    for (; offset > 0 && decoder.ok(); --offset)
        skipValue(kind, decoder);
    return {decoder.position(), false};
}

QByteArray bytesFrom(QByteArrayView bytes, const UnitPlace &place)
{
    if (!place.insidePair)
        return bytes.sliced(place.byte).toByteArray();
    return lib0::ReplacementCharacter.toByteArray() + bytes.sliced(place.byte + 4);
}

LongContent::Part LongContent::cut(quint64 units, quint64 offset)
{
    const auto at = place(units, offset);
    if (units - offset <= offset)
        return {cutRight(at), true};
    auto left = cutLeft(at);
    m_gone.unit += offset;
    return {std::move(left), false};
}

UnitPlace LongContent::place(quint64 units, quint64 offset)
{
    if (m_kind != Kind::String)
        return {byteOfValue(offset), false};
    return units - offset <= offset ? placeFromEnd(m_bytes, units - offset)
                                    : placeInText(m_bytes, offset);
}

/// Reads on from the last place found before, and remembers places on the way.
qsizetype LongContent::byteOfValue(quint64 offset)
{
    static constexpr quint64 UnitsBetween = 64;
    static constexpr qsizetype BytesBetween = 1024;
    const auto wanted = m_gone.unit + offset;
    const auto next = std::ranges::upper_bound(m_found, wanted, {}, &Found::unit);
    auto last = next == m_found.begin() ? m_gone : *std::prev(next);
    if (last.unit < m_gone.unit)
        last = m_gone;
    const auto begin = last.byte - m_gone.byte;
    lib0::Decoder decoder(QByteArrayView(m_bytes).sliced(begin));
    std::vector<Found> passed;
    for (auto unit = last.unit; unit < wanted && decoder.ok();) {
        skipValue(m_kind, decoder);
        const Found here{++unit, m_gone.byte + begin + decoder.position()};
        if (here.unit - last.unit >= UnitsBetween || here.byte - last.byte >= BytesBetween) {
            passed.push_back(here);
            last = here;
        }
    }
    m_found.insert(next, passed.begin(), passed.end());
    return begin + decoder.position();
}

QByteArray LongContent::cutRight(const UnitPlace &place)
{
    auto right = bytesFrom(m_bytes, place);
    m_bytes.truncate(place.byte);
    if (place.insidePair)
        m_bytes.append(lib0::ReplacementCharacter);
    const auto end = m_gone.byte + place.byte;
    while (!m_found.empty() && m_found.back().byte > end)
        m_found.pop_back();
    if (m_bytes.capacity() > 2 * m_bytes.size())
        m_bytes.squeeze();
    return right;
}

QByteArray LongContent::cutLeft(const UnitPlace &place)
{
    auto left = m_bytes.first(place.byte);
    auto gone = place.byte;
    if (place.insidePair) {
        left.append(lib0::ReplacementCharacter);
        gone += 4 - lib0::ReplacementCharacter.size();
        std::ranges::copy(lib0::ReplacementCharacter, m_bytes.begin() + gone);
    }
    m_bytes.remove(0, gone); // moves its beginning only
    m_gone.byte += gone;
    if (m_bytes.capacity() > 2 * m_bytes.size())
        m_bytes.squeeze();
    return left;
}

} // namespace crdt
