// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/namespaces/namespacelist.h"

#include <algorithm>

namespace workspace {

bool isNamespaceName(const QString &text)
{
    // https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
    const auto inner = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !text.isEmpty() && text.size() <= 63 && std::ranges::all_of(text, inner)
        && !text.startsWith(u'-') && !text.endsWith(u'-');
}

void NamespaceList::begin(const QStringList &remembered, const QStringList &chosen)
{
    m_known = {remembered.begin(), remembered.end()};
    m_known.insert(chosen.begin(), chosen.end());
    m_checked = {chosen.begin(), chosen.end()};
    m_filter.clear();
    rebuild();
}

static QString nameOf(const kube::PackedItem &item)
{
    const auto name = item.name();
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

void NamespaceList::addListed(const std::vector<kube::PackedItem> &items)
{
    bool more = false;
    for (const auto &item : items)
        more |= m_known.insert(nameOf(item)).second;
    if (more)
        rebuild();
}

void NamespaceList::apply(const std::vector<kube::PackedEvent> &events)
{
    bool other = false;
    for (const auto &event : events) {
        if (event.type == kube::ItemEvent::Type::Deleted)
            other |= m_known.erase(nameOf(event.item)) > 0;
        else
            other |= m_known.insert(nameOf(event.item)).second;
    }
    if (other)
        rebuild();
}

void NamespaceList::setFilter(const QString &typed)
{
    const auto filter = typed.trimmed().toLower();
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void NamespaceList::rebuild()
{
    beginResetModel(); // another selection of the list
    m_offersAll = m_filter.isEmpty();
    m_shown.clear();
    if (m_offersAll)
        m_shown.emplace_back();
    // Names that begin with what was typed come first.
    const auto fits = [this](const QString &name) { return name.contains(m_filter); };
    std::ranges::copy_if(m_known, std::back_inserter(m_shown), fits);
    if (!m_filter.isEmpty())
        std::ranges::stable_partition(
            m_shown, [this](const QString &name) { return name.startsWith(m_filter); });
    m_offersTyped = isNamespaceName(m_filter) && !m_known.contains(m_filter);
    if (m_offersTyped)
        m_shown.push_back(m_filter);
    endResetModel();
}

void NamespaceList::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto clicked = name(row);
    if (clicked.isEmpty())
        m_checked.clear();
    else if (!m_checked.erase(clicked))
        m_checked.insert(clicked);
    if (m_offersTyped && row == rowCount() - 1) {
        m_known.insert(clicked); // from now on one like the others
        rebuild();
        return;
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CheckedRole});
}

QStringList NamespaceList::chosen() const
{
    return {m_checked.begin(), m_checked.end()};
}

QString NamespaceList::name(int row) const
{
    return m_shown[size_t(row)];
}

int NamespaceList::bestRow() const
{
    return m_shown.empty() ? -1 : 0;
}

int NamespaceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant NamespaceList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = m_shown[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return shown.isEmpty() ? tr("All namespaces") : shown;
    case NameRole: return shown;
    case CheckedRole: return shown.isEmpty() ? m_checked.empty() : m_checked.contains(shown);
    case TypedRole: return m_offersTyped && index.row() == rowCount() - 1;
    default: return {};
    }
}

} // namespace workspace
