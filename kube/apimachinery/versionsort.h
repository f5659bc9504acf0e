// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <compare>

namespace kube {

/// How two API versions rank: the greater is preferred. "v2" before "v1" before "v1beta1" before
/// "v1alpha1"; what has another form comes last, by its letters ("bar" is preferred to "foo").
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#version-priority
std::strong_ordering compareKubeVersions(QStringView left, QStringView right);

} // namespace kube
