// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 10,000 pods from a real API server, beside kubectl in the same run: until their first rows are on
// the desktop's screen, and all of them as sorted rows; wall time and peak memory of whole
// processes, medians of five rounds. Then what the desktop takes with them and 20 krates open.

#include "childprocess.h"
#include "desktopchild.h"
#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/config/kubeconfigfiles.h"
#include "kube/watch/resourcecache.h"
#include "support/realcluster.h"
#include "workspace/collection/collectionmodel.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using bench::costOf;
using bench::median;

namespace {

constexpr int Rounds = 5;
const auto Pods = u"10000"_s;

/// The child that is measured: reads all pods into the model that a collection window shows.
int readPods(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto known = kube::KubeconfigFiles::choose(QString::fromLocal8Bit(argv[2]), {}).load();
    const auto config = kube::clientConfigFor(known);
    if (!config)
        return 2;
    kube::Identity identity(*config);
    kube::ApiClient client(identity);
    const kube::ApiResource pods{.version = u"v1"_s,
                                 .resource = u"pods"_s,
                                 .kind = u"Pod"_s,
                                 .shortNames = {u"po"_s},
                                 .verbs = {u"list"_s, u"watch"_s}};
    workspace::CollectionModel model(pods, true);
    kube::ResourceCache cache(client);
    const auto objects = cache.subscribe({.resource = pods});
    model.follow(*objects);
    QObject::connect(objects.get(), &kube::Subscription::listed, &application, [&model] {
        std::printf("%d rows\n", model.rowCount());
        QCoreApplication::exit(model.rowCount() >= 10'000 ? 0 : 3);
    });
    objects->start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 2 && qstrcmp(argv[1], "--read") == 0)
        return readPods(argc, argv);
    if (argc > 3) {
        const bench::DesktopChild child{.kubeconfig = QString::fromLocal8Bit(argv[2]),
                                        .cache = QString::fromLocal8Bit(argv[3]),
                                        .pods = Pods.toInt()};
        return qstrcmp(argv[1], "--paint") == 0 ? child.showFirstRows(argc, argv)
                                                : child.openTwentyKrates(argc, argv);
    }
    const support::RealCluster real;
    if (!real.isThere()) {
        std::puts("No cluster: run ./dev bench cluster, which starts one.");
        return 1;
    }
    if (!real.load(Pods)) {
        std::puts("The cluster could not be filled.");
        return 1;
    }
    const auto self = QString::fromLocal8Bit(argv[0]);
    struct Way
    {
        const char *name;
        QStringList command;
        std::vector<double> time = {}, processor = {}, memory = {};
    };
    const QTemporaryDir cache;
    std::vector<Way> ways{
        {"krateyard, first rows on screen",
         {self, u"--paint"_s, real.adminKubeconfig(), cache.path()}},
        {"krateyard, pods to sorted rows", {self, u"--read"_s, real.adminKubeconfig()}},
        {"kubectl get pods -A",
         {real.kubectlPath(), u"--kubeconfig"_s, real.adminKubeconfig(), u"get"_s, u"pods"_s,
          u"-A"_s}},
        {"kubectl get pods -A -o json",
         {real.kubectlPath(), u"--kubeconfig"_s, real.adminKubeconfig(), u"get"_s, u"pods"_s,
          u"-A"_s, u"-o"_s, u"json"_s}},
    };
    for (int round = 0; round < Rounds; ++round) {
        for (auto &way : ways) {
            const auto cost = costOf(way.command);
            way.time.push_back(cost.milliseconds);
            way.processor.push_back(cost.processor);
            way.memory.push_back(cost.mebibytes);
        }
    }
    std::printf("%-34s %10s %10s %10s\n", "median of 5", "wall ms", "cpu ms", "peak MiB");
    for (const auto &way : ways)
        std::printf("%-34s %10.0f %10.0f %10.1f\n", way.name, median(way.time),
                    median(way.processor), median(way.memory));
    for (size_t mine = 0; mine < 2; ++mine) {
        for (size_t i = 2; i < ways.size(); ++i)
            std::printf("%s beside %s: time 1/%.1f, processor 1/%.1f, memory 1/%.1f\n",
                        ways[mine].name, ways[i].name,
                        median(ways[i].time) / median(ways[mine].time),
                        median(ways[i].processor) / median(ways[mine].processor),
                        median(ways[i].memory) / median(ways[mine].memory));
    }
    QProcess krates;
    krates.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    krates.start(self, {u"--krates"_s, real.adminKubeconfig(), cache.path()});
    krates.waitForFinished(120'000);
    std::printf("With 10,000 pods and 20 krates open (ended with %d):\n%s", krates.exitCode(),
                krates.readAllStandardOutput().constData());
    return 0;
}
