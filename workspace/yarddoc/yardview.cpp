// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yarddoc/yardview.h"

#include <algorithm>

namespace workspace {

YardView::YardView(const YardClusters &clusters)
    : m_clusters(clusters)
{
}

void YardView::read(const QStringList &ids, YardChange &change)
{
    const auto krates = m_doc->map(schema::Krates);
    QSet<QString> done;
    for (const auto &id : ids) {
        if (done.contains(id))
            continue;
        done.insert(id);
        take(krates, id, change);
    }
    // Windows that were another krate's may be free now.
    const auto wanting = std::exchange(m_wanting, {});
    for (const auto &id : wanting) {
        if (done.contains(id))
            m_wanting.insert(id);
        else
            take(krates, id, change);
    }
}

void YardView::readAll(YardChange &change)
{
    QStringList ids = m_doc->map(schema::Krates).keys();
    for (const auto &[id, krate] : m_krates)
        ids.append(id);
    m_hidden.clear();
    m_wrongWindows.clear();
    read(ids, change);
}

static bool isAboutTheSame(const KrateRecord &a, const KrateRecord &b)
{
    const bool sameKind = a.collection.has_value() == b.collection.has_value()
        && (!a.collection
            || (a.collection->kind == b.collection->kind
                && a.collection->apiVersion == b.collection->apiVersion));
    return a.cluster == b.cluster && a.object == b.object && sameKind;
}

void YardView::take(const crdt::YMap &krates, const QString &id, YardChange &change)
{
    const auto shown = m_krates.find(id);
    letWindowsGo(id);
    auto record = readOne(krates, id);
    if (shown == m_krates.end()) {
        if (!record)
            return;
        m_krates.emplace(id, std::move(*record));
        change.added.append(id);
    } else if (!record || !isAboutTheSame(*record, shown->second)) {
        if (record)
            m_reborn.append(id);
        m_krates.erase(shown);
        change.removed.append(id);
    } else if (*record != shown->second) {
        shown->second = std::move(*record);
        change.updated.append(id);
    }
}

std::optional<KrateRecord> YardView::readOne(const crdt::YMap &krates, const QString &id)
{
    if (!krates.contains(id)) {
        m_hidden.remove(id);
        m_wrongWindows.remove(id);
        return {};
    }
    auto read = schema::readKrate(krates, id);
    if (!read.record) {
        hide(id, read.problem);
        return {};
    }
    if (m_krates.size() >= schema::MostKrates && !m_krates.contains(id)) {
        hide(id, schema::Problem::TooManyKrates);
        return {};
    }
    m_hidden.remove(id);
    const int before = std::exchange(m_wrongWindows[id], read.wrongWindows);
    if (read.wrongWindows > before)
        m_problems[schema::Problem::WrongWindow] += read.wrongWindows - before;
    if (read.wrongWindows == 0)
        m_wrongWindows.remove(id);
    auto &krate = *read.record;
    krate.cluster = m_clusters.contextOf(krate.cluster, id);
    keepApart(krate);
    return std::move(krate);
}

void YardView::hide(const QString &id, schema::Problem problem)
{
    const auto before = m_hidden.size();
    m_hidden.insert(id);
    if (m_hidden.size() > before)
        ++m_problems[problem];
}

/// Takes the ids of its windows; a window whose id is another krate's is not shown.
void YardView::keepApart(KrateRecord &krate)
{
    std::erase_if(krate.windows, [&](const WindowRecord &window) {
        const auto owner = m_windows.value(window.id, krate.id);
        if (owner == krate.id) {
            m_windows.insert(window.id, krate.id);
            return false;
        }
        if (!m_wanting.contains(krate.id))
            ++m_problems[schema::Problem::WrongWindow];
        m_wanting.insert(krate.id);
        return true;
    });
}

void YardView::letWindowsGo(const QString &id)
{
    m_wanting.remove(id);
    const auto shown = m_krates.find(id);
    if (shown == m_krates.end())
        return;
    for (const auto &window : shown->second.windows) {
        if (m_windows.value(window.id) == id)
            m_windows.remove(window.id);
    }
}

} // namespace workspace
