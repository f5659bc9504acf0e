// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/rowfilter.h"

#include "workspace/collection/filterwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int MostStrikes = 8;

RowFilter::RowFilter(const QString &typed)
    : m_typed(typed)
{
    for (const auto &word : filterWords(typed))
        add(word.key, word.value, word.isNegative);
}

void RowFilter::add(const QString &key, const QString &value, bool isNegative)
{
    m_isPlain = m_isPlain && key.isEmpty() && !isNegative;
    if (value.isEmpty())
        return; // still being typed
    if (key == "re"_L1)
        return addPattern(value, isNegative);
    Term term{.isNegative = isNegative};
    auto text = value.toLower();
    if (key == "label"_L1) {
        term.kind = Term::Kind::Label;
        term.label = value.section(u'=', 0, 0);
        if (term.label.endsWith(u'!')) {
            term.label.chop(1);
            term.isNegative = !isNegative;
        }
        text = value.section(u'=', 1).toLower();
        term.values = {text.toUtf8()};
    } else if (key == "ns"_L1 || key == "status"_L1) {
        term.kind = key == "ns"_L1 ? Term::Kind::NameSpace : Term::Kind::Status;
        for (const auto &part : text.split(u',', Qt::SkipEmptyParts))
            term.values.append(part.toUtf8());
    } else {
        term.kind = key == "name"_L1 ? Term::Kind::Name : Term::Kind::Word;
        term.values = {text.toUtf8()};
    }
    if (!term.values.isEmpty())
        m_terms.push_back(term);
}

void RowFilter::addPattern(const QString &pattern, bool isNegative)
{
    // https://www.pcre.org/current/doc/html/pcre2pattern.html#SEC2: of several settings the last
    // counts, so none is taken from what was typed.
    Term term{.kind = Term::Kind::Pattern, .isNegative = isNegative};
    term.pattern.setPattern(u"(*LIMIT_MATCH=10000)(*LIMIT_DEPTH=1000)"_s + pattern);
    term.pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                                   | QRegularExpression::MultilineOption);
    if (pattern.startsWith("(*"_L1) || !term.pattern.isValid()) {
        m_problem = filterProblem(FilterProblem::Invalid);
        return;
    }
    m_terms.push_back(term);
}

bool RowFilter::narrows(const RowFilter &other) const
{
    // A prefix in the making ("ns" → "ns:") changes what a word means, and so do labels.
    return m_isPlain && other.m_isPlain && m_typed.startsWith(other.m_typed);
}

bool RowFilter::matches(const Row &row) const
{
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return holds(term, row) != term.isNegative; });
}

/// The line of a row's text that is its namespace, or its name.
static QByteArrayView lineOf(const QByteArray &text, int line)
{
    qsizetype begin = 0;
    for (; line > 0; --line)
        begin = text.indexOf('\n', begin) + 1;
    const auto end = text.indexOf('\n', begin);
    return QByteArrayView(text).sliced(begin, (end < 0 ? text.size() : end) - begin);
}

bool RowFilter::holds(const Term &term, const Row &row) const
{
    const auto anyIn = [&term](QByteArrayView where) {
        return std::ranges::any_of(term.values,
                                   [&](const auto &value) { return where.contains(value); });
    };
    switch (term.kind) {
    case Term::Kind::Word: return row.text.contains(term.values.first());
    case Term::Kind::Name: return anyIn(lineOf(row.text, 1));
    case Term::Kind::NameSpace: return anyIn(lineOf(row.text, 0));
    case Term::Kind::Status: {
        const auto said =
            row.item ? row.item->cell(row.statusCell).toLower().toUtf8() : QByteArray();
        return anyIn(said) || std::ranges::any_of(term.values, [&row](const QByteArray &value) {
                   return namesHealth(value, row.health);
               });
    }
    case Term::Kind::Label: {
        const auto value = row.item ? row.item->label(term.label) : std::nullopt;
        return value
            && (term.values.first().isEmpty()
                || value->toLower().toUtf8().startsWith(term.values.first()));
    }
    case Term::Kind::Pattern: return fits(term, row.text);
    }
    Q_UNREACHABLE_RETURN(false);
}

bool RowFilter::fits(const Term &term, const QByteArray &text) const
{
    if (m_strikes >= MostStrikes)
        return term.isNegative; // given up: no row passes, and problem() says why
    const auto match = term.pattern.match(QString::fromUtf8(text));
    if (!match.isValid())
        ++m_strikes;
    return match.hasMatch();
}

QString RowFilter::problem() const
{
    return m_strikes >= MostStrikes ? filterProblem(FilterProblem::TooSlow) : m_problem;
}

QString RowFilter::completed(const QString &typed)
{
    const auto begin = typed.lastIndexOf(u' ') + 1;
    auto word = typed.sliced(begin);
    const bool isNegative = word.startsWith(u'-');
    if (isNegative)
        word.removeFirst();
    const auto key = completedKey(word.toLower());
    return key.isEmpty() ? QString()
                         : QString(typed.left(begin) + (isNegative ? u"-"_s : QString()) + key);
}

} // namespace workspace
