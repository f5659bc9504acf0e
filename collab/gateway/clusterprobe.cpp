// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusterprobe.h"

#include "collab/relay/server.h"
#include "kube/cluster.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace gateway {

static QString problemOf(const kube::Cluster &cluster)
{
    const auto why = cluster.lastError() ? u": "_s + cluster.lastError()->message : QString();
    switch (cluster.state()) {
    case kube::Cluster::State::Ready: return {};
    case kube::Cluster::State::Connecting: return u"has not answered yet"_s;
    case kube::Cluster::State::Unreachable: return u"does not answer"_s + why;
    case kube::Cluster::State::Refused: return u"refuses the relay's credentials"_s + why;
    }
    Q_UNREACHABLE();
}

void reportReadiness(relay::Server &server, const QString &name, const kube::Cluster &cluster)
{
    server.addReadinessCheck(u"cluster:"_s + name, [cluster = QPointer(&cluster)] {
        return cluster ? problemOf(*cluster) : u"is not asked any more"_s;
    });
}

} // namespace gateway
