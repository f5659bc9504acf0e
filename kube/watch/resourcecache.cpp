// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/resourcecache.h"

#include "kube/watch/cachedresource.h"

#include <algorithm>

namespace kube {

static bool isSameCollection(const Reflector::Options &a, const Reflector::Options &b)
{
    return a.resource.gvr() == b.resource.gvr() && a.nameSpace == b.nameSpace
        && a.labelSelector == b.labelSelector && a.fieldSelector == b.fieldSelector
        && a.format == b.format && a.annotations == b.annotations;
}

ResourceCache::ResourceCache(ApiClient &client, QObject *parent, std::chrono::milliseconds linger)
    : QObject(parent)
    , m_client(client)
    , m_linger(linger)
{
}

ResourceCache::~ResourceCache() = default;

std::unique_ptr<Subscription> ResourceCache::subscribe(const Reflector::Options &options)
{
    auto wanted = options;
    if (!wanted.resource.namespaced)
        wanted.nameSpace.clear();
    const auto known = std::ranges::find_if(m_resources, [&wanted](const auto &resource) {
        return isSameCollection(resource->reflector().options(), wanted);
    });
    CachedResource *source = known == m_resources.end() ? nullptr : known->get();
    if (!source) {
        m_resources.push_back(std::make_unique<CachedResource>(m_client, wanted, m_linger));
        source = m_resources.back().get();
        connect(source, &CachedResource::unused, this, [this, source] {
            const auto place =
                std::ranges::find(m_resources, source, &std::unique_ptr<CachedResource>::get);
            place->release()->deleteLater(); // it is in the middle of a signal
            m_resources.erase(place);
        });
    }
    return std::unique_ptr<Subscription>(new Subscription(*source, m_pump, wanted));
}

size_t ResourceCache::objectCount() const
{
    size_t count = 0;
    for (const auto &resource : m_resources)
        count += resource->store().size();
    return count;
}

qsizetype ResourceCache::bytes() const
{
    qsizetype sum = 0;
    for (const auto &resource : m_resources)
        sum += resource->store().bytes();
    return sum;
}

} // namespace kube
