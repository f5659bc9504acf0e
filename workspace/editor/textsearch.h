// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/editor/linediff.h"

#include <QRegularExpression>

namespace workspace {

struct SearchQuery
{
    QString text = {};
    bool matchCase = false;
    bool wholeWord = false;
    bool isPattern = false; ///< a regular expression (PCRE)

    bool operator==(const SearchQuery &) const = default;
};

/// Finds a text or pattern in lines. A match never reaches over a line's end and is never empty.
class TextSearch
{
public:
    TextSearch() = default;
    explicit TextSearch(const SearchQuery &query);

    bool isEmpty() const { return m_isEmpty; }
    /// What is wrong with the pattern, in the words of PCRE; empty when it is good.
    QString error() const;
    int errorOffset() const { return int(m_pattern.patternErrorOffset()); }

    struct Match
    {
        TextRange range = {};
        QRegularExpressionMatch found = {};
    };
    std::vector<Match> matchesIn(const QString &line) const;
    /// What a match becomes: `with` itself, or for patterns with $1 and \1 filled in, $$ and \\ as
    /// one character each, and \n as a line end.
    QString replacement(const Match &match, const QString &with) const;

private:
    QRegularExpression m_pattern;
    QString m_plain; ///< what is searched for, unless it is a pattern
    Qt::CaseSensitivity m_case = Qt::CaseInsensitive;
    bool m_isEmpty = true;
    bool m_isPattern = false;
};

} // namespace workspace
