// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/drain/drain.h"

#include "actionfixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using kube::Drain;
using State = kube::DrainedPod::State;
using Fate = kube::PlannedPod::Fate;

namespace {

struct PodLook
{
    QString controller = u"ReplicaSet"_s;
    QString phase = u"Running"_s;
    bool mirror = false;
    bool emptyDir = false;
};

QJsonObject pod(const QString &name, const PodLook &look = {})
{
    QJsonObject meta{{u"name"_s, name},
                     {u"namespace"_s, u"shop"_s},
                     {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}}}};
    if (!look.controller.isEmpty())
        meta.insert("ownerReferences"_L1,
                    QJsonArray{QJsonObject{{u"kind"_s, look.controller}, {u"controller"_s, true}}});
    if (look.mirror)
        meta.insert("annotations"_L1, QJsonObject{{u"kubernetes.io/config.mirror"_s, u"x"_s}});
    QJsonObject spec{{u"nodeName"_s, u"one"_s}};
    if (look.emptyDir)
        spec.insert("volumes"_L1,
                    QJsonArray{QJsonObject{{u"name"_s, u"d"_s}, {u"emptyDir"_s, QJsonObject()}}});
    const QJsonObject ready{{u"type"_s, u"Ready"_s}, {u"status"_s, u"True"_s}};
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s, meta},
        {u"spec"_s, spec},
        {u"status"_s, QJsonObject{{u"phase"_s, look.phase}, {u"conditions"_s, QJsonArray{ready}}}}};
}

QJsonObject budget(int minAvailable)
{
    const QJsonObject selector{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"web"_s}}}};
    return {{u"apiVersion"_s, u"policy/v1"_s},
            {u"kind"_s, u"PodDisruptionBudget"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"shop"_s}}},
            {u"spec"_s, QJsonObject{{u"minAvailable"_s, minAvailable}, {u"selector"_s, selector}}}};
}

constexpr kube::DrainPace Fast{std::chrono::milliseconds(20), std::chrono::milliseconds(20)};
constexpr kube::DrainPace Patient{std::chrono::milliseconds(20), std::chrono::hours(1)};

} // namespace

class DrainTest : public QObject
{
    Q_OBJECT

private:
    void put(const QJsonObject &object) { m_fixture->server.store().put(object); }
    kube::ObjectTarget node() { return m_fixture->target(u"v1"_s, u"Node"_s, {}, u"one"_s); }
    std::vector<kube::PlannedPod> plan(const kube::DrainChoices &choices = {})
    {
        QJsonArray pods;
        for (const auto &pod : m_fixture->server.store().list({{}, u"v1"_s, u"pods"_s}))
            pods.append(pod);
        const auto resource = m_fixture->target(u"v1"_s, u"Pod"_s, {}, {}).resource;
        return kube::planDrain(pods, resource, choices);
    }
    bool isCordoned()
    {
        const auto one = m_fixture->server.store().get(node().ref());
        return one && one->value("spec"_L1)["unschedulable"_L1].toBool();
    }

    std::unique_ptr<ActionFixture> m_fixture;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_fixture = std::make_unique<ActionFixture>();
        put({{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Node"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"one"_s}}},
             {u"spec"_s, QJsonObject()}});
    }
    void cleanup() { m_fixture.reset(); }

    void thePlanKeepsKubectlsRules_data()
    {
        QTest::addColumn<QString>("controller");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<bool>("mirror");
        QTest::addColumn<bool>("emptyDir");
        QTest::addColumn<Fate>("careful");
        QTest::addColumn<Fate>("withEverything");
        const auto set = u"ReplicaSet"_s;
        const auto running = u"Running"_s;
        QTest::newRow("of a replica set")
            << set << running << false << false << Fate::Evict << Fate::Evict;
        QTest::newRow("local data")
            << set << running << false << true << Fate::NeedsEmptyDir << Fate::Evict;
        QTest::newRow("nobody's") << QString() << running << false << false << Fate::NeedsForce
                                  << Fate::Evict;
        QTest::newRow("nobody's, ended")
            << QString() << u"Succeeded"_s << false << true << Fate::Evict << Fate::Evict;
        QTest::newRow("of a daemon set") << u"DaemonSet"_s << running << false << true
                                         << Fate::StayDaemonSet << Fate::StayDaemonSet;
        QTest::newRow("mirror") << QString() << running << true << false << Fate::StayMirror
                                << Fate::StayMirror;
    }

