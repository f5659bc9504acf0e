// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessreview.h"

#include <QFuture>
#include <QStringList>

#include <vector>

namespace kube {

class ApiClient;

/// What a role allows, or the server says that a user may do: `ResourceRule`. "*" stands for all.
struct ResourceRule
{
    QStringList verbs = {};
    QStringList groups = {}; ///< an empty text is the core group
    QStringList resources = {}; ///< "pods", "pods/exec", "*/scale", "*"
    QStringList names = {}; ///< of objects; empty: all

    bool operator==(const ResourceRule &) const = default;

    /// Whether it is about this verb and kind, whatever names it holds for.
    bool covers(const QString &verb, const QString &group, const QString &resource,
                const QString &subresource = {}) const;
};

/// How far something is allowed.
enum class Allowance {
    Unknown, ///< not asked yet, or the server could not say
    No,
    Named, ///< for objects of certain names only
    Yes,
};

/// What the server says of all that a user may do in one namespace.
struct AccessRules
{
    std::vector<ResourceRule> rules = {};
    /// An authorizer (a webhook, the node authorizer) cannot list its rules: what is not among
    /// these may be allowed all the same.
    bool incomplete = false;
    QString problem = {}; ///< the server's own text, mostly with `incomplete`

    /// Never Unknown: an incomplete list says No where a single review may say more.
    Allowance allows(const QString &verb, const QString &group, const QString &resource,
                     const QString &subresource = {}) const;
    /// The names that a Named allowance holds for.
    QStringList names(const QString &verb, const QString &group, const QString &resource,
                      const QString &subresource = {}) const;
};

/// Asks for all of them at once. Rules of kinds outside of namespaces may be among them that a
/// binding in this namespace cannot really grant: ask AccessReview for those.
/// https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-rules-review-v1/
[[nodiscard]] QFuture<Result<AccessRules>> reviewRules(ApiClient &client, const QString &nameSpace);

/// Reads `rules` as they stand in a role, or `resourceRules` of a review.
std::vector<ResourceRule> rulesFrom(const QJsonValue &list);

} // namespace kube
