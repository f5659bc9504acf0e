// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

namespace kube {

/// Names one object whatever version it is read in, for a reference may name another version of
/// the same group than the one that is listed.
struct ObjectKey
{
    QString group = {}; ///< empty for the core group
    QString kind = {};
    QString nameSpace = {}; ///< empty for cluster-scoped kinds
    QString name = {};

    bool operator==(const ObjectKey &) const = default;
};

size_t qHash(const ObjectKey &key, size_t seed = 0);

/// "apps" of "apps/v1"; empty of "v1".
QString groupOf(const QString &apiVersion);

/// The key of an object that has its apiVersion, kind and metadata.
ObjectKey keyOf(const QJsonObject &object);

/// Whether objects of this built-in kind live outside of namespaces. Of a custom kind: false.
bool isClusterScoped(const QString &group, const QString &kind);

} // namespace kube

Q_DECLARE_METATYPE(kube::ObjectKey)
