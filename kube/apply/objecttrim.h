// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace kube {

/// The object without what the server alone writes: managedFields, resourceVersion, uid, selfLink,
/// generation, creationTimestamp and status. What a person edits, what is applied, and what two
/// states are compared by.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
QJsonObject withoutServerFields(const QJsonObject &object);

/// The same, but with the status.
QJsonObject withoutServerMetadata(const QJsonObject &object);

} // namespace kube
