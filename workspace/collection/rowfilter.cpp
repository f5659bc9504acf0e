// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/rowfilter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

RowFilter::RowFilter(const QString &typed)
    : m_typed(typed)
{
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        const auto colon = word.indexOf(u':');
        const auto prefix = word.left(colon).toLower();
        const auto value = word.mid(colon + 1);
        if (colon > 0 && (prefix == "ns"_L1 || prefix == "namespace"_L1))
            m_nameSpaces.append(value.toLower());
        else if (colon > 0 && prefix == "status"_L1)
            m_statuses.append(value.toLower());
        else if (colon > 0 && prefix == "label"_L1)
            m_labels.append({value.section(u'=', 0, 0), value.section(u'=', 1)});
        else
            m_words.append(word.toLower());
    }
}

bool RowFilter::isEmpty() const
{
    return m_words.isEmpty() && m_nameSpaces.isEmpty() && m_statuses.isEmpty() && m_labels.isEmpty();
}

bool RowFilter::narrows(const RowFilter &other) const
{
    // A prefix in the making ("ns" → "ns:") changes what a word means, and so do labels.
    return m_typed.startsWith(other.m_typed) && !m_typed.contains(u':');
}

bool RowFilter::matches(const QString &haystack, const QString &status,
                        const kube::ObjectMeta &meta) const
{
    const auto inHaystack = [&](const QString &word) { return haystack.contains(word); };
    const auto inNameSpace = [&](const QString &word) { return meta.nameSpace.contains(word); };
    const auto inStatus = [&](const QString &word) {
        return status.contains(word, Qt::CaseInsensitive);
    };
    const auto onLabel = [&](const std::pair<QString, QString> &wanted) {
        const auto found = meta.labels.constFind(wanted.first);
        return found != meta.labels.cend()
               && (wanted.second.isEmpty() || found->startsWith(wanted.second, Qt::CaseInsensitive));
    };
    return std::ranges::all_of(m_words, inHaystack) && std::ranges::all_of(m_nameSpaces, inNameSpace)
           && std::ranges::all_of(m_statuses, inStatus) && std::ranges::all_of(m_labels, onLabel);
}

} // namespace workspace
