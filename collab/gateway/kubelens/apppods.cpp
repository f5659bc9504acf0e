// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/kubelens/apppods.h"

#include "collab/gateway/kubelens/asked.h"
#include "kube/api/apiclient.h"
#include "kube/apimachinery/podcontainers.h"
#include "kube/watch/resourcecache.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

kube::Reflector::Options podsOf(const AppPods::Setting &setting)
{
    kube::Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"pods"_s,
                        .kind = u"Pod"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = setting.nameSpace;
    options.labelSelector = setting.selector;
    options.format = kube::Reflector::Format::Object;
    return options;
}

} // namespace

AppPods::AppPods(const Setting &setting, LogViewer &viewer)
    : QObject(&viewer)
    , m_setting(setting)
    , m_viewer(viewer)
    , m_watch(setting.cluster.cache().subscribe(podsOf(setting)))
{
    using kube::Subscription;
    connect(m_watch.get(), &Subscription::pageListed, this,
            [this](const std::vector<kube::PackedItem> &items) {
                for (const auto &item : items)
                    take(item);
            });
    connect(m_watch.get(), &Subscription::changed, this,
            [this](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == kube::ItemEvent::Type::Deleted)
                        remove(event.item);
                    else
                        take(event.item);
                }
            });
    connect(m_watch.get(), &Subscription::listed, this, &AppPods::takeKept);
    connect(m_watch.get(), &Subscription::stateChanged, this, &AppPods::takeState);
    m_watch->start();
}

AppPods::~AppPods() = default;

void AppPods::take(const kube::PackedItem &item)
{
    if (m_pods.contains(item.uid()))
        return;
    const auto pod = QJsonDocument::fromJson(item.unpacked().json).object();
    const auto name = pod["metadata"_L1]["name"_L1].toString();
    const auto labels = labelsOf(pod);
    if (!m_setting.authorizer.showsPod(name, labels)) {
        m_hidden.insert(item.uid());
        return;
    }
    m_pods.insert(item.uid());
    m_hidden.remove(item.uid());
    m_setting.logs.remember(item.uid(), labels);
    if (m_hasBegun)
        m_viewer.mark("podAdded", name);
    for (const auto &container : kube::containersOf(pod)) {
        if (!m_setting.container.isEmpty() && container != m_setting.container)
            continue;
        if (m_viewer.logs() >= MostLogs)
            return m_viewer.mark("leftOut", name);
        m_viewer.add(m_setting.logs.open({.cluster = m_setting.clusterName,
                                          .nameSpace = m_setting.nameSpace,
                                          .pod = name,
                                          .uid = item.uid(),
                                          .container = container},
                                         &m_setting.cluster.client()));
    }
}

void AppPods::remove(const kube::PackedItem &item)
{
    m_hidden.remove(item.uid());
    if (!m_pods.remove(item.uid()))
        return;
    m_viewer.mark("podRemoved", item.meta().name);
    m_viewer.leave(item.uid());
}

/// Logs that were being read when the reader was cut off, and whose pods are gone by now.
void AppPods::takeKept()
{
    if (std::exchange(m_hasBegun, true))
        return;
    if (!m_setting.cursor || m_setting.cursor->logs.empty())
        return m_viewer.begin();
    const QPointer self(this);
    m_setting.logs.storage().find(
        m_setting.clusterName, m_setting.nameSpace, {},
        [self](const Storage::Result<std::vector<LogName>> &found) {
            if (!self)
                return;
            for (const auto &name : found.value_or(std::vector<LogName>())) {
                const auto key = logKeyOf(name.uid, name.container);
                if (self->m_setting.cursor->logs.contains(key) && !self->m_pods.contains(name.uid)
                    && !self->m_hidden.contains(name.uid)
                    && showsKept(self->m_setting.logs, self->m_setting.authorizer, name)
                    && self->m_viewer.logs() < MostLogs)
                    self->m_viewer.add(self->m_setting.logs.open(name, nullptr));
            }
            self->m_viewer.begin();
        });
}

void AppPods::takeState()
{
    if (m_watch->state() == kube::Subscription::State::Refused)
        m_viewer.close(u"the cluster does not show the app's pods"_s);
}

} // namespace gateway
