// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsfeed.h"
#include "kube/metrics/usageroll.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "kube/watch/resourcecache.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kube;

/// Metrics against the demo cluster, by both roads.
class MetricsFeedTest : public QObject
{
    Q_OBJECT

    static constexpr MetricsPace Fast{.shortest = 50,
                                      .longest = 50,
                                      .summaries = 50,
                                      .forbidden = 200,
                                      .apiAgain = 300,
                                      .atOnce = 2};
    const QString m_podsPath = u"/apis/metrics.k8s.io/v1beta1/pods"_s;
    const QString m_summary = u"/api/v1/nodes/worker-1/proxy/stats/summary"_s;
    const QDateTime m_noon = QDateTime::fromString(u"2026-05-06T12:00:07Z"_s, Qt::ISODate);

    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<demo::Story> m_story;
    std::unique_ptr<Identity> m_identity;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ResourceCache> m_cache;
    std::unique_ptr<MetricsFeed> m_feed;

    ApiResource kind(const QString &apiVersion, const QString &name) const
    {
        return *m_server->store().resourceOfKind(apiVersion, name);
    }

    void offer() { m_feed->setResources({.resources = m_server->store().resources()}); }
    demo::Script &script() { return m_server->script(); }

    /// The first pod of an app that the story has running.
    QJsonObject podOf(const QString &nameSpace, const QString &app) const
    {
        for (const auto &pod : m_server->store().list({{}, u"v1"_s, u"pods"_s}, nameSpace)) {
            if (pod["metadata"_L1]["labels"_L1]["app"_L1].toString() == app)
                return pod;
        }
        return {};
    }

    static QByteArray keyOf(const QJsonObject &pod)
    {
        return podKey(pod["metadata"_L1]["namespace"_L1].toString(),
                      pod["metadata"_L1]["name"_L1].toString());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_story = std::make_unique<demo::Story>(*m_server);
        QVERIFY(m_server->listen());
        m_server->options().measuredAt = m_noon;
        m_identity = std::make_unique<Identity>(ClientConfig{.server = m_server->url().toString()});
        m_client = std::make_unique<ApiClient>(*m_identity);
        m_cache = std::make_unique<ResourceCache>(*m_client);
        m_feed = std::make_unique<MetricsFeed>(*m_cache, nullptr, Fast);
    }

    void cleanup()
    {
        m_feed.reset();
        m_cache.reset();
        m_client.reset();
        m_identity.reset();
        m_story.reset();
        m_server.reset();
    }

    void theMetricsApiIsAskedWhileSomebodyLooks()
    {
        auto viewer = m_feed->subscribe({});
        QSignalSpy rounds(viewer.get(), &UsageSubscription::changed);
        viewer->start();
        QVERIFY(!rounds.wait(100)); // nobody knows yet what the server offers
        offer();
        QTRY_VERIFY(rounds.size() >= 2);
        QCOMPARE(viewer->road(), MetricsRoad::Api);
        QVERIFY(!viewer->absence());
        const auto cart = podOf(u"shop"_s, u"cart"_s);
        const auto *usage = viewer->table()->pod(keyOf(cart));
        QVERIFY(usage);
        QCOMPARE(usage->containers.size(), 2UL);
        QVERIFY(usage->figure.usage.cpu > 0 && usage->figure.usage.memory > 0);
        QCOMPARE(script().count(u"/api/v1/nodes*"_s), 0);

        viewer.reset();
        const auto asked = script().count(m_podsPath);
        QCOMPARE(m_feed->viewers(), 0);
        MetricsFeed clock(*m_cache, nullptr, Fast);
        clock.setResources({.resources = m_server->store().resources()});
        auto other = clock.subscribe({.pods = false, .nodes = true});
        other->start();
        QTRY_VERIFY(clock.rounds() >= 6);
        QVERIFY(script().count(m_podsPath) <= asked + 1); // one may have been under way
    }

    void viewersShareTheQuestions()
    {
        offer();
        std::vector<std::unique_ptr<UsageSubscription>> viewers;
        for (int i = 0; i < 5; ++i) {
            viewers.push_back(m_feed->subscribe({.nameSpaces = {u"shop"_s}}));
            viewers.back()->start();
        }
        viewers.push_back(m_feed->subscribe({}));
        viewers.back()->start();
        QSignalSpy rounds(viewers[0].get(), &UsageSubscription::changed);
        QTRY_VERIFY(rounds.size() >= 3);
        QVERIFY(script().count(m_podsPath) <= m_feed->rounds() + 1);
        QCOMPARE(script().count(u"/apis/metrics.k8s.io/v1beta1/namespaces*"_s), 0);
    }

