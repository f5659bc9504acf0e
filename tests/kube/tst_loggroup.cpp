// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/loggroup.h"
#include "support/democlient.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using kube::LogGroup;
using kube::LogMark;
using State = LogGroup::State;

namespace {

const kube::LogGroupPace Pace{
    .log = {.firstDelay = std::chrono::milliseconds(20)},
    .merge = {.hold = std::chrono::milliseconds(60), .settle = std::chrono::seconds(2)}};

} // namespace

class LogGroupTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_group.reset();
        QVERIFY(serve());
        m_store = std::make_unique<logstore::LogStore>(QDir::tempPath());
        m_said = 0;
    }
    void cleanup() { m_group.reset(); }

    void thePodsOfAnAppStandInOrder()
    {
        for (int pod = 0; pod < 10; ++pod)
            put(name(pod));
        put(u"stranger"_s, {}, {{u"app"_s, u"other"_s}});
        m_server->logs().append({u"shop"_s, u"stranger"_s, u"app"_s}, "not ours");
        for (int i = 0; i < 500; ++i)
            say(name(i * 7 % 10));
        read();
        QTRY_COMPARE(texts(), said());
        QCOMPARE(m_group->state(), State::Live);
        QCOMPARE(m_group->pods().size(), 10);
        QCOMPARE(m_group->containers(), (QStringList{u"app"_s}));
        QCOMPARE(m_store->sources().size(), 10);
        QVERIFY(m_store->sources().contains(u"web-3/app"_s));
        for (int i = 0; i < 50; ++i)
            say(name(i * 3 % 10));
        QTRY_COMPARE(texts(), said());
    }

    void podsComeAndGo()
    {
        put(u"web-0"_s);
        say(u"web-0"_s);
        read();
        QTRY_COMPARE(texts(), said());
        put(u"web-1"_s);
        say(u"web-1"_s);
        QTRY_COMPARE(texts(), said());
        QTRY_COMPARE(kindsOfMarks(), QList{LogMark::Kind::PodAdded});
        QCOMPARE(marks()[0].pod, u"web-1"_s);

        m_server->logs().remove(u"shop"_s, u"web-0"_s);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"web-0"_s}));
        QTRY_COMPARE(kindsOfMarks(), (QList{LogMark::Kind::PodAdded, LogMark::Kind::PodRemoved}));
        QCOMPARE(marks()[1].pod, u"web-0"_s);
        QCOMPARE(texts(), said()); // its lines stay
        QCOMPARE(m_group->state(), State::Live);
    }

    void readinessIsMarked()
    {
        put(u"web-0"_s, readiness(false, u"ContainersNotReady"_s));
        say(u"web-0"_s);
        read();
        QTRY_COMPARE(texts(), said());
        put(u"web-0"_s, readiness(true, {}));
        QTRY_COMPARE(kindsOfMarks(), QList{LogMark::Kind::Ready});
        put(u"web-0"_s, readiness(false, u"ContainersNotReady"_s));
        QTRY_COMPARE(kindsOfMarks(), (QList{LogMark::Kind::Ready, LogMark::Kind::NotReady}));
        QCOMPARE(marks()[1].detail, u"ContainersNotReady"_s);
    }

    void cutsLoseAndRepeatNothing()
    {
        for (int pod = 0; pod < 3; ++pod)
            put(name(pod));
        read();
        for (int cut = 0; cut < 4; ++cut) {
            for (int i = 0; i < 60; ++i)
                say(name(i % 3));
            QTRY_COMPARE(sorted(texts()), sorted(said()));
            m_server->dropConnections();
        }
        QVERIFY(m_group->stats().repeated > 0);
        QCOMPARE(m_group->stats().gaps, 0);
    }

    void oneContainerOrOnePodIsChosen()
    {
        put(u"web-0"_s, {}, {{u"app"_s, u"web"_s}}, {u"app"_s, u"proxy"_s});
        put(u"web-1"_s, {}, {{u"app"_s, u"web"_s}}, {u"app"_s, u"proxy"_s});
        for (const auto &pod : {u"web-0"_s, u"web-1"_s}) {
            say(pod, u"app"_s);
            say(pod, u"proxy"_s);
        }
        read();
        QTRY_COMPARE(texts().size(), 4);
        m_group->read({.container = u"proxy"_s});
        QTRY_COMPARE(texts(), (QByteArrayList{"line 1", "line 3"}));
        m_group->read({.pods = {u"web-1"_s}});
        QTRY_COMPARE(texts(), (QByteArrayList{"line 2", "line 3"}));
        QCOMPARE(m_group->members().size(), 2U);
    }

    void aPodOfOneNameIsFollowed()
    {
        put(u"web-0"_s, {}, {{u"app"_s, u"web"_s}}, {u"app"_s, u"proxy"_s});
        say(u"web-0"_s, u"app"_s);
        m_group = std::make_unique<LogGroup>(
            *m_cache, kube::LogSubject{.nameSpace = u"shop"_s, .pod = u"web-0"_s}, *m_store, Pace);
        m_group->read({.container = u"app"_s});
        QTRY_COMPARE(texts(), said());
        QTRY_COMPARE(m_group->containers(), (QStringList{u"app"_s, u"proxy"_s}));
    }

    void aCronJobsJobsAreFollowedAsTheyCome()
    {
        putJob(u"nightly-1"_s, u"cron-uid"_s);
        putJob(u"other-1"_s, u"another-uid"_s);
        m_server->logs().append({u"shop"_s, u"other-1-pod"_s, u"app"_s}, "not ours");
        say(u"nightly-1-pod"_s);
        m_group = std::make_unique<LogGroup>(
            *m_cache, kube::LogSubject{.nameSpace = u"shop"_s, .cronJob = u"cron-uid"_s}, *m_store,
            Pace);
        m_group->read({});
        QTRY_COMPARE(texts(), said());
        putJob(u"nightly-2"_s, u"cron-uid"_s);
        say(u"nightly-2-pod"_s);
        QTRY_COMPARE(texts(), said());
    }

    void aCronJobsDeadPodsLogsCanStillBeRead_data()
    {
        QTest::addColumn<kube::LogSubject>("read");
        QTest::newRow("in its own window")
            << kube::LogSubject{.nameSpace = u"shop"_s, .cronJob = u"cron-uid"_s};
        QTest::newRow("in the window of its Job")
            << kube::LogSubject{.nameSpace = u"shop"_s, .selector = u"job-name=nightly-1"_s};
        QTest::newRow("in the window of the pod")
            << kube::LogSubject{.nameSpace = u"shop"_s, .pod = u"nightly-1-pod"_s};
    }

    void aCronJobsDeadPodsLogsCanStillBeRead()
    {
        QFETCH(const kube::LogSubject, read);
        kube::LogKeeper keeper;
        putJob(u"nightly-1"_s, u"cron-uid"_s);
        say(u"nightly-1-pod"_s);
        say(u"nightly-1-pod"_s);
        open(read, keeper);
        QTRY_COMPARE(texts(), said());
        if (read.cronJob.isEmpty()) {
            QTRY_COMPARE(
                m_server->script().count(u"/apis/batch/v1/namespaces/shop/jobs/nightly-1"_s), 1);
            const auto answer = m_client->get(jobRef(u"nightly-1"_s)); // comes after the group's
            QTRY_VERIFY(answer.isFinished());
        }
        closeAndRemove(u"nightly-1"_s);
        QVERIFY(m_server->store().remove(jobRef(u"nightly-1"_s)));

        open({.nameSpace = u"shop"_s, .cronJob = u"cron-uid"_s}, keeper);
        QTRY_COMPARE(texts(), said());
        QTRY_COMPARE(kindsOfMarks(), QList{LogMark::Kind::PodRemoved});
        putJob(u"nightly-2"_s, u"cron-uid"_s); // the next run comes after it
        say(u"nightly-2-pod"_s);
        QTRY_COMPARE(texts(), said());
        m_group.reset();
        m_store = std::make_unique<logstore::LogStore>(QDir::tempPath());

        open({.nameSpace = u"shop"_s, .cronJob = u"another-uid"_s}, keeper);
        QTRY_COMPARE(m_group->state(), State::Waiting);
        QVERIFY(texts().isEmpty());
    }

    void aJobThatIsThereTellsWhoseItsDeadPodIs()
    {
        kube::LogKeeper keeper;
        putJob(u"nightly-1"_s, u"cron-uid"_s);
        say(u"nightly-1-pod"_s);
        m_server->script().forbid({.verb = u"get"_s, .resource = u"jobs"_s});
        open({.nameSpace = u"shop"_s, .pod = u"nightly-1-pod"_s}, keeper);
        QTRY_COMPARE(texts(), said());
        closeAndRemove(u"nightly-1"_s);

        open({.nameSpace = u"shop"_s, .cronJob = u"cron-uid"_s}, keeper);
        QTRY_COMPARE(texts(), said());
    }

    void whoseLogsAnObjectHas()
    {
        const QJsonObject meta{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}};
        const auto subjectOf = [&meta](const QString &kind, const QJsonObject &spec) {
            return kube::logSubjectOf(
                {{u"kind"_s, kind}, {u"metadata"_s, meta}, {u"spec"_s, spec}});
        };
        const QJsonObject labels{{u"app"_s, u"web"_s}};
        QCOMPARE(
            subjectOf(u"Deployment"_s, {{u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}}})
                ->selector,
            u"app=web"_s);
        QCOMPARE(subjectOf(u"Service"_s, {{u"selector"_s, labels}})->selector, u"app=web"_s);
        QCOMPARE(subjectOf(u"Pod"_s, {})->pod, u"web"_s);
        QVERIFY(!subjectOf(u"ConfigMap"_s, {}));
    }

    void aDeadPodsLogCanStillBeRead()
    {
        kube::LogKeeper keeper;
        const kube::LogSubject app{.nameSpace = u"shop"_s, .selector = u"app=web"_s};
        put(u"web-0"_s);
        put(u"web-1"_s);
        for (int i = 0; i < 10; ++i)
            say(name(i % 2));
        open(app, keeper);
        QTRY_COMPARE(texts(), said());
        m_group.reset(); // the window was closed
        m_server->logs().remove(u"shop"_s, u"web-0"_s);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"web-0"_s}));
        m_store = std::make_unique<logstore::LogStore>(QDir::tempPath());

        open(app, keeper);
        QTRY_COMPARE(sorted(texts()), sorted(said()));
        QTRY_VERIFY(kindsOfMarks().contains(LogMark::Kind::PodRemoved));
        QCOMPARE(m_group->pods(), (QStringList{u"web-0"_s, u"web-1"_s}));
        m_group.reset();
        m_store = std::make_unique<logstore::LogStore>(QDir::tempPath());

        open({.nameSpace = u"shop"_s, .pod = u"web-0"_s}, keeper);
        QTRY_COMPARE(texts().size(), 5);
        QCOMPARE(texts().last(), "line 8");
        QTRY_COMPARE(m_group->state(), State::Ended);
        QCOMPARE(m_group->members().size(), 1U);
    }

    void whatIsTooMuchWaitsForAPlace()
    {
        QStringList containers;
        for (int i = 0; i < 80; ++i)
            containers.append(u"c%1"_s.arg(i));
        for (int pod = 0; pod < 2; ++pod) {
            put(name(pod), {}, {{u"app"_s, u"web"_s}}, containers);
            for (const auto &container : std::as_const(containers))
                say(name(pod), container);
        }
        read();
        QTRY_COMPARE(m_group->leftOut(), 32);
        QCOMPARE(m_group->followedNow(), LogGroup::MostFollowed);
        QTRY_COMPARE(texts().size(), LogGroup::MostFollowed);
        m_group->read({.pods = {u"web-1"_s}});
        QCOMPARE(m_group->leftOut(), 0);
        QCOMPARE(m_group->followedNow(), 80);
        m_group->read({.container = u"c7"_s});
        QCOMPARE(m_group->leftOut(), 0);
        QCOMPARE(m_group->followedNow(), 2);
        m_group->read({});
        QCOMPARE(m_group->leftOut(), 32);

        m_server->logs().remove(u"shop"_s, u"web-0"_s);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, u"web-0"_s}));
        QTRY_COMPARE(m_group->leftOut(), 0);
        QTRY_COMPARE(m_group->followedNow(), 80);
        const auto lastLine = [this] { return texts().contains(said().last()); };
        QTRY_VERIFY(lastLine());
    }

    void anAppWithoutPodsWaits()
    {
        read();
        QTRY_COMPARE(m_group->state(), State::Waiting);
        put(u"web-0"_s);
        say(u"web-0"_s);
        QTRY_COMPARE(texts(), said());
        QTRY_COMPARE(m_group->state(), State::Live);
    }

    void whoMayNotListPodsIsTold()
    {
        m_server->script().forbid({.verb = u"list"_s, .resource = u"pods"_s});
        read();
        QTRY_COMPARE(m_group->state(), State::Failed);
        QCOMPARE(m_group->error().kind, kube::Error::Kind::Forbidden);
    }

    void pauseHoldsAll()
    {
        put(u"web-0"_s);
        put(u"web-1"_s);
        say(u"web-0"_s);
        say(u"web-1"_s);
        read();
        QTRY_COMPARE(texts(), said());
        m_group->setPaused(true);
        say(u"web-0"_s);
        QSignalSpy changed(m_store.get(), &logstore::LogStore::changed);
        QVERIFY(!changed.wait(300));
        m_group->setPaused(false);
        QTRY_COMPARE(texts(), said());
    }

