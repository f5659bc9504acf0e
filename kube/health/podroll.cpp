// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/podroll.h"

#include "kube/api/apiclient.h"
#include "kube/health/rowhealth.h"
#include "kube/watch/resourcecache.h"

#include <QJsonArray>

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace kube {

static Reflector::Options optionsFor(const PodSelection &selection)
{
    Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"pods"_s,
                        .kind = u"Pod"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = selection.nameSpace;
    options.labelSelector = selection.labelSelector;
    return options;
}

PodRoll::PodRoll(ResourceCache &cache, const PodSelection &selection, QObject *parent)
    : QObject(parent)
    , m_client(cache.client())
    , m_selection(selection)
    , m_source(cache.subscribe(optionsFor(selection)))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(1000);
    connect(&m_pause, &QTimer::timeout, this, &PodRoll::readWorst);
    auto *source = m_source.get();
    connect(source, &Subscription::columnsChanged, this,
            [this](const QList<TableColumn> &columns) { m_columns = columns; });
    connect(source, &Subscription::listed, this, &PodRoll::rollUp);
    connect(source, &Subscription::pageListed, this, [this](const std::vector<PackedItem> &items) {
        for (const auto &item : items)
            take(item.unpacked());
        rollUp();
    });
    connect(source, &Subscription::changed, this, [this](const std::vector<PackedEvent> &events) {
        for (const auto &event : events) {
            if (event.type == ItemEvent::Type::Deleted)
                m_rows.erase(event.item.uid());
            else
                take(event.item.unpacked());
        }
        rollUp();
    });
    source->start();
}

void PodRoll::take(const ResourceItem &item)
{
    const auto isOwn = [this](const OwnerReference &owner) {
        return owner.controller && owner.uid == m_selection.owner;
    };
    if (!m_selection.owner.isEmpty() && !std::ranges::any_of(item.meta.owners, isOwn))
        return;
    auto quick = diagnoseRow(u"Pod"_s, m_columns, item);
    quick.about = item.meta.name;
    const bool ready = quick.health == Health::Ok;
    m_rows[item.meta.uid] = {item.meta.name, item.meta.resourceVersion, std::move(quick), ready};
}

void PodRoll::rollUp()
{
    if (!m_source->isListed())
        return; // half a list would be a wrong answer
    SelectedPods pods;
    auto worst = m_rows.end();
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        const auto &row = it->second;
        pods.counts.add(row.quick.health);
        pods.ready += row.ready ? 1 : 0;
        const bool first = worst == m_rows.end();
        const int order =
            first ? -1 : rankOf(row.quick.health) - rankOf(worst->second.quick.health);
        if (order < 0 || (order == 0 && row.name < worst->second.name))
            worst = it;
    }
    const auto uid = worst == m_rows.end() ? QString() : worst->first;
    if (std::exchange(m_worst, uid) != uid) {
        m_exact.reset();
        m_readVersion.clear();
    }
    if (worst != m_rows.end()) {
        const bool ill = rankOf(worst->second.quick.health) <= rankOf(Health::Pending);
        if (!ill)
            m_exact.reset();
        pods.worst = m_exact ? *m_exact : worst->second.quick;
        if (ill && m_readVersion != worst->second.resourceVersion && !m_pause.isActive())
            readWorst();
    }
    if (m_pods != pods) {
        m_pods = pods;
        Q_EMIT changed();
    }
}

void PodRoll::readWorst()
{
    const auto row = m_rows.find(m_worst);
    if (row == m_rows.end() || m_readVersion == row->second.resourceVersion
        || rankOf(row->second.quick.health) > rankOf(Health::Pending))
        return;
    m_readVersion = row->second.resourceVersion;
    m_pause.start(); // and looks then whether it changed in the meantime
    const ObjectRef ref{{{}, u"v1"_s, u"pods"_s}, m_selection.nameSpace, row->second.name};
    m_client.get(ref).then(this, [this](const Result<QJsonObject> &pod) {
        if (!pod)
            return; // the row still tells something
        QUrlQuery query;
        const auto uid = (*pod)["metadata"_L1]["uid"_L1].toString();
        query.addQueryItem(u"fieldSelector"_s, u"involvedObject.uid="_s + uid);
        const ObjectRef events{{{}, u"v1"_s, u"events"_s}, m_selection.nameSpace, {}};
        m_client.get(events, query).then(this, [this, pod = *pod](const Result<QJsonObject> &list) {
            std::vector<QJsonObject> found;
            if (list) {
                const auto items = list->value("items"_L1).toArray();
                for (const auto &item : items)
                    found.push_back(item.toObject());
            }
            takeWorst(pod, grouped(found));
        });
    });
}

void PodRoll::takeWorst(const QJsonObject &pod, const std::vector<EventGroup> &events)
{
    if (pod["metadata"_L1]["uid"_L1] != m_worst)
        return;
    auto whole = pod; // what a GET answers names its kind; a test's answer may not
    whole["apiVersion"_L1] = u"v1"_s;
    whole["kind"_L1] = u"Pod"_s;
    m_exact = diagnose(whole, {.now = QDateTime::currentDateTimeUtc(), .events = events});
    m_exact->about = pod["metadata"_L1]["name"_L1].toString();
    rollUp();
}

} // namespace kube
