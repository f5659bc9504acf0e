// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/metrics.h"

#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {
namespace {

const kube::GroupVersionResource pods{{}, u"v1"_s, u"pods"_s};
const kube::GroupVersionResource nodes{{}, u"v1"_s, u"nodes"_s};

/// FNV-1a: the same on every machine.
quint32 hashOf(const QString &text)
{
    quint32 hash = 2166136261U;
    const auto bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * 16777619U;
    return hash;
}

QJsonObject listOf(const QString &kind, const QJsonArray &items)
{
    return {{u"kind"_s, kind},
            {u"apiVersion"_s, u"metrics.k8s.io/v1beta1"_s},
            {u"metadata"_s, QJsonObject()},
            {u"items"_s, items}};
}

QJsonObject withKind(QJsonObject object, const QString &kind)
{
    object.insert("kind"_L1, kind);
    object.insert("apiVersion"_L1, u"metrics.k8s.io/v1beta1"_s);
    return object;
}

QJsonObject stats(const QString &time, qint64 cpu, qint64 memory)
{
    // What was used up in all is of no interest here, but a kubelet tells it.
    const QJsonObject cpuStats{
        {u"time"_s, time}, {u"usageNanoCores"_s, cpu}, {u"usageCoreNanoSeconds"_s, cpu * 86'400}};
    const QJsonObject memoryStats{{u"time"_s, time},
                                  {u"usageBytes"_s, memory + memory / 8},
                                  {u"workingSetBytes"_s, memory},
                                  {u"rssBytes"_s, memory - memory / 5},
                                  {u"pageFaults"_s, 1200},
                                  {u"majorPageFaults"_s, 0}};
    return {{u"startTime"_s, time}, {u"cpu"_s, cpuStats}, {u"memory"_s, memoryStats}};
}

} // namespace

Metrics::Metrics(const Store &store, const QDateTime &now)
    : m_store(store)
    , m_time(QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch() / WindowSeconds * WindowSeconds,
                                           QTimeZone::UTC))
{
}

std::vector<kube::ApiResource> Metrics::resources()
{
    const QStringList verbs{u"get"_s, u"list"_s};
    return {{.group = u"metrics.k8s.io"_s,
             .version = u"v1beta1"_s,
             .resource = u"nodes"_s,
             .kind = u"NodeMetrics"_s,
             .namespaced = false,
             .verbs = verbs},
            {.group = u"metrics.k8s.io"_s,
             .version = u"v1beta1"_s,
             .resource = u"pods"_s,
             .kind = u"PodMetrics"_s,
             .verbs = verbs}};
}

/// Only what runs is measured. Around a level of its own each container swings with the minutes.
std::vector<Metrics::Sample> Metrics::samplesOf(const QJsonObject &pod) const
{
    std::vector<Sample> samples;
    const double minutes = double(m_time.toSecsSinceEpoch()) / 60;
    const auto statuses = pod["status"_L1]["containerStatuses"_L1].toArray();
    for (const auto &status : statuses) {
        if (!status["state"_L1]["running"_L1].isObject())
            continue;
        const auto name = status["name"_L1].toString();
        const auto hash = hashOf(pod["metadata"_L1]["name"_L1].toString() + u'/' + name);
        const double phase = double(hash % 628) / 100;
        const double swing = std::sin(minutes + phase) + 0.4 * std::sin(minutes * 3.7 + phase * 2);
        const double cores = (4e6 + double(hash % 60) * 1e6) * (1 + 0.35 * swing);
        const double bytes = (40 + double(hash / 60 % 150)) * 1024 * 1024
            * (1 + 0.06 * std::sin(minutes / 3 + phase));
        samples.push_back({name, qint64(cores) + hash % 1000, qint64(bytes)});
    }
    return samples;
}

std::vector<QJsonObject> Metrics::podsOn(const QString &node) const
{
    auto found = m_store.list(pods);
    std::erase_if(found, [&node](const QJsonObject &pod) {
        return pod["spec"_L1]["nodeName"_L1].toString() != node;
    });
    return found;
}

/// The node's pods, and what the system itself takes.
Metrics::Sample Metrics::sampleOf(const QString &node) const
{
    Sample sum{node, 85'000'123, 700LL * 1024 * 1024};
    for (const auto &pod : podsOn(node)) {
        for (const auto &sample : samplesOf(pod)) {
            sum.cpu += sample.cpu;
            sum.memory += sample.memory;
        }
    }
    return sum;
}

QJsonObject Metrics::meta(const QJsonObject &object) const
{
    const auto known = object["metadata"_L1];
    QJsonObject meta{{u"name"_s, known["name"_L1]}, {u"creationTimestamp"_s, timeText(m_time)}};
    for (const auto key : {"namespace"_L1, "labels"_L1})
        if (!known[key].isUndefined())
            meta.insert(key, known[key]);
    return meta;
}

static QJsonObject usage(qint64 cpu, qint64 memory)
{
    return {{u"cpu"_s, QString(QString::number(cpu) + u'n')},
            {u"memory"_s, QString(QString::number(memory / 1024) + "Ki"_L1)}};
}

QJsonObject Metrics::podMetrics(const QJsonObject &pod) const
{
    QJsonArray containers;
    for (const auto &sample : samplesOf(pod))
        containers.append(QJsonObject{{u"name"_s, sample.container},
                                      {u"usage"_s, usage(sample.cpu, sample.memory)}});
    return {{u"metadata"_s, meta(pod)},
            {u"timestamp"_s, timeText(m_time)},
            {u"window"_s, u"15.021s"_s},
            {u"containers"_s, containers}};
}

QJsonObject Metrics::nodeMetrics(const QJsonObject &node) const
{
    const auto sample = sampleOf(node["metadata"_L1]["name"_L1].toString());
    return {{u"metadata"_s, meta(node)},
            {u"timestamp"_s, timeText(m_time)},
            {u"window"_s, u"15.107s"_s},
            {u"usage"_s, usage(sample.cpu, sample.memory)}};
}

QJsonObject Metrics::podList(const QString &nameSpace, const Selector &selector) const
{
    QJsonArray items;
    for (const auto &pod : m_store.list(pods, nameSpace))
        if (selector.matches(pod) && !samplesOf(pod).empty())
            items.append(podMetrics(pod));
    return listOf(u"PodMetricsList"_s, items);
}

QJsonObject Metrics::nodeList(const Selector &selector) const
{
    QJsonArray items;
    for (const auto &node : m_store.list(nodes))
        if (selector.matches(node))
            items.append(nodeMetrics(node));
    return listOf(u"NodeMetricsList"_s, items);
}

std::optional<QJsonObject> Metrics::pod(const QString &nameSpace, const QString &name) const
{
    const auto found = m_store.get({pods, nameSpace, name});
    if (!found || samplesOf(*found).empty())
        return {};
    return withKind(podMetrics(*found), u"PodMetrics"_s);
}

std::optional<QJsonObject> Metrics::node(const QString &name) const
{
    const auto found = m_store.get({nodes, {}, name});
    return found ? std::optional(withKind(nodeMetrics(*found), u"NodeMetrics"_s)) : std::nullopt;
}

std::optional<QJsonObject> Metrics::summary(const QString &node) const
{
    if (!m_store.get({nodes, {}, node}))
        return {};
    const auto time = timeText(m_time);
    QJsonArray told;
    for (const auto &pod : podsOn(node)) {
        QJsonArray containers;
        qint64 cpu = 0;
        qint64 memory = 0;
        for (const auto &sample : samplesOf(pod)) {
            auto container = stats(time, sample.cpu, sample.memory / 1024 * 1024);
            container.insert("name"_L1, sample.container);
            containers.append(container);
            cpu += sample.cpu;
            memory += sample.memory / 1024 * 1024;
        }
        if (containers.isEmpty())
            continue;
        auto entry = stats(time, cpu, memory + 512 * 1024); // with the pod's own sandbox
        entry.insert("podRef"_L1,
                     QJsonObject{{u"name"_s, pod["metadata"_L1]["name"_L1]},
                                 {u"namespace"_s, pod["metadata"_L1]["namespace"_L1]},
                                 {u"uid"_s, pod["metadata"_L1]["uid"_L1]}});
        entry.insert("containers"_L1, containers);
        told.append(entry);
    }
    const auto sample = sampleOf(node);
    auto own = stats(time, sample.cpu, sample.memory / 1024 * 1024);
    own.insert("nodeName"_L1, node);
    return QJsonObject{{u"node"_s, own}, {u"pods"_s, told}};
}

} // namespace demo
