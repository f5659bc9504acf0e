// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/selector.h"
#include "kube/demo/store.h"

#include <QDateTime>

namespace demo {

/// What the pods and nodes of the demo cluster use: figures that move, a new one every 15 s, the
/// same for the same container and time.
///
/// The JSON is that of metrics-server 0.7 and of a kubelet:
/// https://github.com/kubernetes/metrics/blob/v0.32.0/pkg/apis/metrics/v1beta1/types.go
/// https://kubernetes.io/docs/reference/instrumentation/node-metrics/#summary-api-source
class Metrics
{
public:
    /// `store` is borrowed.
    Metrics(const Store &store, const QDateTime &now);

    static constexpr int WindowSeconds = 15;

    /// The kinds of metrics.k8s.io, for a store.
    static std::vector<kube::ApiResource> resources();

    QJsonObject podList(const QString &nameSpace, const Selector &selector) const;
    QJsonObject nodeList(const Selector &selector) const;
    std::optional<QJsonObject> pod(const QString &nameSpace, const QString &name) const;
    std::optional<QJsonObject> node(const QString &name) const;
    /// A kubelet's /stats/summary; no value when there is no such node.
    std::optional<QJsonObject> summary(const QString &node) const;

private:
    struct Sample
    {
        QString container = {};
        qint64 cpu = 0; ///< billionths of a core
        qint64 memory = 0; ///< bytes
    };
    std::vector<Sample> samplesOf(const QJsonObject &pod) const;
    std::vector<QJsonObject> podsOn(const QString &node) const;
    Sample sampleOf(const QString &node) const;
    QJsonObject podMetrics(const QJsonObject &pod) const;
    QJsonObject nodeMetrics(const QJsonObject &node) const;
    QJsonObject meta(const QJsonObject &object) const;

    const Store &m_store;
    QDateTime m_time; ///< of the samples
};

} // namespace demo
