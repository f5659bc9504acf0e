// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logline.h"

#include <array>

namespace workspace {

static bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct LevelWord
{
    std::string_view word;
    LogLevel level;
};

// Small letters; the level of a word that is no level is None.
static LogLevel levelNamed(std::string_view word)
{
    static constexpr std::array Words{
        LevelWord{"error", LogLevel::Error},  LevelWord{"warn", LogLevel::Warn},
        LevelWord{"info", LogLevel::Info},    LevelWord{"debug", LogLevel::Debug},
        LevelWord{"warning", LogLevel::Warn}, LevelWord{"err", LogLevel::Error},
        LevelWord{"fatal", LogLevel::Error},  LevelWord{"panic", LogLevel::Error},
        LevelWord{"trace", LogLevel::Debug},  LevelWord{"critical", LogLevel::Error},
        LevelWord{"notice", LogLevel::Info},  LevelWord{"severe", LogLevel::Error},
        LevelWord{"crit", LogLevel::Error},   LevelWord{"emerg", LogLevel::Error},
    };
    for (const auto &[name, level] : Words) {
        if (name == word)
            return level;
    }
    return LogLevel::None;
}

static bool canBeginLevel(char c)
{
    switch (c | 0x20) {
    case 'e':
    case 'w':
    case 'i':
    case 'd':
    case 'f':
    case 'p':
    case 't':
    case 'c':
    case 'n':
    case 's':
    case 'l': return true;
    default: return false;
    }
}

// klog: "E0102 15:04:05.678901 ..."
static LogLevel klogLevel(QByteArrayView line)
{
    if (line.size() < 6 || line[5] != ' ')
        return LogLevel::None;
    for (int i = 1; i < 5; ++i) {
        if (!isDigit(line[i]))
            return LogLevel::None;
    }
    switch (line[0]) {
    case 'F':
    case 'E': return LogLevel::Error;
    case 'W': return LogLevel::Warn;
    case 'I': return LogLevel::Info;
    default: return LogLevel::None;
    }
}

// What follows the word "level" or "lvl": up to four of `": =`, then the value.
static LogLevel valueAfter(QByteArrayView line, qsizetype at)
{
    const auto first = at;
    while (at < line.size() && at < first + 4
           && (line[at] == '"' || line[at] == ':' || line[at] == '=' || line[at] == ' '))
        ++at;
    if (at == first)
        return LogLevel::None;
    std::array<char, 8> word{};
    size_t length = 0;
    while (at < line.size() && isLetter(line[at]) && length < word.size())
        word[length++] = char(line[at++] | 0x20);
    return levelNamed({word.data(), length});
}

LogLevel levelOf(QByteArrayView line)
{
    if (const auto level = klogLevel(line); level != LogLevel::None)
        return level;
    const auto end = qMin<qsizetype>(line.size(), 512);
    auto small = LogLevel::None; // the first level word in small letters
    auto capital = LogLevel::None;
    for (qsizetype at = 0; at < end;) {
        if (!isLetter(line[at])) {
            // The letter that ends an escape sequence belongs to no word.
            if (line[at] == '\x1b') {
                while (at < end && !isLetter(line[at]))
                    ++at;
            }
            ++at;
            continue;
        }
        const auto start = at;
        std::array<char, 8> word{};
        bool allCapital = true;
        while (at < end && isLetter(line[at])) {
            if (at - start < 8)
                word[size_t(at - start)] = char(line[at] | 0x20);
            allCapital = allCapital && !(line[at] & 0x20);
            ++at;
        }
        const auto length = at - start;
        if (length < 3 || length > 8 || !canBeginLevel(word[0]))
            continue;
        const std::string_view name(word.data(), size_t(length));
        if (name == "level" || name == "lvl" || name == "severity") {
            if (const auto level = valueAfter(line, at); level != LogLevel::None)
                return level;
            continue;
        }
        const auto level = levelNamed(name);
        if (level == LogLevel::None)
            continue;
        auto &found = allCapital ? capital : small;
        if (found == LogLevel::None)
            found = level;
    }
    return capital != LogLevel::None ? capital : small;
}

// https://www.rfc-editor.org/rfc/rfc3339#section-5.6, any number of fractional digits.
qsizetype stampLength(QByteArrayView line)
{
    static constexpr std::string_view Shape = "0000-00-00T00:00:00";
    if (line.size() < qsizetype(Shape.size()) + 2)
        return 0;
    for (size_t i = 0; i < Shape.size(); ++i) {
        const char c = line[qsizetype(i)];
        if (Shape[i] == '0' ? !isDigit(c) : c != Shape[i])
            return 0;
    }
    auto at = qsizetype(Shape.size());
    if (line[at] == '.') {
        ++at;
        while (at < line.size() && isDigit(line[at]) && at < 40)
            ++at;
    }
    if (at < line.size() && line[at] == 'Z')
        ++at;
    else if (at + 6 <= line.size() && (line[at] == '+' || line[at] == '-'))
        at += 6;
    else
        return 0;
    return at < line.size() && line[at] == ' ' ? at : 0;
}

QDateTime secondOf(QByteArrayView stamp)
{
    if (stamp.size() < 20)
        return {};
    auto zone = stamp.sliced(19);
    while (!zone.isEmpty() && (zone.front() == '.' || isDigit(zone.front())))
        zone = zone.sliced(1);
    return QDateTime::fromString(QString::fromLatin1(stamp.first(19)) + QString::fromLatin1(zone),
                                 Qt::ISODate);
}

} // namespace workspace
