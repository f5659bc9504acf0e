// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/health/diagnosis.h"
#include "kube/metrics/metricsplan.h"
#include "workspace/inspector/inspection.h"

#include <QDateTime>
#include <QJsonObject>

#include <map>

namespace workspace {

/// A pod of the inspected object, as its row tells.
struct InspectedPod
{
    ObjectId id = {};
    kube::Health health = kube::Health::Unknown;
    QString ready = {}; ///< "1/1"
    QString status = {}; ///< "Running"
    QString age = {};
    std::optional<kube::Usage> usage = {};
};

/// What was measured of an object.
struct InspectedUsage
{
    struct Line
    {
        QString name = {}; ///< of the container; empty: the whole
        std::vector<kube::UsageHistory::Sample> samples = {};
    };

    std::vector<Line> lines = {};
    int pods = 0; ///< how many are in the sums
    qint64 time = 0; ///< of the figures, in ms since the epoch
    bool isStale = false;
    bool isAsked = false; ///< whether figures can be had of the object at all
    bool isMeasured = false; ///< whether a round has ended
    std::optional<kube::MetricsAbsence> absence = {};
    kube::MetricsRoad road = kube::MetricsRoad::Api;
};

/// All that is known of an inspected object and of what stands around it.
struct InspectFacts
{
    QJsonObject object = {}; ///< with apiVersion and kind
    QDateTime now = {};
    kube::Diagnosis health = {};
    std::map<QString, QJsonObject> configMaps = {}; ///< those that it names, as far as read
    std::map<QString, kube::Error> configMapErrors = {};
    std::map<QString, QStringList> secretKeys = {}; ///< of the Secrets that were asked for them
    std::map<QString, kube::Error> secretErrors = {};
    /// What a person chose to see, by Secret and key; decoded.
    std::map<std::pair<QString, QString>, QString> revealed = {};
    std::optional<std::vector<InspectedPod>> pods = {}; ///< none until they are listed
    std::optional<kube::Error> podsError = {};
    std::optional<QJsonObject> endpoints = {}; ///< of a Service
    InspectedUsage usage = {};
};

/// Lays out what is known of an object: overview, metrics, containers with their environment,
/// replicas and pods, volumes, security, scheduling, labels and annotations; for nodes and services
/// what belongs to them.
Inspection inspect(const InspectFacts &facts);

/// The pod spec of a Pod, or of a workload's template; empty for other kinds.
QJsonObject podSpecOf(const QJsonObject &object);

} // namespace workspace
