// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <vector>

namespace workspace {

/// Finds a text in log lines. A text with small letters only ignores case. A text that is a regular
/// expression (it has one of \ ^ $ | ? * + ( ) [ ] { }, and compiles) is used as one. A leading "!"
/// turns it round: lines without the text match.
class LogMatcher
{
public:
    LogMatcher() = default;
    explicit LogMatcher(const QString &text);

    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &text() const { return m_text; }
    bool matches(QByteArrayView line) const;

    struct Range
    {
        int start = 0;
        int length = 0;
    };
    /// Where the text is in a line as people read it; nothing for a matcher that is turned round.
    std::vector<Range> rangesIn(const QString &line) const;

private:
    bool contains(QByteArrayView line) const;

    QString m_text;
    QString m_needle; ///< without "!"
    QByteArray m_bytes; ///< the needle when plain bytes can be compared
    QRegularExpression m_expression; ///< when the pattern is not empty
    bool m_exclude = false;
    bool m_caseSensitive = false;
};

} // namespace workspace
