// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/objectref.h"
#include "kube/relations/relationgraph.h"
#include "kube/watch/packeditem.h"

#include <QObject>

#include <deque>

namespace kube {

/// What came in of one kind: a whole list, or changes.
struct RelationInput
{
    ApiResource resource = {};
    QString nameSpace = {}; ///< what was listed; empty: all namespaces
    bool whole = false; ///< a list: what is not in it is gone
    std::vector<PackedEvent> events = {}; ///< of a list all Added
};

/// The same, read. The objects' JSON is gone by now.
struct RelationOutput
{
    QString group = {};
    QString kind = {};
    QString nameSpace = {};
    bool whole = false;
    std::vector<RelationChange> changes = {};
};

/// What an item says of its object's relations. An item without JSON (a row) tells its owners.
ObjectRelations relationsOf(const ResourceItem &item, const ApiResource &resource,
                            const ScopeRule &clusterScoped);

/// Reads relations out of lists and changes on a thread of the global pool, one input after the
/// other. Lives on one thread, and answers there, in order.
class RelationReader : public QObject
{
    Q_OBJECT

public:
    explicit RelationReader(ScopeRule clusterScoped, QObject *parent = nullptr);

    void push(RelationInput input);

Q_SIGNALS:
    void read(const kube::RelationOutput &output);

private:
    void next();

    ScopeRule m_clusterScoped;
    std::deque<RelationInput> m_waiting;
    bool m_running = false;
};

} // namespace kube
