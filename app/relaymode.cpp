// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relaymode.h"

#include "app/relayoptions.h"
#include "app/signals.h"
#include "collab/gateway/clusterprobe.h"
#include "collab/relay/metrics/prometheus.h"
#include "collab/relay/rooms/syncendpoint.h"
#include "collab/relay/server.h"
#include "collab/relay/store/memoryroomstore.h"
#include "collab/relay/store/sqlroomstore.h"
#include "kube/cluster.h"
#include "kube/config/kubeconfigfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTimer>

#include <cstdio>
#include <memory>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr auto DrainTime = std::chrono::seconds(20);

int complain(const QString &sentence, int status)
{
    std::fprintf(stderr, "krateyard relay: %s\n", qPrintable(sentence));
    return status;
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

/// The folder is for the relay alone: it holds what people keep in their yards.
std::expected<std::unique_ptr<relay::RoomStore>, QString> storeIn(const QString &folder)
{
    if (folder.isEmpty())
        return std::make_unique<relay::MemoryRoomStore>();
    static constexpr auto OwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    ::umask(S_IRWXG | S_IRWXO);
    const QFileInfo place(folder);
    const bool isThere =
        place.isDir() || (QDir().mkpath(place.absolutePath()) && QDir().mkdir(folder, OwnerOnly));
    if (!isThere || !QFileInfo(folder).isWritable())
        return std::unexpected(u"cannot write in --data-dir %1"_s.arg(folder));
    return std::make_unique<relay::SqlRoomStore>(QDir(folder).filePath(u"relay.sqlite"_s));
}

relay::Admission admissionOf(const relay::RelayConfig &config)
{
    if (config.auth == relay::RelayConfig::Auth::Token)
        return relay::admissionBy(config.tokens);
    return [](const QString &, const QByteArray &) { return relay::Person(); };
}

/// A connection is an open file, and programs begin with a limit that suits few of them.
void raiseFileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// The token is shown once, here; the relay keeps its hash.
int writeToken(const QString &name)
{
    const auto token = relay::makeToken();
    std::printf("The token, which is shown only now:\n\n  %s\n\n"
                "Its entry for auth.tokens in the configuration:\n\n"
                "  - name: %s\n    role: editor\n    sha256: \"%s\"\n",
                token.constData(), qPrintable(name), relay::hashOf(token).toHex().constData());
    return 0;
}

} // namespace

int runRelay(int argc, char **argv)
{
    // GLib's event loop does about twice the work for each of many sockets, and nothing needs it.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    const auto options = readRelayOptions(application);
    if (!options)
        return complain(options.error(), 2);
    if (!options->newToken.isEmpty())
        return writeToken(options->newToken);
    const auto clusters = clustersOf(options->kubeconfig, options->contexts);
    if (!clusters)
        return complain(clusters.error(), 1);
    const auto store = storeIn(options->config.dataDir);
    if (!store)
        return complain(store.error(), 1);
    // Two would write over what the other has confirmed.
    QLockFile lock(QDir(options->config.dataDir).filePath(u"relay.lock"_s));
    lock.setStaleLockTime(0);
    if (!options->config.dataDir.isEmpty() && !lock.tryLock(0))
        return complain(u"another relay uses --data-dir %1"_s.arg(options->config.dataDir), 1);
    relay::Rooms rooms(**store, options->config.rooms);
    relay::SyncEndpoint sync(rooms, admissionOf(options->config));
    raiseFileLimit();
    relay::Server server;
    if (options->config.auth == relay::RelayConfig::Auth::None)
        server.refuseNames();
    server.addEndpoint(sync);
    server.addText(u"/metrics"_s, "text/plain; version=0.0.4", [&rooms, &server] {
        return relay::prometheusText(rooms, server.openConnections());
    });
    server.addReadinessCheck(u"store"_s, [&store] { return (*store)->problem(); });
    for (const auto &cluster : *clusters) {
        gateway::reportReadiness(server, cluster->config().contextName, *cluster);
        cluster->connectToServer();
    }
    const auto port = server.listen(options->host, options->port);
    if (!port)
        return complain(u"cannot listen on %1: %2"_s.arg(options->config.listen, port.error()), 1);
    // What people sent is stored before the end; a second signal does not wait for it.
    QObject::connect(&rooms, &relay::Rooms::drained, &application, &QCoreApplication::quit);
    const auto drain = [&rooms, &application] {
        QTimer::singleShot(DrainTime, &application, [] {
            complain(u"what was sent last could not be stored in time"_s, 1);
            QCoreApplication::exit(1);
        });
        rooms.drain({.code = collab::CloseReason::GoingAway, .text = u"the relay stops"_s});
    };
    if (!quitOnSignals(application, drain))
        return complain(u"the system refuses signal handlers"_s, 1);
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(options->host.toString());
    url.setPort(*port);
    std::printf("listening on %s\n", url.toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace app