    void aNamespaceIsAskedForAlone()
    {
        script().forbid({.resource = u"pods"_s, .nameSpace = u"payments"_s});
        offer();
        auto shop = m_feed->subscribe({.nameSpaces = {u"shop"_s}});
        auto payments = m_feed->subscribe({.nameSpaces = {u"payments"_s}});
        shop->start();
        payments->start();
        QTRY_VERIFY(payments->absence());
        QCOMPARE(payments->absence()->reason, MetricsAbsence::Reason::Forbidden);
        QCOMPARE(payments->absence()->road, MetricsRoad::Api);
        QVERIFY(!shop->absence());
        QTRY_VERIFY(shop->table() && shop->table()->nameSpaces.contains("shop"));
        QVERIFY(!shop->table()->nameSpaces.contains("payments"));
    }

    void bothRoadsTellTheSame()
    {
        offer();
        auto viewer = m_feed->subscribe({.pods = true, .nodes = true});
        viewer->start();
        QTRY_VERIFY(viewer->table() && !viewer->table()->nodes.isEmpty());
        const auto byApi = viewer->table();
        m_server->offerMetrics(false);
        offer();
        QTRY_COMPARE(viewer->road(), MetricsRoad::Summaries);
        QTRY_VERIFY(script().count(m_summary) > 0);
        QTRY_VERIFY(viewer->table() != byApi && viewer->table()->nodes.size() == 3);
        const auto bySummaries = viewer->table();
        QCOMPARE(bySummaries->nodes.size(), byApi->nodes.size());
        QCOMPARE(bySummaries->pods.size(), byApi->pods.size());
        for (auto pod = byApi->pods.cbegin(); pod != byApi->pods.cend(); ++pod) {
            const auto *other = bySummaries->pod(pod.key());
            QVERIFY(other);
            QCOMPARE(other->figure, pod->figure);
        }
    }

    void onlyTheNodesThatAreLookedAtAreAsked()
    {
        m_server->offerMetrics(false);
        offer();
        auto viewer = m_feed->subscribe({.onNodes = {u"worker-1"_s}});
        viewer->start();
        QTRY_VERIFY(viewer->table());
        QCOMPARE(script().count(u"/api/v1/nodes/worker-2/proxy/stats/summary"_s), 0);
        QCOMPARE(script().count(u"/api/v1/nodes"_s), 0); // who they are is known
        QVERIFY(script().requests().back().queryFlag(u"only_cpu_and_memory"_s));
    }

    void anApiThatFailsIsReplacedBySummariesAndTriedAgain()
    {
        script().fail(m_podsPath, 503, u"ServiceUnavailable"_s, 1);
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(script().count(m_summary) > 0);
        QTRY_VERIFY(viewer->table());
        QVERIFY(!viewer->absence());
        QTRY_COMPARE(viewer->road(), MetricsRoad::Api);
        QTRY_VERIFY(script().count(m_podsPath) >= 2);
        QTRY_VERIFY(!viewer->absence());
    }

    void absenceIsSaid_data()
    {
        QTest::addColumn<bool>("api");
        QTest::addColumn<bool>("forbidden");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("reason");
        using Reason = MetricsAbsence::Reason;
        QTest::newRow("no API, no kubelets") << false << false << 404 << int(Reason::NotAnswering);
        QTest::newRow("no API, kubelets refused") << false << true << 0 << int(Reason::Forbidden);
        QTest::newRow("API broken, kubelets refused")
            << true << true << 503 << int(Reason::Forbidden);
        QTest::newRow("kubelets broken") << false << false << 502 << int(Reason::NotAnswering);
    }

    void absenceIsSaid()
    {
        QFETCH(const bool, api);
        QFETCH(const bool, forbidden);
        QFETCH(const int, status);
        QFETCH(const int, reason);
        m_server->offerMetrics(api);
        if (forbidden)
            script().forbid({.resource = u"nodes/proxy"_s});
        if (api)
            script().fail(m_podsPath, status, u"ServiceUnavailable"_s);
        else if (status == 404)
            m_server->options().summaries = false;
        else if (status > 0)
            script().fail(u"/api/v1/nodes/*"_s, status, u"BadGateway"_s);
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(viewer->absence() && viewer->absence()->road == MetricsRoad::Summaries);
        QCOMPARE(int(viewer->absence()->reason), reason);
        QCOMPARE(viewer->absence()->apiError.has_value(), api);
        QVERIFY(!viewer->table());
    }

    void aClusterWithoutNodesHasNothingInstalled()
    {
        m_server->offerMetrics(false);
        for (const auto *name : {"control-1", "worker-1", "worker-2"})
            QVERIFY(m_server->store()
                        .remove({{{}, u"v1"_s, u"nodes"_s}, {}, QString::fromLatin1(name)})
                        .has_value());
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(viewer->absence());
        QCOMPARE(viewer->absence()->reason, MetricsAbsence::Reason::NotInstalled);
    }

