// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace kube {

/// One field of an object that is not as it was.
struct FieldChange
{
    enum class What { Added, Removed, Changed };

    What what = What::Changed;
    QString path = {}; ///< "spec.template.spec.containers[web].image"
    QString before = {}; ///< as JSON writes it, texts bare; at most 500 characters; empty if Added
    QString after = {}; ///< empty if Removed
    bool isSecret = false; ///< the values are not told: `before` and `after` are empty

    bool operator==(const FieldChange &) const = default;
};

/// What changed from one state of an object to the next, in the order of the paths; at most 200
/// fields, and one more that counts the rest when there are more.
///
/// Left out is what changes without meaning: managedFields, resourceVersion, generation and what
/// controllers observed of it, heartbeats and times of conditions, the renewals of leases and of
/// leader election, and the copy that `kubectl apply` keeps. Elements of lists are told apart by
/// their name, type, key or the like where they have one. Of a Secret only the keys are told.
std::vector<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after);

/// The object with each value of a Secret replaced by a digest that is worth nothing outside this
/// process: enough to tell that a value changed. Other kinds are returned as they are.
QJsonObject withoutSecrets(const QJsonObject &object);

} // namespace kube
