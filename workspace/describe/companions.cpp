// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/companions.h"

#include "kube/relations/objectrelations.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace workspace {

static const QString NameField = u"metadata.name="_s;

/// Endpoints are read in the old form too: servers before 1.21 have no slices in v1.
static void addEndpoints(std::vector<CompanionQuery> &queries, const QString &nameSpace,
                         const QString &service)
{
    queries.push_back({.kind = u"Endpoints"_s,
                       .nameSpace = nameSpace,
                       .fieldSelector = QString(NameField + service)});
}

static std::vector<CompanionQuery> ofIngress(const kube::ObjectRelations &relations)
{
    static constexpr int most = 12; // services of one ingress; the others show without endpoints
    std::vector<CompanionQuery> queries;
    for (const auto &[relation, to] : relations.references) {
        if (relation != kube::Relation::RoutesTo || to.kind != "Service"_L1
            || queries.size() >= 2 * most)
            continue;
        addEndpoints(queries, to.nameSpace, to.name);
        queries.push_back({.kind = u"Service"_s,
                           .nameSpace = to.nameSpace,
                           .fieldSelector = QString(NameField + to.name)});
    }
    return queries;
}

static std::vector<CompanionQuery> ofNode(const QString &name)
{
    const QString running =
        u"spec.nodeName="_s + name + u",status.phase!=Succeeded,status.phase!=Failed"_s;
    return {{.kind = u"Pod"_s, .fieldSelector = running},
            {.group = u"coordination.k8s.io"_s,
             .kind = u"Lease"_s,
             .nameSpace = u"kube-node-lease"_s,
             .fieldSelector = QString(NameField + name)}};
}

std::vector<CompanionQuery> companionsOf(const QJsonObject &object)
{
    const auto relations = kube::relationsOf(object);
    const auto &[group, kind, nameSpace, name] = relations.object;
    if (name.isEmpty())
        return {};
    if (group == "apps"_L1) {
        const auto selector = kube::labelSelectorOf(object["spec"_L1]["selector"_L1].toObject());
        if (!selector || selector->isEmpty())
            return {};
        const bool sets = kind == "Deployment"_L1;
        return {{.group = sets ? group : QString(),
                 .kind = sets ? u"ReplicaSet"_s : u"Pod"_s,
                 .nameSpace = nameSpace,
                 .labelSelector = selector->toString()}};
    }
    if (group == "networking.k8s.io"_L1 && kind == "Ingress"_L1)
        return ofIngress(relations);
    if (!group.isEmpty())
        return {};
    std::vector<CompanionQuery> queries;
    if (kind == "Node"_L1)
        return ofNode(name);
    if (kind == "Service"_L1)
        addEndpoints(queries, nameSpace, name);
    else if (kind == "Namespace"_L1)
        queries = {{.kind = u"ResourceQuota"_s, .nameSpace = name},
                   {.kind = u"LimitRange"_s, .nameSpace = name}};
    else if (kind == "PersistentVolumeClaim"_L1)
        queries = {{.kind = u"Pod"_s, .nameSpace = nameSpace}};
    else if (kind == "ServiceAccount"_L1)
        queries = {{.kind = u"Secret"_s, .nameSpace = nameSpace, .metadataOnly = true}};
    return queries;
}

} // namespace workspace