    void nodesThatMayNotBeListedAreSaidToBeForbidden()
    {
        m_server->offerMetrics(false);
        script().forbid({.resource = u"nodes"_s});
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(viewer->absence());
        QCOMPARE(viewer->absence()->reason, MetricsAbsence::Reason::Forbidden);
    }

    void garbageIsNoFigure()
    {
        script().answer(m_podsPath, 200, "{\"items\": [{\"containers\": 7}]}");
        m_server->options().summaries = false;
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(viewer->absence());
        QCOMPARE(viewer->absence()->reason, MetricsAbsence::Reason::NotAnswering);
        QCOMPARE(viewer->absence()->apiError->kind, Error::Kind::Malformed);
    }

    void aSilenceKeepsTheFiguresAndTheyGrowStale()
    {
        offer();
        auto viewer = m_feed->subscribe({});
        viewer->start();
        QTRY_VERIFY(viewer->table());
        const auto before = viewer->table();
        m_server->stop();
        QTRY_VERIFY(viewer->absence());
        QCOMPARE(viewer->absence()->reason, MetricsAbsence::Reason::NotAnswering);
        QVERIFY(viewer->table());
        QCOMPARE(viewer->table()->pods.size(), before->pods.size());
        const auto figure = before->pods.cbegin()->figure;
        QVERIFY(!viewer->isStale(figure, figure.time + viewer->freshFor()));
        QVERIFY(viewer->isStale(figure, figure.time + viewer->freshFor() + 1));
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_VERIFY(!viewer->absence());
    }

    void workloadsAreTheSumOfTheirPods()
    {
        offer();
        UsageRoll deployments(*m_cache, *m_feed, kind(u"apps/v1"_s, u"Deployment"_s), {u"shop"_s});
        UsageRoll nameSpaces(*m_cache, *m_feed, kind(u"v1"_s, u"Namespace"_s), {});
        UsageRoll pods(*m_cache, *m_feed, kind(u"v1"_s, u"Pod"_s), {});
        deployments.start();
        nameSpaces.start();
        pods.start();
        const auto cart =
            m_server->store().get({{u"apps"_s, u"v1"_s, u"deployments"_s}, u"shop"_s, u"cart"_s});
        ResourceItem row;
        row.meta.uid = (*cart)["metadata"_L1]["uid"_L1].toString();
        row.meta.name = u"cart"_s;
        row.meta.nameSpace = u"shop"_s;
        QTRY_VERIFY(deployments.of(row) && pods.hasFigures());
        Usage sum;
        Usage inShop;
        int count = 0;
        for (const auto &pod : m_server->store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            const auto *usage = m_feed->table()->pod(keyOf(pod));
            if (!usage)
                continue;
            inShop += usage->figure.usage;
            if (pod["metadata"_L1]["labels"_L1]["app"_L1].toString() != "cart"_L1)
                continue;
            sum += usage->figure.usage;
            ++count;
            ResourceItem podRow;
            podRow.meta.name = pod["metadata"_L1]["name"_L1].toString();
            podRow.meta.nameSpace = u"shop"_s;
            QCOMPARE(pods.of(podRow)->usage, usage->figure.usage);
        }
        QCOMPARE(count, 2);
        QCOMPARE(deployments.of(row)->usage, sum);
        QCOMPARE(deployments.of(row)->parts, 2);
        ResourceItem shop;
        shop.meta.name = u"shop"_s;
        QTRY_VERIFY(nameSpaces.of(shop));
        QCOMPARE(nameSpaces.of(shop)->usage, inShop);
    }

    void aListThatNobodySeesStopsAsking()
    {
        offer();
        UsageRoll pods(*m_cache, *m_feed, kind(u"v1"_s, u"Pod"_s), {});
        pods.start();
        QTRY_COMPARE(m_feed->viewers(), 0);
        const auto rounds = m_feed->rounds();
        pods.seen();
        QTRY_VERIFY(m_feed->rounds() > rounds);
        QCOMPARE(m_feed->viewers(), 1);
    }

    void figuresMove()
    {
        offer();
        auto viewer = m_feed->subscribe({.nodes = true});
        viewer->start();
        QTRY_VERIFY(viewer->table() && viewer->table()->node("worker-1"));
        const auto before = *viewer->table()->node("worker-1");
        m_server->options().measuredAt = m_noon.addSecs(60);
        QTRY_VERIFY(viewer->table()->node("worker-1")->time == before.time + 60'000);
        QVERIFY(viewer->table()->node("worker-1")->usage != before.usage);
    }
};

QTEST_GUILESS_MAIN(MetricsFeedTest)
#include "tst_metricsfeed.moc"
