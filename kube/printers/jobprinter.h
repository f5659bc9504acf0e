// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace kube {

/// What `kubectl get jobs` prints of one job.
struct JobRow
{
    QString name = {};
    QString status =
        {}; ///< "Complete", "Failed", "Terminating", "Suspended", "FailureTarget", "Running"
    QString completions = {}; ///< "2/3"; "2/1 of 4" when only the parallelism is given
    QString duration = {}; ///< until it was complete, else until now; empty before it starts
    QString age = {};

    bool operator==(const JobRow &) const = default;
};

/// `job` is a v1 Job of batch. What it lacks counts as empty.
JobRow jobRow(const QJsonObject &job, const QDateTime &now);

} // namespace kube
