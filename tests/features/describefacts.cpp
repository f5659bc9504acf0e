// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "features/describefacts.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

static bool isRule(const QString &line)
{
    const auto text = line.trimmed();
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c == u'-' || c == u'=' || c == u' '; });
}

static int indentOf(const QString &line)
{
    const auto first = std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); });
    return int(first - line.begin());
}

/// "Mon, 02 Jan 2006 15:04:05 +0000" and "2006-01-02 15:04:05 +0000 UTC" → "2006-01-02T15:04:05Z".
static QString withPlainTimes(QString text)
{
    static const QRegularExpression rfc1123(
        u"\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}"_s);
    static const QRegularExpression go(
        u"(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}) \\+0000 UTC"_s);
    static const QRegularExpression fraction(u"(:\\d{2})\\.\\d+Z"_s);
    for (auto match = rfc1123.match(text); match.hasMatch(); match = rfc1123.match(text)) {
        const auto time = QDateTime::fromString(match.captured(), Qt::RFC2822Date);
        text.replace(match.capturedStart(), match.capturedLength(),
                     time.toUTC().toString(Qt::ISODate));
    }
    return text.replace(go, u"\\1T\\2Z"_s).replace(fraction, u"\\1Z"_s);
}

static bool saysNothing(const QString &cell)
{
    static const QRegularExpression age(u"^(\\d+[smhdy])+( \\(x\\d+ over (\\d+[smhdy])+\\))?$"_s);
    return cell.isEmpty() || cell == "<none>"_L1 || cell == "<unset>"_L1 || cell == "<unknown>"_L1
        || cell == "<nil>"_L1 || cell.contains("<unknown>"_L1) || age.match(cell).hasMatch();
}

static QStringList cellsOf(const QString &line)
{
    static const QRegularExpression gap(u"\\s{2,}|\\t"_s);
    static const QRegularExpression gloss(u"^(\\w+) \\((a|an|bare) .*\\)$"_s);
    static const QRegularExpression error(u" ?\\(?<error: [^>]*>\\)?"_s);
    auto cells = withPlainTimes(line.trimmed()).split(gap, Qt::SkipEmptyParts);
    for (auto &cell : cells) {
        cell = cell.replace(gloss, u"\\1"_s).remove(error).simplified();
        if (cell == "CreationTimestamp:"_L1 || cell == "Created on:"_L1)
            cell = u"Created:"_s;
        if (cell == "- Addresses:"_L1)
            cell = u"Addresses:"_s;
    }
    if (cells.value(0) == "Pods Statuses:"_L1)
        cells.last().replace(" Running / "_L1, " Active / "_L1);
    return cells;
}

static bool holds(const QString &line, const QStringList &cells)
{
    qsizetype from = 0;
    for (const auto &cell : cells) {
        const auto at = line.indexOf(cell, from);
        if (at < 0)
            return false;
        from = at + cell.size();
    }
    return true;
}

DescribeFacts DescribeFacts::compare(const QString &kubectl, const QString &ours)
{
    DescribeFacts facts;
    QStringList told;
    for (const auto &line : ours.split(u'\n'))
        told.append(withPlainTimes(line).simplified());
    const auto lines = kubectl.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto &line = lines[i];
        const auto next = lines.value(i + 1);
        auto cells = cellsOf(line);
        if (cells.value(0) == "Managed Fields:"_L1) {
            while (i + 1 < lines.size() && indentOf(lines[i + 1]) > indentOf(line))
                ++i;
            continue;
        }
        if (cells.isEmpty() || isRule(line) || (isRule(next) && cells.size() > 1)
            || line.contains("Total limits may be over 100 percent"_L1)
            || line.contains("* Matches all pods"_L1))
            continue;
        const bool heading = cells.size() == 1 && cells[0].endsWith(u':');
        if (heading) {
            const bool empty = !isRule(next) && indentOf(next) <= indentOf(line);
            if (empty || cells[0] == "Spec:"_L1)
                continue;
            ++facts.count;
            const auto word = cells[0].chopped(1);
            if (std::ranges::none_of(told, [&word](const QString &one) {
                    return one.contains(word, Qt::CaseInsensitive);
                }))
                facts.missing.append(line);
            continue;
        }
        const bool labelled = cells[0].endsWith(u':');
        const bool nothing =
            std::ranges::all_of(cells.cbegin() + (labelled ? 1 : 0), cells.cend(), saysNothing);
        const bool inlineNothing = cells.size() == 1 && cells[0].endsWith("<none>"_L1);
        if (nothing || inlineNothing)
            continue;
        cells.removeIf(saysNothing);
        ++facts.count;
        if (std::ranges::none_of(told, [&cells](const QString &one) { return holds(one, cells); }))
            facts.missing.append(line);
    }
    return facts;
}
