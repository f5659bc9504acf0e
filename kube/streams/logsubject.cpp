// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logsubject.h"

#include "kube/apimachinery/labelselector.h"
#include "kube/apimachinery/podcontainers.h"

using namespace Qt::StringLiterals;

namespace kube {

std::optional<LogSubject> logSubjectOf(const QJsonObject &object)
{
    const auto meta = object["metadata"_L1];
    const auto kind = object["kind"_L1].toString();
    LogSubject subject{.nameSpace = meta["namespace"_L1].toString()};
    if (kind == "Pod"_L1) {
        subject.pod = meta["name"_L1].toString();
        subject.containers = containersOf(object);
        return subject;
    }
    if (kind == "CronJob"_L1) {
        subject.cronJob = meta["uid"_L1].toString();
        return subject;
    }
    subject.selector = selectorTextOf(object["spec"_L1]["selector"_L1].toObject());
    if (subject.selector.isEmpty())
        return {};
    return subject;
}

} // namespace kube
