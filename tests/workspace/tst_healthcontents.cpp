// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/changes/changescontent.h"
#include "workspace/describe/describecontent.h"
#include "workspace/events/eventcontent.h"

#include "kube/health/healthwatch.h"

#include "paintedhost.h"
#include "support/democlient.h"
#include "support/healthcases.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;
using Freshness = WindowContent::Freshness;

/// Health in Describe, events and changes against the demo API server, with real events and
/// pictures.
class HealthContentsTest : public QObject, private support::DemoClient
{
    Q_OBJECT

    Look m_look{Theme::darkTheme()};

    static kube::ApiResource resource(const QString &plural, const QString &kind,
                                      const QString &group = {})
    {
        return {.group = group,
                .version = u"v1"_s,
                .resource = plural,
                .kind = kind,
                .verbs = {u"get"_s, u"list"_s, u"watch"_s}};
    }

    QJsonObject putCrashing(const QString &name, int restarts)
    {
        for (const auto &one : support::healthCases()) {
            if (one.name != "crash loop with exit code"_L1)
                continue;
            auto pod = one.object;
            auto status = pod["status"_L1].toObject();
            auto containers = status["containerStatuses"_L1].toArray();
            auto container = containers[0].toObject();
            container[u"restartCount"_s] = restarts;
            containers[0] = container;
            status[u"containerStatuses"_s] = containers;
            pod[u"status"_s] = status;
            pod[u"metadata"_s] = QJsonObject{{u"name"_s, name},
                                             {u"namespace"_s, u"shop"_s},
                                             {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}}}};
            return m_server->store().put(pod);
        }
        return {};
    }

    void putEvent(const QJsonObject &about, const QString &name, const QString &reason,
                  const QString &message, int count, int minutesAgo, bool warning = true)
    {
        const auto now = QDateTime::currentDateTimeUtc();
        const QJsonObject involved{{u"apiVersion"_s, about["apiVersion"_L1]},
                                   {u"kind"_s, about["kind"_L1]},
                                   {u"namespace"_s, about["metadata"_L1]["namespace"_L1]},
                                   {u"name"_s, about["metadata"_L1]["name"_L1]},
                                   {u"uid"_s, about["metadata"_L1]["uid"_L1]}};
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Event"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
             {u"involvedObject"_s, involved},
             {u"reason"_s, reason},
             {u"message"_s, message},
             {u"type"_s, warning ? u"Warning"_s : u"Normal"_s},
             {u"source"_s, QJsonObject{{u"component"_s, u"kubelet"_s}}},
             {u"count"_s, count},
             {u"firstTimestamp"_s, demo::timeText(now.addSecs(-3600))},
             {u"lastTimestamp"_s, demo::timeText(now.addSecs(-60 * minutesAgo))}});
    }

    static QString textOf(const TextPane &pane)
    {
        QStringList lines;
        for (const auto &line : pane.document().lines)
            lines.append(line.text);
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_look.setTheme(Theme::darkTheme());
        QVERIFY(serve());
    }

    void cleanup() { stop(); }

    void someReasonsComeWithNothingButTime()
    {
        kube::HealthWatch health(*m_cache, kube::HealthWatch::Detail::Sentence);
        QSignalSpy changed(&health, &kube::HealthWatch::changed);
        const auto deleted = demo::timeText(QDateTime::currentDateTimeUtc().addSecs(-28));
        health.setObject({{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"Pod"_s},
                          {u"metadata"_s,
                           QJsonObject{{u"name"_s, u"leaving"_s},
                                       {u"namespace"_s, u"shop"_s},
                                       {u"deletionTimestamp"_s, deleted}}}});
        QCOMPARE(health.diagnosis().reason, kube::Reason::Terminating);
        changed.clear();
        QVERIFY(changed.wait(20'000));
        QCOMPARE(health.diagnosis().reason, kube::Reason::TerminatingStuck);
    }

    void describeBeginsWithTheReasonAndTheLastLogLine()
    {
        putCrashing(u"web-1"_s, 17);
        const demo::LogKey key{u"shop"_s, u"web-1"_s, u"web"_s};
        m_server->logs().append(key, "starting");
        m_server->logs().append(key, "\x1b[31mFATAL\x1b[0m no route to the database");
        m_server->logs().end(key);
        DescribeContent content(*m_cache,
                                {.resource = resource(u"pods"_s, u"Pod"_s),
                                 .id = {u"v1"_s, u"Pod"_s, u"shop"_s, u"web-1"_s}},
                                m_look);
        PaintedHost host(content, m_look, {560, 420});
        QTRY_COMPARE(content.health().lastLine(), u"FATAL no route to the database"_s);
        QTRY_VERIFY(textOf(content.pane()).contains(u"FATAL no route to the database"_s));
        const auto text = textOf(content.pane());
        QVERIFY2(text.startsWith(u"Health: Failing\n"_s), qPrintable(text));
        QVERIFY(text.simplified().contains(u"it ended with exit code 3"_s));
        takePicture(host, u"health-describe-dark"_s);

        const auto asked = m_server->script().count(u"/api/v1/namespaces/shop/pods/web-1/log"_s);
        QVERIFY(asked <= 2); // once with previous=true, once without
        putCrashing(u"web-1"_s, 18);
        m_server->logs().restart(key);
        m_server->logs().append(key, "another end");
        m_server->logs().restart(key);
        putCrashing(u"web-1"_s, 19);
        QTRY_COMPARE(content.health().lastLine(), u"another end"_s);
    }

    void aServiceSaysWhyItHasNoEndpoints()
    {
        const QJsonObject service{
            {u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Service"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"selector"_s, QJsonObject{{u"app"_s, u"web"_s}}}}}};
        m_server->store().put(service);
        DescribeContent content(*m_cache,
                                {.resource = resource(u"services"_s, u"Service"_s),
                                 .id = {u"v1"_s, u"Service"_s, u"shop"_s, u"web"_s}},
                                m_look);
        PaintedHost host(content, m_look, {560, 420});
        QTRY_COMPARE(content.health().diagnosis().reason, kube::Reason::NoPods);
        putCrashing(u"web-1"_s, 3);
        QTRY_COMPARE(content.health().diagnosis().reason, kube::Reason::NoReadyPods);
        QTRY_VERIFY(content.health().diagnosis().causes.size() == 1
                    && content.health().diagnosis().causes[0].end); // read whole
        QTRY_VERIFY(
            textOf(content.pane()).simplified().contains(u"Pod web-1: Container web crashes"_s));
    }

    void eventsAreGroupedFilteredAndOpened()
    {
        const auto pod = putCrashing(u"payment-gateway-5d8c-9qwz2"_s, 17);
        putEvent(pod, u"e1"_s, u"BackOff"_s, u"Back-off restarting failed container web"_s, 41, 1);
        putEvent(pod, u"e2"_s, u"BackOff"_s, u"Back-off restarting failed container web"_s, 9, 30);
        putEvent(pod, u"e3"_s, u"Pulled"_s, u"Container image already present on machine"_s, 17, 2,
                 false);
        for (int i = 0; i < 12; ++i)
            putEvent(pod, u"f%1"_s.arg(i), u"Scheduled"_s,
                     u"Successfully assigned shop/web to worker-%1"_s.arg(i), 1, 5 + i, false);
        EventContent content(*m_cache, {}, m_look);
        PaintedHost host(content, m_look, {540, 444});
        QCOMPARE(content.freshness(), Freshness::Loading);
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        QCOMPARE(content.model().total(), 14);
        QCOMPARE(content.model().group(0).count, 50);
        content.showTime(content.model().group(5).last); // as a log window that is linked asks
        QCOMPARE(content.currentRow(), 5);
        content.showTime(content.model().group(0).last + 1000);
        QCOMPARE(content.currentRow(), 0);
        QTest::keyClick(&host, Qt::Key_Down);
        takePicture(host, u"events-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"events-light"_s);
        QVERIFY(content.toolTipAt({200, 60}).contains(u"Back-off restarting"_s));

        QSignalSpy opened(&content, &ListContent::openRequested);
        QTest::keyClick(&host, Qt::Key_Return);
        QTest::keyClick(&host, Qt::Key_C, Qt::AltModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].value<ObjectId>(),
                 (ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"payment-gateway-5d8c-9qwz2"_s}));
        QCOMPARE(opened[1][1].value<View>(), View::Changes);
        QTest::keyClicks(&host, u"worker-3"_s);
        QCOMPARE(content.model().rowCount(), 1);
        putEvent(pod, u"g"_s, u"Killing"_s, u"on worker-3"_s, 1, 0);
        QTRY_COMPARE(content.model().rowCount(), 2);
        QTest::keyClicks(&host, u"zzz"_s);
        takePicture(host, u"events-nomatch"_s);
        QTest::keyClick(&host, Qt::Key_Escape);
        QCOMPARE(content.model().rowCount(), 15);
        QVERIFY(content.accessibleText().contains(u"15"_s));
    }

    void eventsThatMayNotBeReadSaySo()
    {
        m_server->script().forbid({.resource = u"events"_s});
        EventContent content(*m_cache, {}, m_look);
        PaintedHost host(content, m_look, {540, 444});
        QTRY_COMPARE(content.freshness(), Freshness::Failed);
        QVERIFY(content.statusText().contains(u"namespace"_s));
    }

    void changesAreToldFieldByField()
    {
        QJsonObject deployment{
            {u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"replicas"_s, 2}}},
            {u"status"_s, QJsonObject{{u"message"_s, u"all is well"_s}}}};
        m_server->store().put(deployment);
        kube::History history;
        ChangesContent content(*m_cache, resource(u"deployments"_s, u"Deployment"_s, u"apps"_s),
                               {u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"web"_s}, u"demo"_s,
                               history, m_look);
        PaintedHost host(content, m_look, {540, 300});
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        takePicture(host, u"changes-none"_s);
        QVERIFY(content.pane().document().lines.empty());

        deployment[u"spec"_s] = QJsonObject{{u"replicas"_s, 5}, {u"paused"_s, true}};
        m_server->store().put(deployment);
        QTRY_VERIFY(textOf(content.pane()).contains(u"2 → 5"_s));
        QVERIFY(textOf(content.pane()).contains(u"spec.paused    (none) → true"_s));
        deployment[u"status"_s] = QJsonObject{
            {u"message"_s,
             u"ReplicaSet \"web-7f77d9c4d\" has timed out progressing and nobody knows why"_s}};
        m_server->store().put(deployment);
        QTRY_VERIFY(textOf(content.pane()).contains(u"− all is well"_s));
        QTest::keyClick(&host, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&host, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(u"spec.replicas"_s));
        QTest::mouseClick(&host, Qt::LeftButton, {}, {500, 280});
        takePicture(host, u"changes-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(host, u"changes-light"_s);
        [[maybe_unused]] const auto gone =
            m_server->store().remove(m_server->store().refOf(deployment));
        QTRY_COMPARE(content.freshness(), Freshness::Ended);
        QVERIFY(textOf(content.pane()).contains(u"deleted"_s));

        // The next window of the same object knows it already.
        QCOMPARE(history.objects(), 1UL);
    }

    void aSecretsValuesAreNotTold()
    {
        QJsonObject secret{
            {u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Secret"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"db"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}}};
        m_server->store().put(secret);
        kube::History history;
        ChangesContent content(*m_cache, resource(u"secrets"_s, u"Secret"_s),
                               {u"v1"_s, u"Secret"_s, u"shop"_s, u"db"_s}, u"demo"_s, history,
                               m_look);
        PaintedHost host(content, m_look, {540, 300});
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        secret[u"data"_s] = QJsonObject{{u"password"_s, u"c2VjcmV0"_s}};
        m_server->store().put(secret);
        QTRY_VERIFY(textOf(content.pane()).contains(u"data.password  changed"_s));
        QVERIFY(!textOf(content.pane()).contains(u"c2VjcmV0"_s));
        QVERIFY(!textOf(content.pane()).contains(u"aHVudGVyMg"_s));
    }
};

QTEST_MAIN(HealthContentsTest)
#include "tst_healthcontents.moc"
