// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/stamp.h"

#include "kube/logstore/linetable.h"

#include <QtEndian>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <format>
#include <optional>
#include <string_view>

namespace logstore {

static constexpr qint64 Second = 1'000'000'000;

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

static int twoDigits(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

/// The fraction in nanoseconds; `at` goes behind it.
static qint64 fractionAt(QByteArrayView line, qsizetype &at)
{
    qint64 unit = Second / 10;
    qint64 fraction = 0;
    for (; at < line.size() && isDigit(line[at]) && at < 40; ++at) {
        fraction += unit * (line[at] - '0');
        unit /= 10;
    }
    return fraction;
}

Stamp stampOf(QByteArrayView line)
{
    static constexpr std::string_view Shape = "0000-00-00T00:00:00";
    if (line.size() < qsizetype(Shape.size()) + 2)
        return {};
    for (size_t i = 0; i < Shape.size(); ++i) {
        const char c = line[qsizetype(i)];
        if (Shape[i] == '0' ? !isDigit(c) : c != Shape[i])
            return {};
    }
    const char *text = line.data();
    const int year = twoDigits(text) * 100 + twoDigits(text + 2);
    const std::chrono::year_month_day day(std::chrono::year(year),
                                          std::chrono::month(unsigned(twoDigits(text + 5))),
                                          std::chrono::day(unsigned(twoDigits(text + 8))));
    const int hour = twoDigits(text + 11);
    const int minute = twoDigits(text + 14);
    const int second = twoDigits(text + 17); // 60 in a leap second
    if (!day.ok() || year < 1678 || year > 2261 || hour > 23 || minute > 59 || second > 60)
        return {};
    auto at = qsizetype(Shape.size());
    qint64 fraction = 0;
    if (line[at] == '.')
        fraction = fractionAt(line, ++at);
    qint64 zone = 0;
    if (at < line.size() && line[at] == 'Z') {
        ++at;
    } else if (at + 6 < line.size() && (line[at] == '+' || line[at] == '-') && isDigit(line[at + 1])
               && isDigit(line[at + 2]) && line[at + 3] == ':' && isDigit(line[at + 4])
               && isDigit(line[at + 5])) {
        zone = twoDigits(text + at + 1) * 3600 + twoDigits(text + at + 4) * 60;
        zone = line[at] == '-' ? -zone : zone;
        at += 6;
    } else {
        return {};
    }
    if (at >= line.size() || line[at] != ' ')
        return {};
    const qint64 days = std::chrono::sys_days(day).time_since_epoch().count();
    const qint64 seconds = days * 86'400 + hour * 3600 + minute * 60 + second - zone;
    return {.length = at, .time = seconds * Second + fraction};
}

/// Eight digits as a number, all in a few steps; no value when one is none.
static std::optional<quint32> eightDigits(const char *text)
{
    auto digits = qFromLittleEndian<quint64>(text);
    constexpr quint64 Ones = 0x0101010101010101;
    if ((digits & (Ones * 0xf0)) != Ones * '0'
        || ((digits + Ones * 6) & (Ones * 0xf0)) != Ones * '0')
        return {};
    digits -= Ones * '0';
    digits = digits * 10 + (digits >> 8); // in every second byte: two digits
    constexpr quint64 Pairs = 0x000000ff000000ff;
    return quint32(((digits & Pairs) * (100 + (quint64(1'000'000) << 32))
                    + ((digits >> 16) & Pairs) * (1 + (quint64(10'000) << 32)))
                   >> 32);
}

Stamp StampReader::read(QByteArrayView line)
{
    static constexpr qsizetype Text = 20; // to the point
    static constexpr qsizetype Length = 30; // with nine digits and the Z, as kubelets write it
    const auto *text = line.data();
    if (line.size() > Length && text[Length - 1] == 'Z' && text[Length] == ' '
        && std::memcmp(text, m_text.data(), Text) == 0 && isDigit(text[Text])) {
        if (const auto rest = eightDigits(text + Text + 1))
            return {.length = Length,
                    .time = m_time + (text[Text] - '0') * qint64(100'000'000) + *rest};
    }
    const auto stamp = stampOf(line);
    if (stamp.length > 0 && line[stamp.length - 1] == 'Z' && line[Text - 1] == '.') {
        std::copy_n(text, Text, m_text.begin());
        m_time = stamp.time - ((stamp.time % Second) + Second) % Second;
    }
    return stamp;
}

QByteArray stampText(qint64 time)
{
    const std::chrono::sys_time<std::chrono::nanoseconds> point{std::chrono::nanoseconds(time)};
    const auto day = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(point - day);
    auto text = QByteArray::fromStdString(
        std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}", int(date.year()),
                    unsigned(date.month()), unsigned(date.day()), clock.hours().count(),
                    clock.minutes().count(), clock.seconds().count(), clock.subseconds().count()));
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    text.append('Z');
    return text;
}

QByteArray stampPrefix(qint64 time)
{
    return time == NoTime ? QByteArray() : stampText(time).append(' ');
}

} // namespace logstore
