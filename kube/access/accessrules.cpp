// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/accessrules.h"

#include "kube/api/apiclient.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 MostBytes = 16 * 1024 * 1024;

static bool holds(const QStringList &list, const QString &text)
{
    return list.contains(text) || list.contains("*"_L1);
}

/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
bool ResourceRule::covers(const QString &verb, const QString &group, const QString &resource,
                          const QString &subresource) const
{
    if (!holds(verbs, verb) || !holds(groups, group))
        return false;
    if (subresource.isEmpty())
        return holds(resources, resource);
    return resources.contains(u'*') || resources.contains(resource + u'/' + subresource)
        || resources.contains(u"*/"_s + subresource);
}

Allowance AccessRules::allows(const QString &verb, const QString &group, const QString &resource,
                              const QString &subresource) const
{
    auto best = Allowance::No;
    for (const auto &rule : rules) {
        if (!rule.covers(verb, group, resource, subresource))
            continue;
        if (rule.names.isEmpty())
            return Allowance::Yes;
        best = Allowance::Named;
    }
    return best;
}

QStringList AccessRules::names(const QString &verb, const QString &group, const QString &resource,
                               const QString &subresource) const
{
    QStringList names;
    for (const auto &rule : rules) {
        if (rule.covers(verb, group, resource, subresource))
            names += rule.names;
    }
    names.removeDuplicates();
    return names;
}

static QStringList textsIn(const QJsonValue &list)
{
    QStringList texts;
    for (const auto &text : list.toArray())
        texts.append(text.toString());
    return texts;
}

std::vector<ResourceRule> rulesFrom(const QJsonValue &list)
{
    std::vector<ResourceRule> rules;
    for (const auto &rule : list.toArray())
        rules.push_back({.verbs = textsIn(rule["verbs"_L1]),
                         .groups = textsIn(rule["apiGroups"_L1]),
                         .resources = textsIn(rule["resources"_L1]),
                         .names = textsIn(rule["resourceNames"_L1])});
    return rules;
}

static Result<AccessRules> rulesIn(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    const auto status = QJsonDocument::fromJson(answer->body).object().value("status"_L1);
    if (!status.isObject())
        return std::unexpected(Error{.kind = Error::Kind::Malformed,
                                     .message = u"a rules review without an answer"_s});
    return AccessRules{.rules = rulesFrom(status["resourceRules"_L1]),
                       .incomplete = status["incomplete"_L1].toBool(),
                       .problem = status["evaluationError"_L1].toString()};
}

QFuture<Result<AccessRules>> reviewRules(ApiClient &client, const QString &nameSpace)
{
    const QJsonObject review{{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                             {u"kind"_s, u"SelfSubjectRulesReview"_s},
                             {u"spec"_s, QJsonObject{{u"namespace"_s, nameSpace}}}};
    return client
        .send({.path = u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s,
               .method = "POST",
               .body = QJsonDocument(review).toJson(QJsonDocument::Compact),
               .contentType = "application/json",
               .bodyLimit = MostBytes})
        .then(&client, rulesIn);
}

} // namespace kube
