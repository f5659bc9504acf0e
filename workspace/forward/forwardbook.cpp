// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/forward/forwardbook.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"

#include <algorithm>

namespace workspace {

ForwardBook::ForwardBook(ClusterSet &clusters, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
{
    connect(&clusters, &ClusterSet::clusterClosing, this, &ForwardBook::closing);
    connect(&clusters, &ClusterSet::clusterReplaced, this, &ForwardBook::replaced);
}

ForwardBook::~ForwardBook() = default;

void ForwardBook::restore(const std::vector<ForwardRecord> &records)
{
    for (const auto &record : records) {
        if (m_entries.size() < Most)
            m_entries.push_back({.id = ++m_lastId, .record = record});
    }
    Q_EMIT changed();
}

std::vector<ForwardRecord> ForwardBook::records() const
{
    std::vector<ForwardRecord> result;
    for (const auto &entry : m_entries)
        result.push_back(entry.record);
    return result;
}

const ForwardBook::Entry *ForwardBook::entry(int id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

ForwardBook::Entry *ForwardBook::find(int id)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

int ForwardBook::add(const ForwardRecord &record)
{
    const auto known = std::ranges::find_if(m_entries, [&record](const Entry &entry) {
        const auto &spec = entry.record.spec;
        return entry.record.context == record.context && spec.target == record.spec.target
            && spec.port == record.spec.port
            && (spec.localPort == record.spec.localPort || record.spec.localPort == 0);
    });
    if (known != m_entries.end()) {
        start(known->id);
        return known->id;
    }
    if (m_entries.size() >= Most) { // the oldest that does not run makes room
        const auto idle =
            std::ranges::find_if(m_entries, [](const Entry &entry) { return !entry.forward; });
        if (idle != m_entries.end())
            m_entries.erase(idle);
    }
    m_entries.push_back({.id = ++m_lastId, .record = record});
    const int id = m_lastId;
    start(id);
    Q_EMIT recordsChanged();
    return id;
}

void ForwardBook::start(int id)
{
    auto *entry = find(id);
    if (!entry || (entry->forward && entry->forward->state() != kube::PortForward::State::Failed))
        return;
    launch(*entry);
    Q_EMIT changed();
}

void ForwardBook::launch(Entry &entry)
{
    entry.forward.reset();
    auto *cluster = m_clusters.cluster(entry.record.context);
    entry.waitsForCluster = !cluster;
    if (!cluster)
        return;
    entry.forward = std::make_unique<kube::PortForward>(cluster->client(), entry.record.spec);
    auto *made = entry.forward.get();
    connect(made, &kube::PortForward::changed, this, &ForwardBook::changed);
    connect(made, &kube::PortForward::trafficChanged, this, &ForwardBook::trafficChanged);
    made->start();
    // A port that was chosen freely is kept for the next time, so that URLs stay good.
    if (made->localPort() == 0 || entry.record.spec.localPort == made->localPort())
        return;
    entry.record.spec.localPort = made->localPort();
    Q_EMIT recordsChanged();
}

void ForwardBook::stop(int id)
{
    auto *entry = find(id);
    if (!entry)
        return;
    entry->waitsForCluster = false;
    if (entry->forward) {
        entry->forward->disconnect(this);
        entry->forward.release()->deleteLater(); // this may run inside one of its signals
    }
    Q_EMIT changed();
}

void ForwardBook::remove(int id)
{
    stop(id);
    if (std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; }) == 0)
        return;
    Q_EMIT changed();
    Q_EMIT recordsChanged();
}

void ForwardBook::setLocalPort(int id, quint16 port)
{
    auto *entry = find(id);
    if (!entry || entry->record.spec.localPort == port)
        return;
    const bool started = entry->forward != nullptr;
    stop(id);
    entry->record.spec.localPort = port;
    if (started)
        start(id);
    Q_EMIT recordsChanged();
}

int ForwardBook::running() const
{
    return int(std::ranges::count_if(m_entries, [](const Entry &entry) {
        return entry.forward && entry.forward->localPort() != 0;
    }));
}

void ForwardBook::closing(const QString &context)
{
    for (auto &entry : m_entries) {
        if (entry.record.context != context || !entry.forward)
            continue;
        entry.forward.reset(); // it borrows what is about to go
        entry.waitsForCluster = true;
    }
    Q_EMIT changed();
}

void ForwardBook::replaced(const QString &context)
{
    for (auto &entry : m_entries) {
        if (entry.record.context == context && entry.waitsForCluster)
            launch(entry);
    }
    Q_EMIT changed();
}

} // namespace workspace
