// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/collection.h"

#include "kube/watch/resourcecache.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace gateway {

using kube::Reflector;

Collection::Collection(kube::Cluster &cluster, const kube::ApiResource &resource,
                       const QStringList &namespaces)
    : m_resource(resource)
    , m_id(QByteArray::number(QRandomGenerator::system()->generate64(), 36))
{
    const auto places =
        namespaces.isEmpty() || !resource.namespaced ? QStringList{QString()} : namespaces;
    for (const auto &nameSpace : places) {
        auto subscription = cluster.cache().subscribe(
            {.resource = resource, .nameSpace = nameSpace, .format = Reflector::Format::Object});
        connect(subscription.get(), &kube::Subscription::pageListed, this,
                qOverload<const std::vector<kube::PackedItem> &>(&Collection::take));
        connect(subscription.get(), &kube::Subscription::changed, this,
                qOverload<const std::vector<kube::PackedEvent> &>(&Collection::take));
        connect(subscription.get(), &kube::Subscription::listed, this, &Collection::answered);
        connect(subscription.get(), &kube::Subscription::stateChanged, this, [this] {
            if (problem())
                Q_EMIT answered();
        });
        m_subscriptions.push_back(std::move(subscription));
    }
    for (const auto &subscription : m_subscriptions)
        subscription->start();
}

Collection::~Collection() = default;

bool Collection::isListed() const
{
    return std::ranges::all_of(m_subscriptions, &kube::Subscription::isListed);
}

std::optional<kube::Error> Collection::problem() const
{
    for (const auto &subscription : m_subscriptions) {
        const auto state = subscription->state();
        if (state == Reflector::State::Refused || state == Reflector::State::Stale)
            return subscription->lastError();
    }
    return std::nullopt;
}

void Collection::remember(const std::string &uid, bool wasThere)
{
    m_changes.push_back({.generation = m_generation, .uid = uid, .wasThere = wasThere});
    if (m_changes.size() <= Remembered)
        return;
    m_forgotten = m_changes.front().generation;
    m_changes.pop_front();
}

void Collection::take(const std::vector<kube::PackedItem> &items)
{
    ++m_generation;
    for (const auto &item : items) {
        const std::string uid(item.uidKey());
        const bool isNew = m_objects.insert_or_assign(uid, item).second;
        remember(uid, !isNew);
    }
}

void Collection::take(const std::vector<kube::PackedEvent> &events)
{
    ++m_generation;
    for (const auto &[type, item] : events) {
        const std::string uid(item.uidKey());
        const bool isGone = type == kube::ItemEvent::Type::Deleted;
        const bool wasThere =
            isGone ? m_objects.erase(uid) > 0 : !m_objects.insert_or_assign(uid, item).second;
        remember(uid, wasThere);
    }
    Q_EMIT changed(events);
}

const kube::PackedItem *Collection::find(const std::string &uid) const
{
    const auto found = m_objects.find(uid);
    return found == m_objects.end() ? nullptr : &found->second;
}

QByteArray Collection::token() const
{
    return m_id + '-' + QByteArray::number(m_generation);
}

std::optional<std::map<std::string, bool>> Collection::changesSince(const QByteArray &token) const
{
    const auto dash = token.lastIndexOf('-');
    bool isNumber = false;
    const auto generation = token.mid(dash + 1).toULongLong(&isNumber);
    const bool isKnown = dash >= 0 && isNumber && token.first(dash) == m_id
        && generation >= m_forgotten && generation <= m_generation;
    if (!isKnown)
        return std::nullopt;
    std::map<std::string, bool> changes;
    for (const auto &change : m_changes) {
        if (change.generation > generation)
            changes.emplace(change.uid, change.wasThere); // what it was before the first of them
    }
    return changes;
}

std::vector<kube::PackedItem> Collection::sorted() const
{
    std::vector<kube::PackedItem> items;
    items.reserve(m_objects.size());
    for (const auto &[uid, item] : m_objects)
        items.push_back(item);
    std::ranges::sort(items, {}, [](const kube::PackedItem &item) {
        return std::pair(item.nameSpace(), item.name());
    });
    return items;
}

QStringList Collection::namespaces() const
{
    QSet<QString> names;
    for (const auto &[uid, item] : m_objects) {
        const auto name = item.nameSpace();
        names.insert(QString::fromUtf8(name.data(), qsizetype(name.size())));
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

} // namespace gateway
