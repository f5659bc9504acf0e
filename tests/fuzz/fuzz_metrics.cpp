// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include "kube/metrics/metricsdecoder.h"

/// What a pod or node is said to use adds up, whatever was sent.
static void addUp(const kube::UsageTable &table)
{
    for (auto pod = table.pods.begin(); pod != table.pods.end(); ++pod) {
        kube::Usage sum;
        for (const auto &container : pod->containers)
            sum += container.usage;
        fuzz::require(sum == pod->figure.usage, "a pod is the sum of its containers");
        fuzz::require(sum.cpu >= 0 && sum.memory >= 0, "nothing uses less than nothing");
    }
}

/// Lists of metrics.k8s.io and a kubelet's summary.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    if (const auto pods = kube::podMetricsIn(bytes))
        addUp(*pods);
    if (const auto nodes = kube::nodeMetricsIn(bytes))
        fuzz::require(nodes->pods.isEmpty(), "a list of nodes has no pods");
    if (const auto summary = kube::summaryIn(bytes)) {
        kube::usageIn(*summary, nullptr);
        kube::usageIn(*summary, &*summary);
    }
    return 0;
}
