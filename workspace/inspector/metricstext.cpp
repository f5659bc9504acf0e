// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/metricstext.h"

#include "workspace/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace workspace {

struct MetricsTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Metrics)
};

static QString ofSummaries(const kube::MetricsAbsence &absence)
{
    const auto first = absence.apiError
        ? MetricsTr::tr("The metrics server does not answer: %1").arg(errorText(*absence.apiError))
        : MetricsTr::tr("This cluster has no metrics server.");
    const auto second = absence.reason == kube::MetricsAbsence::Reason::Forbidden
        ? MetricsTr::tr("You may not ask the nodes instead (that needs the right to get "
                        "nodes/proxy). Ask for metrics-server to be installed.")
        : MetricsTr::tr("The nodes do not answer either: %1").arg(errorText(absence.error));
    return first + u' ' + second;
}

QString absenceText(const kube::MetricsAbsence &absence)
{
    using Reason = kube::MetricsAbsence::Reason;
    if (absence.reason == Reason::NotInstalled)
        return MetricsTr::tr("Nothing is measured in this cluster. Install metrics-server to see "
                             "CPU and memory here.");
    if (absence.road == kube::MetricsRoad::Summaries)
        return ofSummaries(absence);
    if (absence.reason == Reason::Forbidden)
        return MetricsTr::tr("You may not read metrics here. Ask for the right to list pods and "
                             "nodes of metrics.k8s.io.");
    return MetricsTr::tr("The metrics server does not answer: %1").arg(errorText(absence.error));
}

} // namespace workspace
