// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"
#include "kube/objectref.h"
#include "workspace/yard/records.h"

#include <QFuture>
#include <QStringList>

namespace kube {
class Cluster;
}

namespace workspace {

/// The pod whose log or shell a window shows, with its containers.
struct FoundPod
{
    QString nameSpace = {};
    QString name = {};
    QStringList containers = {}; ///< the default one first, then the others, init containers last

    bool operator==(const FoundPod &) const = default;
};

/// Finds the pod to show for an object: a Pod itself, or one of the pods that a workload's selector
/// names, a ready one before others, then the youngest. A CronJob leads over its latest Job.
/// NotFound, with a sentence as message, when the workload has no pod now.
[[nodiscard]] QFuture<kube::Result<FoundPod>> findPod(kube::Cluster &cluster,
                                                      const ObjectId &object);

} // namespace workspace
