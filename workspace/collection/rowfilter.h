// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/watch/packeditem.h"

#include <QByteArrayList>
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
    /// `haystack` is the row's text in small letters, UTF-8; `statusCell` tells which cell is the
    /// status, -1 when none is.
    bool matches(const QByteArray &haystack, const kube::PackedItem &item, int statusCell) const;

private:
    QString m_typed;
    QByteArrayList m_words; ///< UTF-8
    QByteArrayList m_nameSpaces;
    QStringList m_statuses;
    QList<std::pair<QString, QString>> m_labels; ///< an empty value: the label only has to be there
};

} // namespace workspace
