// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"
#include "kube/watch/packeditem.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace workspace {

/// What a person typed into a filter: terms that must all hold. A word, or "words in quotes",
/// occurs somewhere in the row; `name:web` in its name; `ns:shop,pay` in its namespace;
/// `status:crash` in its status, or `status:failed` names its health; `label:app=web`, `label:app`;
/// `re:/^web-\d/` fits one of the row's texts. A minus before a term turns it round, a comma within
/// `ns:` and `status:` means or. Case does not matter; an unknown prefix is a word.
///
/// An expression costs no more than a bounded number of steps a row, and one that keeps running
/// into that is given up: a filter never hangs.
class RowFilter
{
public:
    /// What of a row is looked at.
    struct Row
    {
        /// Lines in small letters, UTF-8: the namespace, the name, then other texts.
        const QByteArray &text;
        kube::Health health = kube::Health::Unknown;
        const kube::PackedItem *item = nullptr; ///< null: no labels and no status are known
        int statusCell = -1; ///< which cell is the status; -1: none
    };

    RowFilter() = default;
    explicit RowFilter(const QString &typed);

    bool isEmpty() const { return m_terms.empty(); }
    /// Whether this lets nothing pass that `other` would not: the person typed on.
    bool narrows(const RowFilter &other) const;
    bool matches(const Row &row) const;
    /// Why a term is not obeyed, in a few words of a translated sentence; empty: all are.
    QString problem() const;

    /// The key that a person has begun to type at the end, completed: "sta" → "status:". Empty when
    /// there is nothing to complete.
    static QString completed(const QString &typed);

private:
    struct Term
    {
        enum class Kind { Word, Name, NameSpace, Status, Label, Pattern };
        Kind kind = Kind::Word;
        bool isNegative = false;
        QByteArrayList values = {}; ///< any of them; UTF-8, in small letters
        QString label = {};
        QRegularExpression pattern = {};
    };

    void add(const QString &key, const QString &value, bool isNegative);
    void addPattern(const QString &pattern, bool isNegative);
    bool holds(const Term &term, const Row &row) const;
    bool fits(const Term &term, const QByteArray &text) const;

    QString m_typed;
    bool m_isPlain = true; ///< only words
    std::vector<Term> m_terms;
    QString m_problem;
    mutable int m_strikes = 0; ///< how often an expression took too long
};

} // namespace workspace
