// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/access/whocan.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Allowance;

static QJsonObject jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

static kube::RbacObjects someRbac()
{
    return {
        .clusterRoles =
            {jsonOf(
                 "{\"metadata\": {\"name\": \"edit\"}, \"rules\": [{\"apiGroups\": [\"\"],"
                 " \"resources\": [\"pods\", \"pods/exec\"], \"verbs\": [\"get\", \"create\"]}]}"),
             jsonOf("{\"metadata\": {\"name\": \"all\"}, \"rules\": [{\"apiGroups\": [\"*\"],"
                    " \"resources\": [\"*\"], \"verbs\": [\"*\"]}]}")},
        .clusterRoleBindings = {jsonOf(
            "{\"metadata\": {\"name\": \"admins\"}, \"roleRef\": {\"kind\":"
            " \"ClusterRole\", \"name\": \"all\"}, \"subjects\": [{\"kind\": \"Group\","
            " \"name\": \"ops\"}]}")},
        .roles = {jsonOf("{\"metadata\": {\"name\": \"one\", \"namespace\": \"shop\"}, \"rules\":"
                         " [{\"apiGroups\": [\"\"], \"resources\": [\"pods\"], \"verbs\":"
                         " [\"get\"], \"resourceNames\": [\"web\"]}]}")},
        .roleBindings = {
            jsonOf("{\"metadata\": {\"name\": \"dev-edit\", \"namespace\": \"shop\"}, \"roleRef\":"
                   " {\"kind\": \"ClusterRole\", \"name\": \"edit\"}, \"subjects\": [{\"kind\":"
                   " \"User\", \"name\": \"dev\"}]}"),
            jsonOf("{\"metadata\": {\"name\": \"bot-one\", \"namespace\": \"shop\"}, \"roleRef\":"
                   " {\"kind\": \"Role\", \"name\": \"one\"}, \"subjects\": [{\"kind\":"
                   " \"ServiceAccount\", \"name\": \"bot\"}]}"),
            jsonOf("{\"metadata\": {\"name\": \"gone\", \"namespace\": \"shop\"}, \"roleRef\":"
                   " {\"kind\": \"Role\", \"name\": \"gone\"}, \"subjects\": [{\"kind\":"
                   " \"User\", \"name\": \"ghost\"}]}")}};
}

