// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/apipolicy.h"

#include "collab/gateway/policy/secretmask.h"
#include "collab/gateway/proxy/apistatus.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

const QStringList AllVerbs{u"get"_s,    u"list"_s,  u"watch"_s, u"create"_s,
                           u"update"_s, u"patch"_s, u"delete"_s};

/// No value: nobody knows yet.
std::optional<bool> hasNamespaces(const kube::ApiResources &kinds, const QString &group,
                                  const QString &resource)
{
    const auto found = std::ranges::find_if(kinds.resources, [&](const kube::ApiResource &one) {
        return one.group == group && one.resource == resource;
    });
    return found == kinds.resources.end() ? std::nullopt : std::optional(found->namespaced);
}

bool isReviewOfOneself(const QString &group, const QString &resource)
{
    return (group == "authorization.k8s.io"_L1
            && (resource == "selfsubjectaccessreviews"_L1
                || resource == "selfsubjectrulesreviews"_L1))
        || (group == "authentication.k8s.io"_L1 && resource == "selfsubjectreviews"_L1);
}

} // namespace

ApiPolicy::ApiPolicy(const Authorizer &authorizer, const Caller &caller,
                     const kube::ApiResources &kinds, const ApiTarget &target,
                     const QUrlQuery &query)
    : m_authorizer(authorizer)
    , m_caller(caller)
    , m_target(target)
    , m_isKnown(!target.nameSpace.isEmpty()
                || hasNamespaces(kinds, target.group, target.resource).has_value())
    , m_isNamespaced(!target.nameSpace.isEmpty()
                     || hasNamespaces(kinds, target.group, target.resource).value_or(false))
    , m_access(target.access(m_isNamespaced))
{
    const bool isReading = target.verb == "get"_L1 || target.verb == "list"_L1;
    m_reveals =
        isReading && holdsSecrets(target.group, target.resource) && isOn(query, u"reveal"_s);
    if (m_reveals)
        m_access.verb = u"reveal"_s;
    if (target.isDocument())
        m_access = {.verb = u"get"_s, .resource = target.path};
}

bool ApiPolicy::isAboutOneself() const
{
    return m_target.verb == "create"_L1 && isReviewOfOneself(m_target.group, m_target.resource);
}

/// Names of namespaces are shown to those who may see something in them.
bool ApiPolicy::isServed() const
{
    if (!m_target.isOfCore("namespaces"_L1))
        return true;
    return m_target.name.isEmpty() || m_authorizer.serves(m_target.name);
}

/// Whoever reaches a port of a pod, a service or a node through the API server is past all rules.
/// What a kubelet says of its pods' use is a figure, for those who may see all pods; a name with a
/// colon would be that of another port.
bool ApiPolicy::mayProxy() const
{
    if (m_target.subresource != "proxy"_L1)
        return true;
    const bool isSummary = m_target.isOfCore("nodes"_L1) && m_target.verb == "get"_L1
        && m_target.below == "stats/summary"_L1 && !m_target.name.contains(u':');
    return isSummary && !m_authorizer.hidesPods()
        && m_authorizer.allowsEverywhere(m_caller, {.verb = u"list"_s, .resource = u"pods"_s});
}

/// It would take with it what is hidden.
bool ApiPolicy::mayDeleteAll() const
{
    if (m_target.verb != "deletecollection"_L1)
        return true;
    const bool isFiltered = (m_target.isOfCore("pods"_L1) && m_authorizer.hidesPods())
        || (isOfApps(m_target.group) && m_authorizer.hidesApps());
    return !isFiltered
        && (!m_target.nameSpace.isEmpty() || m_authorizer.allowsEverywhere(m_caller, m_access));
}

