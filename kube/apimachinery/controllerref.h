// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace kube {

/// The owner reference of an object's controller, of which there is one at most; empty when it has
/// none. metav1.GetControllerOf:
/// https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1#GetControllerOf
QJsonObject controllerRef(const QJsonValue &object);

/// Whether the object's controller is the one with this uid: metav1.IsControlledBy.
bool isControlledBy(const QJsonValue &object, const QString &uid);

} // namespace kube
