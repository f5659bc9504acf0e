// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logkeeper.h"

#include "kube/streams/logsubject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::KeptLog;
using kube::LogKeeper;

class LogKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsKeptIsFound()
    {
        LogKeeper keeper;
        keeper.keep(log(u"web-1"_s, "one\n"));
        keeper.keep(log(u"web-2"_s, "two\n"));
        const auto found = ofPod(keeper, u"web-2"_s);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].lines, "two\n");
        QCOMPARE(ofApp(keeper, u"web"_s).size(), 2U);
        QVERIFY(ofApp(keeper, u"db"_s).empty());
        QVERIFY(keeper.find(u"dev"_s, {.nameSpace = u"shop"_s, .pod = u"web-2"_s}).empty());
        QVERIFY(keeper.find(u"prod"_s, {.nameSpace = u"till"_s, .pod = u"web-2"_s}).empty());
        QVERIFY(keeper.find(u"prod"_s, {.nameSpace = u"shop"_s}).empty());
    }

    void theNewestOfAContainerCounts()
    {
        LogKeeper keeper;
        keeper.keep(log(u"web-1"_s, "one\n"));
        keeper.keep(log(u"web-1"_s, "one\ntwo\n"));
        const auto found = ofPod(keeper, u"web-1"_s);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found[0].lines, "one\ntwo\n");
    }

    void aCronJobsLogsAreFoundByItAndByItsJobs()
    {
        LogKeeper keeper;
        const auto run = [](const QString &name, const QString &cronJob) {
            auto kept = log(name + "-pod"_L1, name.toLatin1() + '\n');
            kept.job = u"uid-"_s + name;
            kept.cronJob = cronJob;
            return kept;
        };
        keeper.keep(run(u"nightly-1"_s, u"nightly"_s));
        keeper.keep(run(u"nightly-2"_s, {})); // nobody knew whose Job it was
        keeper.keep(run(u"hourly-1"_s, u"hourly"_s));
        keeper.keep(log(u"web-1"_s, "one\n")); // of no Job
        QCOMPARE(linesOf(keeper, {}), QByteArrayList{"nightly-1\n"});
        QCOMPARE(linesOf(keeper, {u"uid-nightly-2"_s, u"uid-nightly-3"_s}),
                 (QByteArrayList{"nightly-1\n", "nightly-2\n"}));

        keeper.keep(run(u"nightly-1"_s, {})); // read again when its Job was gone
        QCOMPARE(linesOf(keeper, {}), QByteArrayList{"nightly-1\n"});
    }

    void whatIsKeptIsBounded()
    {
        LogKeeper keeper(LogKeeper::Hour, 5'000'000);
        const QByteArray line = QByteArray(999, 'x') + '\n';
        for (int i = 0; i < 4; ++i)
            keeper.keep(log(u"web-%1"_s.arg(i), line.repeated(3000)));
        QVERIFY(keeper.bytes() <= 5'000'000);
        const auto found = ofApp(keeper, u"web"_s);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(found.back().pod, u"web-3"_s);
        QVERIFY(found.back().lines.size() <= LogKeeper::MostOfOne);
        QVERIFY(found.back().lines.startsWith("xxx") && found.back().lines.size() % 1000 == 0);
    }

    void afterItsTimeItIsGone()
    {
        LogKeeper keeper(std::chrono::milliseconds(50));
        keeper.keep(log(u"web-1"_s, "one\n"));
        QCOMPARE(keeper.bytes(), 4);
        QTRY_COMPARE(keeper.bytes(), 0);
        QVERIFY(ofPod(keeper, u"web-1"_s).empty());
    }

private:
    static KeptLog log(const QString &pod, const QByteArray &lines)
    {
        return {.cluster = u"prod"_s,
                .nameSpace = u"shop"_s,
                .pod = pod,
                .uid = QString(u"uid-"_s + pod),
                .container = u"app"_s,
                .labels = {{u"app"_s, u"web"_s}},
                .lines = lines};
    }
    static std::vector<KeptLog> ofPod(const LogKeeper &keeper, const QString &pod)
    {
        return keeper.find(u"prod"_s, {.nameSpace = u"shop"_s, .pod = pod});
    }
    static QByteArrayList linesOf(const LogKeeper &keeper, const QStringList &jobs)
    {
        QByteArrayList lines;
        const kube::LogSubject nightly{.nameSpace = u"shop"_s, .cronJob = u"nightly"_s};
        for (const auto &log : keeper.find(u"prod"_s, nightly, jobs))
            lines.append(log.lines);
        return lines;
    }
    static std::vector<KeptLog> ofApp(const LogKeeper &keeper, const QString &app)
    {
        return keeper.find(u"prod"_s,
                           {.nameSpace = u"shop"_s, .selector = QString(u"app="_s + app)});
    }
};

QTEST_GUILESS_MAIN(LogKeeperTest)
#include "tst_logkeeper.moc"
