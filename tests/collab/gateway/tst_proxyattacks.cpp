// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/proxy/apipolicy.h"
#include "gatewaysetup.h"
#include "support/rawhttp.h"

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

/// Ways around the rules at a cluster's own API, as somebody tries them who may come in.
class ProxyAttacksTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Hidden = "aHVudGVyMg";
    static GatewayConfig open()
    {
        auto config = GatewaySetup::withReadersAndOwners();
        config.auth.secretGroups = {u"nobody"_s};
        return config;
    }
    static gateway::Caller callerOf(const QString &group)
    {
        return {.subject = group, .groups = {group}};
    }
    static QJsonObject data()
    {
        return {{u"data"_s, QJsonObject{{u"password"_s, u"aHVudGVyMg=="_s}}},
                {u"type"_s, u"Opaque"_s}};
    }

    GatewaySetup::Answer send(const QByteArray &method, const QString &path, const QByteArray &type,
                              const QByteArray &body, const QByteArray &key = "ops")
    {
        return m_setup->send(method, path, key, body, type);
    }
    GatewaySetup::Answer get(const QString &path)
    {
        return m_setup->get(u"/k8s/demo/"_s + path, "dev");
    }

    std::unique_ptr<GatewaySetup> m_setup;
    QNetworkAccessManager m_network;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        for (const auto &name : {u"shop"_s, u"bank"_s})
            m_setup->put(u"v1"_s, u"Namespace"_s, {}, name);
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s}) {
            m_setup->putPod(u"bank"_s, u"vault-"_s + name);
            m_setup->putPod(u"shop"_s, u"web-"_s + name);
        }
        m_setup->put(u"v1"_s, u"Secret"_s, u"shop"_s, u"login"_s, data());
    }
    void cleanup() { m_setup.reset(); }

    /// An API server knows no watch of one object: it answers with the object.
    void aWatchOfOneSecretHasNoValues_data()
    {
        QTest::addColumn<QString>("query");
        for (const auto *query : {"watch=true", "watch", "watch=1&pretty=false",
                                  "watch=true&reveal=false", "%77atch=true"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }
    void aWatchOfOneSecretHasNoValues()
    {
        QFETCH(const QString, query);
        m_setup->start(open());
        const auto path = u"api/v1/namespaces/shop/secrets/login"_s;
        auto object = data();
        object.insert(u"kind"_s, u"Secret"_s);
        object.insert(u"apiVersion"_s, u"v1"_s);
        object.insert(u"metadata"_s,
                      QJsonObject{{u"name"_s, u"login"_s}, {u"namespace"_s, u"shop"_s}});
        m_setup->api().script().answer(u'/' + path, 200,
                                       QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
        const auto answer = get(path + u'?' + query);
        QVERIFY2(!answer.text.contains(Hidden), answer.text);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body()["data"_L1].toObject().keys(), QStringList{u"password"_s});
    }

    /// An operation may carry a value to where it is no secret any more, or into an error.
    void noPatchCarriesAValueAway_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        const auto json = "application/json-patch+json"_ba;
        QTest::newRow("copy")
            << R"([{"op":"copy","from":"/data/password","path":"/metadata/annotations/x"}])"_ba
            << json;
        QTest::newRow("move")
            << R"([{"op":"move","from":"/data","path":"/metadata/annotations"}])"_ba << json;
        QTest::newRow("escaped")
            << R"([{"op":"cop\u0079","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << json;
        QTest::newRow("test, a guess at a time")
            << R"([{"op":"test","path":"/data/password","value":"aHVudGVyMg=="}])"_ba << json;
        QTest::newRow("twice")
            << R"([{"op":"add","op":"copy","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << json;
        QTest::newRow("twice, the other way")
            << R"([{"op":"copy","op":"add","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << json;
        QTest::newRow("upper case")
            << R"([{"op":"copy","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << "Application/JSON-Patch+JSON"_ba;
        QTest::newRow("with a parameter")
            << R"([{"op":"copy","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << "application/json-patch+json; charset=utf-8"_ba;
        QTest::newRow("unreadable")
            << R"([{"op":"copy","from":"/data/password","path":"/metadata/labels/x"}])"_ba
            << "application/apply-patch+cbor"_ba;
        QTest::newRow("no list") << R"({"op":"copy"})"_ba << json;
    }
    void noPatchCarriesAValueAway()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        m_setup->start(open());
        const auto path = u"api/v1/namespaces/shop/secrets/login"_s;
        for (const auto &query : {u""_s, u"?dryRun=All"_s, u"?fieldManager=me&force=true"_s}) {
            const auto answer = send("PATCH", path + query, type, body);
            QVERIFY2(answer.status >= 400 && answer.status < 500,
                     QByteArray::number(answer.status));
            QVERIFY(!answer.text.contains(Hidden));
        }
        for (const auto &sent : m_setup->api().script().requests())
            QVERIFY2(sent.method != "PATCH", sent.body); // the cluster was not asked
    }

    void otherPatchesOfSecretsArePassedOn()
    {
        m_setup->start(open());
        const auto path = u"api/v1/namespaces/shop/secrets/login"_s;
        const auto added = send("PATCH", path, "application/json-patch+json",
                                R"([{"op":"add","path":"/metadata/labels","value":{"a":"b"}}])");
        QCOMPARE(added.status, 200);
        QCOMPARE(added.body()["metadata"_L1]["labels"_L1]["a"_L1].toString(), u"b"_s);
        QVERIFY(!added.text.contains(Hidden));
        const auto merged = send("PATCH", path, "application/merge-patch+json",
                                 R"({"metadata":{"labels":{"c":"d"}}})");
        QCOMPARE(merged.status, 200);
        QVERIFY(!merged.text.contains(Hidden));
    }

    /// However a client repeats them, and wherever.
    void whatRepeatsAValueIsNotShown_data()
    {
        QTest::addColumn<QString>("annotation");
        QTest::addColumn<QString>("value");
        QTest::newRow("the value") << u"x"_s << u"aHVudGVyMg=="_s;
        QTest::newRow("in clear text") << u"x"_s << u"password: hunter2"_s;
        QTest::newRow("JSON") << u"kubectl.kubernetes.io/last-applied-configuration"_s
                              << uR"({"kind":"Secret","stringData":{"password":"hunter2"}})"_s;
        QTest::newRow("an older value") << u"kubectl.kubernetes.io/last-applied-configuration"_s
                                        << u"{stringData: {password: hunter2-before}}"_s;
        // Rancher's wrangler: base64 of gzip
        QTest::newRow("packed") << u"objectset.rio.cattle.io/applied"_s
                                << u"H4sIAAAAAAAA/6pWhunter2SskISUQEAAAD//w"_s;
    }
    void whatRepeatsAValueIsNotShown()
    {
        QFETCH(const QString, annotation);
        QFETCH(const QString, value);
        auto object = data();
        object.insert(u"kind"_s, u"Secret"_s);
        object.insert(u"apiVersion"_s, u"v1"_s);
        object.insert(
            u"metadata"_s,
            QJsonObject{{u"name"_s, u"second"_s},
                        {u"namespace"_s, u"shop"_s},
                        {u"labels"_s, QJsonObject{{u"app"_s, u"web"_s}, {u"pw"_s, u"hunter2"_s}}},
                        {u"annotations"_s, QJsonObject{{annotation, value}, {u"ok"_s, u"1"_s}}}});
        m_setup->api().store().put(object);
        m_setup->start(open());
        for (const auto &path : {u"api/v1/namespaces/shop/secrets/second"_s, u"api/v1/secrets"_s}) {
            const auto answer = get(path);
            QCOMPARE(answer.status, 200);
            QVERIFY2(!answer.text.contains("hunter2") && !answer.text.contains(Hidden),
                     answer.text);
            QVERIFY(answer.text.contains("\"app\":\"web\""));
            QVERIFY(answer.text.contains("\"ok\":\"1\""));
        }
    }

    /// The kinds of a cluster come late, and new ones later: what nobody knows may have namespaces.
    void anUnknownKindIsForWhoMaySeeAll()
    {
        const auto mayAsk = [](const GatewayConfig &config, const QString &path,
                               const QByteArray &method = "GET") {
            const gateway::Authorizer authorizer(config);
            const auto caller = callerOf(u"ops"_s);
            const auto target = gateway::apiTargetOf(method, path, {});
            return !gateway::ApiPolicy(authorizer, caller, kube::ApiResources(), *target, {})
                        .refusal();
        };
        auto config = open();
        QVERIFY(mayAsk(config, u"api/v1/pods"_s));
        config.namespaces = {u"shop"_s};
        QVERIFY(!mayAsk(config, u"api/v1/pods"_s));
        QVERIFY(!mayAsk(config, u"apis/example.org/v1/widgets"_s));
        QVERIFY(!mayAsk(config, u"apis/example.org/v1/widgets"_s, "DELETE"));
        QVERIFY(mayAsk(config, u"apis/example.org/v1/namespaces/shop/widgets"_s));
        QVERIFY(!mayAsk(config, u"apis/example.org/v1/namespaces/bank/widgets"_s));
    }

    /// A kubelet tells of all pods of its node.
    void aKubeletTellsOfOtherNamespaces()
    {
        const auto mayAsk = [](const GatewayConfig &config, const QString &path) {
            const gateway::Authorizer authorizer(config);
            const auto caller = callerOf(u"ops"_s);
            kube::ApiResources kinds;
            kinds.resources = {{.version = u"v1"_s, .resource = u"nodes"_s, .kind = u"Node"_s}};
            const auto target = gateway::apiTargetOf("GET", path, {});
            return !gateway::ApiPolicy(authorizer, caller, kinds, *target, {}).refusal();
        };
        const auto summary = u"api/v1/nodes/n1/proxy/stats/summary"_s;
        auto config = open();
        QVERIFY(mayAsk(config, summary));
        QVERIFY(!mayAsk(config, u"api/v1/nodes/https:n1:2379/proxy/stats/summary"_s));
        config.pods.exclude = {u"^quiet"_s};
        QVERIFY(!mayAsk(config, summary));
        config = open();
        config.namespaces = {u"shop"_s};
        QVERIFY(!mayAsk(config, summary));
    }

    /// The mark that a page ends with has the name of its last object in it.
    void pagesNameNobodyElse()
    {
        auto config = open();
        config.namespaces = {u"shop"_s};
        m_setup->start(config);
        QStringList names;
        QString mark;
        int pages = 0;
        do {
            const auto query = mark.isEmpty() ? QString() : u"&continue="_s + mark;
            const auto answer = get(u"api/v1/pods?limit=1"_s + query);
            QCOMPARE(answer.status, 200);
            names += answer.names();
            const auto metadata = answer.body()["metadata"_L1].toObject();
            QVERIFY(!metadata.contains("remainingItemCount"_L1));
            mark = metadata["continue"_L1].toString();
            const auto read =
                QByteArray::fromBase64(mark.toLatin1(), QByteArray::Base64UrlEncoding);
            QVERIFY2(!read.contains("vault") && !read.contains("bank"), read);
            QVERIFY(++pages < 20);
        } while (!mark.isEmpty());
        QCOMPARE(names, (QStringList{u"web-a"_s, u"web-b"_s, u"web-c"_s}));
        QVERIFY(pages > 3);
        // Nobody makes one up.
        const auto made =
            QByteArray(R"({"v":"meta.k8s.io/v1","rv":1,"start":"bank/x"})").toBase64();
        QCOMPARE(get(u"api/v1/pods?limit=1&continue="_s + QString::fromLatin1(made)).status, 410);
        // Nor uses one for another list.
        const auto first = get(u"api/v1/pods?limit=1"_s).body()["metadata"_L1]["continue"_L1];
        QCOMPARE(get(u"api/v1/secrets?limit=1&continue="_s + first.toString()).status, 410);
    }

    void aJobIsAnApp()
    {
        auto config = open();
        config.apps.exclude = {u"^quiet"_s};
        m_setup->put(u"batch/v1"_s, u"Job"_s, u"shop"_s, u"quiet-job"_s);
        m_setup->put(u"batch/v1"_s, u"Job"_s, u"shop"_s, u"loud-job"_s);
        m_setup->start(config);
        QCOMPARE(get(u"apis/batch/v1/jobs"_s).names(), QStringList{u"loud-job"_s});
        QCOMPARE(get(u"apis/batch/v1/namespaces/shop/jobs/quiet-job"_s).status, 404);
        QCOMPARE(get(u"apis/batch/v1/namespaces/shop/jobs/loud-job"_s).status, 200);
        QCOMPARE(send("DELETE", u"apis/batch/v1/namespaces/shop/jobs"_s, {}, {}).status, 403);
    }

    /// Whose words reach the cluster is the gateway's business.
    void nobodySaysWhoTheyAreToTheCluster()
    {
        m_setup->start(open());
        const auto before = m_setup->api().script().requests().size();
        auto request = m_setup->requestTo(u"/k8s/demo/api/v1/namespaces/shop/pods/web-a"_s);
        request.setRawHeader("Authorization", "Bearer dev");
        for (const auto *name : {"Impersonate-User", "Impersonate-Group", "Impersonate-Uid",
                                 "Impersonate-Extra-scopes", "X-Remote-User", "X-Remote-Group",
                                 "X-Forwarded-For", "Cookie"})
            request.setRawHeader(name, "system:masters");
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QTRY_VERIFY(reply->isFinished());
        // The same by way of a tunnel, and a token where Kubernetes takes one from.
        const auto shell =
            "GET /k8s/demo/api/v1/namespaces/shop/pods/web-a/exec?command=sh&access_token=ops "
            "HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Protocol: v5.channel.k8s.io, "
            "base64url.bearer.authorization.k8s.io.c3RvbGVu\r\n"
            "Impersonate-User: system:masters\r\nCookie: a=b\r\nX-Remote-User: root\r\n\r\n"_ba;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_setup->url().port()));
        socket.write(shell);
        QTRY_VERIFY(socket.bytesAvailable() > 12);
        QTRY_VERIFY(m_setup->api().script().requests().size() >= before + 2);
        const auto &all = m_setup->api().script().requests();
        for (auto i = before; i < all.size(); ++i) {
            for (const auto &[name, value] : all[i].headers) {
                const auto lower = name.toLower();
                QVERIFY2(!lower.startsWith("impersonate") && !lower.startsWith("x-remote")
                             && !lower.startsWith("x-forwarded") && lower != "cookie",
                         name);
                QVERIFY2(!value.contains("c3RvbGVu") && !value.contains("masters"), value);
            }
            QVERIFY(!all[i].query.hasQueryItem(u"access_token"_s));
        }
    }

    /// What the gateway's own account may do is no answer for somebody else.
    void aReviewThatCannotBeReadIsNotPassedOn()
    {
        m_setup->start(open());
        const auto path = u"apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;
        const auto before = m_setup->api().script().requests().size();
        const auto answer =
            send("POST", path, "application/yaml",
                 "spec: {resourceAttributes: {verb: delete, resource: pods}}", "dev");
        QVERIFY2(answer.status == 415 || answer.status == 400, answer.text);
        QCOMPARE(m_setup->api().script().requests().size(), before);
    }

    /// Who takes nothing of what they asked for asks for no more, and the others may.
    void answersThatNobodyTakesAreBounded()
    {
        auto config = open();
        config.limits.backlogBytes = 512 * 1024;
        m_setup->start(config);
        const auto path = u"/api/v1/configmaps"_s;
        m_setup->api().script().answer(path, 200,
                                       R"({"kind":"ConfigMapList","items":[{"metadata":{"name":")"
                                           + QByteArray(40'000'000, 'x') + R"("}}]})");
        QTcpSocket lazy;
        lazy.setReadBufferSize(1'000);
        lazy.connectToHost(QHostAddress::LocalHost, quint16(m_setup->url().port()));
        lazy.write("GET /k8s/demo" + path.toLatin1()
                   + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer dev\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(lazy.bytesAvailable() > 12, 20'000);
        QVERIFY(lazy.peek(12).endsWith("200"));
        const auto again = get(path.sliced(1));
        QCOMPARE(again.status, 429);
        QVERIFY(again.headers.contains("Retry-After"));
        QCOMPARE(m_setup->get(u"/k8s/demo"_s + path, "ops").status, 200);
        lazy.abort();
        QTRY_COMPARE(get(path.sliced(1)).status, 200);
    }

    /// A cluster that answers late finds nobody, and harms nobody.
    void theGatewayMayEndBeforeTheClusterAnswers_data()
    {
        QTest::addColumn<QByteArray>("below");
        QTest::newRow("shell") << "/exec?command=sh"_ba;
        QTest::newRow("object") << ""_ba;
        QTest::newRow("log") << "/log"_ba;
    }
    void theGatewayMayEndBeforeTheClusterAnswers()
    {
        QFETCH(const QByteArray, below);
        m_setup->start(open());
        const auto pod = u"/api/v1/namespaces/shop/pods/web-a"_s;
        m_setup->api().script().delay(pod + u"*"_s, std::chrono::milliseconds(300));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_setup->url().port()));
        socket.write("GET /k8s/demo" + pod.toLatin1() + below
                     + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ops\r\n"
                     + (below.startsWith("/exec") ? "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                                    "Sec-WebSocket-Version: 13\r\n"
                                                    "Sec-WebSocket-Key: "
                                                    "dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"_ba
                                                  : "\r\n"_ba));
        QTRY_VERIFY(m_setup->api().script().count(pod + u"*"_s) > 0);
        m_setup->stop();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QTest::qWait(500); // the cluster answers now
    }
};

QTEST_GUILESS_MAIN(ProxyAttacksTest)
#include "tst_proxyattacks.moc"
