// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/access/accessreview.h"
#include "kube/api/discovery.h"
#include "kube/helm/helmmanifest.h"
#include "kube/helm/helmrelease.h"

#include <optional>
#include <vector>

namespace kube {

/// What a rollback does to one object.
struct HelmStep
{
    enum class Do {
        Create, ///< it is in the old revision and not in the cluster
        Change, ///< `patch` says how
        Delete, ///< the old revision does not have it
        Keep, ///< likewise, but it says "helm.sh/resource-policy: keep"
        Nothing, ///< it is as the old revision has it, or gone already
    };
    enum class State { Waiting, Running, Done, Failed, Skipped };

    Do what = Do::Nothing;
    ApiResource resource = {};
    ObjectRef ref = {};
    QJsonObject old = {}; ///< as the revision in use has it; may be empty
    QJsonObject target = {}; ///< as the revision to go back to has it; empty when it is to go
    QJsonObject patch = {}; ///< a JSON merge patch
    State state = State::Waiting;
    std::optional<Error> problem = {};

    bool writes() const { return what == Do::Create || what == Do::Change || what == Do::Delete; }
};

/// What `helm rollback` would do, with everything that a person must know before.
struct HelmPlan
{
    HelmRevision current = {}; ///< the newest revision, whatever its status
    HelmRevision target = {}; ///< whose manifest comes back
    HelmRevision made = {}; ///< the one that the rollback adds
    std::vector<HelmStep> steps = {}; ///< in the order in which they are done
    QStringList hooks = {}; ///< of the target that Helm would run and we do not
    std::vector<AccessQuestion> denied = {}; ///< what it needs and the user may not do

    int changes() const; ///< how many objects are written
};

/// The objects of two manifests, each once: first those of the target in its order, then those that
/// only the current one has, the other way round. All are Change or Delete until they were looked
/// up. Fails with Invalid and the kind's name when the server does not know a kind, or a document
/// cannot be read.
Result<std::vector<HelmStep>> helmSteps(const std::vector<HelmDocument> &current,
                                        const std::vector<HelmDocument> &target,
                                        const ApiResources &resources, const HelmRevision &made);

/// Decides what is to be done, given the object as it is; no value: there is none.
void settleHelmStep(HelmStep &step, const std::optional<QJsonObject> &live);

/// What the user must be allowed to do for these steps, each once for a kind and namespace.
std::vector<AccessQuestion> accessNeeded(const HelmPlan &plan);

} // namespace kube
