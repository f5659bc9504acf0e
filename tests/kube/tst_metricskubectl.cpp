// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "kube/metrics/metricsfeed.h"

#include "kube/api/apiclient.h"
#include "kube/apimachinery/quantity.h"
#include "kube/auth/identity.h"
#include "kube/watch/resourcecache.h"
#include "support/skipall.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kube;

/// Our figures and those of the real `kubectl top`, text for text, on the demo cluster.
class MetricsKubectlTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<demo::Story> m_story;
    std::unique_ptr<Identity> m_identity;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ResourceCache> m_cache;
    std::unique_ptr<MetricsFeed> m_feed;
    std::unique_ptr<UsageSubscription> m_viewer;

    /// What `kubectl top` prints, line by line, its columns joined by one blank.
    QStringList top(const QStringList &arguments)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"config"_s));
        process.setProcessEnvironment(environment);
        process.start(u"kubectl"_s,
                      QStringList{u"top"_s} + arguments + QStringList{u"--no-headers"_s});
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000))
            return {};
        if (process.exitCode() != 0)
            qInfo().noquote() << process.readAllStandardError();
        QStringList lines;
        const auto text = QString::fromUtf8(process.readAllStandardOutput());
        for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
            lines.append(line.simplified());
        return lines;
    }

    static QString figures(const Usage &usage)
    {
        return topCpu(usage.cpu) + u' ' + topMemory(usage.memory);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"kubectl"_s).isEmpty())
            SKIP_ALL("kubectl is not installed (Debian: kubernetes-client)");
    }

    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_server->options().measuredAt =
            QDateTime::fromString(u"2026-05-06T12:00:07Z"_s, Qt::ISODate);
        m_story = std::make_unique<demo::Story>(*m_server);
        QVERIFY(m_server->listen());
        QFile config(m_folder.filePath(u"config"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(m_server->kubeconfig(u"shop"_s));
        config.close();
        m_identity = std::make_unique<Identity>(ClientConfig{.server = m_server->url().toString()});
        m_client = std::make_unique<ApiClient>(*m_identity);
        m_cache = std::make_unique<ResourceCache>(*m_client);
        m_feed = std::make_unique<MetricsFeed>(*m_cache);
        m_viewer = m_feed->subscribe({.pods = true, .nodes = true});
        m_viewer->start();
    }

    void cleanup()
    {
        m_viewer.reset();
        m_feed.reset();
        m_cache.reset();
        m_client.reset();
        m_identity.reset();
        m_story.reset();
        m_server.reset();
    }

    void podsAndContainersAreWhatKubectlSays_data()
    {
        QTest::addColumn<bool>("api");
        QTest::newRow("from metrics.k8s.io") << true;
        QTest::newRow("from the kubelets") << false; // kubectl has no such road: it asks the API
    }

    void podsAndContainersAreWhatKubectlSays()
    {
        QFETCH(const bool, api);
        auto resources = m_server->store().resources();
        if (!api)
            std::erase_if(resources,
                          [](const ApiResource &r) { return r.group == "metrics.k8s.io"_L1; });
        m_feed->setResources({.resources = resources});
        QTRY_VERIFY(m_viewer->table() && m_viewer->table()->nodes.size() == 3);
        QCOMPARE(m_viewer->road(), api ? MetricsRoad::Api : MetricsRoad::Summaries);

        QStringList pods;
        QStringList containers;
        const auto &table = *m_viewer->table();
        for (auto pod = table.pods.cbegin(); pod != table.pods.cend(); ++pod) {
            const auto name = QString::fromUtf8(pod.key()).replace(u'/', u' ');
            pods.append(name + u' ' + figures(pod->figure.usage));
            for (const auto &container : pod->containers)
                containers.append(name + u' ' + container.name + u' ' + figures(container.usage));
        }
        pods.sort();
        containers.sort();
        auto theirPods = top({u"pods"_s, u"-A"_s});
        auto theirContainers = top({u"pods"_s, u"-A"_s, u"--containers"_s});
        theirPods.sort();
        theirContainers.sort();
        QVERIFY(theirPods.size() > 25);
        QCOMPARE(pods, theirPods);
        QVERIFY(theirContainers.size() > theirPods.size());
        QCOMPARE(containers, theirContainers);
    }

    void nodesAreWhatKubectlSays()
    {
        m_feed->setResources({.resources = m_server->store().resources()});
        QTRY_VERIFY(m_viewer->table() && m_viewer->table()->nodes.size() == 3);
        QStringList nodes;
        for (const auto &node : m_server->store().list({{}, u"v1"_s, u"nodes"_s})) {
            const auto name = node["metadata"_L1]["name"_L1].toString();
            const auto allocatable = node["status"_L1]["allocatable"_L1];
            const auto cpu = Quantity::parse(allocatable["cpu"_L1].toString());
            const auto memory = Quantity::parse(allocatable["memory"_L1].toString());
            const auto usage = m_viewer->table()->node(name.toUtf8())->usage;
            nodes.append(u"%1 %2 %3% %4 %5%"_s.arg(name, topCpu(usage.cpu))
                             .arg(*topCpuPercent(usage.cpu, cpu->nanoValue()))
                             .arg(topMemory(usage.memory))
                             .arg(*topMemoryPercent(usage.memory, memory->value())));
        }
        QCOMPARE(nodes, top({u"nodes"_s}));
    }
};

QTEST_GUILESS_MAIN(MetricsKubectlTest)
#include "tst_metricskubectl.moc"
