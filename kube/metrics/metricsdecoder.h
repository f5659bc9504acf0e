// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/metrics/usage.h"

namespace kube {

/// What a kubelet counts of something. CPU may be missing for the first seconds of a container, and
/// some runtimes only tell how much was used up in all.
struct RawUsage
{
    std::optional<qint64> cpu = {}; ///< billionths of a core
    std::optional<qint64> cpuTotal = {}; ///< billionths of a core, times seconds, since the start
    std::optional<qint64> memory = {}; ///< bytes of the working set
    qint64 time = 0; ///< ms since the epoch

    bool operator==(const RawUsage &) const = default;
};

/// One kubelet's summary, as far as it is about CPU and memory.
/// https://kubernetes.io/docs/reference/instrumentation/node-metrics/#summary-api-source
struct NodeSummary
{
    QByteArray node = {};
    RawUsage usage = {};
    QHash<QByteArray, QHash<QString, RawUsage>> pods = {}; ///< by podKey(), then container

    bool operator==(const NodeSummary &) const = default;
};

// What is not as the API promises gives no value. Read on any thread; at most 200,000 pods, and
// 1,000 containers a pod, are taken.

/// A PodMetricsList or one PodMetrics of metrics.k8s.io/v1beta1.
/// https://github.com/kubernetes/metrics/blob/v0.32.0/pkg/apis/metrics/v1beta1/types.go
std::optional<UsageTable> podMetricsIn(const QByteArray &json);
/// A NodeMetricsList or one NodeMetrics.
std::optional<UsageTable> nodeMetricsIn(const QByteArray &json);
std::optional<NodeSummary> summaryIn(const QByteArray &json);

/// What a summary says in figures; `before` helps where only totals are told. As in metrics-server
/// a pod is not told of before each of its containers has both figures.
UsageTable usageIn(const NodeSummary &summary, const NodeSummary *before);

} // namespace kube
