// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/patterntext.h"

#include <algorithm>

namespace logstore {
namespace {

bool isOneOf(QByteArrayView set, char c)
{
    return set.contains(c);
}

/// Where the class that begins at `at` ends, -1: not plain to see.
qsizetype endOfClass(QByteArrayView expression, qsizetype at)
{
    ++at;
    if (at < expression.size() && expression[at] == '^')
        ++at;
    if (at < expression.size() && expression[at] == ']')
        ++at; // the first one stands for itself
    for (; at < expression.size(); ++at) {
        if (expression[at] == ']')
            return at;
        if (expression[at] == '[')
            return -1; // may be [:alpha:]
        if (expression[at] == '\\' && (++at == expression.size() || isOneOf("QE", expression[at])))
            return -1;
    }
    return -1;
}

/// Where the repetition {2,3} that begins at `at` ends, -1: it is none.
qsizetype endOfCount(QByteArrayView expression, qsizetype at)
{
    const auto end = expression.indexOf('}', at);
    const auto isOfCount = [](char c) { return isOneOf("0123456789,", c); };
    const bool isCount =
        end > at + 1 && std::ranges::all_of(expression.sliced(at + 1, end - at - 1), isOfCount);
    return isCount ? end : -1;
}

} // namespace

QByteArray textInEveryMatch(QByteArrayView expression)
{
    QByteArray longest;
    QByteArray text;
    const auto end = [&longest, &text] {
        if (text.size() > longest.size())
            longest = text;
        text.clear();
    };
    for (qsizetype at = 0; at < expression.size(); ++at) {
        const char c = expression[at];
        if (c < ' ' || c > '~' || isOneOf("()|", c))
            return {};
        if (!isOneOf("\\[.^$+*?{", c)) {
            text.append(c);
            continue;
        }
        if (isOneOf("*?{", c))
            text.chop(1); // may be missing
        end();
        if (c == '\\' && (++at == expression.size() || !isOneOf("dDwWsSbB.", expression[at])))
            return {};
        if (c == '[')
            at = endOfClass(expression, at);
        else if (c == '{')
            at = endOfCount(expression, at);
        if (at < 0)
            return {};
    }
    end();
    return longest;
}

} // namespace logstore
