// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace kube {

/// What something takes of a node at a time.
struct Usage
{
    qint64 cpu = 0; ///< billionths of a core
    qint64 memory = 0; ///< bytes of the working set

    bool operator==(const Usage &) const = default;
    Usage &operator+=(const Usage &other);
};

/// A usage, of one thing or of several together.
struct UsageFigure
{
    Usage usage = {};
    qint64 time = 0; ///< when the oldest sample in it ended, in ms since the epoch; 0: not told
    int parts = 1; ///< of how many pods or nodes it is the sum

    bool operator==(const UsageFigure &) const = default;
    void add(const UsageFigure &other);
};

struct ContainerUsage
{
    QString name = {};
    Usage usage = {};

    bool operator==(const ContainerUsage &) const = default;
};

/// A pod: the sum of its containers, as `kubectl top` counts, and each of them.
struct PodUsage
{
    UsageFigure figure = {};
    std::vector<ContainerUsage> containers = {};

    bool operator==(const PodUsage &) const = default;
};

/// "shop/web-1" in UTF-8: how a UsageTable knows a pod.
QByteArray podKey(std::string_view nameSpace, std::string_view name);
QByteArray podKey(const QString &nameSpace, const QString &name);

/// All that was measured in one round. Made on a worker thread, then shared and never changed.
struct UsageTable
{
    QHash<QByteArray, PodUsage> pods = {}; ///< by podKey()
    QHash<QByteArray, UsageFigure> nodes = {}; ///< by name
    QHash<QByteArray, UsageFigure> nameSpaces = {}; ///< by name: the sum of the pods
    qint64 window = 0; ///< the longest time that a sample was measured over, in ms; 0: not told

    const PodUsage *pod(const QByteArray &key) const;
    const UsageFigure *node(const QByteArray &name) const;
    /// Takes in the pods and nodes of another table; sumUp() when it was the last.
    void take(const UsageTable &other);
    void sumUp(); ///< the namespaces
};

/// The figures as `kubectl top` prints them: CPU in thousandths of a core, rounded up; memory in
/// whole MiB, rounded down; shares in whole percent, rounded down.
/// https://github.com/kubernetes/kubectl/blob/v0.32.0/pkg/metricsutil/metrics_printer.go
QString topCpu(qint64 billionths); ///< "12m"
QString topMemory(qint64 bytes); ///< "34Mi"
/// How much of what there is; no value when there is nothing.
std::optional<int> topCpuPercent(qint64 billionths, qint64 available);
std::optional<int> topMemoryPercent(qint64 bytes, qint64 available);

} // namespace kube
