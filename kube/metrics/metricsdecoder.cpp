// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsdecoder.h"

#include "kube/apimachinery/quantity.h"

#include <QDateTime>

#include <simdjson.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace json = simdjson::ondemand;

namespace kube {
namespace {

constexpr qsizetype MostPods = 200'000;
constexpr size_t MostContainers = 1'000;

QString textIn(json::value value)
{
    const std::string_view text = value.get_string();
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isNull(json::value &value)
{
    return value.raw_json_token().starts_with('n');
}

qint64 timeIn(json::value value)
{
    const auto time = QDateTime::fromString(textIn(value), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

/// A Go duration, "15s" or "1m0.5s", in ms.
qint64 durationIn(json::value value)
{
    const auto text = textIn(value);
    double total = 0;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isDigit() || text[i] == u'.')
            continue;
        const double number = QStringView(text).sliced(begin, i - begin).toDouble();
        const bool milli = text[i] == u'm' && text.sliced(i).startsWith("ms"_L1);
        total += number
            * (milli                 ? 1
                   : text[i] == u'h' ? 3'600'000
                   : text[i] == u'm' ? 60'000
                   : text[i] == u's' ? 1000
                                     : 0);
        i += milli ? 1 : 0;
        begin = i + 1;
    }
    return qint64(std::clamp(total, 0.0, 1e9));
}

/// {"cpu": "12345n", "memory": "3Mi"}; metrics-server leaves neither out.
Usage usageIn(json::object object)
{
    Usage usage;
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key != "cpu" && key != "memory")
            continue;
        const auto amount = Quantity::parse(textIn(value));
        if (!amount)
            throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
        (key == "cpu" ? usage.cpu : usage.memory) =
            std::max<qint64>(0, key == "cpu" ? amount->nanoValue() : amount->value());
    }
    return usage;
}

ContainerUsage containerIn(json::object object)
{
    ContainerUsage container;
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "name")
            container.name = textIn(value);
        else if (key == "usage")
            container.usage = usageIn(value.get_object());
    }
    return container;
}

/// One PodMetrics or NodeMetrics.
void takeMetrics(json::object object, bool ofPods, UsageTable &table)
{
    QString name;
    QString nameSpace;
    qint64 window = 0;
    PodUsage pod;
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "metadata") {
            for (json::field part : value.get_object()) {
                const std::string_view partKey = part.unescaped_key();
                json::value partValue = part.value();
                if (partKey == "name")
                    name = textIn(partValue);
                else if (partKey == "namespace")
                    nameSpace = textIn(partValue);
            }
        } else if (key == "timestamp") {
            pod.figure.time = timeIn(value);
        } else if (key == "window") {
            window = durationIn(value);
        } else if (key == "usage" && !ofPods) { // a pod's is that of its containers
            pod.figure.usage = usageIn(value.get_object());
        } else if (key == "containers" && !isNull(value)) {
            for (json::value container : value.get_array()) {
                if (pod.containers.size() < MostContainers)
                    pod.containers.push_back(containerIn(container.get_object()));
            }
        }
    }
    for (const auto &container : pod.containers)
        pod.figure.usage += container.usage;
    table.window = std::max(table.window, window);
    if (name.isEmpty() || table.pods.size() + table.nodes.size() >= MostPods)
        return;
    if (ofPods)
        table.pods.insert(podKey(nameSpace, name), pod);
    else
        table.nodes.insert(name.toUtf8(), pod.figure);
}

std::optional<UsageTable> metricsIn(const QByteArray &bytes, bool ofPods)
{
    const simdjson::padded_string text(bytes.constData(), size_t(bytes.size()));
    json::parser parser;
    UsageTable table;
    try {
        json::document document = parser.iterate(text);
        bool isList = false;
        json::object whole = document.get_object();
        for (json::field field : whole) {
            if (std::string_view(field.unescaped_key()) != "items")
                continue;
            isList = true;
            json::value items = field.value();
            if (isNull(items))
                continue;
            for (json::value item : items.get_array())
                takeMetrics(item.get_object(), ofPods, table);
        }
        if (!isList) {
            document.rewind();
            takeMetrics(document.get_object(), ofPods, table);
            if (table.pods.isEmpty() && table.nodes.isEmpty())
                return {};
        }
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
    table.sumUp();
    return table;
}

void takeCpu(json::object object, RawUsage &usage)
{
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (isNull(value))
            continue;
        if (key == "usageNanoCores")
            usage.cpu = qint64(uint64_t(value.get_uint64()));
        else if (key == "usageCoreNanoSeconds")
            usage.cpuTotal = qint64(uint64_t(value.get_uint64()));
        else if (key == "time")
            usage.time = timeIn(value);
    }
}