private:
    static QString name(int pod) { return u"web-%1"_s.arg(pod); }

    void read()
    {
        m_group = std::make_unique<LogGroup>(
            *m_cache, kube::LogSubject{.nameSpace = u"shop"_s, .selector = u"app=web"_s}, *m_store,
            Pace);
        m_group->read({});
    }

    void open(const kube::LogSubject &subject, kube::LogKeeper &keeper)
    {
        m_group = std::make_unique<LogGroup>(*m_cache, subject, *m_store, Pace);
        m_group->setKeeper(keeper, u"prod"_s);
        m_group->read({});
    }
    /// The window, and a Job's pod.
    void closeAndRemove(const QString &job)
    {
        const QString pod = job + "-pod"_L1;
        m_group.reset();
        m_server->logs().remove(u"shop"_s, pod);
        QVERIFY(m_server->store().remove({{{}, u"v1"_s, u"pods"_s}, u"shop"_s, pod}));
        m_store = std::make_unique<logstore::LogStore>(QDir::tempPath());
    }

    static kube::ObjectRef jobRef(const QString &name)
    {
        return {{u"batch"_s, u"v1"_s, u"jobs"_s}, u"shop"_s, name};
    }
    /// A Job with its pod, as a CronJob makes them.
    void putJob(const QString &name, const QString &cronJob)
    {
        const QString uid = u"uid-"_s + name;
        const QJsonObject meta{{u"name"_s, name},
                               {u"namespace"_s, u"shop"_s},
                               {u"uid"_s, uid},
                               {u"ownerReferences"_s, madeBy(u"CronJob"_s, u"nightly"_s, cronJob)}};
        m_server->store().put({{u"apiVersion"_s, u"batch/v1"_s},
                               {u"kind"_s, u"Job"_s},
                               {u"metadata"_s, meta},
                               {u"spec"_s, QJsonObject()}});
        put(QString(name + "-pod"_L1), {}, {{u"job-name"_s, name}}, {u"app"_s},
            madeBy(u"Job"_s, name, uid));
    }
    static QJsonArray madeBy(const QString &kind, const QString &name, const QString &uid)
    {
        return {QJsonObject{{u"apiVersion"_s, u"batch/v1"_s},
                            {u"kind"_s, kind},
                            {u"name"_s, name},
                            {u"uid"_s, uid},
                            {u"controller"_s, true}}};
    }

    void put(const QString &name, const QJsonObject &condition = {},
             const QJsonObject &labels = {{u"app"_s, u"web"_s}},
             const QStringList &containers = {u"app"_s}, const QJsonArray &owners = {})
    {
        QJsonArray specs;
        QJsonArray statuses;
        for (const auto &container : containers) {
            specs.append(QJsonObject{{u"name"_s, container}});
            statuses.append(QJsonObject{{u"name"_s, container},
                                        {u"restartCount"_s, 0},
                                        {u"state"_s, QJsonObject{{u"running"_s, QJsonObject()}}}});
        }
        const QJsonObject meta{{u"name"_s, name},
                               {u"namespace"_s, u"shop"_s},
                               {u"uid"_s, QString(u"uid-"_s + name)},
                               {u"labels"_s, labels},
                               {u"ownerReferences"_s, owners}};
        m_server->store().put({{u"apiVersion"_s, u"v1"_s},
                               {u"kind"_s, u"Pod"_s},
                               {u"metadata"_s, meta},
                               {u"spec"_s, QJsonObject{{u"containers"_s, specs}}},
                               {u"status"_s,
                                QJsonObject{{u"phase"_s, u"Running"_s},
                                            {u"containerStatuses"_s, statuses},
                                            {u"conditions"_s, QJsonArray{condition}}}}});
    }
    static QJsonObject readiness(bool isReady, const QString &reason)
    {
        return {{u"type"_s, u"Ready"_s},
                {u"status"_s, isReady ? u"True"_s : u"False"_s},
                {u"reason"_s, reason},
                {u"lastTransitionTime"_s, u"2026-11-22T05:00:00Z"_s}};
    }

    void say(const QString &pod, const QString &container = u"app"_s)
    {
        const auto time =
            QDateTime::fromMSecsSinceEpoch(1'763'786'400'000 + m_said * 10, QTimeZone::UTC);
        m_server->logs().append({u"shop"_s, pod, container}, "line " + QByteArray::number(m_said++),
                                time);
    }
    QByteArrayList said() const
    {
        QByteArrayList lines;
        for (int i = 0; i < m_said; ++i)
            lines.append("line " + QByteArray::number(i));
        return lines;
    }
    static QByteArrayList sorted(QByteArrayList lines)
    {
        std::ranges::sort(lines);
        return lines;
    }
    QByteArrayList texts() const
    {
        QByteArrayList lines;
        for (auto number = m_store->begin(); number < m_store->end(); ++number) {
            const auto line = m_store->line(number);
            if (line.level != logstore::Level::Mark)
                lines.append(line.bytes.toByteArray());
        }
        return lines;
    }
    QList<LogMark> marks() const
    {
        QList<LogMark> marks;
        for (auto number = m_store->begin(); number < m_store->end(); ++number) {
            const auto line = m_store->line(number);
            if (line.level == logstore::Level::Mark)
                marks.append(kube::logMarkOf(line.bytes).value_or(LogMark()));
        }
        return marks;
    }
    QList<LogMark::Kind> kindsOfMarks() const
    {
        QList<LogMark::Kind> kinds;
        for (const auto &mark : marks())
            kinds.append(mark.kind);
        return kinds;
    }

    std::unique_ptr<logstore::LogStore> m_store;
    std::unique_ptr<LogGroup> m_group;
    int m_said = 0;
};

QTEST_GUILESS_MAIN(LogGroupTest)
#include "tst_loggroup.moc"
