// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessrules.h"

#include <QJsonObject>

namespace kube {

/// The RBAC objects of a cluster, as far as they may be read.
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/
struct RbacObjects
{
    std::vector<QJsonObject> clusterRoles = {};
    std::vector<QJsonObject> clusterRoleBindings = {};
    std::vector<QJsonObject> roles = {};
    std::vector<QJsonObject> roleBindings = {};
};

/// Somebody who may do something, and through what.
struct Grant
{
    QString subjectKind = {}; ///< "User", "Group" or "ServiceAccount"
    QString subject = {};
    QString subjectNamespace = {}; ///< of a ServiceAccount
    QString roleKind = {}; ///< "Role" or "ClusterRole"
    QString role = {};
    QString bindingKind = {}; ///< "RoleBinding" or "ClusterRoleBinding"
    QString binding = {};
    QString bindingNamespace = {}; ///< empty of a ClusterRoleBinding
    QStringList names = {}; ///< of the objects it holds for; empty: all

    bool operator==(const Grant &) const = default;
};

/// Who may do this, by RBAC alone (other authorizers, and the group system:masters, which may do
/// everything, do not show in it). With an empty namespace: who may in all of them, or for kinds
/// outside of namespaces. Sorted by subject; one grant for each way in which somebody may.
std::vector<Grant> whoCan(const RbacObjects &objects, const AccessQuestion &question);

/// Reads the objects; kinds that the user may not list stay empty and are named in `missing`
/// (plural). An empty `nameSpace` reads no roles and bindings of namespaces.
struct RbacAnswer
{
    RbacObjects objects = {};
    QStringList missing = {};
};
[[nodiscard]] QFuture<Result<RbacAnswer>> readRbac(ApiClient &client, const QString &nameSpace);

} // namespace kube
