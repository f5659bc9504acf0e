// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/podresources.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

static Amounts amountsIn(const QJsonValue &list)
{
    Amounts amounts;
    const auto map = list.toObject();
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        if (const auto amount = kube::Quantity::parse(entry->toVariant().toString()))
            amounts[entry.key()] = *amount;
    }
    return amounts;
}

void add(Amounts &total, const Amounts &more)
{
    for (const auto &[resource, amount] : more)
        total[resource] += amount;
}

static void raise(Amounts &total, const Amounts &atLeast)
{
    for (const auto &[resource, amount] : atLeast) {
        const auto have = total.find(resource);
        if (have == total.end() || have->second < amount)
            total[resource] = amount;
    }
}

static Amounts sumOf(const QJsonObject &spec, QLatin1StringView key)
{
    Amounts total;
    const auto containers = spec["containers"_L1].toArray();
    for (const auto &container : containers)
        add(total, amountsIn(container["resources"_L1][key]));
    // 1. A sidecar counts with the containers, and with the init containers after it.
    // 2. Every other init container runs alone beside the sidecars before it.
    Amounts sidecars;
    Amounts starting;
    const auto inits = spec["initContainers"_L1].toArray();
    for (const auto &init : inits) {
        auto own = amountsIn(init["resources"_L1][key]);
        if (init["restartPolicy"_L1].toString() == "Always"_L1) {
            add(total, own);
            add(sidecars, own);
            raise(starting, sidecars);
        } else {
            add(own, sidecars);
            raise(starting, own);
        }
    }
    raise(total, starting);
    return total;
}

PodResources podResources(const QJsonObject &pod)
{
    const auto spec = pod["spec"_L1].toObject();
    PodResources resources{sumOf(spec, "requests"_L1), sumOf(spec, "limits"_L1)};
    const auto overhead = amountsIn(spec["overhead"_L1]);
    add(resources.requests, overhead);
    for (const auto &[resource, amount] : overhead) {
        // Without a limit there is none to raise.
        const auto limit = resources.limits.find(resource);
        if (limit != resources.limits.end() && !limit->second.isZero())
            limit->second += amount;
    }
    return resources;
}

} // namespace workspace
