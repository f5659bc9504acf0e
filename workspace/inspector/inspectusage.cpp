// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/quantity.h"
#include "workspace/collection/sortkey.h"
#include "workspace/inspector/inspectwriter.h"
#include "workspace/inspector/metricstext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Bounds
{
    std::optional<qint64> request = {};
    std::optional<qint64> limit = {};
};

std::optional<qint64> amountIn(const QJsonValue &amounts, bool memory)
{
    const auto text = amounts[memory ? "memory"_L1 : "cpu"_L1].toVariant().toString();
    const auto amount = kube::Quantity::parse(text);
    if (text.isEmpty() || !amount || amount->isZero())
        return {};
    return memory ? amount->value() : amount->nanoValue();
}

std::optional<qint64> times(std::optional<qint64> amount, int count)
{
    return amount ? std::optional(*amount * qMax(1, count)) : std::nullopt;
}

QJsonObject containerNamed(const QJsonObject &podSpec, const QString &name)
{
    for (const auto key : {"containers"_L1, "initContainers"_L1}) {
        const auto containers = podSpec[key].toArray();
        for (const auto &container : containers) {
            if (container["name"_L1].toString() == name)
                return container.toObject();
        }
    }
    return {};
}

Bounds boundsIn(const QJsonValue &resources, bool memory)
{
    return {amountIn(resources["requests"_L1], memory), amountIn(resources["limits"_L1], memory)};
}

/// Of a pod: what its containers ask for together, and a limit where each has one.
Bounds sumOf(const QJsonObject &podSpec, bool memory)
{
    Bounds sum{.limit = 0};
    const auto containers = podSpec["containers"_L1].toArray();
    for (const auto &container : containers) {
        const auto own = boundsIn(container["resources"_L1], memory);
        if (own.request)
            sum.request = sum.request.value_or(0) + *own.request;
        if (own.limit && sum.limit)
            sum.limit = *sum.limit + *own.limit;
        else
            sum.limit.reset();
    }
    return sum;
}

/// Of a container, of all pods together; of a node what it has.
Bounds boundsOf(const InspectWriter &out, const QString &container, bool memory)
{
    if (out.kind == "Node"_L1)
        return {.limit = amountIn(out.status["allocatable"_L1], memory)};
    if (out.podSpec.isEmpty())
        return {};
    const auto bounds = container.isEmpty()
        ? sumOf(out.podSpec, memory)
        : boundsIn(containerNamed(out.podSpec, container)["resources"_L1], memory);
    const int pods = out.kind == "Pod"_L1 ? 1 : out.facts.usage.pods;
    return {times(bounds.request, pods), times(bounds.limit, pods)};
}

QString amountText(qint64 amount, bool memory)
{
    return memory ? kube::topMemory(amount) : kube::topCpu(amount);
}

std::optional<int> percentOf(qint64 part, qint64 whole, bool memory)
{
    return memory ? kube::topMemoryPercent(part, whole) : kube::topCpuPercent(part, whole);
}

/// "12m · 24 % of request 50m · no limit".
QString boundsText(const InspectGauge &gauge, bool ofNode)
{
    QStringList parts;
    const auto value = gauge.points.back().value;
    const auto tell = [&](const std::optional<qint64> &bound, const QString &text) {
        if (!bound)
            return;
        if (const auto percent = percentOf(value, *bound, gauge.memory))
            parts.append(text.arg(*percent).arg(amountText(*bound, gauge.memory)));
    };
    tell(gauge.request, InspectTr::tr("%1 % of request %2"));
    tell(gauge.limit,
         ofNode ? InspectTr::tr("%1 % of allocatable %2") : InspectTr::tr("%1 % of limit %2"));
    return parts.join(u" · "_s);
}

void addGauge(InspectWriter &out, const InspectedUsage::Line &line, bool memory)
{
    InspectGauge gauge{.memory = memory, .isStale = out.facts.usage.isStale};
    for (const auto &sample : line.samples)
        gauge.points.push_back({sample.time, memory ? sample.usage.memory : sample.usage.cpu});
    const auto bounds = boundsOf(out, line.name, memory);
    gauge.request = bounds.request;
    gauge.limit = bounds.limit;
    const bool over = gauge.limit && gauge.points.back().value * 10 > *gauge.limit * 9;
    auto &item = out.item(InspectItem::Kind::Gauge);
    item.label = memory ? InspectTr::tr("Memory") : InspectTr::tr("CPU");
    item.text = amountText(gauge.points.back().value, memory);
    item.source = boundsText(gauge, out.kind == "Node"_L1);
    item.tone = gauge.isStale ? TextTone::Faint : over ? TextTone::Warn : TextTone::Plain;
    item.risky = over && !gauge.isStale;
    item.gauge = std::move(gauge);
}

} // namespace

void inspectUsage(InspectWriter &out)
{
    const auto &usage = out.facts.usage;
    if (!usage.isAsked)
        return;
    out.card(InspectTr::tr("Metrics"));
    if (usage.time > 0) {
        const auto age =
            ageText(qMax<qint64>(0, out.facts.now.toMSecsSinceEpoch() - usage.time) / 1000);
        const auto from = usage.road == kube::MetricsRoad::Api ? InspectTr::tr("metrics-server")
                                                               : InspectTr::tr("kubelet");
        out.result.cards.back().note = InspectTr::tr("%1 old · %2").arg(age, from);
    }
    if (usage.absence)
        out.text(absenceText(*usage.absence), TextTone::Warn);
    else if (usage.lines.empty())
        out.text(usage.isMeasured
                     ? InspectTr::tr("Nothing is measured of it yet. A container has figures when "
                                     "it has run for half a minute.")
                     : InspectTr::tr("Reading…"),
                 TextTone::Dim);
    for (const auto &line : usage.lines) {
        if (line.samples.empty())
            continue;
        if (!line.name.isEmpty() || usage.lines.size() > 1)
            out.heading(line.name.isEmpty() ? InspectTr::tr("Together") : line.name,
                        usage.pods > 1 ? InspectTr::tr("%n pods", nullptr, usage.pods) : QString());
        addGauge(out, line, false);
        addGauge(out, line, true);
    }
}

} // namespace workspace
