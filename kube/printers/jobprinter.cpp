// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/jobprinter.h"

#include "kube/apimachinery/conditions.h"
#include "kube/printers/rowtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// Follows printJob in kubernetes/pkg/printers/internalversion/printers.go.

namespace kube {

namespace {

QString statusOf(const QJsonObject &job)
{
    const auto conditions = conditionsOf(job);
    const auto has = [&conditions](QLatin1StringView type) {
        return isConditionTrue(conditions, type);
    };
    for (const auto type : {"Complete"_L1, "Failed"_L1})
        if (has(type))
            return type;
    if (job["metadata"_L1]["deletionTimestamp"_L1].isString())
        return u"Terminating"_s;
    for (const auto type : {"Suspended"_L1, "FailureTarget"_L1})
        if (has(type))
            return type;
    return u"Running"_s;
}

QString completionsOf(const QJsonObject &job)
{
    const auto spec = job["spec"_L1];
    const auto succeeded = job["status"_L1]["succeeded"_L1].toInt();
    if (spec["completions"_L1].isDouble())
        return u"%1/%2"_s.arg(succeeded).arg(spec["completions"_L1].toInt());
    const auto parallelism = spec["parallelism"_L1].toInt();
    if (parallelism > 1)
        return u"%1/1 of %2"_s.arg(succeeded).arg(parallelism);
    return u"%1/1"_s.arg(succeeded);
}

QString durationOf(const QJsonObject &job, const QDateTime &now)
{
    const auto start = timeFrom(job["status"_L1]["startTime"_L1]);
    const auto end = timeFrom(job["status"_L1]["completionTime"_L1]);
    if (!start.isValid())
        return {};
    return ageText(start, end.isValid() ? end : now);
}

} // namespace

JobRow jobRow(const QJsonObject &job, const QDateTime &now)
{
    return {.name = job["metadata"_L1]["name"_L1].toString(),
            .status = statusOf(job),
            .completions = completionsOf(job),
            .duration = durationOf(job, now),
            .age = ageOf(job, now)};
}

} // namespace kube
