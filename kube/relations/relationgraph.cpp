// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationgraph.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

/// Whether selectors look at the labels that come with this object: a pod, or a workload, whose
/// labels are those its pods get.
static bool carriesLabels(const ObjectRelations &relations)
{
    return !relations.podLabels.isEmpty()
        || (relations.object.kind == "Pod"_L1 && relations.object.group.isEmpty());
}

QString RelationGraph::shared(const QString &text)
{
    return *m_texts.insert(text);
}

RelationGraph::Id RelationGraph::take(const ObjectKey &key)
{
    if (const auto found = m_ids.constFind(key); found != m_ids.cend())
        return *found;
    Id id = 0;
    if (m_free.empty()) {
        id = Id(m_nodes.size());
        m_nodes.emplace_back();
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    auto &own = m_nodes[id].key;
    own = {shared(key.group), shared(key.kind), shared(key.nameSpace), key.name};
    m_ids.insert(own, id);
    return id;
}

void RelationGraph::release(Id id)
{
    auto &node = m_nodes[id];
    if (node.known || !node.in.isEmpty())
        return;
    m_ids.remove(node.key);
    node = {};
    m_free.push_back(id);
}

std::optional<RelationGraph::Id> RelationGraph::find(const ObjectKey &key) const
{
    const auto found = m_ids.constFind(key);
    return found == m_ids.cend() ? std::nullopt : std::optional(*found);
}

void RelationGraph::tell(const std::vector<LabelIndex::Match> &matches)
{
    for (const auto &match : matches)
        tell(match.id);
}

static quint64 backwards(Relation relation, quint32 from)
{
    return quint64(relation) << 32 | from;
}

bool RelationGraph::putEdges(Id id, const std::vector<Reference> &references)
{
    std::vector<Edge> next;
    next.reserve(references.size());
    for (const auto &reference : references) {
        ++m_steps;
        next.push_back({reference.relation, take(reference.to)});
    }
    const auto before = std::exchange(m_nodes[id].out, next);
    if (before == next)
        return false;
    for (const auto &edge : next) {
        if (!std::ranges::contains(before, edge)) {
            m_nodes[edge.to].in.insert(backwards(edge.relation, id));
            tell(edge.to);
        }
    }
    for (const auto &edge : before) {
        ++m_steps;
        if (std::ranges::contains(next, edge))
            continue;
        tell(edge.to);
        m_nodes[edge.to].in.remove(backwards(edge.relation, id));
        release(edge.to);
    }
    return true;
}

void RelationGraph::putLabels(Id id, const ObjectRelations &relations)
{
    auto &node = m_nodes[id];
    const bool labelled = carriesLabels(relations);
    if (node.labelled == labelled && (!labelled || m_labels.labels(id) == relations.podLabels))
        return;
    tell(m_labels.selectorsOf(id));
    if (labelled)
        m_labels.setLabels(id, node.key.nameSpace, relations.podLabels);
    else
        m_labels.removeLabels(id);
    node.labelled = labelled;
    tell(m_labels.selectorsOf(id));
    tell(id);
}

void RelationGraph::putSelections(Id id, const std::vector<Selection> &selections)
{
    if (m_labels.selections(id) == selections)
        return;
    tell(m_labels.carriersOf(id));
    m_labels.setSelections(id, m_nodes[id].key.nameSpace, selections);
    tell(m_labels.carriersOf(id));
    tell(id);
}

void RelationGraph::put(const ObjectRelations &relations)
{
    const auto id = take(relations.object);
    if (!std::exchange(m_nodes[id].known, true)) {
        ++m_known;
        m_kinds[{m_nodes[id].key.group, m_nodes[id].key.kind}].insert(id);
        tell(id);
    }
    if (putEdges(id, relations.references))
        tell(id);
    putLabels(id, relations);
    putSelections(id, relations.selections);
}

void RelationGraph::clear(const ObjectKey &key)
{
    const auto id = find(key);
    if (!id || !m_nodes[*id].known)
        return;
    tell(*id);
    putEdges(*id, {});
    putLabels(*id, {});
    putSelections(*id, {});
    m_nodes[*id].known = false;
    --m_known;
    const auto kind = m_kinds.find({key.group, key.kind});
    kind->remove(*id);
    if (kind->isEmpty())
        m_kinds.erase(kind);
    release(*id);
}

void RelationGraph::apply(const std::vector<RelationChange> &changes)
{
    for (const auto &change : changes) {
        if (change.removed)
            clear(change.relations.object);
        else
            put(change.relations);
    }
    if (const auto told = std::exchange(m_told, {}); !told.isEmpty())
        Q_EMIT changed(told);
}

void RelationGraph::setComplete(const QString &group, const QString &kind, const QString &nameSpace,
                                bool complete)
{
    if (complete)
        m_complete.insert({{group, kind}, nameSpace});
    else
        m_complete.remove({{group, kind}, nameSpace});
}

RelationGraph::Presence RelationGraph::presence(const ObjectKey &object) const
{
    const auto id = find(object);
    if (id && m_nodes[*id].known)
        return Presence::There;
    const std::pair kind(object.group, object.kind);
    const bool complete =
        m_complete.contains({kind, object.nameSpace}) || m_complete.contains({kind, QString()});
    return complete ? Presence::Missing : Presence::Unknown;
}

std::vector<RelationEnd> RelationGraph::uses(const ObjectKey &object) const
{
    std::vector<RelationEnd> result;
    const auto id = find(object);
    if (!id)
        return result;
    for (const auto &edge : m_nodes[*id].out)
        result.push_back({edge.relation, m_nodes[edge.to].key});
    for (const auto &match : m_labels.carriersOf(*id)) {
        // Selectors select pods; that they would match a workload's pods shows from its side.
        const auto &key = m_nodes[match.id].key;
        if (key.kind == "Pod"_L1 && key.group.isEmpty())
            result.push_back({match.relation, key});
    }
    return result;
}

std::vector<RelationEnd> RelationGraph::usedBy(const ObjectKey &object) const
{
    std::vector<RelationEnd> result;
    const auto id = find(object);
    if (!id)
        return result;
    for (const auto edge : m_nodes[*id].in)
        result.push_back({Relation(edge >> 32), m_nodes[quint32(edge & 0xffffffff)].key});
    for (const auto &match : m_labels.selectorsOf(*id))
        result.push_back({match.relation, m_nodes[match.id].key});
    return result;
}

std::vector<ObjectKey> RelationGraph::objects(const QString &group, const QString &kind,
                                              const QString &nameSpace) const
{
    std::vector<ObjectKey> result;
    const auto ids = m_kinds.constFind({group, kind});
    if (ids == m_kinds.cend())
        return result;
    for (const auto id : *ids) {
        const auto &key = m_nodes[id].key;
        if (nameSpace.isEmpty() || key.nameSpace == nameSpace)
            result.push_back(key);
    }
    return result;
}

} // namespace kube
