// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ObjectInspection about the pods of the object and what is measured of them.

#include "workspace/inspector/objectinspection.h"

#include "kube/health/rowhealth.h"
#include "kube/metrics/metricsfeed.h"
#include "kube/metrics/usageroll.h"
#include "kube/relations/objectrelations.h"
#include "kube/watch/resourcecache.h"
#include "workspace/collection/sortkey.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace workspace {

/// Which pods belong to the object; no value when none do, or nobody can tell.
std::optional<kube::Reflector::Options> ObjectInspection::podOptions() const
{
    kube::Reflector::Options options;
    options.resource = {.version = u"v1"_s,
                        .resource = u"pods"_s,
                        .kind = u"Pod"_s,
                        .verbs = {u"list"_s, u"watch"_s}};
    options.nameSpace = m_id.nameSpace;
    if (m_id.kind == "Node"_L1) {
        options.fieldSelector = u"spec.nodeName="_s + m_id.name;
        return options;
    }
    if (m_id.kind == "Pod"_L1 || m_id.kind == "CronJob"_L1
        || (podSpecOf(m_facts.object).isEmpty() && m_id.kind != "Service"_L1))
        return {};
    const auto selector =
        kube::labelSelectorOf(m_facts.object["spec"_L1]["selector"_L1].toObject());
    if (!selector || selector->isEmpty())
        return {};
    options.labelSelector = selector->toString();
    return options;
}

void ObjectInspection::watchPods()
{
    const auto options = podOptions();
    const QString selector =
        options ? options->labelSelector + u'|' + options->fieldSelector : QString();
    if (selector == m_podSelector)
        return;
    m_podSelector = selector;
    m_podRows.clear();
    m_pods.reset();
    if (!options)
        return;
    m_pods = m_cache.subscribe(*options);
    auto *pods = m_pods.get();
    using kube::Subscription;
    connect(pods, &Subscription::columnsChanged, this,
            [this](const QList<kube::TableColumn> &columns) { m_podColumns = columns; });
    connect(pods, &Subscription::pageListed, this,
            [this](const std::vector<kube::PackedItem> &items) {
                for (const auto &item : items)
                    takePod(item);
            });
    connect(pods, &Subscription::changed, this,
            [this](const std::vector<kube::PackedEvent> &events) {
                for (const auto &event : events) {
                    if (event.type == kube::ItemEvent::Type::Deleted)
                        m_podRows.erase(event.item.uid());
                    else
                        takePod(event.item);
                }
                Q_EMIT changed();
            });
    connect(pods, &Subscription::listed, this, [this] {
        takeUsage();
        Q_EMIT changed();
    });
    connect(pods, &Subscription::stateChanged, this, &ObjectInspection::changed);
    pods->start();
}

/// A selector may match pods of others, too: those of a workload say whose they are. A deployment's
/// belong to its replica sets.
bool ObjectInspection::isOwn(const kube::ResourceItem &item) const
{
    if (m_id.kind == "Node"_L1 || m_id.kind == "Service"_L1 || m_id.kind == "Deployment"_L1)
        return true;
    return std::ranges::any_of(item.meta.owners, [this](const kube::OwnerReference &owner) {
        return owner.controller && owner.uid == m_uid;
    });
}

void ObjectInspection::takePod(const kube::PackedItem &packed)
{
    const auto item = packed.unpacked();
    if (isOwn(item))
        m_podRows[item.meta.uid] = {packed, kube::diagnoseRow(u"Pod"_s, m_podColumns, item).health};
}

QString ObjectInspection::cellOf(const kube::PackedItem &item, QLatin1StringView column) const
{
    const auto found = std::ranges::find(m_podColumns, column, &kube::TableColumn::name);
    return found == m_podColumns.end() ? QString() : item.cell(found - m_podColumns.begin());
}

