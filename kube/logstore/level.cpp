// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include "kube/logstore/linetable.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace logstore {
namespace {

constexpr qsizetype FarthestWord = 512;
constexpr qsizetype HeadLength = 64; // in which most lines say their level
constexpr qsizetype FewBytes =
    16 * 1024; // for which the multi-pattern scan is not worth its memory

bool isLetter(char c)
{
    return quint8((c | 0x20) - 'a') < 26;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The first eight letters of a word in small, as one number, the first letter lowest.
using Packed = quint64;

constexpr Packed packed(std::string_view word)
{
    Packed letters = 0;
    for (size_t i = 0; i < word.size(); ++i)
        letters |= Packed(quint8(word[i])) << (8 * i);
    return letters;
}

struct KnownWord
{
    Packed word = 0;
    Level level = Level::None;
    bool isKey = false; ///< the level is in what follows
};

constexpr std::array KnownWords{
    KnownWord{packed("error"), Level::Error},
    KnownWord{packed("warn"), Level::Warn},
    KnownWord{packed("info"), Level::Info},
    KnownWord{packed("debug"), Level::Debug},
    KnownWord{packed("warning"), Level::Warn},
    KnownWord{packed("err"), Level::Error},
    KnownWord{packed("fatal"), Level::Error},
    KnownWord{packed("panic"), Level::Error},
    KnownWord{packed("trace"), Level::Debug},
    KnownWord{packed("critical"), Level::Error},
    KnownWord{packed("notice"), Level::Info},
    KnownWord{packed("severe"), Level::Error},
    KnownWord{packed("crit"), Level::Error},
    KnownWord{packed("emerg"), Level::Error},
    KnownWord{.word = packed("level"), .isKey = true},
    KnownWord{.word = packed("lvl"), .isKey = true},
    KnownWord{.word = packed("severity"), .isKey = true},
};

/// The known words, each in a place of its own that one multiplication tells.
class WordTable
{
public:
    consteval WordTable()
    {
        while (!place())
            m_factor = m_factor * 0x5851f42d4c957f2d + 0x14057b7ef767814f;
    }
    /// One that knows nothing when this is not one of them. No branches: which level a line has
    /// cannot be foreseen.
    KnownWord find(Packed word) const
    {
        const auto &known = m_words[placeOf(word)];
        const bool isIt = known.word == word;
        return {.word = word,
                .level = Level(quint8(known.level) & (isIt ? 0xff : 0)),
                .isKey = known.isKey && isIt};
    }

private:
    constexpr size_t placeOf(Packed word) const { return word * m_factor >> 57; }
    constexpr bool place()
    {
        m_words = {};
        for (const auto &known : KnownWords) {
            auto &at = m_words[placeOf(known.word)];
            if (at.word != 0)
                return false;
            at = known;
        }
        return true;
    }

    Packed m_factor = 0x9e3779b97f4a7c15;
    std::array<KnownWord, 128> m_words{};
};

constexpr WordTable Table;

/// klog: "E0102 15:04:05.678901 ..."
/// https://github.com/kubernetes/klog: the header of every line.
Q_ALWAYS_INLINE Level klogLevel(QByteArrayView line)
{
    if (line.size() < 6 || line[5] != ' '
        || !std::all_of(line.begin() + 1, line.begin() + 5, isDigit))
        return Level::None;
    switch (line[0]) {
    case 'F':
    case 'E': return Level::Error;
    case 'W': return Level::Warn;
    case 'I': return Level::Info;
    default: return Level::None;
    }
}

/// Up to eight letters in small, and whether all of the word was in capitals.
struct Word
{
    Packed small = 0;
    qsizetype length = 0;
    bool isCapital = true;
};

Word longWordAt(QByteArrayView line, qsizetype at)
{
    Word word;
    char small = 0; // the bit of small letters
    for (; at < line.size() && isLetter(line[at]); ++at, ++word.length) {
        if (word.length < 8)
            word.small |= Packed(quint8(line[at] | 0x20)) << (8 * word.length);
        small |= line[at];
    }
    word.isCapital = !(small & 0x20);
    return word;
}

/// Without a branch for each letter, if eight bytes are left and the word ends within them.
Q_ALWAYS_INLINE Word wordAt(QByteArrayView line, qsizetype at)
{
    constexpr quint64 Ones = 0x0101010101010101;
    if (line.size() - at < 8)
        return longWordAt(line, at);
    const auto bytes = qFromLittleEndian<quint64>(line.data() + at);
    const auto small = bytes | Ones * 0x20;
    const auto low = small & Ones * 0x7f;
    const auto fromA = low + Ones * (0x80 - 'a');
    const auto behindZ = low + Ones * (0x80 - 'z' - 1);
    const auto others = ~(fromA & ~behindZ & ~bytes) & Ones * 0x80;
    if (others == 0)
        return longWordAt(line, at);
    const auto length = std::countr_zero(others) / 8;
    const auto mask = (quint64(1) << (8 * length)) - 1;
    return {
        .small = small & mask, .length = length, .isCapital = (bytes & mask & Ones * 0x20) == 0};
}

/// What follows the word "level", "lvl" or "severity": up to four of `": =`, then the value.
Level valueAfter(QByteArrayView line, qsizetype at)
{
    const auto first = at;
    while (at < line.size() && at < first + 4
           && (line[at] == '"' || line[at] == ':' || line[at] == '=' || line[at] == ' '))
        ++at;
    const auto word = wordAt(line, at);
    return at == first || word.length > 8 ? Level::None : Table.find(word.small).level;
}

/// The words of one line, in order.
class Reading
{
public:
    explicit Reading(QByteArrayView line)
        : m_line(line)
    {
    }

    /// Takes the word that begins here.
    void take(qsizetype at, const Word &word)
    {
        if (word.length < 3 || word.length > 8)
            return;
        const auto known = Table.find(word.small);
        if (known.isKey) {
            m_value = valueAfter(m_line, at + word.length);
            return;
        }
        auto &found = word.isCapital ? m_capital : m_small;
        if (found == Level::None)
            found = known.level;
    }
    /// Whether nothing that follows can matter.
    bool isComplete() const { return m_value != Level::None; }
    /// Whether only a key that follows can matter.
    bool hasCapital() const { return m_capital != Level::None; }
    Level result() const
    {
        if (m_value != Level::None)
            return m_value;
        return m_capital != Level::None ? m_capital : m_small;
    }

private:
    QByteArrayView m_line;
    Level m_value = Level::None;
    Level m_capital = Level::None;
    Level m_small = Level::None;
};

/// Takes the words that begin before `end` until `isEnough`; returns where it came to.
Q_ALWAYS_INLINE qsizetype takeWords(QByteArrayView line, qsizetype end, Reading &reading,
                                    auto isEnough)
{
    qsizetype at = 0;
    while (at < end && !isEnough()) {
        if (isLetter(line[at])) {
            const auto word = wordAt(line, at);
            reading.take(at, word);
            at += word.length;
            continue;
        }
        // The letter that ends an escape sequence belongs to no word.
        if (line[at] == '\x1b') {
            while (at < line.size() && !isLetter(line[at]))
                ++at;
        }
        ++at;
    }
    return at;
}

} // namespace

Level levelOf(QByteArrayView line)
{
    if (const auto level = klogLevel(line); level != Level::None)
        return level;
    Reading reading(line);
    takeWords(line, std::min(line.size(), FarthestWord), reading,
              [&] { return reading.isComplete(); });
    return reading.result();
}

/// Whether the letter here ends an escape sequence.
static bool endsEscape(QByteArrayView line, qsizetype at)
{
    for (--at; at >= 0; --at) {
        if (isLetter(line[at]))
            return false;
        if (line[at] == '\x1b')
            return true;
    }
    return false;
}

void LevelScanner::scan(QByteArrayView bytes, std::span<NewLine> lines)
{
    m_words.isKnown = false;
    m_keys.isKnown = false;
    if (lines.empty())
        return;
    const auto first = lines.front().offset;
    const bool areFew = bytes.size() - qsizetype(first) < FewBytes;
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto begin = lines[i].offset;
        const auto end = (i + 1 < lines.size() ? lines[i + 1].offset : quint32(bytes.size())) - 1;
        lines[i].level =
            areFew ? levelOf(bytes.sliced(begin, end - begin)) : levelIn(bytes, begin, end, first);
    }
}

/// Of the line from `begin` to `end`; lines are looked at from `first` on.
Level LevelScanner::levelIn(QByteArrayView bytes, quint32 begin, quint32 end, quint32 first)
{
    const auto line = bytes.sliced(begin, end - begin);
    if (const auto level = klogLevel(line); level != Level::None)
        return level;
    Reading reading(line);
    const auto far = std::min(line.size(), FarthestWord);
    const auto at = takeWords(line, std::min(far, HeadLength), reading,
                              [&] { return reading.isComplete() || reading.hasCapital(); });
    if (reading.isComplete() || at >= far)
        return reading.result();
    auto &places = reading.hasCapital() ? m_keys : m_words;
    if (!places.isKnown)
        reading.hasCapital() ? findKeys(bytes, first) : findWords(bytes, first);
    places.skipTo(begin + quint32(at));
    for (; places.hasBefore(begin + quint32(far)) && !reading.isComplete(); ++places.next) {
        const qsizetype place = places.found[places.next] - begin;
        const bool isStart =
            isLetter(line[place - 1]) ? endsEscape(line, place - 1) : !endsEscape(line, place);
        if (isStart)
            reading.take(place, wordAt(line, place));
    }
    return reading.result();
}

} // namespace logstore
