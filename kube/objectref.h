// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringList>

namespace kube {

/// Names a kind of resource the way URLs do. `group` is empty for the core group.
struct GroupVersionResource
{
    QString group = {};
    QString version = {};
    QString resource = {}; ///< plural and lower case, for example "pods"

    bool operator==(const GroupVersionResource &) const = default;
};

/// One entry of discovery: what kubectl api-resources prints as a row.
struct ApiResource
{
    QString group = {};
    QString version = {};
    QString resource = {}; ///< plural, for example "pods"
    QString singular = {};
    QString kind = {}; ///< for example "Pod"
    bool namespaced = true;
    QStringList shortNames = {};
    QStringList categories = {};
    QStringList verbs = {};

    bool operator==(const ApiResource &) const = default;

    GroupVersionResource gvr() const { return {group, version, resource}; }
    /// "v1" or "apps/v1", as in an object's `apiVersion`.
    QString apiVersion() const;
    bool can(QStringView verb) const { return verbs.contains(verb); }
};

/// Names one object, or, with an empty name, a collection.
struct ObjectRef
{
    GroupVersionResource gvr = {};
    QString nameSpace = {}; ///< empty for cluster-scoped kinds, and for all namespaces
    QString name = {};

    bool operator==(const ObjectRef &) const = default;
};

/// The URL path of an object or collection, each segment percent-encoded, for example
/// "/apis/apps/v1/namespaces/shop/deployments/web"; `subresource` may be "log" or "exec".
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
QString pathOf(const ObjectRef &ref, QStringView subresource = {});

size_t qHash(const GroupVersionResource &gvr, size_t seed = 0);
size_t qHash(const ObjectRef &ref, size_t seed = 0);

} // namespace kube
