// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/answerfilter.h"
#include "collab/gateway/proxy/apipolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using gateway::ApiTarget;
using gateway::Caller;
using gateway::GatewayConfig;

namespace {

QJsonObject object(const QString &nameSpace, const QString &name, const QJsonObject &labels = {})
{
    return {{u"kind"_s, u"Pod"_s},
            {u"metadata"_s,
             QJsonObject{{u"namespace"_s, nameSpace}, {u"name"_s, name}, {u"labels"_s, labels}}}};
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray eventOf(const QString &type, const QJsonObject &object)
{
    return bytesOf({{u"type"_s, type}, {u"object"_s, object}});
}

QStringList namesIn(const QByteArray &json)
{
    QStringList names;
    for (const auto &item : QJsonDocument::fromJson(json).object()["items"_L1].toArray())
        names.append(item["metadata"_L1]["name"_L1].toString());
    return names;
}

kube::ApiResources kinds()
{
    return {.resources = {{.version = u"v1"_s, .resource = u"pods"_s, .namespaced = true},
                          {.version = u"v1"_s, .resource = u"secrets"_s, .namespaced = true},
                          {.version = u"v1"_s, .resource = u"nodes"_s, .namespaced = false},
                          {.version = u"v1"_s, .resource = u"namespaces"_s, .namespaced = false}}};
}

} // namespace

/// What requests to a cluster are about, what the rules say of them, and what is left of answers.
class ApiTargetTest : public QObject
{
    Q_OBJECT

private:
    static ApiTarget at(const QByteArray &method, const QString &path)
    {
        const QUrl url(u"/"_s + path);
        return gateway::apiTargetOf(method, path.section(u'?', 0, 0), QUrlQuery(url))
            .value_or(ApiTarget());
    }

private Q_SLOTS:
    void whatIsAskedIsFound_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("about"); // group resource/sub namespace name
        const auto row = [](const char *method, const char *path, const char *verb,
                            const char *about) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QString::fromLatin1(path) << QString::fromLatin1(verb)
                << QString::fromLatin1(about);
        };
        row("GET", "api/v1/pods", "list", " pods/  ");
        row("GET", "api/v1/pods?watch=true", "watch", " pods/  ");
        row("GET", "api/v1/pods?watch", "watch", " pods/  ");
        row("GET", "api/v1/pods?watch=1", "watch", " pods/  ");
        row("GET", "api/v1/pods?watch=0", "list", " pods/  ");
        row("GET", "api/v1/pods?watch=False", "list", " pods/  ");
        row("GET", "api/v1/namespaces/shop/pods/web", "get", " pods/ shop web");
        // https://github.com/kubernetes/apiserver/blob/v0.32.0/pkg/endpoints/request/requestinfo.go
        row("GET", "api/v1/namespaces/shop/pods/web?watch=true", "get", " pods/ shop web");
        row("GET", "api/v1/namespaces/shop/pods/web/log?watch=true", "get", " pods/log shop web");
        row("POST", "api/v1/namespaces/shop/pods/web/exec", "create", " pods/exec shop web");
        row("GET", "api/v1/namespaces", "list", " namespaces/  ");
        row("GET", "api/v1/namespaces/shop", "get", " namespaces/  shop");
        row("PUT", "api/v1/namespaces/shop/finalize", "update", " namespaces/finalize  shop");
        row("GET", "api/v1/namespaces/shop/pods", "list", " pods/ shop ");
        row("DELETE", "api/v1/namespaces/shop/pods", "deletecollection", " pods/ shop ");
        row("DELETE", "apis/apps/v1/namespaces/shop/deployments/web", "delete",
            "apps deployments/ shop web");
        row("PATCH", "apis/apps/v1/namespaces/shop/deployments/web/scale", "patch",
            "apps deployments/scale shop web");
        row("GET", "api/v1/nodes/n1/proxy/stats/summary", "get", " nodes/proxy  n1");
        row("GET", "api/v1/namespaces/a%20b/pods", "list", " pods/ a b ");
        row("GET", "version", "get", " /  ");
        row("GET", "apis/", "get", " /  ");
        row("GET", "openapi/v3/apis/apps/v1", "get", " /  ");
    }
    void whatIsAskedIsFound()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const auto target = at(method, path);
        QTEST(target.verb, "verb");
        QTEST(u"%1 %2/%3 %4 %5"_s.arg(target.group, target.resource, target.subresource,
                                      target.nameSpace, target.name),
              "about");
        QVERIFY(target.path.startsWith(u'/'));
        QVERIFY(!target.path.contains(u' '));
    }

    void whatIsNowhereIsNotPassedOn_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        for (const auto *path : {"",
                                 "/",
                                 "metrics",
                                 "logs/kubelet.log",
                                 "debug/pprof",
                                 "api/v1/watch/pods",
                                 "api/v1/proxy/nodes/n1",
                                 "api/v1/namespaces/shop/namespaces/kube-system/pods",
                                 "apis/apps/v1/watch/deployments",
                                 "api/v1/namespaces/shop/pods/web/log/more",
                                 "api/v1/namespaces/../pods",
                                 "api/v1/namespaces/%2e%2e/pods",
                                 "api/v1/namespaces/shop%2F..%2Fbank/pods",
                                 "api/v1//pods",
                                 "api/v1/namespaces//pods",
                                 "api/v1/namespaces/a%00b/pods",
                                 "api/v1/namespaces/%c0%ae/pods",
                                 "..",
                                 "version/../api/v1/secrets",
                                 "openapi/../api",
                                 "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y"})
            QTest::addRow("GET %s", path) << "GET"_ba << QString::fromLatin1(path);
        QTest::newRow("POST version") << "POST"_ba << u"version"_s;
        QTest::newRow("CONNECT") << "CONNECT"_ba << u"api/v1/pods"_s;
    }
    void whatIsNowhereIsNotPassedOn()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QVERIFY(!gateway::apiTargetOf(method, path, {}));
    }

    void rulesKnowWhatAVerbMeans_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("resource");
        const auto pod = u"api/v1/namespaces/shop/pods/web/"_s;
        QTest::newRow("log") << "GET"_ba << pod + u"log"_s << u"logs"_s << u"pods"_s;
        QTest::newRow("exec") << "GET"_ba << pod + u"exec"_s << u"exec"_s << u"pods"_s;
        QTest::newRow("attach") << "POST"_ba << pod + u"attach"_s << u"exec"_s << u"pods"_s;
        QTest::newRow("forward") << "GET"_ba << pod + u"portforward"_s << u"exec"_s << u"pods"_s;
        QTest::newRow("debug") << "PATCH"_ba << pod + u"ephemeralcontainers"_s << u"exec"_s
                               << u"pods"_s;
        QTest::newRow("evict") << "POST"_ba << pod + u"eviction"_s << u"delete"_s << u"pods"_s;
        QTest::newRow("status") << "PATCH"_ba << pod + u"status"_s << u"patch"_s << u"pods"_s;
        QTest::newRow("all") << "DELETE"_ba << u"api/v1/namespaces/shop/pods"_s << u"delete"_s
                             << u"pods"_s;
        QTest::newRow("token") << "POST"_ba << u"api/v1/namespaces/shop/serviceaccounts/a/token"_s
                               << u"create"_s << u"serviceaccounts/token"_s;
    }
    void rulesKnowWhatAVerbMeans()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const auto access = at(method, path).access(true);
        QTEST(access.verb, "verb");
        QTEST(access.resource, "resource");
    }

    void whatMayNotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code"); // 0: it may
        QTest::newRow("own namespace") << "GET"_ba << u"api/v1/namespaces/shop/pods"_s << 0;
        QTest::newRow("another") << "GET"_ba << u"api/v1/namespaces/bank/pods"_s << 403;
        QTest::newRow("what is served of all") << "GET"_ba << u"api/v1/pods"_s << 0;
        QTest::newRow("writing") << "PATCH"_ba << u"api/v1/namespaces/shop/pods/web"_s << 403;
        QTest::newRow("a shell") << "GET"_ba << u"api/v1/namespaces/shop/pods/web/exec"_s << 403;
        QTest::newRow("a log") << "GET"_ba << u"api/v1/namespaces/shop/pods/web/log"_s << 0;
        QTest::newRow("nodes") << "GET"_ba << u"api/v1/nodes"_s << 403;
        QTest::newRow("unknown kinds") << "GET"_ba << u"apis/x.example.org/v1/things"_s << 403;
        QTest::newRow("a service's port")
            << "GET"_ba << u"api/v1/namespaces/shop/services/web/proxy/admin"_s << 403;
        QTest::newRow("namespaces") << "GET"_ba << u"api/v1/namespaces"_s << 0;
        QTest::newRow("one served") << "GET"_ba << u"api/v1/namespaces/shop"_s << 0;
        QTest::newRow("one not served") << "GET"_ba << u"api/v1/namespaces/bank"_s << 403;
        QTest::newRow("a hidden pod") << "GET"_ba << u"api/v1/namespaces/shop/pods/hidden"_s << 404;
        QTest::newRow("secrets") << "GET"_ba << u"api/v1/namespaces/shop/secrets"_s << 0;
        QTest::newRow("revealed") << "GET"_ba << u"api/v1/namespaces/shop/secrets?reveal=true"_s
                                  << 403;
        QTest::newRow("documents") << "GET"_ba << u"openapi/v3"_s << 0;
        QTest::newRow("what one may")
            << "POST"_ba << u"apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s << 0;
        QTest::newRow("what others may")
            << "POST"_ba << u"apis/authorization.k8s.io/v1/subjectaccessreviews"_s << 403;
    }
    void whatMayNotBeIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const gateway::Authorizer authorizer(
            {.namespaces = {u"shop"_s}, .pods = {.exclude = {u"^hidden"_s}}});
        const Caller caller{.subject = u"ann"_s};
        const auto all = kinds();
        const auto target = at(method, path);
        const gateway::ApiPolicy policy(authorizer, caller, all, target,
                                        QUrlQuery(QUrl(u"/"_s + path)));
        const auto refusal = policy.refusal();
        QTEST(refusal ? refusal->code : 0, "code");
    }

    void aListHasWhatIsShown()
    {
        const gateway::Authorizer authorizer(
            {.namespaces = {u"shop"_s},
             .pods = {.exclude = {u"^hidden"_s}, .excludeLabels = {u"secret=yes"_s}}});
        const gateway::AnswerFilter filter(authorizer, {}, at("GET", u"api/v1/pods"_s), true,
                                           false);
        QVERIFY(filter.isNeeded());
        const auto body = filter.ofBody(
            bytesOf({{u"items"_s,
                      QJsonArray{object(u"shop"_s, u"web"_s), object(u"bank"_s, u"vault"_s),
                                 object(u"shop"_s, u"hidden-1"_s), object({}, u"nowhere"_s),
                                 object(u"shop"_s, u"quiet"_s, {{u"secret"_s, u"yes"_s}})}}}));
        QCOMPARE(namesIn(body.value()), QStringList{u"web"_s});
        QVERIFY(filter.ofBody("[]").has_value());
    }

    void aTableHasTheSameRows()
    {
        const gateway::Authorizer authorizer({.namespaces = {u"shop"_s}});
        const gateway::AnswerFilter filter(authorizer, {}, at("GET", u"api/v1/pods"_s), true,
                                           false);
        const QJsonArray rows{QJsonObject{{u"object"_s, object(u"shop"_s, u"web"_s)}},
                              QJsonObject{{u"object"_s, object(u"bank"_s, u"vault"_s)}},
                              QJsonObject{{u"cells"_s, QJsonArray{u"vault"_s}}}};
        const auto body = filter.ofBody(bytesOf({{u"kind"_s, u"Table"_s}, {u"rows"_s, rows}}));
        QCOMPARE(QJsonDocument::fromJson(body.value()).object()["rows"_L1].toArray(),
                 QJsonArray{rows[0]});
    }

    void eventsOfWhatIsHiddenAreNotTold()
    {
        const gateway::Authorizer authorizer(
            {.pods = {.exclude = {u"^hidden"_s}, .excludeLabels = {u"secret=yes"_s}}});
        const gateway::AnswerFilter filter(authorizer, {}, at("GET", u"api/v1/pods?watch=true"_s),
                                           true, false);
        const auto shown = eventOf(u"ADDED"_s, object(u"shop"_s, u"web"_s));
        QCOMPARE(QJsonDocument::fromJson(filter.ofEvent(shown)), QJsonDocument::fromJson(shown));
        QVERIFY(filter.ofEvent(eventOf(u"ADDED"_s, object(u"shop"_s, u"hidden"_s))).isEmpty());
        QVERIFY(filter.ofEvent(eventOf(u"MODIFIED"_s, object(u"shop"_s, u"hidden"_s))).isEmpty());
        const QJsonObject labels{{u"secret"_s, u"yes"_s}};
        QVERIFY(filter.ofEvent(eventOf(u"ADDED"_s, object(u"shop"_s, u"web"_s, labels))).isEmpty());
        // It became hidden: for who watches it is gone, and no more is said of it.
        const auto gone =
            QJsonDocument::fromJson(
                filter.ofEvent(eventOf(u"MODIFIED"_s, object(u"shop"_s, u"web"_s, labels))))
                .object();
        QCOMPARE(gone["type"_L1].toString(), u"DELETED"_s);
        QCOMPARE(gone["object"_L1]["metadata"_L1]["name"_L1].toString(), u"web"_s);
        QVERIFY(!gone["object"_L1]["metadata"_L1].toObject().contains("labels"_L1));
        const auto bookmark = eventOf(u"BOOKMARK"_s, {});
        QCOMPARE(filter.ofEvent(bookmark), bookmark);
        QVERIFY(filter.ofEvent("garbage").isEmpty());
        QVERIFY(filter.ofEvent("{}").isEmpty());
    }

    void secretsAreEmptied_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("answer");
        const QJsonObject secret{
            {u"kind"_s, u"Secret"_s},
            {u"data"_s, QJsonObject{{u"key"_s, u"cGFzc3dvcmQ="_s}}},
            {u"metadata"_s,
             QJsonObject{{u"name"_s, u"s"_s},
                         {u"namespace"_s, u"shop"_s},
                         {u"annotations"_s,
                          QJsonObject{{u"last"_s, uR"({"data":{"key":"cGFzc3dvcmQ="}})"_s}}}}}};
        const auto one = u"api/v1/namespaces/shop/secrets/s"_s;
        const auto all = u"api/v1/namespaces/shop/secrets"_s;
        QTest::newRow("one") << one << secret;
        QTest::newRow("list") << all << QJsonObject{{u"items"_s, QJsonArray{secret}}};
        QTest::newRow("table") << all
                               << QJsonObject{
                                      {u"kind"_s, u"Table"_s},
                                      {u"rows"_s, QJsonArray{QJsonObject{{u"object"_s, secret}}}}};
        QTest::newRow("event") << u"api/v1/secrets?watch=true"_s
                               << QJsonObject{{u"type"_s, u"ADDED"_s}, {u"object"_s, secret}};
    }
    void secretsAreEmptied()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, answer);
        const gateway::Authorizer authorizer({});
        const auto target = at("GET", path);
        const gateway::AnswerFilter masking(authorizer, {}, target, true, false);
        QVERIFY(masking.isNeeded());
        const auto shown = target.verb == "watch"_L1 ? masking.ofEvent(bytesOf(answer))
                                                     : masking.ofBody(bytesOf(answer)).value();
        QVERIFY(shown.contains("\"s\""));
        QVERIFY2(!shown.contains("cGFzc3dvcmQ"), shown);
        QVERIFY(shown.contains("krateyard.io/masked"));
        const gateway::AnswerFilter revealing(authorizer, {}, target, true, true);
        QVERIFY(!revealing.isNeeded());
    }

    void rulesReviewsAreTrimmed()
    {
        const gateway::Authorizer authorizer({});
        const QJsonObject rule{{u"verbs"_s, QJsonArray{u"*"_s}},
                               {u"apiGroups"_s, QJsonArray{u""_s}},
                               {u"resources"_s, QJsonArray{u"pods"_s, u"pods/exec"_s}}};
        const QJsonObject review{
            {u"spec"_s, QJsonObject{{u"namespace"_s, u"shop"_s}}},
            {u"status"_s, QJsonObject{{u"resourceRules"_s, QJsonArray{rule}}}}};
        const auto trimmed = gateway::trimmedRules(authorizer, {}, review);
        const auto rules = trimmed["status"_L1]["resourceRules"_L1].toArray();
        QCOMPARE(rules.size(), 1);
        QCOMPARE(rules[0]["verbs"_L1].toArray(), (QJsonArray{u"get"_s, u"list"_s, u"watch"_s}));
        QCOMPARE(rules[0]["resources"_L1].toArray(), QJsonArray{u"pods"_s});
    }
};

QTEST_APPLESS_MAIN(ApiTargetTest)
#include "tst_apitarget.moc"
