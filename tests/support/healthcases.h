// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/health/diagnose.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

namespace support {

/// One of tests/data/kube/health/cases.json.
struct HealthCase
{
    QString name = {};
    QJsonObject object = {};
    kube::Evidence evidence = {};
    QString health = {}; ///< "Error"
    QString reason = {}; ///< "CrashLoop"
    QJsonValue sentence = {}; ///< null where it depends on the time zone
    QJsonObject want = {}; ///< more of the diagnosis
};

inline kube::SelectedPods podsFrom(const QJsonObject &json, const QDateTime &now)
{
    using namespace Qt::StringLiterals;
    kube::SelectedPods pods;
    pods.counts.total = json["total"_L1].toInt();
    pods.ready = json["ready"_L1].toInt();
    if (const auto worst = json["worst"_L1].toObject(); !worst.isEmpty()) {
        pods.worst = kube::diagnose(worst["object"_L1].toObject(), {.now = now});
        pods.worst->about = worst["about"_L1].toString();
    }
    return pods;
}

inline std::vector<HealthCase> healthCases()
{
    using namespace Qt::StringLiterals;
    QFile file(support::testData(u"kube/health/cases.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    const auto now = QDateTime::fromString(root["now"_L1].toString(), Qt::ISODate);
    std::vector<HealthCase> cases;
    const auto list = root["cases"_L1].toArray();
    for (const auto &one : list) {
        HealthCase result{.name = one["name"_L1].toString(),
                          .object = one["object"_L1].toObject(),
                          .evidence = {.now = now},
                          .health = one["health"_L1].toString(),
                          .reason = one["reason"_L1].toString(),
                          .sentence = one["sentence"_L1],
                          .want = one["want"_L1].toObject()};
        std::vector<QJsonObject> events;
        const auto told = one["events"_L1].toArray();
        for (const auto &event : told)
            events.push_back(event.toObject());
        result.evidence.events = kube::grouped(events);
        if (one["pods"_L1].isObject())
            result.evidence.pods = podsFrom(one["pods"_L1].toObject(), now);
        if (one["missingServices"_L1].isArray())
            result.evidence.missingServices = one["missingServices"_L1].toVariant().toStringList();
        cases.push_back(std::move(result));
    }
    return cases;
}

} // namespace support
