// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusters/clusters.h"
#include "kube/api/apiclient.h"
#include "support/realtest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Access;
using gateway::Caller;
using gateway::Clusters;

/// A real cluster decides what callers of a gateway that impersonates may do.
class RealImpersonationTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    static bool permits(Clusters &clusters, const Caller &caller, const Access &access)
    {
        const auto answer = clusters.permits(caller, {}, access);
        return QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000) && answer.result();
    }

    std::unique_ptr<Clusters> m_clusters;

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(); !why.isEmpty())
            SKIP_ALL(why.constData());
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(configOf(u"admin"_s)));
        clusters.front()->connectToServer();
        QTRY_VERIFY_WITH_TIMEOUT(clusters.front()->hasResources(), 20'000);
        m_clusters = std::make_unique<Clusters>(std::move(clusters),
                                                gateway::GatewayConfig{.isImpersonating = true});
    }
    void init() { QTest::failOnWarning(); }

    /// The group "devs" may get, list and watch pods in team-a.
    void theGroupsOfTheCallerCount()
    {
        const Caller dev{.subject = u"1"_s, .userName = u"ann"_s, .groups = {u"devs"_s}};
        const Caller other{.subject = u"2"_s, .userName = u"bob"_s, .groups = {u"guests"_s}};
        const Access pods{.verb = u"list"_s, .resource = u"pods"_s, .nameSpace = u"team-a"_s};
        const Access elsewhere{
            .verb = u"list"_s, .resource = u"pods"_s, .nameSpace = u"kube-system"_s};
        const Access secrets{.verb = u"list"_s, .resource = u"secrets"_s, .nameSpace = u"team-a"_s};
        const Access shell{.verb = u"exec"_s, .resource = u"pods"_s, .nameSpace = u"team-a"_s};
        QVERIFY(permits(*m_clusters, dev, pods));
        QVERIFY(!permits(*m_clusters, dev, elsewhere));
        QVERIFY(!permits(*m_clusters, dev, secrets));
        QVERIFY(!permits(*m_clusters, dev, shell));
        QVERIFY(!permits(*m_clusters, other, pods));
    }

    void aGroupOfTheSystemThatAProviderNamesIsWorthNothing()
    {
        const Caller sly{.subject = u"3"_s,
                         .userName = u"eve"_s,
                         .groups = {u"system:masters"_s, u"system:authenticated"_s}};
        QVERIFY(!permits(*m_clusters, sly,
                         {.verb = u"list"_s, .resource = u"secrets"_s, .nameSpace = u"team-a"_s}));
    }

    void whatIsAskedInTheirNameIsRefusedByTheServer()
    {
        const Caller dev{.subject = u"1"_s, .userName = u"ann"_s, .groups = {u"devs"_s}};
        const auto cluster = m_clusters->forCaller(dev, {});
        QVERIFY(cluster);
        auto ask = [&](const QString &resource) {
            return cluster->client().get(
                {.gvr = {{}, u"v1"_s, resource}, .nameSpace = u"team-a"_s});
        };
        const auto pods = ask(u"pods"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pods.isFinished(), 20'000);
        QVERIFY(pods.result());
        const auto secrets = ask(u"secrets"_s);
        QTRY_VERIFY_WITH_TIMEOUT(secrets.isFinished(), 20'000);
        QCOMPARE(secrets.result().error().kind, kube::Error::Kind::Forbidden);
        QVERIFY(secrets.result().error().message.contains("\"ann\""_L1));
    }
};

QTEST_GUILESS_MAIN(RealImpersonationTest)
#include "tst_realimpersonation.moc"
