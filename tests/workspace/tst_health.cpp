// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/rowhealth.h"
#include "workspace/collection/sortkey.h"
#include "workspace/health/healthtext.h"

#include "support/healthcases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Health;
using workspace::SortKey;

class HealthTest : public QObject
{
    Q_OBJECT

    static Health judge(const QString &kind, const QStringList &columns, const QStringList &cells,
                        bool deleting = false)
    {
        QList<kube::TableColumn> table;
        for (const auto &name : columns)
            table.append({.name = name});
        kube::ResourceItem item;
        item.cells = cells;
        item.meta.deleting = deleting;
        return kube::diagnoseRow(kind, table, item).health;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void podsByStatus_data()
    {
        QTest::addColumn<QString>("ready");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("health");
        const auto add = [](const char *ready, const char *status, Health health) {
            QTest::newRow(status) << QString::fromLatin1(ready) << QString::fromLatin1(status)
                                  << int(health);
        };
        add("1/1", "Running", Health::Ok);
        add("0/1", "CrashLoopBackOff", Health::Error);
        add("0/1", "ImagePullBackOff", Health::Error);
        add("0/1", "Init:Error", Health::Error);
        add("0/1", "OOMKilled", Health::Error);
        add("0/1", "Evicted", Health::Error);
        add("0/1", "Pending", Health::Pending);
        add("0/1", "ContainerCreating", Health::Pending);
        add("0/2", "Init:0/1", Health::Pending);
        add("0/1", "PodInitializing", Health::Pending);
        add("0/1", "Completed", Health::Done);
        add("1/1", "Unknown", Health::Error); // its node is lost
    }

    void podsByStatus()
    {
        QFETCH(QString, ready);
        QFETCH(QString, status);
        QFETCH(int, health);
        QCOMPARE(
            int(judge(u"Pod"_s, {u"Name"_s, u"Ready"_s, u"Status"_s}, {u"x"_s, ready, status})),
            health);
    }

    void aRunningPodThatIsNotReadyIsAWarning()
    {
        QCOMPARE(judge(u"Pod"_s, {u"Ready"_s, u"Status"_s}, {u"1/2"_s, u"Running"_s}),
                 Health::Warning);
    }

    void whatIsBeingDeletedIsPending()
    {
        QCOMPARE(judge(u"Pod"_s, {u"Ready"_s, u"Status"_s}, {u"1/1"_s, u"Running"_s}, true),
                 Health::Pending);
    }

    void workloads()
    {
        const QStringList deployment{u"Name"_s, u"Ready"_s, u"Up-to-date"_s, u"Available"_s};
        QCOMPARE(judge(u"Deployment"_s, deployment, {u"x"_s, u"3/3"_s, u"3"_s, u"3"_s}),
                 Health::Ok);
        QCOMPARE(judge(u"Deployment"_s, deployment, {u"x"_s, u"0/3"_s, u"3"_s, u"0"_s}),
                 Health::Error);
        QCOMPARE(judge(u"Deployment"_s, deployment, {u"x"_s, u"2/3"_s, u"3"_s, u"2"_s}),
                 Health::Warning);
        QCOMPARE(judge(u"Deployment"_s, deployment, {u"x"_s, u"3/3"_s, u"1"_s, u"3"_s}),
                 Health::Pending);
        QCOMPARE(judge(u"Deployment"_s, deployment, {u"x"_s, u"0/0"_s, u"0"_s, u"0"_s}),
                 Health::Done);
        const QStringList set{u"Name"_s, u"Desired"_s, u"Current"_s, u"Ready"_s};
        QCOMPARE(judge(u"ReplicaSet"_s, set, {u"x"_s, u"0"_s, u"0"_s, u"0"_s}), Health::Done);
        QCOMPARE(judge(u"DaemonSet"_s, set, {u"x"_s, u"3"_s, u"3"_s, u"2"_s}), Health::Warning);
        QCOMPARE(judge(u"Job"_s, {u"Status"_s, u"Completions"_s}, {u"Failed"_s, u"0/1"_s}),
                 Health::Error);
        QCOMPARE(judge(u"Job"_s, {u"Completions"_s}, {u"1/1"_s}),
                 Health::Done); // servers before 1.31
        QCOMPARE(judge(u"Job"_s, {u"Completions"_s}, {u"0/1 of 3"_s}), Health::Pending);
    }

    void others()
    {
        QCOMPARE(judge(u"Node"_s, {u"Status"_s}, {u"Ready"_s}), Health::Ok);
        QCOMPARE(judge(u"Node"_s, {u"Status"_s}, {u"NotReady"_s}), Health::Error);
        QCOMPARE(judge(u"Node"_s, {u"Status"_s}, {u"Ready,SchedulingDisabled"_s}), Health::Warning);
        QCOMPARE(judge(u"PersistentVolumeClaim"_s, {u"Status"_s}, {u"Lost"_s}), Health::Error);
        QCOMPARE(judge(u"Event"_s, {u"Type"_s}, {u"Warning"_s}), Health::Warning);
        QCOMPARE(judge(u"Widget"_s, {u"Name"_s}, {u"x"_s}), Health::Ok);
        QCOMPARE(judge(u"Certificate"_s, {u"Name"_s, u"Ready"_s}, {u"x"_s, u"False"_s}),
                 Health::Error);
        QCOMPARE(judge(u"Pod"_s, {}, {}), Health::Unknown);
    }

    void everySentenceSaysIt_data()
    {
        QTest::addColumn<int>("at");
        const auto cases = support::healthCases();
        for (size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases[i].name)) << int(i);
    }