    void thePlanKeepsKubectlsRules()
    {
        QFETCH(QString, controller);
        QFETCH(QString, phase);
        QFETCH(bool, mirror);
        QFETCH(bool, emptyDir);
        QFETCH(Fate, careful);
        QFETCH(Fate, withEverything);
        const QJsonArray pods{pod(u"p"_s, {controller, phase, mirror, emptyDir})};
        QCOMPARE(kube::planDrain(pods, {}, {})[0].fate, careful);
        const kube::DrainChoices all{.deleteEmptyDirData = true, .force = true};
        QCOMPARE(kube::planDrain(pods, {}, all)[0].fate, withEverything);
    }

    void aNodeIsCordonedAndEmptied()
    {
        for (int i = 0; i < 12; ++i)
            put(pod(u"web-%1"_s.arg(i)));
        put(pod(u"agent"_s, {.controller = u"DaemonSet"_s}));
        Drain drain(m_fixture->client, node(), plan(), {}, u"v1"_s, nullptr, Fast);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(drain.count(State::Gone), 12);
        QCOMPARE(drain.count(State::Stays), 1);
        QVERIFY(isCordoned());
        QCOMPARE(m_fixture->server.store().list({{}, u"v1"_s, u"pods"_s}).size(), size_t(1));
    }

    void aBudgetHoldsAPodUntilItMayGo()
    {
        put(pod(u"web-0"_s));
        put(pod(u"web-1"_s));
        put(budget(2));
        Drain drain(m_fixture->client, node(), plan(), {}, u"v1"_s, nullptr, Fast);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        QTRY_VERIFY(drain.pods()[0].error && drain.pods()[1].error);
        QVERIFY(drain.pods()[0].error->message.contains("disruption budget web"_L1));
        QCOMPARE(finished.size(), 0);
        put(budget(0));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(drain.count(State::Gone), 2);
        QVERIFY(!drain.pods()[0].error);
    }

    void aCancelledDrainLeavesTheRestAndTheCordon()
    {
        put(pod(u"web-0"_s));
        put(budget(1));
        Drain drain(m_fixture->client, node(), plan(), {}, u"v1"_s, nullptr, Patient);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        QTRY_COMPARE(drain.count(State::Blocked), 1);
        drain.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(drain.count(State::Cancelled), 1);
        QVERIFY(isCordoned());
        QCOMPARE(m_fixture->server.store().list({{}, u"v1"_s, u"pods"_s}).size(), size_t(1));
    }

    void whatMayNotBeCordonedIsNotDrained()
    {
        put(pod(u"web-0"_s));
        m_fixture->server.script().forbid({.verb = u"patch"_s, .resource = u"nodes"_s});
        Drain drain(m_fixture->client, node(), plan(), {}, u"v1"_s, nullptr, Fast);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(drain.error()->kind, kube::Error::Kind::Forbidden);
        QCOMPARE(drain.count(State::Waiting), 1);
        QCOMPARE(m_fixture->server.script().count(u"*/eviction"_s), 0);
    }

    void aRefusedEvictionIsReportedAndTheOthersGo()
    {
        put(pod(u"web-0"_s));
        put(pod(u"web-1"_s));
        m_fixture->server.script().fail(u"/api/v1/namespaces/shop/pods/web-0/eviction"_s, 403,
                                        u"Forbidden"_s);
        Drain drain(m_fixture->client, node(), plan(), {}, u"v1"_s, nullptr, Fast);
        QSignalSpy finished(&drain, &Drain::finished);
        drain.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(drain.count(State::Gone), 1);
        QCOMPARE(drain.count(State::Failed), 1);
    }
};

QTEST_GUILESS_MAIN(DrainTest)
#include "tst_drain.moc"
