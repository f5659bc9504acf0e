// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/health/exacthealth.h"

using namespace Qt::StringLiterals;

namespace workspace {

ExactHealth::ExactHealth(kube::ResourceCache &cache, const kube::ApiResource &resource,
                         const QString &nameSpace, const QString &name, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_watch(cache, resource, nameSpace, name)
    , m_health(cache, kube::HealthWatch::Detail::Sentence)
{
    connect(&m_watch, &ObjectWatch::changed, this, &ExactHealth::takeObject);
    connect(&m_health, &kube::HealthWatch::changed, this, &ExactHealth::changed);
    m_watch.start();
}

void ExactHealth::takeObject()
{
    const auto &object = m_watch.object();
    const auto uid = object["metadata"_L1]["uid"_L1].toString();
    if (!uid.isEmpty() && uid != m_uid) {
        m_uid = uid;
        kube::EventScope scope{.uid = uid}; // of what is cluster-scoped, they are in any namespace
        if (const auto space = object["metadata"_L1]["namespace"_L1].toString(); !space.isEmpty())
            scope.nameSpaces = {space};
        if (object["kind"_L1] == "Node"_L1)
            scope.node = object["metadata"_L1]["name"_L1].toString();
        m_events = std::make_unique<kube::EventWatch>(m_cache, scope);
        connect(m_events.get(), &kube::EventWatch::changed, this,
                [this] { m_health.setEvents(m_events->groups()); });
        m_events->start();
    }
    m_health.setObject(object);
}

} // namespace workspace
