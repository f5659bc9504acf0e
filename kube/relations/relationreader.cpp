// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/relations/relationreader.h"

#include "kube/onworker.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace kube {

ObjectRelations relationsOf(const ResourceItem &item, const ApiResource &resource,
                            const ScopeRule &clusterScoped)
{
    if (!item.json.isEmpty()) {
        auto object = QJsonDocument::fromJson(item.json).object();
        object["apiVersion"_L1] = resource.apiVersion(); // the items of a list come without
        object["kind"_L1] = resource.kind;
        return relationsOf(object, clusterScoped);
    }
    ObjectRelations relations{
        .object = {resource.group, resource.kind, item.meta.nameSpace, item.meta.name}};
    for (const auto &owner : item.meta.owners) {
        const auto group = groupOf(owner.apiVersion);
        addReference(relations, owner.controller ? Relation::ControlledBy : Relation::OwnedBy,
                     {group, owner.kind,
                      clusterScoped(group, owner.kind) ? QString() : item.meta.nameSpace,
                      owner.name});
    }
    return relations;
}

static RelationOutput outputOf(const RelationInput &input, const ScopeRule &clusterScoped)
{
    RelationOutput output{
        input.resource.group, input.resource.kind, input.nameSpace, input.whole, {}};
    output.changes.reserve(input.events.size());
    for (const auto &event : input.events)
        output.changes.push_back({relationsOf(event.item.unpacked(), input.resource, clusterScoped),
                                  event.type == ItemEvent::Type::Deleted});
    return output;
}

/// An object or two, as a watch tells of them.
static Effort effortOf(const RelationInput &input)
{
    return !input.whole && input.events.size() <= 2 ? Effort::Little : Effort::Much;
}

RelationReader::RelationReader(ScopeRule clusterScoped, QObject *parent)
    : QObject(parent)
    , m_clusterScoped(std::move(clusterScoped))
{
}

void RelationReader::push(RelationInput input)
{
    m_waiting.push_back(std::move(input));
    next();
}

void RelationReader::next()
{
    if (m_running || m_waiting.empty())
        return;
    m_running = true;
    const auto effort = effortOf(m_waiting.front());
    onWorker(
        this,
        [input = std::move(m_waiting.front()), rule = m_clusterScoped] {
            return outputOf(input, rule);
        },
        [this](const RelationOutput &output) {
            m_running = false;
            const QPointer<RelationReader> alive(this);
            Q_EMIT read(output);
            if (alive)
                next();
        },
        effort);
    m_waiting.pop_front();
}

} // namespace kube
