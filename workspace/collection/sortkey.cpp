// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/sortkey.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static QString pair(qint64 big, QLatin1StringView bigUnit, qint64 small, QLatin1StringView smallUnit)
{
    const QString head = QString::number(big) + bigUnit;
    if (small == 0)
        return head;
    return head + QString::number(small) + smallUnit;
}

// k8s.io/apimachinery/pkg/util/duration HumanDuration
QString ageText(qint64 seconds)
{
    if (seconds < -1)
        return u"<invalid>"_s;
    seconds = qMax<qint64>(0, seconds);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 120)
        return QString::number(seconds) + u's';
    if (minutes < 10)
        return pair(minutes, "m"_L1, seconds % 60, "s"_L1);
    if (minutes < 180)
        return QString::number(minutes) + u'm';
    if (hours < 8)
        return pair(hours, "h"_L1, minutes % 60, "m"_L1);
    if (hours < 48)
        return QString::number(hours) + u'h';
    if (hours < 192)
        return pair(hours / 24, "d"_L1, hours % 24, "h"_L1);
    if (hours < 24 * 365 * 2)
        return QString::number(hours / 24) + u'd';
    if (hours < 24 * 365 * 8)
        return pair(hours / 24 / 365, "y"_L1, hours / 24 % 365, "d"_L1);
    return QString::number(hours / 24 / 365) + u'y';
}

std::optional<qint64> ageSeconds(const QString &text)
{
    qint64 total = 0;
    qint64 number = -1;
    for (const QChar c : text) {
        if (c.isDigit()) {
            number = qMax<qint64>(0, number) * 10 + c.digitValue();
            if (number > 1'000'000'000'000)
                return {};
            continue;
        }
        qint64 unit = 0;
        switch (c.unicode()) {
        case u's': unit = 1; break;
        case u'm': unit = 60; break;
        case u'h': unit = 3600; break;
        case u'd': unit = 86'400; break;
        case u'y': unit = 31'536'000; break;
        default: return {};
        }
        if (number < 0)
            return {};
        total += number * unit;
        number = -1;
    }
    if (text.isEmpty() || number >= 0)
        return {};
    return total;
}

/// What a quantity's suffix multiplies by; 0 for what is no suffix.
static double factorOf(QStringView suffix)
{
    struct Unit
    {
        QStringView name;
        double factor;
    };
    static constexpr std::array units {
        Unit {u"", 1},       Unit {u"%", 1},      Unit {u"n", 1e-9},   Unit {u"u", 1e-6},
        Unit {u"m", 1e-3},   Unit {u"k", 1e3},    Unit {u"M", 1e6},    Unit {u"G", 1e9},
        Unit {u"T", 1e12},   Unit {u"P", 1e15},   Unit {u"E", 1e18},   Unit {u"Ki", 0x1p10},
        Unit {u"Mi", 0x1p20}, Unit {u"Gi", 0x1p30}, Unit {u"Ti", 0x1p40}, Unit {u"Pi", 0x1p50},
        Unit {u"Ei", 0x1p60},
    };
    for (const auto &unit : units) {
        if (unit.name == suffix)
            return unit.factor;
    }
    return 0;
}

static std::optional<double> quantityOf(QStringView text)
{
    qsizetype end = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    while (end < text.size() && (text[end].isDigit() || text[end] == u'.'))
        ++end;
    bool ok = false;
    const double number = text.left(end).toDouble(&ok);
    const double factor = factorOf(text.mid(end));
    if (!ok || factor == 0)
        return {};
    return number * factor;
}

SortKey SortKey::ofCell(const QString &cell)
{
    const QStringView first = QStringView(cell).left(cell.indexOf(u' ')); // "3 (5m ago)" counts as 3
    if (const auto slash = first.indexOf(u'/'); slash > 0) {
        const auto have = quantityOf(first.left(slash));
        const auto want = quantityOf(first.mid(slash + 1));
        if (have && want)
            return ofNumber(*want == 0 ? 1 : *have / *want);
    }
    if (const auto number = quantityOf(first))
        return ofNumber(*number);
    return {true, 0, cell.toLower()};
}

int SortKey::compare(const SortKey &other) const
{
    if (isText != other.isText)
        return isText ? 1 : -1;
    if (isText)
        return text.compare(other.text);
    return number < other.number ? -1 : number > other.number ? 1 : 0;
}

} // namespace workspace
