// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/yard/collections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

Collections::Collections(const GatewayParts &parts, std::chrono::milliseconds linger)
    : m_parts(parts)
    , m_linger(linger)
{
    connect(&m_sweep, &QTimer::timeout, this, &Collections::forgetIdle);
    m_sweep.start(std::max(linger / 4, std::chrono::milliseconds(1)));
}

Collections::~Collections() = default;

/// Where each allowed namespace has its name the gateway's own credentials need be good for these
/// alone.
QStringList Collections::watchedNamespaces() const
{
    const auto &names = m_parts.config.namespaces;
    const bool areNames =
        std::ranges::none_of(names, [](const auto &name) { return name.contains(u'*'); });
    return areNames ? names : QStringList();
}

std::shared_ptr<Shared> Collections::open(kube::Cluster &cluster, const kube::ApiResource &resource)
{
    const auto now = std::chrono::steady_clock::now();
    const auto found = std::ranges::find_if(m_open, [&](const Open &one) {
        return one.cluster == &cluster && one.shared->collection.resource().gvr() == resource.gvr();
    });
    if (found != m_open.end()) {
        found->used = now;
        return found->shared;
    }
    auto shared = std::make_shared<Shared>(cluster, resource, watchedNamespaces());
    m_open.push_back({.cluster = &cluster, .shared = shared, .used = now});
    return shared;
}

void Collections::whenListed(kube::Cluster &cluster, const kube::ApiResource &resource,
                             const Answer &answer)
{
    auto shared = open(cluster, resource);
    if (shared->collection.isListed())
        return answer(shared);
    // Ends with the first answer, or with its time.
    auto *wait = new QTimer(&shared->collection);
    wait->setSingleShot(true);
    const auto finish = [wait, answer](const auto &result) {
        wait->disconnect();
        wait->deleteLater();
        answer(result);
    };
    connect(wait, &QTimer::timeout, wait, [finish] {
        finish(std::unexpected(kube::Error{.kind = kube::Error::Kind::Timeout,
                                           .message = u"the list is not there yet"_s}));
    });
    connect(&shared->collection, &Collection::answered, wait,
            [finish, shared = std::weak_ptr(shared)] {
                const auto held = shared.lock();
                if (!held)
                    return;
                if (held->collection.isListed())
                    finish(held);
                else if (const auto problem = held->collection.problem())
                    finish(std::unexpected(*problem));
            });
    wait->start(ListWithin);
    if (const auto problem = shared->collection.problem()) // which was known already
        finish(std::unexpected(*problem));
}

void Collections::forgetIdle()
{
    const auto now = std::chrono::steady_clock::now();
    m_open.remove_if(
        [&](const Open &one) { return one.shared.use_count() == 1 && now - one.used >= m_linger; });
}

} // namespace gateway
