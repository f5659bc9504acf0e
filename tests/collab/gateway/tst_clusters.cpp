// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/clusters/clusters.h"

#include "kube/api/apiclient.h"
#include "kube/auth/requestpace.h"
#include "kube/demo/apiserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Caller;
using gateway::Clusters;
using gateway::GatewayConfig;

namespace {

Caller named(const QString &name, const QStringList &groups = {})
{
    return {.subject = name, .userName = name, .groups = groups};
}

} // namespace

class ClustersTest : public QObject
{
    Q_OBJECT

private:
    std::vector<std::unique_ptr<kube::Cluster>>
    demo(const std::shared_ptr<kube::RequestPace> &pace = {})
    {
        std::vector<std::unique_ptr<kube::Cluster>> clusters;
        clusters.push_back(std::make_unique<kube::Cluster>(kube::ClientConfig{
            .contextName = u"demo"_s, .server = m_api->url().toString(), .pace = pace}));
        return clusters;
    }

    static bool permits(Clusters &clusters, const Caller &caller, const gateway::Access &access)
    {
        const auto answer = clusters.permits(caller, u"demo"_s, access);
        return QTest::qWaitFor([&] { return answer.isFinished(); }) && answer.result();
    }

    std::unique_ptr<demo::ApiServer> m_api;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_api = std::make_unique<demo::ApiServer>();
        QVERIFY(m_api->listen());
    }

    void withoutImpersonationAllAskAsTheGateway()
    {
        Clusters clusters(demo());
        QCOMPARE(clusters.forCaller(named(u"ann"_s), {}).get(), clusters.find(u"demo"_s));
        QVERIFY(!clusters.forCaller(named(u"ann"_s), u"other"_s));
        QVERIFY(permits(clusters, named(u"ann"_s), {.verb = u"get"_s, .resource = u"pods"_s}));
    }

    void theClusterSeesWhoAsks()
    {
        Clusters clusters(demo(), {.isImpersonating = true});
        const auto ann = clusters.forCaller(named(u"ann"_s, {u"dev"_s, u"system:masters"_s}), {});
        QVERIFY(ann);
        const auto answer = ann->client().get({.gvr = {{}, u"v1"_s, u"pods"_s}});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
        const auto &request = m_api->script().requests().back();
        QCOMPARE(request.header("impersonate-user"), "ann");
        QCOMPARE(request.header("impersonate-group"), "dev"); // no group of the system
        QCOMPARE(clusters.forCaller(named(u"ann"_s, {u"dev"_s}), {}), ann);
        QVERIFY(clusters.forCaller(named(u"ann"_s, {u"ops"_s}), {}) != ann);
    }

    void nobodyBecomesTheSystem()
    {
        Clusters clusters(demo(), {.isImpersonating = true});
        QVERIFY(!clusters.forCaller(named(u"system:admin"_s), {}));
        QVERIFY(!clusters.forCaller(named({}), {}));
        QVERIFY(!permits(clusters, named(u"system:admin"_s),
                         {.verb = u"get"_s, .resource = u"pods"_s}));
    }

    void theClustersOwnRulesDecide()
    {
        m_api->script().forbid({.user = u"ann"_s, .verb = u"list"_s, .resource = u"secrets"_s});
        m_api->script().forbid({.user = u"ann"_s, .resource = u"pods/exec"_s});
        m_api->script().forbid({.user = u"bob"_s, .resource = u"pods/log"_s});
        Clusters clusters(demo(), {.isImpersonating = true});
        const gateway::Access secrets{
            .verb = u"list"_s, .resource = u"secrets"_s, .nameSpace = u"shop"_s};
        const gateway::Access shell{
            .verb = u"exec"_s, .resource = u"pods"_s, .nameSpace = u"shop"_s};
        const gateway::Access logs{
            .verb = u"logs"_s, .resource = u"pods"_s, .nameSpace = u"shop"_s};
        QVERIFY(!permits(clusters, named(u"ann"_s), secrets));
        QVERIFY(permits(clusters, named(u"bob"_s), secrets));
        QVERIFY(!permits(clusters, named(u"ann"_s), shell));
        QVERIFY(permits(clusters, named(u"ann"_s), logs));
        QVERIFY(!permits(clusters, named(u"bob"_s), logs));
    }

    void callersAreKeptWithinBounds()
    {
        Clusters clusters(demo(), {.isImpersonating = true}, {.most = 2});
        auto ann = clusters.forCaller(named(u"ann"_s), {});
        clusters.forCaller(named(u"bob"_s), {});
        clusters.forCaller(named(u"cid"_s), {});
        QCOMPARE(clusters.callers(), 2u);
        QCOMPARE(clusters.forCaller(named(u"ann"_s), {}),
                 ann); // in use, so it was not bob who stayed
        const auto cid = clusters.forCaller(named(u"cid"_s), {});
        QVERIFY(!clusters.forCaller(named(u"dan"_s), {}));
        ann.reset();
        QVERIFY(clusters.forCaller(named(u"dan"_s), {}));
    }

    void whoIsIdleGoes()
    {
        Clusters clusters(demo(), {.isImpersonating = true},
                          {.idle = std::chrono::milliseconds(20)});
        const auto ann = clusters.forCaller(named(u"ann"_s), {});
        clusters.forCaller(named(u"bob"_s), {});
        QCOMPARE(clusters.callers(), 2u);
        QTRY_COMPARE(clusters.callers(), 1u);
        QCOMPARE(clusters.forCaller(named(u"ann"_s), {}), ann);
    }

    void allTogetherAskNoFasterThanAllowed()
    {
        const auto pace = std::make_shared<kube::RequestPace>(1, 2);
        Clusters clusters(demo(pace), {.isImpersonating = true});
        const kube::ObjectRef pods{.gvr = {{}, u"v1"_s, u"pods"_s}};
        const auto ann = clusters.forCaller(named(u"ann"_s), {});
        const auto bob = clusters.forCaller(named(u"bob"_s), {});
        std::vector<QFuture<kube::Result<QJsonObject>>> answers;
        for (int i = 0; i < 3; ++i) {
            answers.push_back(ann->client().get(pods));
            answers.push_back(bob->client().get(pods));
        }
        // Two at once, two that wait for up to two seconds, and two that would wait for longer.
        QTRY_VERIFY(answers[4].isFinished() && answers[5].isFinished());
        QCOMPARE(answers[5].result().error().kind, kube::Error::Kind::TooManyRequests);
        QTRY_VERIFY(answers[0].isFinished() && answers[1].isFinished());
        QVERIFY(answers[0].result() && answers[1].result());
        QTRY_VERIFY(answers[2].isFinished() && answers[3].isFinished());
        QVERIFY(answers[2].result() && answers[3].result());
    }

    void whoWaitsForATurnMayGo()
    {
        const auto pace = std::make_shared<kube::RequestPace>(1, 1);
        QFuture<kube::Result<QJsonObject>> answer;
        {
            Clusters clusters(demo(pace));
            (void)clusters.find({})->client().get({.gvr = {{}, u"v1"_s, u"pods"_s}});
            answer = clusters.find({})->client().get({.gvr = {{}, u"v1"_s, u"pods"_s}});
        }
        QTRY_VERIFY(answer.isCanceled());
    }
};

QTEST_GUILESS_MAIN(ClustersTest)
#include "tst_clusters.moc"
