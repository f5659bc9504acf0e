// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace workspace {

/// Whether a container can still write to its log: it runs, waits to, or will be restarted. An
/// empty name means the pod's only container. A container that the pod's status does not tell of
/// cannot. https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-states
bool mayStillWrite(const QJsonObject &pod, const QString &container);

} // namespace workspace
