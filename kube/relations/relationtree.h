// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/relations/relationgraph.h"

namespace kube {

/// An object and what lies below it. `relation` says how the object and the one above it belong
/// together: for an owned object it is the child's ControlledBy or OwnedBy.
struct RelationTree
{
    Relation relation = Relation::OwnedBy;
    ObjectKey object = {};
    std::vector<RelationTree> children = {};
    int left = 0; ///< how many more children there are than are held
};

/// How far a tree goes.
struct TreeLimits
{
    int depth = 6;
    int children = 50; ///< of one relation and kind, below one object
};

/// What stands directly below an object: what it owns, then what it uses, each sorted by relation,
/// kind and name.
std::vector<RelationEnd> childrenOf(const RelationGraph &graph, const ObjectKey &object);

/// What lies below an object: what it owns (workload → replica sets → pods), then what it uses
/// (config maps, secrets, claims → volumes; a service its pods, an ingress its services). Sorted by
/// relation, kind and name. No object stands below itself.
RelationTree treeBelow(const RelationGraph &graph, const ObjectKey &object, TreeLimits limits = {});

/// What refers to an object, but its own: those it owns are below it. Sorted by kind and name.
std::vector<RelationEnd> usersOf(const RelationGraph &graph, const ObjectKey &object);

} // namespace kube
