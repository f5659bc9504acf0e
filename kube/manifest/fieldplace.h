// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/yaml/yamltree.h"

#include <QJsonObject>
#include <QString>

namespace kube {

/// Where a field stands in a text.
struct FieldPlace
{
    int line = 0; ///< counted from 1
    int column = 0; ///< counted from 1
    bool exact = false; ///< otherwise it is the nearest field above that is there

    bool operator==(const FieldPlace &) const = default;
};

/// Finds a field by its path as API servers write it, in any of their ways:
/// "spec.containers[0].image" (validation), ".spec.containers[name=\"web\"].image" and
/// ".metadata.finalizers[=\"x\"]" (server-side apply), "metadata.labels[app.kubernetes.io/name]".
/// Keys with dots in them are known by the text that is searched.
/// https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation/field#Path
/// https://pkg.go.dev/sigs.k8s.io/structured-merge-diff/v4/fieldpath#PathElement
FieldPlace placeOf(const YamlNode &tree, QStringView path);

/// The object without that field; as it is when there is no such field. Maps and lists that become
/// empty stay.
QJsonObject withoutField(const QJsonObject &object, QStringView path);

} // namespace kube