class AccessRulesTest : public QObject
{
    Q_OBJECT

private:
    static QStringList textsOf(const std::vector<kube::Grant> &grants)
    {
        QStringList texts;
        for (const auto &grant : grants)
            texts.append(u"%1 %2%3 by %4"_s.arg(grant.subjectKind,
                                                grant.subjectNamespace.isEmpty()
                                                    ? QString()
                                                    : QString(grant.subjectNamespace + u'/'),
                                                grant.subject, grant.binding));
        return texts;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aRuleCoversWhatItNames_data()
    {
        QTest::addColumn<QStringList>("resources");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("covered");
        QTest::newRow("its resource") << QStringList{u"pods"_s} << u"pods"_s << true;
        QTest::newRow("another") << QStringList{u"pods"_s} << u"nodes"_s << false;
        QTest::newRow("not its subresources") << QStringList{u"pods"_s} << u"pods/log"_s << false;
        QTest::newRow("a subresource") << QStringList{u"pods/log"_s} << u"pods/log"_s << true;
        QTest::newRow("not its parent") << QStringList{u"pods/log"_s} << u"pods"_s << false;
        QTest::newRow("all") << QStringList{u"*"_s} << u"pods/log"_s << true;
        QTest::newRow("a subresource of all") << QStringList{u"*/scale"_s} << u"x/scale"_s << true;
        QTest::newRow("… and no other") << QStringList{u"*/scale"_s} << u"x/log"_s << false;
        QTest::newRow("… nor the parents") << QStringList{u"*/scale"_s} << u"x"_s << false;
    }

    void aRuleCoversWhatItNames()
    {
        QFETCH(const QStringList, resources);
        QFETCH(const QString, asked);
        QFETCH(const bool, covered);
        const kube::ResourceRule rule{
            .verbs = {u"get"_s}, .groups = {QString()}, .resources = resources};
        const auto resource = asked.section(u'/', 0, 0);
        const auto sub = asked.section(u'/', 1);
        QCOMPARE(rule.covers(u"get"_s, {}, resource, sub), covered);
        QVERIFY(!rule.covers(u"list"_s, {}, resource, sub));
        QVERIFY(!rule.covers(u"get"_s, u"apps"_s, resource, sub));
    }

    void namesLimitWhatIsAllowed()
    {
        kube::AccessRules rules{.rules = {{.verbs = {u"get"_s},
                                           .groups = {QString()},
                                           .resources = {u"pods"_s},
                                           .names = {u"web"_s}}}};
        QCOMPARE(rules.allows(u"get"_s, {}, u"pods"_s), Allowance::Named);
        QCOMPARE(rules.names(u"get"_s, {}, u"pods"_s), QStringList(u"web"_s));
        QCOMPARE(rules.allows(u"list"_s, {}, u"pods"_s), Allowance::No);
        rules.rules.push_back({.verbs = {u"*"_s}, .groups = {u"*"_s}, .resources = {u"pods"_s}});
        QCOMPARE(rules.allows(u"get"_s, {}, u"pods"_s), Allowance::Yes);
    }

    void aReviewIsAskedOfTheServer()
    {
        demo::ApiServer server;
        QVERIFY(server.listen());
        kube::Identity identity(kube::ClientConfig{.server = server.url().toString()});
        kube::ApiClient client(identity);
        const auto path = u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s;
        const auto whole = kube::reviewRules(client, u"shop"_s);
        QTRY_VERIFY(whole.isFinished());
        QVERIFY(whole.result());
        QCOMPARE(whole.result()->allows(u"delete"_s, u"apps"_s, u"deployments"_s), Allowance::Yes);
        QVERIFY(!whole.result()->incomplete);
        server.script().answer(path, 201,
                               "{\"status\": {\"resourceRules\": [{\"verbs\": [\"get\"],"
                               " \"apiGroups\": [\"\"], \"resources\": [\"pods\"]}],"
                               " \"incomplete\": true, \"evaluationError\": \"webhook\"}}",
                               1);
        const auto part = kube::reviewRules(client, u"shop"_s);
        QTRY_VERIFY(part.isFinished());
        QVERIFY(part.result()->incomplete);
        QCOMPARE(part.result()->problem, "webhook"_L1);
        QCOMPARE(part.result()->allows(u"get"_s, {}, u"pods"_s), Allowance::Yes);
        server.script().answer(path, 201, "{}", 1);
        const auto broken = kube::reviewRules(client, u"shop"_s);
        QTRY_VERIFY(broken.isFinished());
        QCOMPARE(broken.result().error().kind, kube::Error::Kind::Malformed);
    }

    void whoCanIsFoundThroughRolesAndBindings()
    {
        const auto objects = someRbac();
        kube::AccessQuestion question{
            .verb = u"get"_s, .resource = u"pods"_s, .nameSpace = u"shop"_s};
        const auto grants = kube::whoCan(objects, question);
        QCOMPARE(textsOf(grants),
                 QStringList({u"Group ops by admins"_s, u"ServiceAccount shop/bot by bot-one"_s,
                              u"User dev by dev-edit"_s}));
        QCOMPARE(grants[1].names, QStringList(u"web"_s));
        question.name = u"other"_s;
        QCOMPARE(kube::whoCan(objects, question).size(), 2U);
        question = {.verb = u"create"_s,
                    .resource = u"pods"_s,
                    .subresource = u"exec"_s,
                    .nameSpace = u"shop"_s};
        QCOMPARE(textsOf(kube::whoCan(objects, question)),
                 QStringList({u"Group ops by admins"_s, u"User dev by dev-edit"_s}));
        question.nameSpace = u"bank"_s;
        QCOMPARE(textsOf(kube::whoCan(objects, question)), QStringList(u"Group ops by admins"_s));
        question.nameSpace.clear();
        QCOMPARE(textsOf(kube::whoCan(objects, question)), QStringList(u"Group ops by admins"_s));
    }

    void whatMayNotBeReadIsNamed()
    {
        demo::ApiServer server;
        QVERIFY(server.listen());
        server.script().forbid({.resource = u"clusterrolebindings"_s});
        kube::Identity identity(kube::ClientConfig{.server = server.url().toString()});
        kube::ApiClient client(identity);
        const auto answer = kube::readRbac(client, u"shop"_s);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
        QCOMPARE(answer.result()->missing, QStringList(u"clusterrolebindings"_s));
    }
};

QTEST_GUILESS_MAIN(AccessRulesTest)

#include "tst_accessrules.moc"
