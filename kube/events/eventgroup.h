// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace kube {

/// The object that an event is about.
struct InvolvedObject
{
    QString apiVersion = {};
    QString kind = {};
    QString nameSpace = {}; ///< empty for cluster-scoped kinds
    QString name = {};
    QString uid = {};
    QString fieldPath = {}; ///< "spec.containers{web}"; mostly empty

    bool operator==(const InvolvedObject &) const = default;
};

/// Events that say the same of the same object, as one. Times are milliseconds since the epoch,
/// UTC; 0 when none was named.
struct EventGroup
{
    QByteArray id = {}; ///< made from all that the events have in common
    InvolvedObject object = {};
    QString type = {}; ///< "Normal", "Warning"
    QString reason = {}; ///< "FailedScheduling"
    QString message = {}; ///< at most 4,000 characters
    QString source = {}; ///< who says so: "kubelet"
    qint64 count = 0;
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const EventGroup &) const = default;
    bool isWarning() const;
};

/// Reads one Event, of v1 or of events.k8s.io/v1 (or v1beta1), as a group of its own; its count and
/// times are those of its series where it has one. No value when the JSON is none.
/// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
std::optional<EventGroup> eventFrom(const QByteArray &json);

/// The same of objects, with those that say the same put together; the oldest comes first.
std::vector<EventGroup> grouped(const std::vector<QJsonObject> &events);

} // namespace kube
