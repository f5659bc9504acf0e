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
            m_nameSpaces.append(value.toLower().toUtf8());
        else if (colon > 0 && prefix == "status"_L1)
            m_statuses.append(value.toLower());
        else if (colon > 0 && prefix == "label"_L1)
            m_labels.append({value.section(u'=', 0, 0), value.section(u'=', 1)});
        else
            m_words.append(word.toLower().toUtf8());
    }
}

bool RowFilter::isEmpty() const
{
    return m_words.isEmpty() && m_nameSpaces.isEmpty() && m_statuses.isEmpty()
        && m_labels.isEmpty();
}

bool RowFilter::narrows(const RowFilter &other) const
{
    // A prefix in the making ("ns" → "ns:") changes what a word means, and so do labels.
    return m_typed.startsWith(other.m_typed) && !m_typed.contains(u':');
}

bool RowFilter::matches(const QByteArray &haystack, const kube::PackedItem &item,
                        int statusCell) const
{
    const auto inHaystack = [&](const QByteArray &word) { return haystack.contains(word); };
    const auto nameSpace = item.nameSpace();
    const auto inNameSpace = [&](const QByteArray &word) {
        return nameSpace.find(std::string_view(word.constData(), size_t(word.size())))
            != std::string_view::npos;
    };
    const auto status = m_statuses.isEmpty() ? QString() : item.cell(statusCell);
    const auto inStatus = [&](const QString &word) {
        return status.contains(word, Qt::CaseInsensitive);
    };
    const auto labels = m_labels.isEmpty() ? QMap<QString, QString>() : item.labels();
    const auto onLabel = [&](const std::pair<QString, QString> &wanted) {
        const auto found = labels.constFind(wanted.first);
        return found != labels.cend()
            && (wanted.second.isEmpty() || found->startsWith(wanted.second, Qt::CaseInsensitive));
    };
    return std::ranges::all_of(m_words, inHaystack)
        && std::ranges::all_of(m_nameSpaces, inNameSpace)
        && std::ranges::all_of(m_statuses, inStatus) && std::ranges::all_of(m_labels, onLabel);
}

} // namespace workspace
