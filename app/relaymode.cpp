// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/relaymode.h"

#include "app/logformat.h"
#include "app/relayoptions.h"
#include "app/servicenotify.h"
#include "app/signals.h"
#include "collab/gateway/clusterprobe.h"
#include "collab/gateway/clusters/openclusters.h"
#include "collab/gateway/logs/openstorage.h"
#include "collab/gateway/service/gateway.h"
#include "collab/relay/relaylog.h"
#include "collab/relay/service/openstore.h"
#include "collab/relay/service/service.h"
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

/// A line for each thing that is wrong.
int complain(const QString &text, int status)
{
    for (const auto &sentence : text.split(u'\n'))
        logFatal(sentence);
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

int writeApiKey(const QString &name)
{
    const auto key = relay::makeApiKey();
    std::printf("The key, which is shown only now:\n\n  %s\n\n"
                "Its entry for gateway.auth.apiKeys in the configuration:\n\n"
                "  - name: %s\n    groups: []\n    sha256: \"%s\"\n",
                key.constData(), qPrintable(name), relay::hashOf(key).toHex().constData());
    return 0;
}

/// What people sent is stored before the end; a second signal does not wait for it.
void end(QCoreApplication &application, relay::Service &service)
{
    notifyManager("STOPPING=1");
    QTimer::singleShot(DrainTime, &application, [] {
        complain(u"what was sent last could not be stored in time"_s, 1);
        QCoreApplication::exit(1);
    });
    service.drain({.code = collab::CloseReason::GoingAway, .text = u"the relay stops"_s});
}

/// A line for each file that the configuration names and that cannot be read.
QStringList unreadable(const RelayOptions &options)
{
    const auto &relay = options.config;
    QStringList lines;
    for (const auto &[key, path] :
         {std::pair(u"tls.certificate"_s, relay.tls.certificate),
          std::pair(u"tls.key"_s, relay.tls.key),
          std::pair(u"store.passwordFile"_s, relay.postgresPasswordFile),
          std::pair(u"redis.passwordFile"_s, relay.redisPasswordFile),
          std::pair(u"redis.caFile"_s, relay.redisAuthorityFile),
          std::pair(u"gateway.auth.clientSecretFile"_s, options.gateway.auth.clientSecretFile)}) {
        if (!path.isEmpty() && !QFileInfo(path).isReadable())
            lines.append(u"%1: cannot read %2"_s.arg(key, path));
    }
    return lines;
}

/// What the configuration names is there, too.
int check(const RelayOptions &options)
{
    if (const auto lines = unreadable(options); !lines.isEmpty())
        return complain(lines.join(u'\n'), 2);
    if (options.gateway.isEnabled) {
        if (const auto clusters = gateway::openClusters(options.gateway); !clusters)
            return complain(clusters.error(), 2);
    }
    std::printf("# All is well. These values hold:\n%s",
                shownOptions(options).toUtf8().constData());
    return 0;
}

/// The gateway, if the configuration asks for one.
std::expected<std::unique_ptr<gateway::Gateway>, QString>
openGateway(const gateway::GatewayConfig &config, relay::Service &service)
{
    if (!config.isEnabled)
        return nullptr;
    auto clusters = gateway::openClusters(config);
    if (!clusters)
        return std::unexpected(clusters.error());
    auto audit = relay::openTables(service.config(), gateway::SqlAuditLog::tables());
    if (!audit)
        return std::unexpected(audit.error());
    auto storage = gateway::openStorage(config, service.config());
    if (!storage)
        return std::unexpected(storage.error());
    return std::make_unique<gateway::Gateway>(config, service, std::move(*clusters),
                                              std::move(*audit), std::move(*storage));
}

/// Both parts of the configuration.
std::expected<QStringList, QString> reloaded(const RelayOptions &options, relay::Service &service,
                                             gateway::Gateway *gateway)
{
    auto fixed = service.reload(options.config);
    if (!fixed)
        return fixed;
    if (options.gateway.isEnabled != (gateway != nullptr))
        fixed->append(u"gateway"_s);
    else if (gateway != nullptr)
        fixed->append(gateway->reload(options.gateway));
    return fixed;
}

/// The same command line and the file as it is now. A mistake in it changes nothing.
void reload(const QCoreApplication &application, relay::Service &service, gateway::Gateway *gateway)
{
    notifyManager(reloadingState());
    const auto options = readRelayOptions(application);
    const auto fixed =
        options ? reloaded(*options, service, gateway) : std::unexpected(options.error());
    if (!fixed)
        qCWarning(relay::relayLog).noquote() << u"the configuration stays as it was: %1"_s.arg(
            fixed.error().split(u'\n').join(u"; "_s));
    else if (!fixed->isEmpty())
        qCWarning(relay::relayLog).noquote()
            << u"the configuration was read; these changes need a new start: %1"_s.arg(
                   fixed->join(u", "_s));
    else
        qCInfo(relay::relayLog) << "the configuration was read";
    notifyManager("READY=1");
}

bool obeySignals(QCoreApplication &application, relay::Service &service, gateway::Gateway *gateway)
{
    QObject::connect(&service, &relay::Service::drained, &application, &QCoreApplication::quit);
    return quitOnSignals(
        application, [&] { end(application, service); },
        [&, gateway] { reload(application, service, gateway); });
}

} // namespace

int runRelay(int argc, char **argv)
{
    // GLib's event loop does about twice the work for each of many sockets, and nothing needs it.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(KRATEYARD_VERSION));
    const auto options = readRelayOptions(application);
    if (!options)
        return complain(options.error(), 2);
    if (!options->newToken.isEmpty())
        return writeToken(options->newToken);
    if (!options->newApiKey.isEmpty())
        return writeApiKey(options->newApiKey);
    if (options->isCheck)
        return check(*options);
    setLogFormat(options->config.log == relay::RelayConfig::Log::Json ? LogFormat::Json
                                                                      : LogFormat::Text);
    const auto clusters = clustersOf(options->kubeconfig, options->contexts);
    if (!clusters)
        return complain(clusters.error(), 1);
    ::umask(S_IRWXG | S_IRWXO); // what people keep in their yards is for the relay alone
    auto store = relay::openStore(options->config);
    if (!store)
        return complain(store.error(), 1);
    auto backplane = relay::openBackplane(options->config);
    if (!backplane)
        return complain(backplane.error(), 1);
    // Two would write over what the other has confirmed.
    QLockFile lock(QDir(options->config.dataDir).filePath(u"relay.lock"_s));
    lock.setStaleLockTime(0);
    if (!options->config.dataDir.isEmpty() && !lock.tryLock(0))
        return complain(u"another relay uses --data-dir %1"_s.arg(options->config.dataDir), 1);
    raiseFileLimit();
    relay::Service service(options->config, std::move(*store));
    if (*backplane)
        service.shareOver(std::move(*backplane));
    for (const auto &cluster : *clusters) {
        gateway::reportReadiness(service.server(), cluster->config().contextName, *cluster);
        cluster->connectToServer();
    }
    const auto gateway = openGateway(options->gateway, service);
    if (!gateway)
        return complain(gateway.error(), 1);
    const auto url = service.listen();
    if (!url)
        return complain(url.error(), 1);
    if (!obeySignals(application, service, gateway->get()))
        return complain(u"the system refuses signal handlers"_s, 1);
    std::printf("listening on %s\n", url->toEncoded().constData());
    std::fflush(stdout);
    notifyManager("READY=1");
    return QCoreApplication::exec();
}

} // namespace app
