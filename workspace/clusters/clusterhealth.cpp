// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/clusters/clusterhealth.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/errortext.h"

#include <QCoreApplication>

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

} // namespace

ClusterHealth clusterHealth(const ClusterSet &clusters, const QString &context)
{
    const auto *entry = clusters.context(context);
    if (!entry)
        return {Health::Unknown, Tr::tr("no context"), {}};
    if (entry->problem)
        return {Health::Error, Tr::tr("unusable"), errorText(*entry->problem)};
    const auto *cluster = clusters.opened(context);
    if (!cluster)
        return {Health::Unknown, Tr::tr("not connected"), {}};
    const auto &config = cluster->config();
    const auto error = cluster->lastError().value_or(kube::Error());
    switch (cluster->state()) {
    case kube::Cluster::State::Connecting: return {Health::Pending, Tr::tr("connecting"), {}};
    case kube::Cluster::State::Ready:
        if (entry->insecure)
            return {Health::Warning, cluster->version(),
                    Tr::tr("The certificate of this cluster is not checked "
                           "(insecure-skip-tls-verify): anybody in between can read along.")};
        return {Health::Ok, cluster->version(), {}};
    case kube::Cluster::State::Unreachable:
        return {
            Health::Error, Tr::tr("unreachable"),
            Tr::tr("Context “%1” (%2): %3 does not answer (%4). Is it running, is the network or "
                   "VPN up? Krateyard keeps trying.")
                .arg(context, config.origin, config.server, error.message)};
    case kube::Cluster::State::Refused:
        return {Health::Error, Tr::tr("refused"),
                Tr::tr("Context “%1” (%2): %3").arg(context, config.origin, errorText(error))};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
