// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventclient.h"
#include "kubelenssetup.h"

#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;
using support::AppLogs;
using support::at;
using support::Event;
using support::EventClient;
using support::KubeLensSetup;
using support::PodLogs;
using support::Upstream;
using support::webApp;

namespace {

QStringList numbers(int from, int to)
{
    QStringList lines;
    for (int i = from; i < to; ++i)
        lines.append(QString::number(i));
    return lines;
}

QStringList statesIn(const EventClient &client)
{
    QStringList states;
    for (const auto &event : client.named("status"))
        states.append(event.json()["state"_L1].toString());
    return states;
}

} // namespace

/// Logs as server-sent events.
class LogStreamsTest : public QObject
{
    Q_OBJECT

private:
    static int portOf(const KubeLensSetup &setup) { return setup.url.port(); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void linesComeWithTheirTimes()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 5; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(i / 2));
        EventClient client(portOf(setup), PodLogs);
        QTRY_COMPARE(client.lines(), numbers(0, 5));
        QCOMPARE(client.status(), 200);
        QVERIFY(client.head().toLower().contains("content-type: text/event-stream"));
        QVERIFY(client.head().toLower().contains("cache-control: no-store"));
        const auto events = client.named("message");
        QCOMPARE(events.at(0).id, "2023-11-14T22:13:20Z_0");
        QCOMPARE(events.at(1).id, "2023-11-14T22:13:20Z_1");
        QCOMPARE(events.at(2).id, "2023-11-14T22:13:20.001Z_0");
        QCOMPARE(events.at(3).json()["pod"_L1].toString(), u"web-1"_s);
        QCOMPARE(events.at(3).json()["container"_L1].toString(), u"main"_s);
        QCOMPARE(events.at(3).json()["timestamp"_L1].toString(), u"2023-11-14T22:13:20.001Z"_s);
        setup.log(u"web-1"_s, "later", at(9));
        QTRY_COMPARE(client.lines().last(), u"later"_s);
        QVERIFY(statesIn(client).contains(u"live"_s));
    }

    void whoComesBackGoesOn_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("lines");
        const auto id = QByteArray("2023-11-14T22:13:20.001Z_0");
        QTest::newRow("tail") << QByteArray("?tail=2") << QByteArray() << numbers(4, 6);
        QTest::newRow("no tail") << QByteArray("?tail=0") << QByteArray() << QStringList();
        QTest::newRow("since a time")
            << QByteArray("?since=2023-11-14T22:13:20.001Z") << QByteArray() << numbers(2, 6);
        QTest::newRow("since an offset") << QByteArray("?since=2023-11-14T23:13:20.001%2B01:00")
                                         << QByteArray() << numbers(2, 6);
        QTest::newRow("since an id") << "?since=" + id << QByteArray() << numbers(3, 6);
        QTest::newRow("Last-Event-ID") << QByteArray() << "Last-Event-ID: " + id + "\r\n"
                                       << numbers(3, 6);
        QTest::newRow("both") << QByteArray("?since=2023-11-14T22:13:20Z")
                              << "Last-Event-ID: " + id + "\r\n"
                              << numbers(3, 6);
    }
    void whoComesBackGoesOn()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, header);
        QFETCH(QStringList, lines);
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 6; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(i / 2));
        EventClient client(portOf(setup),
                           PodLogs + query + (query.isEmpty() ? "?" : "&") + "follow=false",
                           header);
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(client.lines(), lines);
        QCOMPARE(statesIn(client).last(), u"closed"_s);
    }

    void wishesAreChecked()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        const auto path = QString::fromLatin1(PodLogs);
        QCOMPARE(setup.ask(path + u"?since=yesterday"_s).status, 400);
        QCOMPARE(setup.ask(path + u"?since=2023-11-14T22:13:20Z_x"_s).status, 400);
        QCOMPARE(setup.ask(path + u"?since=2023-11-14T22:13:20Z_0~a"_s).status, 400);
        QCOMPARE(setup.ask(path + u"?tail=-1"_s).status, 400);
        QCOMPARE(setup.ask(path + u"?container=none"_s).status, 404);
    }

    void limitsHold()
    {
        KubeLensSetup setup([](GatewayConfig &config) {
            config.logs.maxTailLines = 3;
            config.logs.tailLines = 2;
            config.logs.maxLineLength = 10;
            config.limits.logsPerUser = 1;
        });
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 6; ++i)
            setup.log(u"web-1"_s, QString(i, u'\u00e4').repeated(3).toUtf8(), at(i));
        {
            EventClient client(portOf(setup), PodLogs);
            QTRY_COMPARE(client.lines(),
                         (QStringList{QString(10, u'\u00e4') + u"...[truncated]"_s,
                                      QString(10, u'\u00e4') + u"...[truncated]"_s}));
            const auto second = setup.ask(QString::fromLatin1(PodLogs));
            QCOMPARE(second.status, 429);
            QCOMPARE(second.retryAfter, "10");
            // However it is asked for.
            QCOMPARE(setup.ask(u"/k8s/demo"_s + Upstream).status, 429);
        }
        const auto more = PodLogs + "?tail=100&follow=false";
        EventClient counted(portOf(setup), more);
        QTRY_VERIFY(counted.isEnded() || counted.status() == 429);
        QTRY_VERIFY([&] {
            EventClient again(portOf(setup), more);
            [&] { QTRY_VERIFY(again.isEnded() || again.status() == 429); }();
            return again.lines().size() == 3;
        }());
    }

    void textIsAsItIs()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        setup.log(u"web-1"_s, "{\"a\": 1}", at(0));
        EventClient client(portOf(setup), PodLogs + "?format=text&follow=false");
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(client.named("message").at(0).data, "{\"a\": 1}");
    }

    void heartbeatsAndStatsCome()
    {
        KubeLensSetup setup(
            [](GatewayConfig &config) { config.logs.heartbeat = std::chrono::seconds(1); });
        setup.addPod(u"web-1"_s);
        setup.log(u"web-1"_s, "one", at(0));
        EventClient client(portOf(setup), PodLogs);
        QTRY_VERIFY(!client.named("stats").empty());
        QCOMPARE(client.named("stats").front().json()["lines"_L1].toInt(), 1);
        QVERIFY(!client.named("heartbeat").empty());
        QCOMPARE(client.named("heartbeat").front().id, client.named("message").front().id);
    }

    void aRestartIsMarked()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        setup.log(u"web-1"_s, "before", at(0));
        EventClient client(portOf(setup), PodLogs);
        QTRY_COMPARE(client.lines(), QStringList{u"before"_s});
        setup.api.logs().restart({u"shop"_s, u"web-1"_s, u"main"_s});
        setup.log(u"web-1"_s, "after", at(5'000));
        const QJsonArray statuses{QJsonObject{
            {u"name"_s, u"main"_s},
            {u"restartCount"_s, 1},
            {u"state"_s, QJsonObject{{u"running"_s, QJsonObject{}}}},
            {u"lastState"_s,
             QJsonObject{{u"terminated"_s,
                          QJsonObject{{u"exitCode"_s, 137}, {u"reason"_s, u"OOMKilled"_s}}}}}}};
        setup.api.store().put(support::podOf(u"web-1"_s, {support::containerOf(u"main"_s)},
                                             {{u"containerStatuses"_s, statuses}}));
        QTRY_COMPARE_WITH_TIMEOUT(client.lines(), (QStringList{u"before"_s, u"after"_s}), 20'000);
        QCOMPARE(client.named("marker").front().json()["kind"_L1].toString(), u"restarted"_s);
    }

    /// Who comes from another relay may have heard what this one has not yet.
    void whatWasHeardElsewhereIsNotToldAgain()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        setup.log(u"web-1"_s, "one", at(0));
        setup.log(u"web-1"_s, "two", at(1));
        EventClient first(portOf(setup), PodLogs);
        QTRY_COMPARE(first.lines(), (QStringList{u"one"_s, u"two"_s}));
        const auto id = first.named("message").front().id;
        const auto later = id.first(id.lastIndexOf('T')) + "T23:59:59.5Z_0";
        EventClient client(portOf(setup), PodLogs, "Last-Event-ID: " + later + "\r\n");
        QTRY_VERIFY(statesIn(client).contains(u"live"_s));
        const auto day = at(0).date();
        setup.log(u"web-1"_s, "heard", QDateTime(day, QTime(23, 59, 59), QTimeZone::UTC));
        setup.log(u"web-1"_s, "new", QDateTime(day, QTime(23, 59, 59, 900), QTimeZone::UTC));
        QTRY_COMPARE(first.lines().size(), 4);
        QTRY_COMPARE(client.lines(), QStringList{u"new"_s});
    }

    void aStreamEndsWithItsProof()
    {
        KubeLensSetup setup([](GatewayConfig &config) {
            config.auth.apiKeys.front().expires = QDateTime::currentDateTimeUtc().addSecs(2);
        });
        setup.addPod(u"web-1"_s);
        setup.log(u"web-1"_s, "one", at(0));
        EventClient client(portOf(setup), PodLogs);
        QTRY_COMPARE(client.lines(), QStringList{u"one"_s});
        QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), 15'000);
        const auto last = client.named("status").back().json();
        QCOMPARE(last["state"_L1].toString(), u"closed"_s);
        QCOMPARE(last["reason"_L1].toString(), u"the sign-in has ended"_s);
    }

    void aLogOfAPodThatIsGoneCanBeRead()
    {
        KubeLensSetup setup(
            [](GatewayConfig &config) { config.logs.terminatedTtl = std::chrono::minutes(1); });
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 100; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(i));
        {
            EventClient client(portOf(setup), PodLogs);
            QTRY_COMPARE(client.lines(), numbers(0, 100));
            setup.removePod(u"web-1"_s);
            QTRY_VERIFY_WITH_TIMEOUT(statesIn(client).contains(u"ended"_s)
                                         || statesIn(client).contains(u"failed"_s),
                                     20'000);
        }
        EventClient client(portOf(setup), PodLogs + "?follow=false&tail=7");
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(client.lines(), numbers(93, 100));
        QVERIFY(statesIn(client).contains(u"ended"_s) || statesIn(client).contains(u"failed"_s));
        // Once its pod is hidden it is not there any more.
        auto config = setup.gateway->parts().config;
        config.pods.exclude = {u"^web"_s};
        setup.gateway->reload(config);
        QCOMPARE(setup.ask(QString::fromLatin1(PodLogs) + u"?follow=false"_s).status, 404);
    }

    /// The storage knows no labels.
    void whatLabelsHideIsHiddenWhenItIsGone()
    {
        auto storage = std::make_unique<gateway::MemoryStorage>(gateway::Storage::Limits{});
        const gateway::LogLine line{.at = {.time = 1'000, .count = 0}, .time = 1'000, .text = "x"};
        storage->append({.cluster = u"demo"_s,
                         .nameSpace = u"shop"_s,
                         .pod = u"web-1"_s,
                         .uid = u"of another time"_s,
                         .container = u"main"_s},
                        gateway::LogBlock::of({line}, {}), [](const auto &) { });
        KubeLensSetup setup({}, std::move(storage));
        const auto kept = QString::fromLatin1(PodLogs) + u"?follow=false"_s;
        QCOMPARE(setup.ask(kept).status, 200);
        auto config = setup.gateway->parts().config;
        config.pods.excludeLabels = {u"quiet=yes"_s};
        setup.gateway->reload(config);
        QCOMPARE(setup.ask(kept).status, 404); // nobody knows what labels it had
        // Those of this time are known.
        const auto at = u"/api/v1/namespaces/shop/pods/%1/logs?follow=false"_s;
        for (const auto &name : {u"loud"_s, u"soft"_s}) {
            setup.addPod(name, {u"main"_s}, {{u"app"_s, name}});
            setup.log(name, "a line", support::at(1));
            QCOMPARE(setup.ask(at.arg(name)).status, 200);
            setup.removePod(name);
        }
        config.pods.excludeLabels = {u"app=soft"_s};
        setup.gateway->reload(config);
        QTRY_COMPARE(setup.ask(at.arg(u"soft"_s)).status, 404);
        QCOMPARE(setup.ask(at.arg(u"loud"_s)).status, 200);
    }

    /// A cluster that answers late is not one whose log is read from its beginning.
    void aTailIsATailHoweverLateItComes()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 100; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(i));
        setup.api.script().delay(Upstream, std::chrono::milliseconds(3'000));
        EventClient client(portOf(setup), PodLogs + "?tail=10");
        QTRY_VERIFY_WITH_TIMEOUT(client.lines().size() >= 10, 10'000);
        QTest::qWait(200);
        QCOMPARE(client.lines(), numbers(90, 100));
    }

    void podsThatAreGoneMakeRoomForOthers()
    {
        KubeLensSetup setup(
            [](GatewayConfig &config) { config.logs.heartbeat = std::chrono::seconds(1); });
        setup.api.store().put(webApp());
        const QJsonObject labels{{u"app"_s, u"web"_s}};
        for (const auto &name : {u"web-1"_s, u"web-2"_s}) {
            setup.addPod(name, {u"main"_s}, labels);
            setup.log(name, "of " + name.toUtf8(), at(1));
        }
        EventClient client(portOf(setup), AppLogs + "?tail=5");
        QTRY_COMPARE(client.lines().size(), 2);
        const auto logs = [&client] {
            const auto stats = client.named("stats");
            return stats.empty() ? -1 : stats.back().json()["logs"_L1].toInt();
        };
        QTRY_COMPARE(logs(), 2);
        setup.log(u"web-1"_s, "its last", at(2));
        setup.removePod(u"web-1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(logs(), 1, 20'000);
        QVERIFY(client.lines().contains(u"its last"_s));
    }

    /// As a StatefulSet does.
    void aPodIsMadeAnewUnderItsName()
    {
        KubeLensSetup setup;
        setup.addPod(u"web-1"_s);
        for (int i = 0; i < 50; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(i));
        QByteArray id;
        {
            EventClient client(portOf(setup), PodLogs);
            QTRY_COMPARE(client.lines(), numbers(0, 50));
            id = client.named("message").at(30).id;
            setup.removePod(u"web-1"_s);
            QTRY_VERIFY_WITH_TIMEOUT(statesIn(client).contains(u"ended"_s)
                                         || statesIn(client).contains(u"failed"_s),
                                     20'000);
        }
        setup.addPod(u"web-1"_s);
        for (int i = 50; i < 60; ++i)
            setup.log(u"web-1"_s, QByteArray::number(i), at(1'000 + i));
        EventClient client(portOf(setup), PodLogs, "Last-Event-ID: " + id + "\r\n");
        QTRY_COMPARE(client.lines(), numbers(31, 60));
        EventClient fresh(portOf(setup), PodLogs + "?tail=100"); // wants what there is now
        QTRY_COMPARE(fresh.lines(), numbers(50, 60));
        setup.log(u"web-1"_s, "60", at(2'000));
        QTRY_COMPARE(client.lines(), numbers(31, 61));
        QTRY_COMPARE(fresh.lines(), numbers(50, 61));
    }

    void anAppsPodsComeAndGo()
    {
        KubeLensSetup setup;
        setup.api.store().put(webApp());
        const QJsonObject labels{{u"app"_s, u"web"_s}};
        setup.addPod(u"web-1"_s, {u"main"_s}, labels);
        setup.addPod(u"web-2"_s, {u"main"_s}, labels);
        setup.addPod(u"other"_s);
        setup.log(u"web-1"_s, "one", at(0));
        setup.log(u"web-2"_s, "two", at(1));
        setup.log(u"web-1"_s, "three", at(2));
        setup.log(u"other"_s, "not this", at(2));
        EventClient client(portOf(setup), AppLogs);
        QTRY_COMPARE(client.lines(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(client.named("message").at(1).json()["pod"_L1].toString(), u"web-2"_s);
        setup.log(u"web-3"_s, "four", at(3));
        setup.addPod(u"web-3"_s, {u"main"_s}, labels);
        QTRY_COMPARE(client.lines().last(), u"four"_s);
        setup.log(u"web-1"_s, "five", at(4));
        QTRY_COMPARE(client.lines().last(), u"five"_s);
        const auto id = client.named("message").back().id;
        client.abort();

        // What is written meanwhile comes, also that of a pod that is gone then.
        setup.log(u"web-2"_s, "six", at(3)); // older than what was seen of others
        setup.log(u"web-1"_s, "seven", at(6));
        auto &hub = *setup.gateway; // the logs linger, and are stored
        Q_UNUSED(hub)
        EventClient back(portOf(setup), AppLogs, "Last-Event-ID: " + id + "\r\n");
        QTRY_COMPARE(back.lines().size(), 2);
        auto lines = back.lines();
        lines.sort();
        QCOMPARE(lines, (QStringList{u"seven"_s, u"six"_s}));
        setup.removePod(u"web-2"_s);
        QTRY_VERIFY(!back.named("marker").empty());
        QCOMPARE(back.named("marker").front().json()["kind"_L1].toString(), u"podRemoved"_s);
        QCOMPARE(back.named("marker").front().json()["pod"_L1].toString(), u"web-2"_s);
    }
};

QTEST_GUILESS_MAIN(LogStreamsTest)
#include "tst_logstreams.moc"
