// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationtree.h"

#include <algorithm>
#include <map>

namespace kube {

static bool isOwnership(Relation relation)
{
    return relation == Relation::OwnedBy || relation == Relation::ControlledBy;
}

static bool comesBefore(const RelationEnd &a, const RelationEnd &b)
{
    return std::tie(a.relation, a.object.kind, a.object.nameSpace, a.object.name)
        < std::tie(b.relation, b.object.kind, b.object.nameSpace, b.object.name);
}

std::vector<RelationEnd> childrenOf(const RelationGraph &graph, const ObjectKey &object)
{
    std::vector<RelationEnd> owned;
    for (auto &end : graph.usedBy(object)) {
        if (isOwnership(end.relation))
            owned.push_back(std::move(end));
    }
    std::ranges::sort(owned, comesBefore);
    std::vector<RelationEnd> used;
    for (auto &end : graph.uses(object)) {
        // What a stateful set claims it often owns as well.
        const bool twice = std::ranges::contains(owned, end.object, &RelationEnd::object);
        if (!isOwnership(end.relation) && !twice)
            used.push_back(std::move(end));
    }
    std::ranges::sort(used, comesBefore);
    owned.insert(owned.end(), used.begin(), used.end());
    return owned;
}

namespace {

class Grower
{
public:
    Grower(const RelationGraph &graph, TreeLimits limits)
        : m_graph(graph)
        , m_limits(limits)
    {
    }

    RelationTree grow(const RelationEnd &end, int depth)
    {
        RelationTree tree{.relation = end.relation, .object = end.object};
        if (depth == 0)
            return tree;
        m_above.push_back(end.object);
        std::map<std::pair<Relation, QString>, int> counts;
        for (const auto &child : childrenOf(m_graph, end.object)) {
            if (std::ranges::contains(m_above, child.object))
                continue;
            if (++counts[{child.relation, child.object.kind}] > m_limits.children)
                ++tree.left;
            else
                tree.children.push_back(grow(child, depth - 1));
        }
        m_above.pop_back();
        return tree;
    }

private:
    const RelationGraph &m_graph;
    TreeLimits m_limits;
    std::vector<ObjectKey> m_above;
};

} // namespace

RelationTree treeBelow(const RelationGraph &graph, const ObjectKey &object, TreeLimits limits)
{
    return Grower(graph, limits).grow({.object = object}, limits.depth);
}

std::vector<RelationEnd> usersOf(const RelationGraph &graph, const ObjectKey &object)
{
    std::vector<RelationEnd> result;
    for (auto &end : graph.usedBy(object)) {
        if (!isOwnership(end.relation))
            result.push_back(std::move(end));
    }
    std::ranges::sort(result, [](const RelationEnd &a, const RelationEnd &b) {
        return std::tie(a.object.kind, a.object.nameSpace, a.object.name, a.relation)
            < std::tie(b.object.kind, b.object.nameSpace, b.object.name, b.relation);
    });
    return result;
}

} // namespace kube
