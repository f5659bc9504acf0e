// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/access/accesscontent.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "kube/demo/apiserver.h"
#include "paintedhost.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

using Freshness = WindowContent::Freshness;
using kube::Allowance;

static const QString RulesPath = u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s;
static const QByteArray SomeRules =
    "{\"status\": {\"resourceRules\": [{\"verbs\": [\"get\", \"list\"], \"apiGroups\": [\"\"],"
    " \"resources\": [\"pods\"]}, {\"verbs\": [\"get\"], \"apiGroups\": [\"\"], \"resources\":"
    " [\"configmaps\"], \"resourceNames\": [\"web\"]}], \"incomplete\": %1}}";

/// The window "Access" against the demo API server.
class AccessContentTest : public QObject
{
    Q_OBJECT

    static QByteArray rules(const char *incomplete)
    {
        return QByteArray(SomeRules).replace("%1", incomplete);
    }
    Allowance may(AccessContent &content, const QString &title, const QString &verb)
    {
        auto &model = content.list().model();
        const int row = model.rowOf(title);
        return row < 0 ? Allowance::Unknown : model.allowance(row, verb);
    }

    Look m_look{Theme::darkTheme()};
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Cluster> m_cluster;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        QVERIFY(m_server->listen());
        m_cluster = std::make_unique<kube::Cluster>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_cluster->connectToServer();
        QTRY_VERIFY(m_cluster->hasResources());
    }
    void cleanup()
    {
        m_cluster.reset();
        m_server.reset();
    }

    void theRulesOfTheNamespaceFillTheMatrix()
    {
        m_server->script().answer(RulesPath, 201, rules("false"));
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {900, 500});
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        QCOMPARE(may(content, u"pods"_s, u"list"_s), Allowance::Yes);
        QCOMPARE(may(content, u"pods"_s, u"delete"_s), Allowance::No);
        QCOMPARE(may(content, u"pods/exec"_s, u"create"_s), Allowance::No);
        QCOMPARE(may(content, u"configmaps"_s, u"get"_s), Allowance::Named);
        const int row = content.list().model().rowOf(u"configmaps"_s);
        QCOMPARE(content.list().model().limits(row, u"get"_s), QStringList(u"web"_s));
        takePicture(host, u"access"_s);
    }

    void kindsOutsideOfNamespacesAreAskedOneByOne()
    {
        m_server->script().answer(RulesPath, 201, rules("false"));
        m_server->script().forbid({.verb = u"delete"_s, .resource = u"nodes"_s});
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {900, 500});
        content.list().setFilter(u"nodes"_s);
        host.grab();
        QTRY_COMPARE(may(content, u"nodes"_s, u"delete"_s), Allowance::No);
        QTRY_COMPARE(may(content, u"nodes"_s, u"get"_s), Allowance::Yes);
    }

    void anIncompleteListIsFilledByQuestionsForTheRowsInView()
    {
        m_server->script().answer(RulesPath, 201, rules("true"));
        m_server->script().forbid({.verb = u"delete"_s, .resource = u"pods"_s});
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {900, 500});
        content.list().setFilter(u"pods"_s);
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        host.grab();
        QTRY_COMPARE(may(content, u"pods"_s, u"delete"_s), Allowance::No);
        QTRY_COMPARE(may(content, u"pods"_s, u"create"_s), Allowance::Yes);
        QVERIFY(content.accessibleText().contains("one by one"_L1));
        // What is out of sight was not asked.
        content.list().setFilter({});
        QCOMPARE(may(content, u"deployments.apps"_s, u"get"_s), Allowance::Unknown);
    }

    void allNamespacesTogetherAreAskedOneByOne()
    {
        m_server->script().forbid({.verb = u"create"_s, .resource = u"pods/exec"_s});
        AccessContent content(*m_cluster, {}, m_look);
        PaintedHost host(content, m_look, {900, 500});
        content.list().setFilter(u"pods/exec"_s);
        host.grab();
        QTRY_COMPARE(may(content, u"pods/exec"_s, u"create"_s), Allowance::No);
        QCOMPARE(m_server->script().count(RulesPath), 0);
    }

    void severalNamespacesThatDifferAreSome()
    {
        m_server->script().answer(RulesPath, 201, rules("false"), 1);
        AccessContent content(*m_cluster, {u"shop"_s, u"bank"_s}, m_look);
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        QCOMPARE(may(content, u"pods"_s, u"list"_s), Allowance::Yes);
        QCOMPARE(may(content, u"pods"_s, u"delete"_s), Allowance::Named);
    }

    void theFilterFindsWhatIsAllowed()
    {
        m_server->script().answer(RulesPath, 201, rules("false"));
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        auto &model = content.list().model();
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        content.list().setFilter(u"can:list"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.subject(0).title(), "pods"_L1);
        content.list().setFilter(u"po"_s);
        QVERIFY(model.rowOf(u"pods"_s) >= 0);
    }

    void enterAsksWhoElseMay()
    {
        auto &store = m_server->store();
        store.put(QJsonDocument::fromJson(
                      "{\"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"kind\": \"Role\","
                      " \"metadata\": {\"name\": \"one\", \"namespace\": \"shop\"}, \"rules\":"
                      " [{\"apiGroups\": [\"\"], \"resources\": [\"pods\"], \"verbs\":"
                      " [\"get\"]}]}")
                      .object());
        store.put(
            QJsonDocument::fromJson(
                "{\"apiVersion\": \"rbac.authorization.k8s.io/v1\", \"kind\":"
                " \"RoleBinding\", \"metadata\": {\"name\": \"bot\", \"namespace\": \"shop\"},"
                " \"roleRef\": {\"kind\": \"Role\", \"name\": \"one\"}, \"subjects\":"
                " [{\"kind\": \"ServiceAccount\", \"name\": \"robot\"}]}")
                .object());
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {900, 400});
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        content.list().setFilter(u"pods"_s);
        QCOMPARE(content.list().model().subject(0).title(), "pods"_L1);
        QTest::keyClick(&host, Qt::Key_Return);
        QVERIFY(content.isAsking());
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        QTRY_VERIFY2(content.accessibleText().contains("ServiceAccount shop/robot"_L1),
                     qPrintable(content.accessibleText()));
        QVERIFY(content.accessibleText().contains("RoleBinding bot"_L1));
        takePicture(host, u"access-who"_s);
        QTest::keyClick(&host, Qt::Key_Right);
        QVERIFY(content.accessibleText().contains("Nobody"_L1));
        QSignalSpy opened(&content, &AccessContent::openRequested);
        QTest::keyClick(&host, Qt::Key_Left);
        const auto &targets = content.pane().document().targets;
        const auto link = std::ranges::find_if(
            targets, [](const TextTarget &target) { return target.object.kind == "Role"_L1; });
        QVERIFY(link != targets.end());
        const auto box = content.pane().rectOfTarget(int(link - targets.begin()));
        QTest::mouseClick(&host, Qt::LeftButton, {}, box.center().toPoint());
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&host, Qt::Key_Escape);
        QVERIFY(!content.isAsking());
    }

    void aReviewThatFailsIsMadeUpForByQuestions()
    {
        m_server->script().fail(RulesPath, 500, u"InternalError"_s);
        AccessContent content(*m_cluster, {u"shop"_s}, m_look);
        PaintedHost host(content, m_look, {900, 500});
        content.list().setFilter(u"pods"_s);
        QTRY_COMPARE(content.freshness(), Freshness::Live);
        host.grab();
        QTRY_COMPARE(may(content, u"pods"_s, u"get"_s), Allowance::Yes);
    }
};

QTEST_MAIN(AccessContentTest)

#include "tst_accesscontent.moc"
