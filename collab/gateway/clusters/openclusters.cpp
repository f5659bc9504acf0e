// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusters/openclusters.h"

#include "kube/auth/credentialsources.h"
#include "kube/auth/requestpace.h"
#include "kube/config/kubeconfigfiles.h"

using namespace Qt::StringLiterals;

namespace gateway {

std::expected<std::vector<std::unique_ptr<kube::Cluster>>, QString>
openClusters(const GatewayConfig &config)
{
    const auto files =
        kube::KubeconfigFiles::choose(config.kubeconfig, qEnvironmentVariable("KUBECONFIG"));
    const auto kubeconfig = files.load();
    const auto contexts = config.contexts.isEmpty() ? QStringList{QString()} : config.contexts;
    const auto sources = std::make_shared<kube::CredentialSources>(); // of these clusters
    std::vector<std::unique_ptr<kube::Cluster>> clusters;
    for (const auto &context : contexts) {
        auto found = kube::clientConfigFor(kubeconfig, context);
        if (!found)
            return std::unexpected(u"gateway: %1"_s.arg(found.error().message));
        found->pace = std::make_shared<kube::RequestPace>(config.limits.qps, config.limits.burst);
        clusters.push_back(
            std::make_unique<kube::Cluster>(*found, nullptr, kube::ClusterPace(), sources));
    }
    return clusters;
}

} // namespace gateway
