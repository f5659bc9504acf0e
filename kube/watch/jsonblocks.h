// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <bit>
#include <cstddef>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kube {

/// The bytes of one block that JSON's structure hangs on. Bit i stands for byte i.
struct JsonMarks
{
    quint64 quotes = 0;
    quint64 escapes = 0; ///< backslashes
    quint64 opens = 0; ///< { and [
    quint64 closes = 0; ///< } and ]

    bool operator==(const JsonMarks &) const = default;
};

constexpr size_t JsonBlockSize = 64;

/// Byte by byte, for processors without SSE2; jsonMarks() gives the same.
inline JsonMarks jsonMarksOneByOne(const char *block)
{
    JsonMarks marks;
    for (size_t i = 0; i < JsonBlockSize; ++i) {
        const char c = block[i];
        const char bracket = char(c | 0x20);
        marks.quotes |= quint64(c == '"') << i;
        marks.escapes |= quint64(c == '\\') << i;
        marks.opens |= quint64(bracket == '{') << i;
        marks.closes |= quint64(bracket == '}') << i;
    }
    return marks;
}

/// Of the 64 bytes at `block`. [ and { differ in one bit only (0x20), and so do ] and }.
inline JsonMarks jsonMarks(const char *block)
{
#ifdef __SSE2__
    JsonMarks marks;
    for (size_t i = 0; i < JsonBlockSize; i += sizeof(__m128i)) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + i));
        const auto brackets = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const auto at = [i](__m128i found) { return quint64(_mm_movemask_epi8(found)) << i; };
        marks.quotes |= at(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
        marks.escapes |= at(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        marks.opens |= at(_mm_cmpeq_epi8(brackets, _mm_set1_epi8('{')));
        marks.closes |= at(_mm_cmpeq_epi8(brackets, _mm_set1_epi8('}')));
    }
    return marks;
#else
    return jsonMarksOneByOne(block);
#endif
}

/// Leaves of the marks of a text's blocks, given in order, the brackets that do not stand in a
/// string. The text begins outside of strings.
class JsonStrings
{
public:
    void takeOut(JsonMarks &marks)
    {
        quint64 escaped = m_escapes;
        m_escapes = 0;
        for (auto escapes = marks.escapes & ~escaped; escapes != 0;) {
            const auto escape = escapes & (~escapes + 1); // the lowest
            m_escapes |= escape >> 63; // what it escapes is the next block's first byte
            escaped |= escape << 1;
            escapes &= ~(escape | escape << 1);
        }
        marks.quotes &= ~escaped;
        // A string reaches from each quote to the next: the sum, without carry, of all before.
        auto inside = marks.quotes;
        for (int shift = 1; shift < 64; shift *= 2)
            inside ^= inside << shift;
        inside ^= m_inside;
        m_inside = inside >> 63 ? ~quint64(0) : 0;
        marks.opens &= ~inside;
        marks.closes &= ~inside;
    }

private:
    quint64 m_inside = 0; ///< all ones when the block before ended in a string
    quint64 m_escapes = 0; ///< 1 when it ended with a backslash that counts
};

} // namespace kube