std::optional<kube::Error> ApiPolicy::refusal() const
{
    if (!m_authorizer.admits(m_caller))
        return refusalOf(403, u"None of your groups may use this relay."_s);
    if (m_target.isDocument() || isAboutOneself())
        return std::nullopt;
    const auto where = m_target.nameSpace.isEmpty() ? u"here"_s : u"in "_s + m_target.nameSpace;
    const auto no = refusalOf(
        403,
        u"The relay does not let you %1 %2 %3."_s.arg(m_access.verb, m_access.resource, where));
    if (!isServed() || !mayProxy() || !mayDeleteAll())
        return no;
    auto asked = m_access;
    if (m_reveals)
        asked.verb = m_target.verb;
    const bool isOfNamespaces = m_target.isOfCore("namespaces"_L1)
        && (asked.verb == "get"_L1 || asked.verb == "list"_L1 || asked.verb == "watch"_L1);
    if (isOfNamespaces) // those that there are for the caller
        asked = {.verb = u"list"_s, .resource = asked.resource, .nameSpace = asked.name};
    if (!m_authorizer.allows(m_caller, asked))
        return no;
    if (!m_isKnown && !isOfNamespaces && !m_authorizer.allowsEverywhere(m_caller, asked))
        return no;
    const bool wantsSecret = m_reveals || m_access.resource.endsWith("/token"_L1);
    if (wantsSecret && !m_authorizer.maySeeSecrets(m_caller))
        return refusalOf(403, u"The relay does not show secrets to you."_s);
    const bool isHidden = m_target.isOfPods() && !m_target.name.isEmpty()
        && !m_authorizer.showsPod(m_target.name, {});
    const bool isHiddenApp = isOfApps(m_target.group) && !m_target.name.isEmpty()
        && !m_authorizer.showsApp(m_target.name, {});
    if (isHidden || isHiddenApp)
        return refusalOf(404, u"%1 \"%2\" not found"_s.arg(m_target.resource, m_target.name));
    return std::nullopt;
}

bool allowsReviewed(const Authorizer &authorizer, const Caller &caller,
                    const kube::ApiResources &kinds, const QJsonObject &attributes)
{
    const auto group = attributes["group"_L1].toString();
    const auto resource = attributes["resource"_L1].toString();
    if (isReviewOfOneself(group, resource))
        return true;
    const auto verb = attributes["verb"_L1].toString();
    const auto verbs = verb == "*"_L1 ? AllVerbs : QStringList{verb};
    const ApiTarget about{.group = group,
                          .resource = resource,
                          .subresource = attributes["subresource"_L1].toString(),
                          .nameSpace = attributes["namespace"_L1].toString(),
                          .name = attributes["name"_L1].toString()};
    return std::ranges::all_of(verbs, [&](const QString &one) {
        auto target = about;
        target.verb = one;
        return !ApiPolicy(authorizer, caller, kinds, target, {}).refusal();
    });
}

QJsonObject trimmedRules(const Authorizer &authorizer, const Caller &caller, QJsonObject review)
{
    const auto nameSpace = review.value("spec"_L1)["namespace"_L1].toString();
    auto status = review.value("status"_L1).toObject();
    QJsonArray left;
    for (const auto &rule : status.value("resourceRules"_L1).toArray()) {
        QStringList verbs;
        for (const auto &verb : rule["verbs"_L1].toArray()) {
            if (verb.toString() == "*"_L1)
                verbs += AllVerbs;
            else
                verbs.append(verb.toString());
        }
        for (const auto &kind : rule["resources"_L1].toArray()) {
            const auto name = kind.toString();
            QJsonArray allowed;
            for (const auto &verb : std::as_const(verbs)) {
                const ApiTarget target{.verb = verb,
                                       .group = rule["apiGroups"_L1][0].toString(),
                                       .resource = name.section(u'/', 0, 0),
                                       .subresource = name.section(u'/', 1, 1),
                                       .nameSpace = nameSpace};
                if (authorizer.allows(caller, target.access(true)))
                    allowed.append(verb);
            }
            if (allowed.isEmpty())
                continue;
            auto one = rule.toObject();
            one.insert(u"verbs"_s, allowed);
            one.insert(u"resources"_s, QJsonArray{name});
            left.append(one);
        }
    }
    status.insert(u"resourceRules"_s, left);
    review.insert(u"status"_s, status);
    return review;
}

} // namespace gateway
