// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/humanduration.h"

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

QString unit(qint64 count, char16_t letter)
{
    return QString::number(count) + QChar(letter);
}

// "3h15m", or "3h" when nothing is left over.
QString units(qint64 count, char16_t letter, qint64 rest, char16_t restLetter)
{
    return rest == 0 ? unit(count, letter) : unit(count, letter) + unit(rest, restLetter);
}

QString ofDays(qint64 hours)
{
    const auto days = hours / 24;
    if (days < 8)
        return units(days, u'd', hours % 24, u'h');
    if (days < 2 * 365)
        return unit(days, u'd');
    if (days < 8 * 365)
        return units(days / 365, u'y', days % 365, u'd');
    return unit(days / 365, u'y');
}

} // namespace

QString humanDuration(std::chrono::nanoseconds duration)
{
    const qint64 ns = duration.count();
    const auto seconds = ns / second;
    if (seconds < -1)
        return u"<invalid>"_s;
    if (seconds < 120)
        return unit(qMax<qint64>(seconds, 0), u's');
    const auto minutes = ns / minute;
    if (minutes < 10)
        return units(minutes, u'm', seconds % 60, u's');
    if (minutes < 3 * 60)
        return unit(minutes, u'm');
    const auto hours = ns / hour;
    if (hours < 8)
        return units(hours, u'h', minutes % 60, u'm');
    if (hours < 48)
        return unit(hours, u'h');
    return ofDays(hours);
}

QString shortHumanDuration(std::chrono::nanoseconds duration)
{
    const qint64 ns = duration.count();
    const auto seconds = ns / second;
    if (seconds < -1)
        return u"<invalid>"_s;
    if (seconds < 60)
        return unit(qMax<qint64>(seconds, 0), u's');
    if (ns < hour)
        return unit(ns / minute, u'm');
    // The reference counts these in floating point, so the last nanosecond of a unit may round up.
    const qint64 wholeHours = ns / hour;
    const double exactHours = double(wholeHours) + double(ns % hour) / double(hour);
    const auto hours = qint64(exactHours);
    if (hours < 24)
        return unit(hours, u'h');
    if (hours < 24 * 365)
        return unit(hours / 24, u'd');
    return unit(qint64(exactHours / 24 / 365), u'y');
}

} // namespace kube
