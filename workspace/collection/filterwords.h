// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/health.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace workspace {

/// One term of a filter as it was typed.
struct FilterWord
{
    QString key = {}; ///< "ns", "label", "status", "name", "re"; empty: a word
    QString value = {}; ///< without quotes, without the slashes of an expression
    bool isNegative = false;

    bool operator==(const FilterWord &) const = default;
};

/// Takes apart what was typed: words at spaces, "words in quotes", re:/an expression/, each with a
/// minus before it. What is not closed yet goes to the end.
std::vector<FilterWord> filterWords(const QString &typed);

/// Whether a person means this health by the word, or by its beginning: "failed" is Error.
bool namesHealth(QByteArrayView word, kube::Health health);

/// The key that begins so, with its colon; empty when none or several do.
QString completedKey(const QString &begun);

enum class FilterProblem { Invalid, TooSlow };
/// For people, in a few words.
QString filterProblem(FilterProblem problem);

} // namespace workspace
