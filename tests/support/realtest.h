// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"
#include "support/realcluster.h"
#include "support/skipall.h"

#include <QTest>

#include <map>
#include <memory>

namespace support {

/// The real cluster, and this program's own connections to it: what a test on it inherits.
class RealTest
{
protected:
    /// How a context of its kubeconfig is reached.
    kube::ClientConfig configOf(const QString &context) const
    {
        const auto known = kube::KubeconfigFiles::choose(m_real.kubeconfig(), {}).load();
        return kube::clientConfigFor(known, context).value_or(kube::ClientConfig());
    }

    /// The cluster as a context of its kubeconfig sees it; connected when first asked for. The
    /// test fails when its kinds are not known after 20 s.
    kube::Cluster &connected(const QString &context)
    {
        auto &cluster = m_clusters[context];
        if (!cluster) {
            cluster = std::make_unique<kube::Cluster>(configOf(context));
            cluster->connectToServer();
        }
        [&] { QTRY_VERIFY_WITH_TIMEOUT(cluster->hasResources(), 20'000); }();
        return *cluster;
    }

    RealCluster m_real;
    std::map<QString, std::unique_ptr<kube::Cluster>> m_clusters; ///< by context
};

} // namespace support
