// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/discovery.h"

#include "support/democlient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::ApiResources;
using kube::Error;

class DiscoveryTest : public QObject, private support::DemoClient
{
    Q_OBJECT

private:
    kube::Result<ApiResources> discover(std::chrono::milliseconds timeout = 10s)
    {
        const auto found = kube::discover(*m_client, timeout);
        if (!QTest::qWaitFor([&] { return found.isFinished(); }, 5000))
            return std::unexpected(Error{.message = u"no answer to the test"_s});
        return found.result();
    }

    static bool has(const ApiResources &found, const QString &alias)
    {
        return found.find(alias) != nullptr;
    }

    static QStringList failed(const ApiResources &found)
    {
        QStringList names;
        for (const auto &group : found.failedGroups)
            names.append(group.first);
        return names;
    }

    demo::Script &script() { return m_server->script(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(serve());
    }
    void cleanup() { stop(); }

    void bothFormsFindTheSame()
    {
        auto aggregated = discover();
        QVERIFY(aggregated);
        QCOMPARE(script().requests().size(), 2);
        m_server->options().aggregatedDiscovery = false;
        auto byGroup = discover();
        QVERIFY(byGroup);
        const auto key = [](const kube::ApiResource &r) -> QString {
            return r.group + u'/' + r.resource;
        };
        std::ranges::sort(aggregated->resources, {}, key);
        std::ranges::sort(byGroup->resources, {}, key);
        for (auto *all : {&*aggregated, &*byGroup})
            for (auto &resource : all->resources)
                resource.verbs.sort();
        QCOMPARE(aggregated->resources.size(), byGroup->resources.size());
        for (size_t i = 0; i < aggregated->resources.size(); ++i)
            QVERIFY2(aggregated->resources[i] == byGroup->resources[i],
                     qPrintable(key(byGroup->resources[i])));
        QVERIFY(aggregated->failedGroups.empty() && byGroup->failedGroups.empty());
    }

    void aliasesAreUnderstood_data()
    {
        QTest::addColumn<QString>("alias");
        QTest::addColumn<QString>("resource");
        const std::vector<std::pair<QString, QString>> aliases{
            {u"po"_s, u"pods"_s},
            {u"pods"_s, u"pods"_s},
            {u"pod"_s, u"pods"_s},
            {u"Pod"_s, u"pods"_s},
            {u"PODS"_s, u"pods"_s},
            {u"pods.v1"_s, u"pods"_s},
            {u"pods.v1."_s, u"pods"_s},
            {u"Deploy"_s, u"deployments"_s},
            {u"cm"_s, u"configmaps"_s},
            {u"deployments.apps"_s, u"deployments"_s},
            {u"svc"_s, u"services"_s},
            {u"deployments.v1.apps"_s, u"deployments"_s},
            {u"deploy.apps"_s, u"deployments"_s},
            {u"Deployment.Apps"_s, u"deployments"_s},
            {u"deployments.batch"_s, {}},
            {u"deployments.v2.apps"_s, {}},
            {u"pods.apps"_s, {}},
            {u"nothing"_s, {}},
            {{}, {}},
            {u"."_s, {}}};
        for (const auto &[alias, resource] : aliases)
            QTest::newRow(qPrintable(alias.isEmpty() ? u"empty"_s : alias)) << alias << resource;
    }

    void aliasesAreUnderstood()
    {
        QFETCH(QString, alias);
        QFETCH(QString, resource);
        const auto found = discover();
        QVERIFY(found);
        const auto *hit = found->find(alias);
        QCOMPARE(hit ? hit->resource : QString(), resource);
    }

    void aFullNameWinsOverAShortName()
    {
        const ApiResources all{
            .resources = {{.version = u"v1"_s, .resource = u"things"_s, .shortNames = {u"boxes"_s}},
                          {.group = u"x.example"_s, .version = u"v1"_s, .resource = u"boxes"_s}}};
        QCOMPARE(all.find(u"boxes"_s)->group, u"x.example"_s);
    }

    void findKindTakesAnyVersionOfTheGroup()
    {
        const auto found = discover();
        QVERIFY(found);
        QCOMPARE(found->findKind(u"apps/v1", u"Deployment")->resource, u"deployments"_s);
        QCOMPARE(found->findKind(u"apps/v1beta1", u"Deployment")->version, u"v1"_s);
        QCOMPARE(found->findKind(u"v1", u"Pod")->resource, u"pods"_s);
        QVERIFY(!found->findKind(u"v1", u"Deployment"));
        QVERIFY(!found->findKind(u"apps/v1", u"deployment"));
    }

    void aGroupThatFailsDoesNotHurtTheOthers()
    {
        m_server->options().aggregatedDiscovery = false;
        script().fail(u"/apis/batch/v1"_s, 503, u"ServiceUnavailable"_s);
        const auto found = discover();
        QVERIFY(found);
        QCOMPARE(failed(*found), QStringList{u"batch/v1"_s});
        QCOMPARE(found->failedGroups[0].second.code, 503);
        QVERIFY(has(*found, u"pods"_s) && has(*found, u"deployments"_s));
        QVERIFY(!has(*found, u"jobs"_s));
    }

    void aGroupThatHangsIsGivenUp()
    {
        m_server->options().aggregatedDiscovery = false;
        script().hang(u"/apis/batch/v1"_s);
        const auto found = discover(100ms);
        QVERIFY(found);
        QCOMPARE(failed(*found), QStringList{u"batch/v1"_s});
        QCOMPARE(found->failedGroups[0].second.kind, Error::Kind::Timeout);
        QVERIFY(has(*found, u"deployments"_s));
    }

    void allGroupsFailingLeavesTheCore()
    {
        script().fail(u"/apis"_s, 500, u"InternalError"_s);
        const auto found = discover();
        QVERIFY(found);
        QCOMPARE(failed(*found), QStringList{u"/apis"_s});
        QVERIFY(has(*found, u"pods"_s));
    }

    void withoutTheCoreGroupItFails_data()
    {
        QTest::addColumn<bool>("aggregated");
        QTest::newRow("aggregated") << true;
        QTest::newRow("by group") << false;
    }

    void withoutTheCoreGroupItFails()
    {
        QFETCH(bool, aggregated);
        m_server->options().aggregatedDiscovery = aggregated;
        script().fail(aggregated ? u"/api"_s : u"/api/v1"_s, 403, u"Forbidden"_s);
        const auto found = discover();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Forbidden);
    }

