// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {

/// Which figures somebody looks at.
struct UsageScope
{
    bool pods = true;
    bool nodes = false;
    QStringList nameSpaces = {}; ///< of the pods; empty: all
    /// Where the pods run, when that is known: only these kubelets are asked then. Empty: all.
    QStringList onNodes = {};

    bool operator==(const UsageScope &) const = default;
};

/// Where figures come from.
enum class MetricsRoad {
    Api, ///< metrics.k8s.io, what metrics-server offers
    Summaries, ///< each kubelet's summary, through the API server
};

/// Why there are no figures.
struct MetricsAbsence
{
    enum class Reason {
        NotInstalled, ///< there is no metrics API, and no kubelet to ask
        Forbidden,
        NotAnswering, ///< asked again by itself
    };

    Reason reason = Reason::NotAnswering;
    MetricsRoad road = MetricsRoad::Api; ///< what was tried last
    Error error = {};
    std::optional<Error> apiError = {}; ///< the API is there, but did not answer before

    bool operator==(const MetricsAbsence &) const = default;
};

/// One question of a round.
struct MetricsJob
{
    enum class Form { PodMetrics, NodeMetrics, Summary };

    Form form = Form::PodMetrics;
    QString path = {}; ///< tells it from every other, too
    QString nameSpace = {}; ///< of PodMetrics; empty: all
    QString node = {}; ///< of a Summary

    bool operator==(const MetricsJob &) const = default;
};

/// What to ask the metrics API for: each namespace once, or all at once.
/// https://kubernetes.io/docs/tasks/debug/debug-cluster/resource-metrics-pipeline/#metrics-api
std::vector<MetricsJob> apiJobs(const std::vector<UsageScope> &scopes);
/// Which kubelets to ask; `nodes` are all there are.
std::vector<MetricsJob> summaryJobs(const std::vector<UsageScope> &scopes,
                                    const QStringList &nodes);
bool needsAllNodes(const std::vector<UsageScope> &scopes);
/// Whether the answer to this question tells of the scope.
bool isAbout(const MetricsJob &job, const UsageScope &scope);

} // namespace kube
