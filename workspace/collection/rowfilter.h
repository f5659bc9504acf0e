// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/resourceitem.h"

#include <QStringList>

namespace workspace {

/// What a person typed into a filter: words that must all occur, and `ns:shop`, `label:app=web` or
/// `label:app`, `status:crash`. Case does not matter; an unknown prefix is a word.
class RowFilter
{
public:
    RowFilter() = default;
    explicit RowFilter(const QString &typed);

    bool isEmpty() const;
    /// Whether this lets nothing pass that `other` would not: the person typed on.
    bool narrows(const RowFilter &other) const;
    /// `haystack` is the row's text in small letters, `status` its status cell.
    bool matches(const QString &haystack, const QString &status, const kube::ObjectMeta &meta) const;

private:
    QString m_typed;
    QStringList m_words;
    QStringList m_nameSpaces;
    QStringList m_statuses;
    QList<std::pair<QString, QString>> m_labels; ///< an empty value: the label only has to be there
};

} // namespace workspace
