// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace kube {

/// Whether lists of objects are merged by the keys of their members, as the server does for its
/// built-in kinds, or replaced, as for custom resources.
enum class ListMerge { ByKey, Replace };

/// What becomes of `live` when a manifest changes from `old` to `target`: what `target` says is
/// set, what only `old` says is removed, what neither says (a status, a replica count that an
/// autoscaler set, an injected container) stays. A null counts as not said. Amounts that are equal
/// ("1000m", "1") are left as they are.
/// https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-apply-calculates-differences-and-merges-changes
///
/// The members of a list are known by the patch merge keys of the API reference: a container by its
/// name, a port by its number and protocol, a volume mount by its path.
QJsonObject threeWayMerge(const QJsonObject &old, const QJsonObject &live,
                          const QJsonObject &target, ListMerge lists);

/// The JSON merge patch (RFC 7386) that makes `to` of `from`; empty when they are equal.
QJsonObject mergePatch(const QJsonObject &from, const QJsonObject &to);

} // namespace kube
