// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/metricsdecoder.h"
#include "kube/metrics/usagehistory.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kube;

class MetricsDecoderTest : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static QJsonObject usage(const QString &cpu, const QString &memory)
    {
        return {{u"cpu"_s, cpu}, {u"memory"_s, memory}};
    }

    static QJsonObject podMetrics(const QString &name, const QJsonArray &containers)
    {
        return {{u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
                {u"timestamp"_s, u"2026-01-02T03:04:05Z"_s},
                {u"window"_s, u"1m2.5s"_s},
                {u"containers"_s, containers}};
    }

    static QJsonObject container(const QString &name, const QJsonObject &cpu, qint64 memory)
    {
        return {{u"name"_s, name},
                {u"cpu"_s, cpu},
                {u"memory"_s, QJsonObject{{u"workingSetBytes"_s, memory}}}};
    }

    static QJsonObject summary(const QJsonArray &containers)
    {
        const QJsonObject ref{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}};
        return {{u"node"_s,
                 QJsonObject{{u"nodeName"_s, u"worker-1"_s},
                             {u"cpu"_s, QJsonObject{{u"usageNanoCores"_s, 250'000'000}}},
                             {u"memory"_s, QJsonObject{{u"workingSetBytes"_s, 1 << 30}}}}},
                {u"pods"_s,
                 QJsonArray{QJsonObject{{u"podRef"_s, ref}, {u"containers"_s, containers}}}}};
    }

    static QJsonObject total(qint64 nanoSeconds, int second)
    {
        return {{u"usageCoreNanoSeconds"_s, nanoSeconds},
                {u"time"_s, u"2026-01-02T03:04:%1Z"_s.arg(second, 2, 10, QLatin1Char('0'))}};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void figuresAreRoundedAsKubectlDoes()
    {
        QCOMPARE(topCpu(0), u"0m"_s);
        QCOMPARE(topCpu(1), u"1m"_s);
        QCOMPARE(topCpu(1'000'000), u"1m"_s);
        QCOMPARE(topCpu(1'000'001), u"2m"_s);
        QCOMPARE(topCpu(2'500'000'000), u"2500m"_s);
        QCOMPARE(topMemory(1024 * 1024 - 1), u"0Mi"_s);
        QCOMPARE(topMemory(35LL * 1024 * 1024 + 5), u"35Mi"_s);
        QCOMPARE(topCpuPercent(1'999'000'000, 4'000'000'000), 49);
        QCOMPARE(topCpuPercent(1, 0), std::nullopt);
        QCOMPARE(topMemoryPercent(3, 4), 75);
    }

    void podMetricsAreSummedByPodAndNamespace()
    {
        const QJsonArray two{
            QJsonObject{{u"name"_s, u"web"_s}, {u"usage"_s, usage(u"1500001n"_s, u"10Mi"_s)}},
            QJsonObject{{u"name"_s, u"proxy"_s}, {u"usage"_s, usage(u"2m"_s, u"2048Ki"_s)}}};
        const QJsonArray one{
            QJsonObject{{u"name"_s, u"db"_s}, {u"usage"_s, usage(u"0"_s, u"1000"_s)}}};
        const auto table = podMetricsIn(bytesOf(
            {{u"kind"_s, u"PodMetricsList"_s},
             {u"items"_s, QJsonArray{podMetrics(u"web"_s, two), podMetrics(u"db"_s, one)}}}));

        QVERIFY(table);
        const auto *web = table->pod("shop/web");
        QVERIFY(web);
        QCOMPARE(web->figure.usage.cpu, 3'500'001);
        QCOMPARE(web->figure.usage.memory, 12LL * 1024 * 1024);
        QCOMPARE(web->containers.size(), 2UL);
        QCOMPARE(web->containers[1].name, u"proxy"_s);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(web->figure.time, QTimeZone::UTC),
                 QDateTime::fromString(u"2026-01-02T03:04:05Z"_s, Qt::ISODate));
        QCOMPARE(table->window, 62'500);
        QCOMPARE(table->nameSpaces["shop"].usage.memory, 12LL * 1024 * 1024 + 1000);
        QCOMPARE(table->nameSpaces["shop"].parts, 2);
        QVERIFY(!table->pod("shop/none"));
    }

    void aSinglePodMetricsIsReadToo()
    {
        const auto table = podMetricsIn(bytesOf(podMetrics(u"web"_s, {})));
        QVERIFY(table && table->pod("shop/web"));
    }

    void nodeMetricsAreReadByName()
    {
        const auto table = nodeMetricsIn(bytesOf(
            {{u"items"_s,
              QJsonArray{QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"worker-1"_s}}},
                                     {u"usage"_s, usage(u"156340191n"_s, u"1Gi"_s)}}}}}));
        QVERIFY(table && table->node("worker-1"));
        QCOMPARE(table->node("worker-1")->usage.cpu, 156'340'191);
        QCOMPARE(table->node("worker-1")->usage.memory, 1LL << 30);
    }

    void whatIsNoMetricsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto whole = bytesOf(
            {{u"items"_s, QJsonArray{podMetrics(u"web"_s, {})}}, {u"kind"_s, u"PodMetricsList"_s}});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another object") << QByteArray("{\"kind\": \"Status\"}");
        QTest::newRow("a list instead of an object") << QByteArray("[1, 2]");
        QTest::newRow("items that are text") << QByteArray("{\"items\": \"many\"}");
        QTest::newRow("deep") << QByteArray("{\"items\":").append(QByteArray(5000, '['));
        QTest::newRow("cut off") << whole.left(whole.size() / 2);
        QTest::newRow("no number") << bytesOf(
            {{u"items"_s,
              QJsonArray{podMetrics(
                  u"web"_s,
                  {QJsonObject{{u"name"_s, u"a"_s}, {u"usage"_s, usage(u"much"_s, u"1"_s)}}})}}});
    }

    void whatIsNoMetricsIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!podMetricsIn(bytes));
        QVERIFY(!summaryIn(bytes));
    }

    void aSummaryTellsContainersAndTheNode()
    {
        const auto read = summaryIn(
            bytesOf(summary({container(u"web"_s, {{u"usageNanoCores"_s, 7'000'000}}, 5 << 20),
                             container(u"a-proxy"_s, {{u"usageNanoCores"_s, 500'000}}, 1 << 20)})));
        QVERIFY(read);
        const auto table = usageIn(*read, nullptr);
        QCOMPARE(table.node("worker-1")->usage.cpu, 250'000'000);
        const auto *web = table.pod("shop/web");
        QVERIFY(web);
        QCOMPARE(web->figure.usage.cpu, 7'500'000);
        QCOMPARE(web->figure.usage.memory, 6LL << 20);
        QCOMPARE(web->containers[0].name, u"a-proxy"_s);
    }

    void cpuThatIsToldInTotalOnlyIsTakenFromTwoSummaries()
    {
        const auto first =
            summaryIn(bytesOf(summary({container(u"web"_s, total(1'000'000'000, 10), 1 << 20)})));
        const auto second =
            summaryIn(bytesOf(summary({container(u"web"_s, total(1'500'000'000, 20), 1 << 20)})));
        QVERIFY(first && second);
        QVERIFY(!usageIn(*first, nullptr).pod("shop/web"));
        const auto table = usageIn(*second, &*first);
        QVERIFY(table.pod("shop/web"));
        QCOMPARE(table.pod("shop/web")->figure.usage.cpu, 50'000'000);
        QVERIFY(!usageIn(*first, &*second).pod("shop/web")); // it has been started anew
    }

    void aPodIsNotToldOfBeforeAllItsContainersAre()
    {
        const auto read =
            summaryIn(bytesOf(summary({container(u"web"_s, {{u"usageNanoCores"_s, 1}}, 5),
                                       container(u"new"_s, QJsonObject(), 5)})));
        QVERIFY(read);
        QVERIFY(!usageIn(*read, nullptr).pod("shop/web"));
    }

    void aHistoryKeepsEachSampleOnceAndTheLastHour()
    {
        UsageHistory history;
        QVERIFY(history.add({.usage = {1, 2}, .time = 1000}));
        QVERIFY(!history.add({.usage = {9, 9}, .time = 1000}));
        QVERIFY(!history.add({.usage = {9, 9}, .time = 500}));
        for (int i = 0; i < 1000; ++i)
            history.add({.usage = {i, 0}, .time = 2000 + i});
        QCOMPARE(history.samples().size(), UsageHistory::MostSamples);
        QCOMPARE(history.samples().back().usage.cpu, 999);
    }
};

QTEST_GUILESS_MAIN(MetricsDecoderTest)
#include "tst_metricsdecoder.moc"
