// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include "kube/logstore/linetable.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
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

/// The first eight letters of a word in small, as one number.
using Packed = quint64;

constexpr Packed packed(std::string_view word)
{
    std::array<char, 8> letters{};
    std::ranges::copy(word, letters.begin());
    return std::bit_cast<Packed>(letters);
}

struct LevelWord
{
    Packed word = 0;
    Level level = Level::None;
};

constexpr std::array LevelWords{
    LevelWord{packed("error"), Level::Error},  LevelWord{packed("warn"), Level::Warn},
    LevelWord{packed("info"), Level::Info},    LevelWord{packed("debug"), Level::Debug},
    LevelWord{packed("warning"), Level::Warn}, LevelWord{packed("err"), Level::Error},
    LevelWord{packed("fatal"), Level::Error},  LevelWord{packed("panic"), Level::Error},
    LevelWord{packed("trace"), Level::Debug},  LevelWord{packed("critical"), Level::Error},
    LevelWord{packed("notice"), Level::Info},  LevelWord{packed("severe"), Level::Error},
    LevelWord{packed("crit"), Level::Error},   LevelWord{packed("emerg"), Level::Error},
};

/// Of a word in small letters; None when it names no level. No branches: which level a line has
/// cannot be foreseen.
Level levelNamed(Packed word)
{
    int level = 0;
    for (const auto &known : LevelWords)
        level |= word == known.word ? int(known.level) : 0;
    return Level(level);
}

bool isKey(Packed word)
{
    return word == packed("level") || word == packed("lvl") || word == packed("severity");
}

/// klog: "E0102 15:04:05.678901 ..."
/// https://github.com/kubernetes/klog: the header of every line.
Level klogLevel(QByteArrayView line)
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
    std::array<char, 8> small{};
    qsizetype length = 0;
    bool isCapital = true;

    Packed name() const { return std::bit_cast<Packed>(small); }
};

/// The same without a branch for each letter; there are eight bytes. No value when all of them are
/// letters.
std::optional<Word> shortWordAt(const char *text)
{
    constexpr quint64 Ones = 0x0101010101010101;
    const auto bytes = qFromLittleEndian<quint64>(text);
    const auto small = bytes | Ones * 0x20;
    const auto low = small & Ones * 0x7f;
    const auto fromA = low + Ones * (0x80 - 'a');
    const auto behindZ = low + Ones * (0x80 - 'z' - 1);
    const auto others = ~(fromA & ~behindZ & ~bytes) & Ones * 0x80;
    if (others == 0)
        return {};
    const auto length = std::countr_zero(others) / 8;
    const auto mask = (quint64(1) << (8 * length)) - 1;
    Word word{.length = length, .isCapital = (bytes & mask & Ones * 0x20) == 0};
    qToLittleEndian(small & mask, word.small.data());
    return word;
}

Word wordAt(QByteArrayView line, qsizetype at)
{
    if (line.size() - at >= 8) {
        if (const auto word = shortWordAt(line.data() + at))
            return *word;
    }
    Word word;
    char small = 0; // the bit of small letters
    for (; at < line.size() && isLetter(line[at]); ++at, ++word.length) {
        if (word.length < 8)
            word.small[size_t(word.length)] = char(line[at] | 0x20);
        small |= line[at];
    }
    word.isCapital = !(small & 0x20);
    return word;
}

/// What follows the word "level", "lvl" or "severity": up to four of `": =`, then the value.
Level valueAfter(QByteArrayView line, qsizetype at)
{
    const auto first = at;
    while (at < line.size() && at < first + 4
           && (line[at] == '"' || line[at] == ':' || line[at] == '=' || line[at] == ' '))
        ++at;
    const auto word = wordAt(line, at);
    return at == first || word.length > 8 ? Level::None : levelNamed(word.name());
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
        const auto name = word.name();
        if (isKey(name)) {
            m_value = valueAfter(m_line, at + word.length);
            return;
        }
        auto &found = word.isCapital ? m_capital : m_small;
        if (found == Level::None)
            found = levelNamed(name);
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
qsizetype takeWords(QByteArrayView line, qsizetype end, Reading &reading, auto isEnough)
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
    places.find(bytes, first);
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
