// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"

#include <QJsonObject>

#include <vector>

namespace demo {

class Store;

/// The kinds that every demo cluster knows, with the names and verbs of Kubernetes 1.32.
std::vector<kube::ApiResource> builtinResources();
/// The kinds that a CustomResourceDefinition brings, one per served version.
std::vector<kube::ApiResource> resourcesOf(const QJsonObject &definition);

/// The documents of discovery, from what the store knows.
/// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
class DiscoveryDoc
{
public:
    explicit DiscoveryDoc(const Store &store); ///< borrowed

    QJsonObject coreVersions() const; ///< GET /api
    QJsonObject groups() const; ///< GET /apis
    QJsonObject group(const QString &name) const; ///< GET /apis/apps; empty when unknown
    /// GET /api/v1 and /apis/apps/v1; empty when unknown.
    QJsonObject resources(const QString &group, const QString &version) const;
    /// GET /api (core) and /apis as APIGroupDiscoveryList v2.
    QJsonObject aggregated(bool core) const;

    QJsonObject openApiIndex() const; ///< GET /openapi/v3
    /// GET /openapi/v3/…: the schemas, and which PATCH calls take fieldValidation.
    QJsonObject openApi(const QString &group, const QString &version) const;
    QJsonObject openApiV2() const; ///< GET /openapi/v2

private:
    QStringList groupNames() const;
    QStringList versionsOf(const QString &group) const;
    std::vector<kube::ApiResource> kindsOf(const QString &group, const QString &version) const;

    const Store &m_store;
};

} // namespace demo
