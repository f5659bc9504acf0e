// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relaymode.h"

#include "app/signals.h"
#include "collab/gateway/clusterprobe.h"
#include "collab/relay/server.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct Address
{
    QHostAddress host = {};
    quint16 port = 0;
};

int complain(const QString &sentence, int status)
{
    std::fprintf(stderr, "krateyard relay: %s\n", qPrintable(sentence));
    return status;
}

/// HOST:PORT or [HOST]:PORT; the host is an address, not a name.
std::expected<Address, QString> addressOf(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const auto port = text.sliced(colon + 1).toUShort(&isNumber);
    auto host = text.first(qMax(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    QHostAddress address;
    if (colon < 0 || !isNumber || !address.setAddress(host))
        return std::unexpected(
            u"--listen wants an address and a port, for example 127.0.0.1:8080, not “%1”"_s.arg(
                text));
    return Address{.host = address, .port = port};
}

using Clusters = std::vector<std::unique_ptr<kube::Cluster>>;

/// The clusters of the contexts that were asked for.
std::expected<Clusters, QString> clustersOf(const QString &kubeconfig, const QStringList &contexts)
{
    Clusters clusters;
    if (contexts.isEmpty())
        return clusters;
    const auto files =
        kube::KubeconfigFiles::choose(kubeconfig, qEnvironmentVariable("KUBECONFIG"));
    const auto config = files.load();
    for (const auto &context : contexts) {
        const auto found = kube::clientConfigFor(config, context);
        if (!found)
            return std::unexpected(found.error().message);
        clusters.push_back(std::make_unique<kube::Cluster>(*found));
    }
    return clusters;
}

} // namespace

int runRelay(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Serves without a screen: GET /healthz and GET /readyz say whether it works and whether "
        u"the clusters of the contexts given answer."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"relay"_s, u"This mode."_s);
    const QCommandLineOption listenOption(u"listen"_s,
                                          u"Address and port; port 0 takes a free one."_s,
                                          u"HOST:PORT"_s, u"127.0.0.1:8080"_s);
    const QCommandLineOption fileOption(u"kubeconfig"_s, u"The kubeconfig of the contexts."_s,
                                        u"FILE"_s);
    const QCommandLineOption contextOption(u"context"_s, u"A cluster to stay connected to."_s,
                                           u"NAME"_s);
    parser.addOptions({listenOption, fileOption, contextOption});
    parser.process(application);

    const auto address = addressOf(parser.value(listenOption));
    if (!address)
        return complain(address.error(), 2);
    const auto clusters = clustersOf(parser.value(fileOption), parser.values(contextOption));
    if (!clusters)
        return complain(clusters.error(), 1);
    relay::Server server;
    for (const auto &cluster : *clusters) {
        gateway::reportReadiness(server, cluster->config().contextName, *cluster);
        cluster->connectToServer();
    }
    const auto port = server.listen(address->host, address->port);
    if (!port)
        return complain(u"cannot listen on %1: %2"_s.arg(parser.value(listenOption), port.error()),
                        1);
    if (!quitOnSignals(application))
        return complain(u"the system refuses signal handlers"_s, 1);
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(address->host.toString());
    url.setPort(*port);
    std::printf("listening on %s\n", url.toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace app