    void everySentenceSaysIt()
    {
        QFETCH(const int, at);
        static const auto cases = support::healthCases();
        const auto &one = cases[size_t(at)];
        const auto sentence = workspace::healthSentence(kube::diagnose(one.object, one.evidence));
        if (one.sentence.isString())
            QCOMPARE(sentence, one.sentence.toString());
        else
            QVERIFY(sentence.size() > 20); // with a time, which depends on the zone
    }

    void aRowHasItsSentenceToo()
    {
        const auto sentence = [](const QStringList &columns, const QStringList &cells) {
            QList<kube::TableColumn> table;
            for (const auto &name : columns)
                table.append({.name = name});
            kube::ResourceItem item;
            item.cells = cells;
            return workspace::healthSentence(kube::diagnoseRow(u"Pod"_s, table, item));
        };
        const QStringList columns{u"Ready"_s, u"Status"_s, u"Restarts"_s};
        QCOMPARE(sentence(columns, {u"0/1"_s, u"CrashLoopBackOff"_s, u"17 (3m ago)"_s}),
                 u"A container crashes again and again, 17 restart(s)."_s);
        QCOMPARE(sentence(columns, {u"0/1"_s, u"Init:ImagePullBackOff"_s, u"0"_s}),
                 u"An init container waits for an image that cannot be pulled."_s);
        QCOMPARE(sentence(columns, {u"1/2"_s, u"Running"_s, u"0"_s}),
                 u"1 of 2 container(s) are ready."_s);
        QCOMPARE(sentence(columns, {u"1/1"_s, u"Running"_s, u"0"_s}), QString());
    }

    void troubleIsCountedWorstFirst()
    {
        kube::HealthCounts counts;
        QCOMPARE(workspace::troubleText(counts), QString());
        counts.add(Health::Pending, 4);
        counts.add(Health::Error, 2);
        counts.add(Health::Ok, 9);
        QCOMPARE(workspace::troubleText(counts), u"2 failing, 4 pending"_s);
    }

    void agesAreWrittenAndRead()
    {
        QCOMPARE(workspace::ageText(119), u"119s"_s);
        QCOMPARE(workspace::ageText(120), u"2m"_s);
        QCOMPARE(workspace::ageText(190), u"3m10s"_s);
        QCOMPARE(workspace::ageText(7 * 3600 + 60), u"7h1m"_s);
        QCOMPARE(workspace::ageText(50 * 3600), u"2d2h"_s);
        QCOMPARE(workspace::ageText(800 * 86400), u"2y70d"_s);
        QCOMPARE(workspace::ageText(-5), u"<invalid>"_s);
        QCOMPARE(workspace::ageSeconds(u"3m10s"_s), 190);
        QCOMPARE(workspace::ageSeconds(u"2y70d"_s), 800 * 86400);
        QVERIFY(!workspace::ageSeconds(u"<unknown>"_s));
        QVERIFY(!workspace::ageSeconds(u"12"_s));
        QVERIFY(!workspace::ageSeconds(u""_s));
    }

    void cellsCompareByWhatTheyMean()
    {
        const auto less = [](const char *a, const char *b) {
            return SortKey::ofCell(QString::fromLatin1(a))
                       .compare(SortKey::ofCell(QString::fromLatin1(b)))
                < 0;
        };
        QVERIFY(less("9", "10"));
        QVERIFY(less("9 (5m ago)", "10"));
        QVERIFY(less("1/2", "2/3"));
        QVERIFY(less("500m", "1"));
        QVERIFY(less("900Mi", "1Gi"));
        QVERIFY(less("1G", "1Gi"));
        QVERIFY(less("5", "abc"));
        QVERIFY(less("abc", "Abd"));
        QVERIFY(!less("<none>", "1"));
    }
};

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_health.moc"