void takeMemory(json::object object, RawUsage &usage)
{
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "workingSetBytes" && !isNull(value))
            usage.memory = qint64(uint64_t(value.get_uint64()));
    }
}

/// "cpu" and "memory" of a node or container; says whether it was one of them.
bool takeStats(std::string_view key, json::value &value, RawUsage &usage)
{
    if (key == "cpu" && !isNull(value))
        takeCpu(value.get_object(), usage);
    else if (key == "memory" && !isNull(value))
        takeMemory(value.get_object(), usage);
    else
        return false;
    return true;
}

void takePod(json::object object, NodeSummary &summary)
{
    QString name;
    QString nameSpace;
    QHash<QString, RawUsage> containers;
    for (json::field field : object) {
        const std::string_view key = field.unescaped_key();
        json::value value = field.value();
        if (key == "podRef") {
            for (json::field part : value.get_object()) {
                const std::string_view partKey = part.unescaped_key();
                json::value partValue = part.value();
                if (partKey == "name")
                    name = textIn(partValue);
                else if (partKey == "namespace")
                    nameSpace = textIn(partValue);
            }
        } else if (key == "containers" && !isNull(value)) {
            for (json::value element : value.get_array()) {
                QString container;
                RawUsage usage;
                for (json::field part : element.get_object()) {
                    const std::string_view partKey = part.unescaped_key();
                    json::value partValue = part.value();
                    if (partKey == "name")
                        container = textIn(partValue);
                    else
                        takeStats(partKey, partValue, usage);
                }
                if (size_t(containers.size()) < MostContainers)
                    containers.insert(container, usage);
            }
        }
    }
    if (!name.isEmpty() && summary.pods.size() < MostPods)
        summary.pods.insert(podKey(nameSpace, name), containers);
}

std::optional<Usage> usageOf(const RawUsage &now, const RawUsage *before)
{
    if (!now.memory)
        return {};
    if (now.cpu)
        return Usage{*now.cpu, *now.memory};
    if (!now.cpuTotal || !before || !before->cpuTotal || now.time <= before->time
        || *now.cpuTotal < *before->cpuTotal) // started anew
        return {};
    const double seconds = double(now.time - before->time) / 1000;
    return Usage{qint64(double(*now.cpuTotal - *before->cpuTotal) / seconds), *now.memory};
}

} // namespace

std::optional<UsageTable> podMetricsIn(const QByteArray &bytes)
{
    return metricsIn(bytes, true);
}

std::optional<UsageTable> nodeMetricsIn(const QByteArray &bytes)
{
    return metricsIn(bytes, false);
}

std::optional<NodeSummary> summaryIn(const QByteArray &bytes)
{
    const simdjson::padded_string text(bytes.constData(), size_t(bytes.size()));
    json::parser parser;
    NodeSummary summary;
    try {
        json::document document = parser.iterate(text);
        for (json::field field : document.get_object()) {
            const std::string_view key = field.unescaped_key();
            json::value value = field.value();
            if (key == "node") {
                for (json::field part : value.get_object()) {
                    const std::string_view partKey = part.unescaped_key();
                    json::value partValue = part.value();
                    if (partKey == "nodeName")
                        summary.node = textIn(partValue).toUtf8();
                    else
                        takeStats(partKey, partValue, summary.usage);
                }
            } else if (key == "pods" && !isNull(value)) {
                for (json::value pod : value.get_array())
                    takePod(pod.get_object(), summary);
            }
        }
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
    if (summary.node.isEmpty())
        return {};
    return summary;
}

UsageTable usageIn(const NodeSummary &summary, const NodeSummary *before)
{
    UsageTable table;
    if (const auto node = usageOf(summary.usage, before ? &before->usage : nullptr))
        table.nodes.insert(summary.node, {*node, summary.usage.time});
    for (auto pod = summary.pods.cbegin(); pod != summary.pods.cend(); ++pod) {
        const auto earlier = before ? before->pods.value(pod.key()) : QHash<QString, RawUsage>();
        PodUsage told{.figure = {.time = 0}};
        bool complete = !pod->isEmpty();
        for (auto raw = pod->cbegin(); raw != pod->cend(); ++raw) {
            const auto known = earlier.constFind(raw.key());
            const auto usage = usageOf(*raw, known == earlier.cend() ? nullptr : &*known);
            complete = complete && usage;
            if (!usage)
                continue;
            told.containers.push_back({raw.key(), *usage});
            told.figure.usage += *usage;
            if (told.figure.time == 0 || raw->time < told.figure.time)
                told.figure.time = raw->time;
        }
        std::ranges::sort(told.containers, {}, &ContainerUsage::name);
        if (complete)
            table.pods.insert(pod.key(), told);
    }
    table.sumUp();
    return table;
}

} // namespace kube
