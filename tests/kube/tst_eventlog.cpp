// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/events/eventlog.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using kube::EventLog;

class EventLogTest : public QObject
{
    Q_OBJECT

    static QString at(int second)
    {
        return QDateTime::fromSecsSinceEpoch(1'767'225'600 + second, QTimeZone::UTC)
            .toString(Qt::ISODate);
    }
    static qint64 ms(int second) { return (1'767'225'600LL + second) * 1000; }

    static QByteArray event(const QString &reason, int first, int last, int count = 1,
                            const QString &pod = u"web-1"_s)
    {
        const QJsonObject object{
            {u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Event"_s},
            {u"involvedObject"_s,
             QJsonObject{{u"kind"_s, u"Pod"_s}, {u"namespace"_s, u"shop"_s}, {u"name"_s, pod}}},
            {u"reason"_s, reason},
            {u"message"_s, QString(reason + u" happened"_s)},
            {u"type"_s, u"Warning"_s},
            {u"source"_s, QJsonObject{{u"component"_s, u"kubelet"_s}}},
            {u"count"_s, count},
            {u"firstTimestamp"_s, at(first)},
            {u"lastTimestamp"_s, at(last)}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static const kube::EventGroup *groupOf(const EventLog &log, const QString &reason)
    {
        for (const auto &group : log.groups()) {
            if (group.reason == reason)
                return log.group(group.id);
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void eventsThatSayTheSameAreOne()
    {
        EventLog log;
        log.add(u"a"_s, event(u"BackOff"_s, 0, 10, 3));
        log.add(u"b"_s, event(u"BackOff"_s, 20, 30, 4));
        log.add(u"c"_s, event(u"Pulled"_s, 5, 5));
        log.add(u"d"_s, event(u"BackOff"_s, 20, 30, 4, u"web-2"_s));
        QCOMPARE(log.size(), 3UL);
        for (const auto &group : log.groups()) {
            if (group.reason != "BackOff"_L1 || group.object.name != "web-1"_L1)
                continue;
            QCOMPARE(group.count, 7);
            QCOMPARE(group.first, ms(0));
            QCOMPARE(group.last, ms(30));
            QCOMPARE(group.source, u"kubelet"_s);
            QVERIFY(group.isWarning());
        }
    }

    void aGroupFollowsItsEvents()
    {
        EventLog log;
        log.add(u"a"_s, event(u"BackOff"_s, 0, 10, 3));
        log.add(u"a"_s, event(u"BackOff"_s, 0, 10, 3)); // a replay
        QCOMPARE(groupOf(log, u"BackOff"_s)->count, 3);
        log.add(u"a"_s, event(u"BackOff"_s, 0, 20, 4));
        QCOMPARE(groupOf(log, u"BackOff"_s)->count, 4);
        QCOMPARE(groupOf(log, u"BackOff"_s)->last, ms(20));
        QCOMPARE(log.takeChanged().size(), 1UL);
        QVERIFY(log.takeChanged().empty());
        log.add(u"a"_s, event(u"Killing"_s, 0, 21)); // says something else
        QCOMPARE(log.size(), 1UL);
        QVERIFY(groupOf(log, u"Killing"_s));
        log.remove(u"a"_s);
        log.remove(u"a"_s);
        QCOMPARE(log.size(), 0UL);
    }

    void theOldestGoesWhenThereAreTooMany()
    {
        EventLog log(100);
        for (int i = 0; i < 500; ++i)
            log.add(u"u%1"_s.arg(i), event(u"R%1"_s.arg(i), i, i));
        QCOMPARE(log.size(), 100UL);
        QVERIFY(!groupOf(log, u"R399"_s));
        QVERIFY(groupOf(log, u"R400"_s));
        log.add(u"old"_s, event(u"Ancient"_s, -5, -5)); // too old to stay
        QCOMPARE(log.size(), 100UL);
        QVERIFY(!groupOf(log, u"Ancient"_s));
    }

    void manySingleEventsBecomeOneSum()
    {
        EventLog log;
        for (int i = 0; i < 1000; ++i)
            log.add(u"u%1"_s.arg(i), event(u"Same"_s, i, i));
        QCOMPARE(log.size(), 1UL);
        QCOMPARE(groupOf(log, u"Same"_s)->count, 1000);
        QCOMPARE(groupOf(log, u"Same"_s)->first, ms(0));
        QCOMPARE(groupOf(log, u"Same"_s)->last, ms(999));
    }

    void theNewerKindIsReadToo()
    {
        const QJsonObject object{
            {u"apiVersion"_s, u"events.k8s.io/v1"_s},
            {u"metadata"_s, QJsonObject{{u"creationTimestamp"_s, at(1)}}},
            {u"eventTime"_s, QString(at(1).chopped(1) + u".123456Z"_s)},
            {u"regarding"_s, QJsonObject{{u"kind"_s, u"Node"_s}, {u"name"_s, u"worker-1"_s}}},
            {u"note"_s, u"it rebooted"_s},
            {u"reason"_s, u"Rebooted"_s},
            {u"type"_s, u"Normal"_s},
            {u"reportingController"_s, u"node-agent"_s},
            {u"deprecatedCount"_s, QJsonValue::Null},
            {u"series"_s, QJsonObject{{u"count"_s, 5}, {u"lastObservedTime"_s, at(60)}}}};
        const auto group = kube::eventFrom(QJsonDocument(object).toJson());
        QVERIFY(group);
        QCOMPARE(group->object.name, u"worker-1"_s);
        QCOMPARE(group->message, u"it rebooted"_s);
        QCOMPARE(group->source, u"node-agent"_s);
        QCOMPARE(group->count, 5);
        QCOMPARE(group->first, ms(1) + 123);
        QCOMPARE(group->last, ms(60));
    }

    void whatIsNoEventIsLeftOut()
    {
        EventLog log;
        for (const auto *text : {"", "[]", "{", "{\"count\": \"x\"}", "{\"involvedObject\": 3}"})
            log.add(u"x"_s, text);
        QCOMPARE(log.size(), 0UL);
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "tst_eventlog.moc"
