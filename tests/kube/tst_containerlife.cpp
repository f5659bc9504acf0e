// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/containerlife.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class ContainerLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whoMayStillWrite_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QJsonObject>("state");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<bool>("runs");
        const auto ended = [](int code) {
            return QJsonObject{{u"terminated"_s, QJsonObject{{u"exitCode"_s, code}}}};
        };
        QTest::newRow("running") << u"Never"_s << QJsonObject{{u"running"_s, QJsonObject()}} << true
                                 << true;
        QTest::newRow("waiting") << u"Always"_s << QJsonObject{{u"waiting"_s, QJsonObject()}}
                                 << true << false;
        QTest::newRow("restarted") << u"Always"_s << ended(0) << true << false;
        QTest::newRow("failed, restarted") << u"OnFailure"_s << ended(1) << true << false;
        QTest::newRow("done") << u"OnFailure"_s << ended(0) << false << false;
        QTest::newRow("never again") << u"Never"_s << ended(1) << false << false;
    }

    void whoMayStillWrite()
    {
        QFETCH(const QString, policy);
        QFETCH(const QJsonObject, state);
        QFETCH(const bool, writes);
        QFETCH(const bool, runs);
        const QJsonObject entry{{u"name"_s, u"app"_s}, {u"state"_s, state}};
        const auto pod = podOf(entry, policy);
        const auto life = kube::lifeOf(pod, u"app"_s);
        QVERIFY(life.isKnown);
        QCOMPARE(life.mayWrite, writes);
        QCOMPARE(life.isRunning, runs);
        QCOMPARE(kube::lifeOf(pod, {}), life);
        QCOMPARE(kube::lifeOf(pod, u"other"_s), kube::ContainerLife());
    }

    void howTheLastInstanceEnded()
    {
        const QJsonObject terminated{{u"reason"_s, u"OOMKilled"_s},
                                     {u"exitCode"_s, 137},
                                     {u"finishedAt"_s, u"2026-11-22T05:00:00Z"_s}};
        const QJsonObject last{{u"terminated"_s, terminated}};
        const QJsonObject running{{u"running"_s, QJsonObject()}};
        const auto life = kube::lifeOf(podOf({{u"name"_s, u"app"_s},
                                              {u"state"_s, running},
                                              {u"lastState"_s, last},
                                              {u"restartCount"_s, 3}},
                                             u"Always"_s),
                                       u"app"_s);
        QCOMPARE(life.restarts, 3);
        QCOMPARE(life.end, u"OOMKilled (137)"_s);
        QCOMPARE(life.ended, kube::timeOf(u"2026-11-22T05:00:00Z"_s));
        QVERIFY(!life.hasEnded);
        QVERIFY(life.ended > 0);
        QCOMPARE(kube::timeOf(u"yesterday"_s), logstore::NoTime);
    }

    void readiness()
    {
        const QJsonObject condition{{u"type"_s, u"Ready"_s},
                                    {u"status"_s, u"False"_s},
                                    {u"reason"_s, u"ContainersNotReady"_s},
                                    {u"lastTransitionTime"_s, u"2026-11-22T05:00:00Z"_s}};
        const QJsonObject status{{u"conditions"_s, QJsonArray{condition}}};
        const auto ready = kube::readinessOf({{u"status"_s, status}});
        QVERIFY(!ready.isReady);
        QCOMPARE(ready.reason, u"ContainersNotReady"_s);
        QCOMPARE(ready.since, kube::timeOf(u"2026-11-22T05:00:00Z"_s));
        QCOMPARE(kube::readinessOf({}), kube::PodReadiness());
    }

private:
    static QJsonObject podOf(const QJsonObject &entry, const QString &policy)
    {
        const QJsonObject status{{u"containerStatuses"_s, QJsonArray{entry}}};
        return {{u"spec"_s, QJsonObject{{u"restartPolicy"_s, policy}}}, {u"status"_s, status}};
    }
};

QTEST_GUILESS_MAIN(ContainerLifeTest)
#include "tst_containerlife.moc"
