// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/cachedresource.h"

#include "kube/watch/subscription.h"

#include <algorithm>

namespace kube {

CachedResource::CachedResource(ApiClient &client, const Reflector::Options &options,
                               std::chrono::milliseconds linger)
    : m_reflector(client, options)
{
    m_linger.setSingleShot(true);
    m_linger.setInterval(linger);
    connect(&m_linger, &QTimer::timeout, this, &CachedResource::unused);
    connect(&m_reflector, &Reflector::listBegan, this, [this] { m_store.beginList(); });
    connect(&m_reflector, &Reflector::pageListed, this, &CachedResource::takePage);
    connect(&m_reflector, &Reflector::listed, this, &CachedResource::takeListed);
    connect(&m_reflector, &Reflector::changed, this, &CachedResource::takeEvents);
    connect(&m_reflector, &Reflector::columnsChanged, this, &CachedResource::takeColumns);
    connect(&m_reflector, &Reflector::stateChanged, this, [this] {
        for (auto *viewer : m_viewers)
            viewer->takeState();
    });
    m_reflector.start();
}

void CachedResource::hold()
{
    ++m_holders;
    m_linger.stop();
}

void CachedResource::attach(Subscription &viewer)
{
    m_viewers.push_back(&viewer);
    if (!m_columns.isEmpty())
        viewer.takeColumns(m_columns);
    if (m_store.size() > 0)
        viewer.takeNew(m_store.all());
    if (m_listed)
        viewer.takeListed();
}

void CachedResource::detach(Subscription &viewer)
{
    std::erase(m_viewers, &viewer);
    if (--m_holders == 0)
        m_linger.start();
}

void CachedResource::takeColumns(const QList<TableColumn> &columns)
{
    if (!m_columns.isEmpty())
        m_store.expectOtherCells();
    m_columns = columns;
    for (auto *viewer : m_viewers)
        viewer->takeColumns(columns);
}

/// Of a first list, or of one that follows a 410: then only what differs is told.
void CachedResource::takePage(const std::vector<PackedItem> &items)
{
    std::vector<PackedItem> added;
    for (const auto &item : items) {
        PackedItem packed = item; // shares the bytes
        switch (m_store.put(packed)) {
        case ObjectStore::Put::Same: break;
        case ObjectStore::Put::Modified: change(ItemEvent::Type::Modified, packed); break;
        case ObjectStore::Put::Added:
            if (m_listed)
                change(ItemEvent::Type::Added, packed);
            else
                added.push_back(packed);
        }
    }
    if (added.empty())
        return;
    for (auto *viewer : m_viewers)
        viewer->takeNew(added);
}

void CachedResource::takeListed()
{
    for (const auto &item : m_store.endList())
        change(ItemEvent::Type::Deleted, item);
    m_listed = true;
    for (auto *viewer : m_viewers)
        viewer->takeListed();
}

void CachedResource::takeEvents(const std::vector<PackedEvent> &events)
{
    for (const auto &event : events) {
        PackedItem packed = event.item;
        if (event.type == ItemEvent::Type::Deleted) {
            if (m_store.remove(packed))
                change(ItemEvent::Type::Deleted, packed);
        } else if (const auto put = m_store.put(packed); put != ObjectStore::Put::Same) {
            change(put == ObjectStore::Put::Added ? ItemEvent::Type::Added
                                                  : ItemEvent::Type::Modified,
                   packed);
        }
    }
}

void CachedResource::change(ItemEvent::Type type, const PackedItem &item)
{
    for (auto *viewer : m_viewers)
        viewer->takeChange(type, item);
}

} // namespace kube
