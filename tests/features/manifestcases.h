// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

#include <vector>

/// Texts that YAML is apt to take for something else.
QStringList awkwardTexts();

/// `count` manifests over the kinds that Kubernetes 1.20 and newer have, all different, with
/// awkward texts wherever the API takes any text. `serves` tells which apiVersions there are.
std::vector<QJsonObject> manifestCases(int count, const QString &nameSpace,
                                       const QStringList &serves);
