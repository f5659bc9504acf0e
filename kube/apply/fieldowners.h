// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apply/threewaymerge.h"

#include <QStringList>

namespace kube {

/// A field that somebody else wants to be otherwise.
struct FieldConflict
{
    QString manager = {}; ///< "kubectl-client-side-apply", "kube-controller-manager"
    QString apiVersion = {}; ///< "apps/v1"; may be empty
    QString field = {}; ///< ".spec.replicas", as server-side apply writes it

    bool operator==(const FieldConflict &) const = default;
};

/// What this manager has applied to the object, as it would apply it again: the fields it owns by
/// server-side apply, with the keys of the list elements they are in. Empty when it owns none.
/// `live` with its managedFields.
/// https://kubernetes.io/docs/reference/using-api/server-side-apply/
QJsonObject appliedBy(const QString &manager, const QJsonObject &live);

/// Every field that a FieldsV1 tree names, as a path: ".spec.replicas", ".spec.args[=\"x\"]".
QStringList leavesOf(const QJsonObject &fields);

/// What to apply so that `live` becomes `wanted`: what the manager has applied already, and what
/// changes. The rest stays with its owners. For edits that remove nothing (see FieldEdit).
/// Both without server fields, except for the managedFields of `live`.
QJsonObject configurationFor(const QString &manager, const QJsonObject &live,
                             const QJsonObject &wanted);

/// Which of the edits change or remove what other managers own, one entry for each owner.
std::vector<FieldConflict> conflictsOf(const std::vector<FieldEdit> &edits, const QJsonObject &live,
                                       const QString &manager);

} // namespace kube
