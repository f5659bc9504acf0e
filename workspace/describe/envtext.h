// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/describewriter.h"

namespace workspace {

/// What an environment variable of a container holds, or where that comes from: a value, the key of
/// a config map or secret (never what is in it), a field of the pod, a resource of the container.
DescribedValue environmentValue(const DescribeWriter &out, const QJsonObject &container,
                                const QJsonObject &variable);

/// A field of a pod by its path: "status.podIP", "metadata.labels['app']". Empty where it has none.
/// https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields
QString podFieldAt(const QJsonObject &pod, const QString &path);
/// What a `resourceFieldRef` gives: "limits.cpu" in units of its divisor, rounded up; without a
/// limit the words "node allocatable".
QString containerResourceAt(const QJsonObject &container, const QJsonValue &ref);

} // namespace workspace
