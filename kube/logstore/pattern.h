// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/logstore/lineset.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace logstore {

/// A text to find in lines. One with small letters only ignores case. One that is a regular
/// expression (it has one of \ ^ $ | ? * + ( ) [ ] { }, and compiles) is used as one, by PCRE2's
/// rules. A leading "!" turns it round: lines without the text match.
///
/// Whole blocks are searched at once, for texts by vectorscan, for expressions by PCRE2; line by
/// line where lines around a line would have a say, or where few lines have a text without which
/// the expression cannot match. Neither backtracks without a bound. A copy is cheap; all functions
/// may be called from several threads.
class Pattern
{
public:
    Pattern();
    explicit Pattern(const QString &text);
    ~Pattern();
    Pattern(const Pattern &) = default;
    Pattern &operator=(const Pattern &) = default;

    /// Whether every line matches because there is nothing to find.
    bool isEmpty() const;
    const QString &text() const;
    /// Why a text that has the signs of an expression is none, in PCRE2's words; it is looked for
    /// as it stands then. Empty: all is well.
    const QString &error() const;

    /// Which of the lines in `bytes` match. Every line ends with a newline; escape sequences are
    /// not seen. `isAscii` and `hasEscapes` speak of the bytes.
    Bits find(QByteArrayView bytes, int lines, bool isAscii, bool hasEscapes) const;
    /// The same for one line without its newline.
    bool matches(QByteArrayView line) const;

    /// In UTF-16 units.
    struct Range
    {
        int start = 0;
        int length = 0;
        bool operator==(const Range &) const = default;
    };
    /// Where it is in a line as people read it, the first 500 places; none when it is turned round.
    std::vector<Range> rangesIn(const QString &line) const;

private:
    struct Compiled;
    class Scan;
    std::shared_ptr<const Compiled> m_compiled;
};

/// `bytes` without ANSI escape sequences; newlines stay where they are between lines.
QByteArray withoutEscapes(QByteArrayView bytes);

} // namespace logstore
