// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsplan.h"

#include "kube/objectref.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static const GroupVersionResource podMetrics{u"metrics.k8s.io"_s, u"v1beta1"_s, u"pods"_s};
static const GroupVersionResource nodeMetrics{u"metrics.k8s.io"_s, u"v1beta1"_s, u"nodes"_s};

std::vector<MetricsJob> apiJobs(const std::vector<UsageScope> &scopes)
{
    std::vector<MetricsJob> jobs;
    QStringList nameSpaces;
    bool pods = false;
    bool all = false;
    bool nodes = false;
    for (const auto &scope : scopes) {
        nodes |= scope.nodes;
        pods |= scope.pods;
        all |= scope.pods && scope.nameSpaces.isEmpty();
        if (scope.pods)
            nameSpaces += scope.nameSpaces;
    }
    if (all)
        nameSpaces = {QString()};
    nameSpaces.removeDuplicates();
    if (pods) {
        for (const auto &nameSpace : std::as_const(nameSpaces))
            jobs.push_back({.form = MetricsJob::Form::PodMetrics,
                            .path = pathOf({podMetrics, nameSpace, {}}),
                            .nameSpace = nameSpace});
    }
    if (nodes)
        jobs.push_back(
            {.form = MetricsJob::Form::NodeMetrics, .path = pathOf({nodeMetrics, {}, {}})});
    return jobs;
}

bool needsAllNodes(const std::vector<UsageScope> &scopes)
{
    return std::ranges::any_of(scopes, &QStringList::isEmpty, &UsageScope::onNodes);
}

std::vector<MetricsJob> summaryJobs(const std::vector<UsageScope> &scopes, const QStringList &nodes)
{
    QStringList asked;
    if (needsAllNodes(scopes))
        asked = nodes;
    for (const auto &scope : scopes)
        asked += scope.onNodes;
    asked.removeDuplicates();
    std::vector<MetricsJob> jobs;
    for (const auto &node : std::as_const(asked)) {
        const QString proxy = pathOf({{{}, u"v1"_s, u"nodes"_s}, {}, node}, u"proxy");
        jobs.push_back({.form = MetricsJob::Form::Summary,
                        .path = QString(proxy + "/stats/summary"_L1),
                        .node = node});
    }
    return jobs;
}

bool isAbout(const MetricsJob &job, const UsageScope &scope)
{
    switch (job.form) {
    case MetricsJob::Form::PodMetrics:
        return scope.pods && (job.nameSpace.isEmpty() || scope.nameSpaces.contains(job.nameSpace));
    case MetricsJob::Form::NodeMetrics: return scope.nodes;
    case MetricsJob::Form::Summary:
        return scope.onNodes.isEmpty() || scope.onNodes.contains(job.node);
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace kube
