// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

#include <vector>

namespace demo {

/// Like a pod-template-hash: the same template gives the same letters.
QString hashOf(const QJsonObject &owner);
/// spec.replicas; 1 when it says nothing.
int replicasOf(const QJsonObject &object);
/// How many of the pods are ready.
int readyOf(const std::vector<QJsonObject> &pods);

} // namespace demo
