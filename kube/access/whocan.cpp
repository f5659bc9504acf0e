// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/whocan.h"

#include "kube/api/apiclient.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <tuple>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

QString nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1].toString();
}

QString nameSpaceOf(const QJsonObject &object)
{
    return object["metadata"_L1]["namespace"_L1].toString();
}

/// The names that a role allows the question for; no value when it does not. An empty list: all.
std::optional<QStringList> namesIn(const QJsonObject &role, const AccessQuestion &question)
{
    std::optional<QStringList> names;
    for (const auto &rule : rulesFrom(role["rules"_L1])) {
        if (!rule.covers(question.verb, question.group, question.resource, question.subresource))
            continue;
        if (rule.names.isEmpty())
            return QStringList();
        if (!question.name.isEmpty() && !rule.names.contains(question.name))
            continue;
        names = names.value_or(QStringList()) + rule.names;
    }
    if (names)
        names->removeDuplicates();
    return names;
}

const QJsonObject *find(const std::vector<QJsonObject> &roles, const QString &name,
                        const QString &nameSpace)
{
    const auto found = std::ranges::find_if(roles, [&](const QJsonObject &role) {
        return nameOf(role) == name && nameSpaceOf(role) == nameSpace;
    });
    return found == roles.end() ? nullptr : &*found;
}

class Finder
{
public:
    Finder(const RbacObjects &objects, const AccessQuestion &question)
        : m_objects(objects)
        , m_question(question)
    {
    }

    std::vector<Grant> find()
    {
        for (const auto &binding : m_objects.clusterRoleBindings)
            take(binding, u"ClusterRoleBinding"_s);
        for (const auto &binding : m_objects.roleBindings) {
            if (!m_question.nameSpace.isEmpty() && nameSpaceOf(binding) == m_question.nameSpace)
                take(binding, u"RoleBinding"_s);
        }
        std::ranges::sort(m_grants, {}, [](const Grant &grant) {
            return std::tie(grant.subjectKind, grant.subjectNamespace, grant.subject,
                            grant.bindingKind, grant.binding);
        });
        return std::move(m_grants);
    }

private:
    void take(const QJsonObject &binding, const QString &kind)
    {
        const auto ref = binding["roleRef"_L1];
        Grant grant{.roleKind = ref["kind"_L1].toString(),
                    .role = ref["name"_L1].toString(),
                    .bindingKind = kind,
                    .binding = nameOf(binding),
                    .bindingNamespace = nameSpaceOf(binding)};
        const bool cluster = grant.roleKind == "ClusterRole"_L1;
        const auto *role = kube::find(cluster ? m_objects.clusterRoles : m_objects.roles,
                                      grant.role, cluster ? QString() : grant.bindingNamespace);
        const auto names = role ? namesIn(*role, m_question) : std::nullopt;
        if (!names)
            return;
        grant.names = *names;
        for (const auto &subject : binding["subjects"_L1].toArray()) {
            grant.subjectKind = subject["kind"_L1].toString();
            grant.subject = subject["name"_L1].toString();
            grant.subjectNamespace = subject["namespace"_L1].toString();
            if (grant.subjectKind == "ServiceAccount"_L1 && grant.subjectNamespace.isEmpty())
                grant.subjectNamespace = grant.bindingNamespace;
            m_grants.push_back(grant);
        }
    }

    const RbacObjects &m_objects;
    const AccessQuestion &m_question;
    std::vector<Grant> m_grants;
};

/// What is being read; owned by the calls under way.
struct Reading
{
    QPromise<Result<RbacAnswer>> promise = {};
    RbacAnswer answer = {};
    int left = 0;
    std::optional<Error> problem = {};
};

void read(ApiClient &client, const std::shared_ptr<Reading> &reading, const QString &resource,
          const QString &nameSpace, std::vector<QJsonObject> RbacObjects::*into)
{
    const ObjectRef ref{{u"rbac.authorization.k8s.io"_s, u"v1"_s, resource}, nameSpace, {}};
    client.get(ref).then(&client, [reading, resource, into](const Result<QJsonObject> &list) {
        if (list) {
            for (const auto &item : list->value("items"_L1).toArray())
                (reading->answer.objects.*into).push_back(item.toObject());
        } else if (list.error().kind == Error::Kind::Forbidden) {
            reading->answer.missing.append(resource);
        } else {
            reading->problem = list.error();
        }
        if (--reading->left > 0)
            return;
        if (reading->problem)
            reading->promise.addResult(std::unexpected(*reading->problem));
        else
            reading->promise.addResult(reading->answer);
        reading->promise.finish();
    });
}

} // namespace

std::vector<Grant> whoCan(const RbacObjects &objects, const AccessQuestion &question)
{
    return Finder(objects, question).find();
}

QFuture<Result<RbacAnswer>> readRbac(ApiClient &client, const QString &nameSpace)
{
    const auto reading = std::make_shared<Reading>();
    reading->promise.start();
    reading->left = nameSpace.isEmpty() ? 2 : 4;
    const auto future = reading->promise.future();
    read(client, reading, u"clusterroles"_s, {}, &RbacObjects::clusterRoles);
    read(client, reading, u"clusterrolebindings"_s, {}, &RbacObjects::clusterRoleBindings);
    if (!nameSpace.isEmpty()) {
        read(client, reading, u"roles"_s, nameSpace, &RbacObjects::roles);
        read(client, reading, u"rolebindings"_s, nameSpace, &RbacObjects::roleBindings);
    }
    return future;
}

} // namespace kube
