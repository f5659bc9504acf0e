// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/level.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace logstore {
namespace {

constexpr qsizetype FarthestWord = 512;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct LevelWord
{
    std::string_view word;
    Level level;
};

/// Of a word in small letters; None when it names no level.
Level levelNamed(std::string_view word)
{
    static constexpr std::array Words{
        LevelWord{"error", Level::Error},  LevelWord{"warn", Level::Warn},
        LevelWord{"info", Level::Info},    LevelWord{"debug", Level::Debug},
        LevelWord{"warning", Level::Warn}, LevelWord{"err", Level::Error},
        LevelWord{"fatal", Level::Error},  LevelWord{"panic", Level::Error},
        LevelWord{"trace", Level::Debug},  LevelWord{"critical", Level::Error},
        LevelWord{"notice", Level::Info},  LevelWord{"severe", Level::Error},
        LevelWord{"crit", Level::Error},   LevelWord{"emerg", Level::Error},
    };
    for (const auto &[name, level] : Words) {
        if (name == word)
            return level;
    }
    return Level::None;
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

    std::string_view name() const { return {small.data(), size_t(std::min<qsizetype>(length, 8))}; }
};

Word wordAt(QByteArrayView line, qsizetype at)
{
    Word word;
    for (; at < line.size() && isLetter(line[at]); ++at, ++word.length) {
        if (word.length < 8)
            word.small[size_t(word.length)] = char(line[at] | 0x20);
        word.isCapital = word.isCapital && !(line[at] & 0x20);
    }
    return word;
}

/// What follows the word "level", "lvl" or "severity": up to four of `": =`, then the value.
Level valueAfter(QByteArrayView line, qsizetype at)
{
    const auto first = at;
    while (at < line.size() && at < first + 4
           && (line[at] == '"' || line[at] == ':' || line[at] == '=' || line[at] == ' '))
        ++at;
    return at == first ? Level::None : levelNamed(wordAt(line, at).name());
}

/// The words of one line, in order.
class Reading
{
public:
    explicit Reading(QByteArrayView line)
        : m_line(line)
    {
    }

    /// Takes the word that begins here; true when nothing after it can matter.
    bool take(qsizetype at, const Word &word)
    {
        if (word.length < 3 || word.length > 8)
            return false;
        const auto name = word.name();
        if (name == "level" || name == "lvl" || name == "severity") {
            m_value = valueAfter(m_line, at + word.length);
            return m_value != Level::None;
        }
        auto &found = word.isCapital ? m_capital : m_small;
        if (found == Level::None)
            found = levelNamed(name);
        return false;
    }
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

} // namespace

Level levelOf(QByteArrayView line)
{
    if (const auto level = klogLevel(line); level != Level::None)
        return level;
    Reading reading(line);
    const auto end = std::min(line.size(), FarthestWord);
    for (qsizetype at = 0; at < end;) {
        if (isLetter(line[at])) {
            const auto word = wordAt(line, at);
            if (reading.take(at, word))
                break;
            at += word.length;
        } else {
            // The letter that ends an escape sequence belongs to no word.
            if (line[at] == '\x1b') {
                while (at < end && !isLetter(line[at]))
                    ++at;
            }
            ++at;
        }
    }
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

void LevelScanner::scan(QByteArrayView bytes, std::vector<Level> &levels)
{
    findPlaces(bytes);
    auto place = m_places.cbegin();
    for (qsizetype begin = 0; begin < bytes.size();) {
        const auto end = bytes.indexOf('\n', begin);
        const auto line = bytes.sliced(begin, end - begin);
        auto level = klogLevel(line);
        if (level == Level::None && place != m_places.cend() && qsizetype(*place) < end) {
            Reading reading(line);
            for (; place != m_places.cend() && qsizetype(*place) < begin + FarthestWord
                 && qsizetype(*place) < end;
                 ++place) {
                const qsizetype at = *place - begin;
                const bool isStart = at > 0 && isLetter(line[at - 1]) ? endsEscape(line, at - 1)
                                                                      : !endsEscape(line, at);
                if (isStart && reading.take(at, wordAt(line, at)))
                    break;
            }
            level = reading.result();
        }
        while (place != m_places.cend() && qsizetype(*place) < end)
            ++place;
        levels.push_back(level);
        begin = end + 1;
    }
}

} // namespace logstore
