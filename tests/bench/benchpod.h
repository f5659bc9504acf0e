// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/config/kubeconfigfiles.h"
#include "support/manifests.h"
#include "support/realcluster.h"

#include <cstdio>
#include <memory>

namespace bench {

/// The pod "echo" of the real cluster, which says "tick" every second, in a namespace of its own
/// that goes with this.
class BenchPod
{
public:
    static QString name() { return QStringLiteral("echo"); }

    /// Says what is missing when it is not there.
    BenchPod()
    {
        if (!real.isThere() || !real.hasNodes()) {
            std::puts("No cluster that runs pods: ./dev bench cluster... starts one.");
            return;
        }
        const auto config =
            kube::clientConfigFor(kube::KubeconfigFiles::choose(real.adminKubeconfig(), {}).load());
        const auto pod = support::busyboxPod("echo", "while sleep 1; do echo tick; done");
        if (!config || real.fill(space, pod).code != 0
            || !real.waitFor(space, QStringLiteral("pod/echo"),
                             QStringLiteral("condition=Ready"))) {
            std::puts("The pod to look at does not run.");
            return;
        }
        m_identity = std::make_unique<kube::Identity>(*config);
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }
    ~BenchPod()
    {
        if (real.isThere())
            real.removeNamespace(space);
    }
    Q_DISABLE_COPY_MOVE(BenchPod)

    kube::ApiClient *client() const { return m_client.get(); } ///< null: the pod is not there

    const support::RealCluster real;
    const QString space = support::RealCluster::ownNamespace(QStringLiteral("bench"));

private:
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;
};

} // namespace bench
