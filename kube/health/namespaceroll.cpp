// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/namespaceroll.h"

#include "kube/health/rowhealth.h"
#include "kube/watch/resourcecache.h"

using namespace Qt::StringLiterals;

namespace kube {

static constexpr int TellMs = 250;

NamespaceRoll::NamespaceRoll(ResourceCache &cache, const ApiResource &pods, QObject *parent)
    : QObject(parent)
    , m_source(cache.subscribe({.resource = pods}))
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(TellMs);
    connect(&m_telling, &QTimer::timeout, this, [this] {
        std::map<QString, HealthCounts> counts;
        for (const auto &nameSpace : std::exchange(m_untold, {}))
            counts[nameSpace] = m_counts[nameSpace];
        Q_EMIT changed(counts);
    });
    auto *source = m_source.get();
    connect(source, &Subscription::columnsChanged, this,
            [this](const QList<TableColumn> &columns) { m_columns = columns; });
    connect(source, &Subscription::pageListed, this, [this](const std::vector<PackedItem> &items) {
        for (const auto &item : items)
            take(item);
    });
    connect(source, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type == ItemEvent::Type::Deleted)
                forget(event.item.uid());
            else
                take(event.item);
        }
    });
    source->start();
}

void NamespaceRoll::take(const PackedItem &packed)
{
    const auto item = packed.unpacked();
    const auto health = diagnoseRow(u"Pod"_s, m_columns, item).health;
    const auto [place, isNew] = m_pods.try_emplace(item.meta.uid);
    auto &pod = place->second;
    if (!isNew && pod.health == health)
        return;
    pod.nameSpace = item.meta.nameSpace;
    auto &counts = m_counts[pod.nameSpace];
    if (!isNew)
        counts.add(pod.health, -1);
    pod.health = health;
    counts.add(health);
    m_untold.insert(pod.nameSpace);
    scheduleTelling();
}

void NamespaceRoll::forget(const QString &uid)
{
    const auto pod = m_pods.find(uid);
    if (pod == m_pods.end())
        return;
    m_counts[pod->second.nameSpace].add(pod->second.health, -1);
    m_untold.insert(pod->second.nameSpace);
    m_pods.erase(pod);
    scheduleTelling();
}

void NamespaceRoll::scheduleTelling()
{
    if (!m_telling.isActive())
        m_telling.start();
}

Diagnosis rolledUp(const Diagnosis &own, const HealthCounts &pods)
{
    const auto trouble = pods.failing + pods.warning;
    if (trouble == 0 || rankOf(own.health) <= rankOf(Health::Warning))
        return own;
    const bool allFail = pods.failing == pods.total - pods.done;
    return {.health = allFail ? Health::Error : Health::Warning,
            .reason = Reason::PodsInTrouble,
            .have = pods.failing,
            .want = pods.total,
            .count = pods.warning};
}

} // namespace kube
