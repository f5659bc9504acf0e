// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/bytescan.h"

#include <algorithm>

// Loops without branches, which the compiler makes wide instructions of: wider ones where the
// processor has them. Which it is, is found out before a sanitizer is ready.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__)                               \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define WIDE
#endif

namespace logstore {

/// The highest bit of any byte, and the lowest one if there is an escape.
WIDE static unsigned bitsIn(const char *bytes, qsizetype size)
{
    quint8 bits = 0;
    quint8 escapes = 0;
    for (qsizetype i = 0; i < size; ++i) {
        bits |= quint8(bytes[i]);
        escapes |= quint8(bytes[i] == '\x1b');
    }
    return (bits & 0x80U) | escapes;
}

ByteKinds kindsIn(QByteArrayView bytes)
{
    const auto bits = bitsIn(bytes.data(), bytes.size());
    return {.isAscii = bits < 0x80, .hasEscapes = (bits & 1) != 0};
}

static char small(char c)
{
    return char(c | 0x20);
}

/// Whether this is the "v" of a key: the letters beside it are the same.
static bool isKeyAround(const char *at)
{
    return small(at[0]) == 'v' && small(at[-1]) == small(at[1])
        && (small(at[1]) == 'e' || small(at[1]) == 'l');
}

static constexpr qsizetype Part = 256;

/// Whether there may be one among the next Part bytes; looks at those beside them, too.
WIDE static bool mayHaveKey(const char *bytes)
{
    quint8 found = 0;
    for (qsizetype i = 0; i < Part; ++i)
        found |= quint8(quint8((bytes[i] | 0x20) == 'v')
                        & quint8(quint8((bytes[i - 1] ^ bytes[i + 1]) & 0xdf) == 0));
    return found != 0;
}

void findKeys(QByteArrayView bytes, qsizetype from, std::vector<quint32> &places)
{
    const auto *const text = bytes.data();
    const auto last = bytes.size() - 1; // which has none behind it
    for (auto at = from + 1; at < last; at += Part) {
        const bool isWhole = at + Part <= last;
        if (isWhole && !mayHaveKey(text + at))
            continue;
        for (auto v = at; v < std::min(at + Part, last); ++v) {
            if (!isKeyAround(text + v))
                continue;
            const auto begin = v - (small(text[v + 1]) == 'e' ? 2 : 1);
            if (begin >= from)
                places.push_back(quint32(begin));
        }
    }
}

} // namespace logstore
