// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/sortkey.h"

#include "kube/apimachinery/humanduration.h"
#include "kube/apimachinery/quantity.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace workspace {

QString ageText(qint64 seconds)
{
    return kube::humanDuration(std::chrono::seconds(seconds));
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

static std::optional<double> quantityOf(QStringView text)
{
    if (text.endsWith(u'%'))
        text.chop(1);
    const auto quantity = kube::Quantity::parse(text);
    if (!quantity)
        return {};
    return quantity->toDouble();
}

SortKey SortKey::ofCell(const QString &cell)
{
    const QStringView first =
        QStringView(cell).left(cell.indexOf(u' ')); // "3 (5m ago)" counts as 3
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
