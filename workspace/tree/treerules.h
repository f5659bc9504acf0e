// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/relations/relationgraph.h"
#include "kube/relations/relationneeds.h"

#include <vector>

namespace workspace {

/// Whether a list of this kind has a tree: something is above or below its objects.
bool hasTree(const kube::ApiResource &kind);
/// The kinds that the tree of this kind is made of, itself first: rows of all of them are shown.
std::vector<kube::RelatedKind> kindsInTree(const kube::ApiResource &kind);
/// The kinds that a tree of them needs the relations of.
std::vector<kube::RelatedKind> relationsNeeded(const std::vector<kube::RelatedKind> &kinds);
/// What people mean by everything in a namespace, in that order.
std::vector<kube::RelatedKind> mainKinds();

/// What stands below an object: of a workload its pods (its replica sets are left out), of a pod
/// what it mounts, of services and ingresses their targets. Each once.
std::vector<kube::ObjectKey> branchesOf(const kube::RelationGraph &graph,
                                        const kube::ObjectKey &object);
/// Who uses a config map, a secret, a claim, a node: for trees of such kinds. A pod that a workload
/// stands for is left out.
std::vector<kube::ObjectKey> usersIn(const kube::RelationGraph &graph,
                                     const kube::ObjectKey &object);
/// Whether trees of this kind grow from what is used to who uses it.
bool isUsedKind(const QString &kind);
/// The workload that a pod, a job or a replica set is part of in the end; itself when of none.
kube::ObjectKey topOf(const kube::RelationGraph &graph, const kube::ObjectKey &object);

/// Where a kind stands among siblings: what runs first, then what it uses.
int rankOfKind(const QString &kind);

} // namespace workspace
