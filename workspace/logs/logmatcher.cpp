// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/logmatcher.h"

#include "workspace/logs/logline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

LogMatcher::LogMatcher(const QString &text)
    : m_text(text)
    , m_needle(text.startsWith(u'!') ? text.sliced(1) : text)
    , m_exclude(text.startsWith(u'!'))
    , m_caseSensitive(m_needle.toLower() != m_needle)
{
    static const auto Special = u"\\^$|?*+()[]{}"_s;
    if (std::ranges::any_of(std::as_const(m_needle), [](QChar c) { return Special.contains(c); })) {
        const QRegularExpression expression(m_needle,
                                            m_caseSensitive
                                                ? QRegularExpression::NoPatternOption
                                                : QRegularExpression::CaseInsensitiveOption);
        if (expression.isValid())
            m_expression = expression;
    }
    m_bytes = m_needle.toUtf8();
}

static bool containsIgnoringCase(QByteArrayView line, QByteArrayView needle)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
    const char first = needle.front();
    for (qsizetype at = 0; at + needle.size() <= line.size(); ++at) {
        if (lower(line[at]) != first)
            continue;
        qsizetype i = 1;
        while (i < needle.size() && lower(line[at + i]) == needle[i])
            ++i;
        if (i == needle.size())
            return true;
    }
    return false;
}

bool LogMatcher::contains(QByteArrayView line) const
{
    if (!m_expression.pattern().isEmpty() || line.contains('\x1b'))
        return !rangesIn(ansiText(line).text).empty();
    if (m_caseSensitive)
        return line.indexOf(m_bytes) >= 0;
    const bool ascii = m_bytes.size() == m_needle.size();
    return ascii ? containsIgnoringCase(line, m_bytes)
                 : QString::fromUtf8(line).contains(m_needle, Qt::CaseInsensitive);
}

bool LogMatcher::matches(QByteArrayView line) const
{
    return m_needle.isEmpty() || contains(line) != m_exclude;
}

std::vector<LogMatcher::Range> LogMatcher::rangesIn(const QString &line) const
{
    std::vector<Range> ranges;
    if (m_needle.isEmpty())
        return ranges;
    if (!m_expression.pattern().isEmpty()) {
        auto found = m_expression.globalMatch(line);
        while (found.hasNext() && ranges.size() < 500) {
            const auto match = found.next();
            if (match.capturedLength() > 0)
                ranges.push_back({int(match.capturedStart()), int(match.capturedLength())});
        }
        return ranges;
    }
    const auto how = m_caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (auto at = line.indexOf(m_needle, 0, how); at >= 0 && ranges.size() < 500;
         at = line.indexOf(m_needle, at + m_needle.size(), how))
        ranges.push_back({int(at), int(m_needle.size())});
    return ranges;
}

} // namespace workspace
