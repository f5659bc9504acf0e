// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/incluster.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kube {

InCluster InCluster::fromEnvironment()
{
    return {.host = qEnvironmentVariable("KUBERNETES_SERVICE_HOST"),
            .port = qEnvironmentVariable("KUBERNETES_SERVICE_PORT"),
            .folder = u"/var/run/secrets/kubernetes.io/serviceaccount"_s};
}

Kubeconfig InCluster::kubeconfig() const
{
    Kubeconfig config;
    const QString tokenFile = folder + u"/token"_s;
    if (host.isEmpty() || port.isEmpty() || !QFileInfo(tokenFile).isReadable())
        return config;
    const auto name = u"in-cluster"_s;
    const bool isIpv6 = host.contains(u':');
    KubeconfigCluster cluster{
        .name = name,
        .origin = folder,
        .server = (isIpv6 ? u"https://[%1]:%2"_s : u"https://%1:%2"_s).arg(host, port)};
    if (const QString authority = folder + u"/ca.crt"_s; QFileInfo(authority).isReadable())
        cluster.certificateAuthority = authority;
    KubeContext context{.name = name, .origin = folder, .cluster = name, .user = name};
    if (QFile file(folder + u"/namespace"_s); file.open(QIODevice::ReadOnly))
        context.nameSpace = QString::fromUtf8(file.read(256)).trimmed();
    config.clusters.insert(name, cluster);
    config.users.insert(name, {.name = name, .origin = folder, .tokenFile = tokenFile});
    config.contexts.insert(name, context);
    config.currentContext = name;
    return config;
}

} // namespace kube
