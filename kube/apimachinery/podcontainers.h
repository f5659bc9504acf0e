// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kube {

/// The annotation with which a pod names the container that is meant when nobody names one.
/// https://kubernetes.io/docs/reference/labels-annotations-taints/#kubectl-kubernetes-io-default-container
inline constexpr QLatin1StringView
    DefaultContainerAnnotation("kubectl.kubernetes.io/default-container");

/// All containers of a pod, the one that it names as its default first, init containers last.
QStringList containersOf(const QJsonObject &pod);

} // namespace kube