    void aSignInPageIsNoDiscovery()
    {
        script().answer(u"/api*"_s, 200, "<html>Please sign in</html>");
        const auto found = discover();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Malformed);
    }

    void thePreferredVersionWinsWhenAnswersOvertakeEachOther()
    {
        m_server->options().aggregatedDiscovery = false;
        script().answer(u"/apis"_s, 200,
                        R"({"kind":"APIGroupList","groups":[{"name":"x.io","versions":[)"
                        R"({"groupVersion":"x.io/v1beta1","version":"v1beta1"},)"
                        R"({"groupVersion":"x.io/v1","version":"v1"}],"preferredVersion":)"
                        R"({"groupVersion":"x.io/v1","version":"v1"}}]})");
        const auto list = [](const QStringList &names) {
            QJsonArray resources;
            for (const auto &name : names)
                resources.append(QJsonObject{{u"name"_s, name}, {u"kind"_s, u"K"_s}});
            const QJsonObject all{{u"kind"_s, u"APIResourceList"_s}, {u"resources"_s, resources}};
            return QJsonDocument(all).toJson();
        };
        script().add({.path = u"/apis/x.io/v1beta1"_s,
                      .code = 200,
                      .body = list({u"apples"_s, u"pears"_s})});
        // The preferred one's connection is dropped first: it comes second.
        script().add({.path = u"/apis/x.io/v1"_s,
                      .code = 200,
                      .body = list({u"apples"_s, u"apples/status"_s})});
        script().add({.action = demo::Fault::Action::Drop, .path = u"/apis/x.io/v1"_s, .times = 1});
        const auto found = discover();
        QVERIFY(found);
        QCOMPARE(found->find(u"apples"_s)->version, u"v1"_s);
        QCOMPARE(found->find(u"pears"_s)->version, u"v1beta1"_s);
        QVERIFY(!has(*found, u"apples/status"_s));
    }

    void destroyingTheClientCancelsIt()
    {
        script().hang(u"/apis"_s);
        const auto found = kube::discover(*m_client);
        QTRY_COMPARE(script().count(u"/apis"_s), 1);
        m_client.reset();
        QVERIFY(found.isCanceled());
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"