std::vector<InspectedPod> ObjectInspection::podRows(const QDateTime &now) const
{
    std::vector<InspectedPod> rows;
    const auto table = m_usage ? m_usage->table() : nullptr;
    for (const auto &[uid, row] : m_podRows) {
        const auto meta = row.item.meta();
        InspectedPod pod{.id = {u"v1"_s, u"Pod"_s, meta.nameSpace, meta.name},
                         .health = row.health,
                         .ready = cellOf(row.item, "Ready"_L1),
                         .status = cellOf(row.item, "Status"_L1),
                         .age = ageText(now.toSecsSinceEpoch() - meta.created)};
        const auto *measured =
            table ? table->pod(kube::podKey(meta.nameSpace, meta.name)) : nullptr;
        if (measured)
            pod.usage = measured->figure.usage;
        rows.push_back(std::move(pod));
    }
    std::ranges::sort(rows, {}, [](const InspectedPod &pod) {
        return std::tuple(kube::rankOf(pod.health), pod.id.nameSpace, pod.id.name);
    });
    return rows;
}

void ObjectInspection::beginUsage(kube::MetricsFeed *metrics, const kube::ApiResource &resource)
{
    if (!metrics || !kube::UsageRoll::isFor(resource))
        return;
    m_usage = metrics->subscribe({});
    connect(m_usage.get(), &kube::UsageSubscription::changed, this, [this] {
        m_measured = true;
        takeUsage();
        Q_EMIT changed();
    });
}

void ObjectInspection::watchUsage()
{
    if (!m_usage)
        return;
    kube::UsageScope scope{.nameSpaces = {m_id.nameSpace}};
    if (m_id.kind == "Node"_L1)
        scope = {.pods = true, .nodes = true, .onNodes = {m_id.name}};
    else if (m_id.kind == "Namespace"_L1)
        scope.nameSpaces = {m_id.name};
    else if (const auto node = m_facts.object["spec"_L1]["nodeName"_L1].toString();
             m_id.kind == "Pod"_L1 && !node.isEmpty())
        scope.onNodes = {node};
    m_usage->setScope(scope);
    m_usage->start();
}

/// The last round becomes the newest sample of the whole and of each container.
void ObjectInspection::takeUsage()
{
    const auto table = m_usage ? m_usage->table() : nullptr;
    if (!table)
        return;
    const auto name = m_id.name.toUtf8();
    std::optional<kube::UsageFigure> whole;
    std::map<QString, kube::UsageFigure> containers;
    const auto add = [](auto &sum, const kube::UsageFigure &figure) {
        if (sum)
            sum->add(figure);
        else
            sum = figure;
    };
    const auto addPod = [&](const kube::PodUsage *pod) {
        if (!pod)
            return;
        add(whole, pod->figure);
        for (const auto &container : pod->containers) {
            const kube::UsageFigure figure{container.usage, pod->figure.time};
            const auto [place, isNew] = containers.try_emplace(container.name, figure);
            if (!isNew)
                place->second.add(figure);
        }
    };
    if (m_id.kind == "Node"_L1) {
        if (const auto *node = table->node(name))
            whole = *node;
    } else if (m_id.kind == "Namespace"_L1) {
        if (const auto sum = table->nameSpaces.constFind(name); sum != table->nameSpaces.cend())
            whole = *sum;
    } else if (m_id.kind == "Pod"_L1) {
        addPod(table->pod(kube::podKey(m_id.nameSpace, m_id.name)));
    } else {
        for (const auto &[uid, row] : m_podRows)
            addPod(table->pod(kube::podKey(row.item.nameSpace(), row.item.name())));
    }
    std::erase_if(m_history, [&containers](const auto &entry) {
        return !entry.first.isEmpty() && !containers.contains(entry.first);
    });
    if (!whole)
        return;
    m_figure = *whole;
    m_history[{}].add(*whole);
    for (const auto &[container, figure] : containers)
        m_history[container].add(figure);
}

InspectedUsage ObjectInspection::usage(const QDateTime &now) const
{
    InspectedUsage told{.isAsked = m_usage != nullptr};
    if (!m_usage)
        return told;
    told.isMeasured = m_measured;
    told.absence = m_usage->absence();
    told.road = m_usage->road();
    told.time = m_figure.time;
    told.pods = m_id.kind == "Node"_L1 ? 0 : m_figure.parts;
    told.isStale = m_usage->isStale(m_figure, now.toMSecsSinceEpoch());
    // One container is the whole.
    const bool single = m_history.size() == 2;
    for (const auto &[name, history] : m_history) {
        if (single && name.isEmpty())
            continue;
        told.lines.push_back({name, {history.samples().begin(), history.samples().end()}});
    }
    return told;
}

} // namespace workspace
