// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/policy/authorizer.h"
#include "collab/gateway/policy/namefilter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::Access;
using gateway::Authorizer;
using gateway::Caller;
using gateway::GatewayConfig;
using gateway::NameFilter;

namespace {

Caller of(const QStringList &groups)
{
    return {.subject = u"ann"_s, .groups = groups};
}

Access on(const QString &verb, const QString &resource, const QString &nameSpace = {})
{
    return {.verb = verb, .resource = resource, .nameSpace = nameSpace};
}

Access everywhere(const QString &verb, const QString &resource)
{
    return {.verb = verb, .resource = resource, .isClusterWide = true};
}

} // namespace

class AuthorizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void oneOfTheGroupsLetsIn()
    {
        GatewayConfig config;
        QVERIFY(Authorizer(config).admits(of({})));
        config.auth.allowedGroups = {u"logs"_s, u"ops"_s};
        const Authorizer authorizer(config);
        QVERIFY(authorizer.admits(of({u"dev"_s, u"ops"_s})));
        QVERIFY(!authorizer.admits(of({u"dev"_s, u"op"_s, u"OPS"_s, QString()})));
        QVERIFY(!authorizer.allows(of({u"dev"_s}), on(u"get"_s, u"pods"_s, u"shop"_s)));
    }

    void adminsAndSecretsAreForWhoWasNamed()
    {
        GatewayConfig config;
        config.auth.secretGroups.clear();
        QVERIFY(!Authorizer(config).isAdmin(of({QString(), u"*"_s})));
        QVERIFY(!Authorizer(config).maySeeSecrets(of({QString(), u"*"_s})));
        QVERIFY(Authorizer({}).maySeeSecrets(of({u"k8s-admin-access"_s})));
        config.auth.adminGroups = {u"ops"_s};
        QVERIFY(Authorizer(config).isAdmin(of({u"ops"_s})));
        QVERIFY(!Authorizer(config).maySeeSecrets(of({u"ops"_s})));
    }

    void withoutRulesEverybodyReads()
    {
        const Authorizer authorizer({});
        for (const auto &verb : {u"get"_s, u"list"_s, u"watch"_s, u"logs"_s})
            QVERIFY2(authorizer.allows(of({}), on(verb, u"pods"_s, u"shop"_s)), qPrintable(verb));
        for (const auto &verb : {u"create"_s, u"update"_s, u"patch"_s, u"delete"_s, u"exec"_s,
                                 u"Get"_s, u"*"_s, QString()})
            QVERIFY2(!authorizer.allows(of({}), on(verb, u"pods"_s, u"shop"_s)), qPrintable(verb));
        QVERIFY(authorizer.allows(of({}), everywhere(u"list"_s, u"nodes"_s)));
    }

    void onlyNamespacesThatAreServed()
    {
        GatewayConfig config;
        config.namespaces = {u"shop"_s, u"team-*"_s, u"*-test-*"_s};
        const Authorizer authorizer(config);
        for (const auto &name : {u"shop"_s, u"team-a"_s, u"team-"_s, u"a-test-b"_s}) {
            QVERIFY2(authorizer.serves(name), qPrintable(name));
            QVERIFY(authorizer.allows(of({}), on(u"get"_s, u"pods"_s, name)));
        }
        for (const auto &name : {u"shops"_s, u"Shop"_s, u"a-shop"_s, u"team"_s, u"kube-system"_s,
                                 u"shop/../kube-system"_s, u"a-test"_s, QString(u"shop\0"_s)})
            QVERIFY2(!authorizer.allows(of({}), on(u"get"_s, u"pods"_s, name)), qPrintable(name));
        QVERIFY(authorizer.allows(of({}), on(u"list"_s, u"pods"_s))); // in some of them
        QVERIFY(!authorizer.allows(of({}), everywhere(u"list"_s, u"nodes"_s)));
    }

    void workBeginsWhereOneMayLook()
    {
        GatewayConfig config;
        QCOMPARE(Authorizer(config).firstNamespace(of({})), u"default"_s);
        config.namespaces = {u"team-*"_s, u"shop"_s};
        QCOMPARE(Authorizer(config).firstNamespace(of({})), u"shop"_s);
        config.rules = {{.group = u"dev"_s,
                         .namespaces = {u"team-*"_s, u"team-a"_s},
                         .kinds = {u"pods"_s},
                         .verbs = {u"list"_s}}};
        QCOMPARE(Authorizer(config).firstNamespace(of({u"dev"_s})), u"team-a"_s);
        QCOMPARE(Authorizer(config).firstNamespace(of({u"ops"_s})), QString());
    }

    void rulesSayWhatGroupsMayDo()
    {
        GatewayConfig config;
        config.namespaces = {u"shop"_s, u"team-*"_s};
        config.rules = {{.group = u"ops"_s, .kinds = {u"*"_s}, .verbs = {u"*"_s}},
                        {.group = u"dev"_s,
                         .namespaces = {u"team-*"_s},
                         .kinds = {u"pods"_s, u"deployments"_s},
                         .verbs = {u"get"_s, u"patch"_s, u"exec"_s}},
                        {.kinds = {u"events"_s}, .verbs = {u"list"_s}}};
        const Authorizer authorizer(config);
        const auto ops = of({u"ops"_s});
        const auto dev = of({u"dev"_s});
        QVERIFY(authorizer.allows(ops, on(u"delete"_s, u"secrets"_s, u"shop"_s)));
        QVERIFY(!authorizer.allows(ops, on(u"get"_s, u"pods"_s, u"kube-system"_s)));
        QVERIFY(authorizer.allows(ops, everywhere(u"patch"_s, u"nodes"_s)));
        QVERIFY(authorizer.allows(dev, on(u"exec"_s, u"pods"_s, u"team-a"_s)));
        QVERIFY(authorizer.allows(dev, on(u"get"_s, u"pods"_s))); // somewhere
        QVERIFY(!authorizer.allows(dev, on(u"exec"_s, u"pods"_s, u"shop"_s)));
        QVERIFY(!authorizer.allows(dev, on(u"delete"_s, u"pods"_s, u"team-a"_s)));
        QVERIFY(!authorizer.allows(dev, on(u"get"_s, u"secrets"_s, u"team-a"_s)));
        // What is for some namespaces is not for what has none.
        QVERIFY(!authorizer.allows(dev, everywhere(u"get"_s, u"pods"_s)));
        QVERIFY(authorizer.allows(of({}), on(u"list"_s, u"events"_s, u"shop"_s)));
        QVERIFY(!authorizer.allows(of({}), on(u"get"_s, u"pods"_s, u"shop"_s)));
        QVERIFY(!authorizer.allows(of({}), on(u"list"_s, u"event"_s, u"shop"_s)));
    }

    void namesAndLabelsAreFiltered()
    {
        GatewayConfig config;
        config.pods = {.include = {u"^web-"_s, u"^api-"_s},
                       .exclude = {u"-canary-"_s},
                       .excludeLabels = {u"hidden=true"_s, u"tier in (batch, test)"_s}};
        config.apps = {.exclude = {u"^internal$"_s}};
        const Authorizer authorizer(config);
        QVERIFY(authorizer.showsPod(u"web-1"_s, {}));
        QVERIFY(authorizer.showsPod(u"api-1"_s, {{u"tier"_s, u"front"_s}}));
        QVERIFY(!authorizer.showsPod(u"db-1"_s, {}));
        QVERIFY(!authorizer.showsPod(u"web-canary-1"_s, {}));
        QVERIFY(!authorizer.showsPod(u"web-1"_s, {{u"hidden"_s, u"true"_s}}));
        QVERIFY(!authorizer.showsPod(u"web-1"_s, {{u"tier"_s, u"batch"_s}}));
        QVERIFY(authorizer.showsApp(u"db"_s, {{u"hidden"_s, u"true"_s}}));
        QVERIFY(!authorizer.showsApp(u"internal"_s, {}));
        QVERIFY(authorizer.showsApp(u"internal-api"_s, {}));
    }

    void anExpressionThatTakesLongHidesAndHangsNothing()
    {
        const auto name = QString(240, u'a') + u'!';
        for (const auto &evil : {u"^(a+)+$"_s, u"^(a|aa)+$"_s, u"^(.*a){20}$"_s, u"(a*)*b"_s,
                                 u"^([a-z]+)*$"_s, u"(?:(?:a?){100}){100}b"_s}) {
            QElapsedTimer timer;
            timer.start();
            const NameFilter including({.include = {evil}});
            const NameFilter excluding({.exclude = {evil}});
            for (int i = 0; i < 20; ++i) {
                QVERIFY2(!including.shows(name, {}), qPrintable(evil));
                (void)excluding.shows(name, {});
            }
            // 40 of them; without a bound one alone takes longer than anybody waits.
            QVERIFY2(timer.elapsed() < 5'000, qPrintable(evil));
        }
        QVERIFY(!NameFilter({.exclude = {u"^(a+)+$"_s}}).shows(name, {})); // in doubt
    }

    void whatIsNoExpressionHidesAll()
    {
        QVERIFY(!gateway::problemInExpression(u"(["_s).isEmpty());
        QVERIFY(!gateway::problemInExpression(QString(5000, u'a')).isEmpty());
        QVERIFY(gateway::problemInExpression(u"^a.*b$"_s).isEmpty());
        QVERIFY(!NameFilter({.exclude = {u"(["_s}}).shows(u"a"_s, {}));
        QVERIFY(!NameFilter({.excludeLabels = {u"a in b"_s}}).shows(u"a"_s, {}));
        QVERIFY(!NameFilter({}).shows(QString(254, u'a'), {}));
        QVERIFY(NameFilter({}).shows(QString(253, u'a'), {}));
    }

    void anotherConfigurationIsTakenIn()
    {
        Authorizer authorizer({});
        const auto &seenByOthers = authorizer;
        GatewayConfig config;
        config.namespaces = {u"shop"_s};
        authorizer = Authorizer(config);
        QVERIFY(!seenByOthers.serves(u"other"_s));
    }
};

QTEST_GUILESS_MAIN(AuthorizerTest)
#include "tst_authorizer.moc"
