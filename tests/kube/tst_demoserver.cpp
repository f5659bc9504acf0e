// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/apierror.h"
#include "kube/demo/apiserver.h"

#include <QAbstractEventDispatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>

using namespace Qt::StringLiterals;

static QJsonObject pod(const QString &name, const QString &app = u"web"_s)
{
    const QJsonObject running{
        {u"running"_s, QJsonObject{{u"startedAt"_s, u"2026-01-01T00:00:00Z"_s}}}};
    return {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Pod"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, name},
                     {u"namespace"_s, u"shop"_s},
                     {u"labels"_s, QJsonObject{{u"app"_s, app}}}}},
        {u"spec"_s,
         QJsonObject{{u"containers"_s, QJsonArray{QJsonObject{{u"name"_s, u"main"_s}}}}}},
        {u"status"_s,
         QJsonObject{{u"phase"_s, u"Running"_s},
                     {u"containerStatuses"_s,
                      QJsonArray{QJsonObject{
                          {u"name"_s, u"main"_s}, {u"ready"_s, true}, {u"state"_s, running}}}}}}};
}

static QJsonObject jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

class DemoServerTest : public QObject
{
    Q_OBJECT

private:
    struct Answer
    {
        int code = 0;
        QByteArray body = {};
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
    };

    QNetworkRequest requestTo(const QString &path, const QByteArray &accept) const
    {
        QNetworkRequest request(QUrl(m_server->url().toString() + path));
        request.setRawHeader("Accept", accept);
        return request;
    }

    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QByteArray &type = "application/json",
                const QByteArray &accept = "application/json")
    {
        auto request = requestTo(path, accept);
        if (!body.isEmpty())
            request.setRawHeader("Content-Type", type);
        std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, method, body));
        const bool done = QTest::qWaitFor([&] { return reply->isFinished(); }, 5000);
        if (!done)
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll(), reply->error()};
    }

    QJsonObject get(const QString &path, const QByteArray &accept = "application/json")
    {
        return jsonOf(send("GET", path, {}, {}, accept).body);
    }

    struct Watch
    {
        std::unique_ptr<QNetworkReply> reply;
        QByteArray rest = {};
        QList<QJsonObject> events = {};

        void read()
        {
            rest += reply->readAll();
            for (auto end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                events.append(jsonOf(rest.first(end)));
                rest.remove(0, end + 1);
            }
        }
        QStringList types()
        {
            read();
            QStringList list;
            for (const auto &event : events)
                list.append(event["type"_L1].toString());
            return list;
        }
    };

    Watch watch(const QString &query, const QByteArray &accept = "application/json")
    {
        const QString path = u"/api/v1/namespaces/shop/pods?watch=true&"_s + query;
        return {std::unique_ptr<QNetworkReply>(m_network->get(requestTo(path, accept)))};
    }

    const QString m_pods = u"/api/v1/namespaces/shop/pods"_s;
    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_network = std::make_unique<QNetworkAccessManager>();
        QVERIFY(m_server->listen());
    }

    void cleanup()
    {
        m_network.reset();
        m_server.reset();
    }

    void listGivesObjectsWithoutTheirKind()
    {
        m_server->store().put(pod(u"a"_s));

        const auto list = get(m_pods);

        QCOMPARE(list["kind"_L1].toString(), u"PodList"_s);
        QCOMPARE(list["items"_L1].toArray().size(), 1);
        QVERIFY(!list["items"_L1][0].toObject().contains("kind"_L1));
        QCOMPARE(list["metadata"_L1]["resourceVersion"_L1].toString(),
                 QString::number(m_server->store().revision()));
    }

    void selectorsChoose()
    {
        m_server->store().put(pod(u"a"_s, u"web"_s));
        m_server->store().put(pod(u"b"_s, u"db"_s));

        const auto count = [&](const QString &query) {
            return get(m_pods + u'?' + query).value("items"_L1).toArray().size();
        };
        QCOMPARE(count(u"labelSelector=app%3Dweb"_s), 1);
        QCOMPARE(count(u"labelSelector=app+in+(web,db)"_s), 2);
        QCOMPARE(count(u"labelSelector=app!%3Dweb"_s), 1);
        QCOMPARE(count(u"labelSelector=!tier,app"_s), 2);
        QCOMPARE(count(u"fieldSelector=metadata.name%3Db"_s), 1);
        QCOMPARE(count(u"fieldSelector=status.phase!%3DRunning"_s), 0);
        QCOMPARE(send("GET", m_pods + u"?fieldSelector=spec.colour%3Dred"_s).code, 400);
    }

    void pagesShowOneMomentEvenWhenThingsChange()
    {
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
            m_server->store().put(pod(name));

        const auto first = get(m_pods + u"?limit=2"_s);
        const auto next = first["metadata"_L1]["continue"_L1].toString();
        QCOMPARE(first["items"_L1].toArray().size(), 2);
        QCOMPARE(first["metadata"_L1]["remainingItemCount"_L1].toInt(), 1);
        m_server->store().put(pod(u"d"_s));
        const auto second = get(m_pods + u"?limit=2&continue="_s + next);

        QCOMPARE(second["items"_L1].toArray().size(), 1);
        QCOMPARE(second["metadata"_L1]["resourceVersion"_L1],
                 first["metadata"_L1]["resourceVersion"_L1]);
        QVERIFY(!second["metadata"_L1].toObject().contains("continue"_L1));
    }

    void anOldContinueTokenIsGone()
    {
        for (const auto &name : {u"a"_s, u"b"_s})
            m_server->store().put(pod(name));
        const auto next =
            get(m_pods + u"?limit=1"_s).value("metadata"_L1)["continue"_L1].toString();
        m_server->store().compact();

        const auto answer = send("GET", m_pods + u"?limit=1&continue="_s + next);

        QCOMPARE(answer.code, 410);
        QCOMPARE(jsonOf(answer.body).value("reason"_L1).toString(), u"Expired"_s);
    }

    void aWatchReplaysAndGoesOn()
    {
        m_server->store().put(pod(u"a"_s));
        const auto version = QString::number(m_server->store().revision());
        m_server->store().put(pod(u"b"_s));

        auto events = watch(u"resourceVersion="_s + version);
        QTRY_COMPARE(events.types(), QStringList{u"ADDED"_s});
        m_server->store().put(pod(u"b"_s, u"changed"_s));
        QVERIFY(m_server->store().remove(m_server->store().refOf(pod(u"a"_s))).has_value());

        QTRY_COMPARE(events.types(), (QStringList{u"ADDED"_s, u"MODIFIED"_s, u"DELETED"_s}));
    }

    void anObjectThatNoLongerMatchesIsDeletedForTheWatch()
    {
        m_server->store().put(pod(u"a"_s));
        auto events = watch(u"labelSelector=app%3Dweb"_s);
        QTRY_COMPARE(events.types(), QStringList{u"ADDED"_s});

        m_server->store().put(pod(u"a"_s, u"db"_s));

        QTRY_COMPARE(events.types(), (QStringList{u"ADDED"_s, u"DELETED"_s}));
    }

    void aWatchFromTooFarBackSaysGone()
    {
        m_server->store().put(pod(u"a"_s));
        const auto version = QString::number(m_server->store().revision());
        m_server->store().compact();

        auto events = watch(u"resourceVersion="_s + version);
        QTRY_COMPARE(events.types(), QStringList{u"ERROR"_s});
        QCOMPARE(events.events[0]["object"_L1]["code"_L1].toInt(), 410);

        m_server->script().setGoneAsStatus(true);
        QCOMPARE(send("GET", m_pods + u"?watch=true&resourceVersion="_s + version).code, 410);
    }

    void bookmarksComeAndTheWatchEndsInTime()
    {
        m_server->options().bookmarkEvery = std::chrono::milliseconds(20);
        auto events = watch(u"allowWatchBookmarks=true&timeoutSeconds=1"_s);

        QTRY_VERIFY(events.types().contains(u"BOOKMARK"_s));
        QTRY_VERIFY(events.reply->isFinished());
        QCOMPARE(events.reply->error(), QNetworkReply::NoError);
        QTRY_COMPARE(m_server->openWatches(), 0);
    }

    /// They come back every few seconds where the network is bad, and would have ended after 30
    /// minutes.
    void ofAWatchThatWasCutOffNothingIsLeft()
    {
        const auto timers = [] {
            const auto objects = QAbstractEventDispatcher::instance()->findChildren<QObject *>();
            return std::ranges::count_if(objects, [](const QObject *object) {
                return object->metaObject()->className() == "QSingleShotTimer"_ba;
            });
        };
        const auto before = timers();
        for (int i = 0; i < 3; ++i) {
            auto events = watch(QString());
            QTRY_COMPARE(m_server->openWatches(), 1);
            m_server->dropConnections();
            QTRY_VERIFY(events.reply->isFinished());
        }
        QCOMPARE(timers(), before);
    }

    void aWatchListMarksTheEndOfTheInitialEvents()
    {
        m_server->store().put(pod(u"a"_s));
        const auto query = u"sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
                           "&allowWatchBookmarks=true"_s;
        auto events = watch(query);

        QTRY_COMPARE(events.types(), (QStringList{u"ADDED"_s, u"BOOKMARK"_s}));
        const auto meta = events.events[1]["object"_L1]["metadata"_L1];
        QCOMPARE(meta["annotations"_L1]["k8s.io/initial-events-end"_L1].toString(), u"true"_s);

        m_server->options().watchList = false;
        QCOMPARE(send("GET", m_pods + u"?watch=true&"_s + query).code, 422);
    }

    void tablesHaveColumnsAndCells()
    {
        m_server->store().put(pod(u"a"_s));
        const QByteArray accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

        const auto table = get(m_pods, accept);

        QCOMPARE(table["kind"_L1].toString(), u"Table"_s);
        QCOMPARE(table["columnDefinitions"_L1][2]["name"_L1].toString(), u"Status"_s);
        QCOMPARE(table["rows"_L1][0]["cells"_L1][1].toString(), u"1/1"_s);
        QCOMPARE(table["rows"_L1][0]["object"_L1]["kind"_L1].toString(),
                 u"PartialObjectMetadata"_s);
        QVERIFY(!get(m_pods + u"?includeObject=None"_s, accept)
                     .value("rows"_L1)[0]
                     .toObject()
                     .contains("object"_L1));

        auto events = watch(QString(), accept);
        QTRY_COMPARE(events.types(), QStringList{u"ADDED"_s});
        QVERIFY(events.events[0]["object"_L1]["columnDefinitions"_L1].isArray());
    }

    void discoveryNamesTheKindsInBothForms()
    {
        const auto aggregated =
            get(u"/apis"_s, "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
        QCOMPARE(aggregated["kind"_L1].toString(), u"APIGroupDiscoveryList"_s);
        m_server->options().aggregatedDiscovery = false;
        QCOMPARE(get(u"/apis"_s, "application/json;v=v2;as=APIGroupDiscoveryList,application/json")
                     .value("kind"_L1)
                     .toString(),
                 u"APIGroupList"_s);
        QCOMPARE(get(u"/apis/apps/v1"_s).value("groupVersion"_L1).toString(), u"apps/v1"_s);
        QCOMPARE(send("GET", u"/apis/none.example/v1"_s).code, 404);
        QCOMPARE(get(u"/version"_s).value("gitVersion"_L1).toString(), u"v1.32.3"_s);
    }

    void aConflictingPutIsRefused()
    {
        auto object = m_server->store().put(pod(u"a"_s));
        m_server->store().put(pod(u"a"_s, u"changed"_s));

        const auto answer = send("PUT", m_pods + u"/a"_s, demo::toJson(object));

        QCOMPARE(answer.code, 409);
        QCOMPARE(jsonOf(answer.body).value("reason"_L1).toString(), u"Conflict"_s);
    }

    void patchesOfAllKindsWork()
    {
        m_server->store().put(pod(u"a"_s));
        const auto label = [&] {
            return get(m_pods + u"/a"_s).value("metadata"_L1)["labels"_L1]["app"_L1].toString();
        };
        const QString path = m_pods + u"/a"_s;

        QCOMPARE(send("PATCH", path, R"({"metadata":{"labels":{"app":"x"}}})",
                      "application/merge-patch+json")
                     .code,
                 200);
        QCOMPARE(label(), u"x"_s);
        QCOMPARE(send("PATCH", path,
                      R"([{"op":"replace","path":"/metadata/labels/app","value":"y"}])",
                      "application/json-patch+json")
                     .code,
                 200);
        QCOMPARE(label(), u"y"_s);
        QCOMPARE(send("PATCH", path, R"({"spec":{"containers":[{"name":"main","image":"i:2"}]}})",
                      "application/strategic-merge-patch+json")
                     .code,
                 200);
        QCOMPARE(get(path).value("spec"_L1)["containers"_L1].toArray().size(), 1);
        QCOMPARE(get(path).value("metadata"_L1)["generation"_L1].toInt(), 2);
        QCOMPARE(send("PATCH", path, "{}", "text/plain").code, 415);
    }

    void faultsBendAnswers()
    {
        m_server->store().put(pod(u"a"_s));
        auto &script = m_server->script();

        script.throttle(m_pods, 429, 7, 1);
        QCOMPARE(send("GET", m_pods).code, 429);
        QCOMPARE(send("GET", m_pods).code, 200);
        script.cut(m_pods, 10, 1);
        QCOMPARE(send("GET", m_pods).error, QNetworkReply::RemoteHostClosedError);
        script.garbage(m_pods); // always: Qt asks once more by itself
        QVERIFY(send("GET", m_pods).error != QNetworkReply::NoError);
        script.clear();
        script.forbid({.verb = u"list"_s, .resource = u"pods"_s});
        const auto refused = send("GET", m_pods);
        QCOMPARE(refused.code, 403);
        QVERIFY(jsonOf(refused.body)
                    .value("message"_L1)
                    .toString()
                    .contains(u"cannot list resource \"pods\""_s));
        QVERIFY(script.count(m_pods) >= 5);
    }

    void aServerForHoursKeepsNoRequests()
    {
        m_server->script().setRecording(false);
        QCOMPARE(send("GET", u"/version"_s).code, 200);
        QVERIFY(m_server->script().requests().empty());
    }

    void aSilentWatchStaysOpen()
    {
        auto events = watch(QString());
        QTRY_COMPARE(m_server->openWatches(), 1);
        m_server->script().setWatchesSilent(true);
        m_server->store().put(pod(u"a"_s));
        m_server->script().setWatchesSilent(false);
        m_server->store().put(pod(u"b"_s));

        QTRY_COMPARE(events.types(), QStringList{u"ADDED"_s});
        QCOMPARE(events.events[0]["object"_L1]["metadata"_L1]["name"_L1].toString(), u"b"_s);
    }

    void aStoppedServerComesBackOnItsPort()
    {
        const auto port = m_server->port();
        auto events = watch(QString());
        QTRY_COMPARE(m_server->openWatches(), 1);

        m_server->stop();
        QTRY_VERIFY(events.reply->isFinished());
        QVERIFY(send("GET", u"/version"_s).error != QNetworkReply::NoError);
        QVERIFY(m_server->listen(port));

        QCOMPARE(send("GET", u"/version"_s).code, 200);
    }

    void aTokenIsAskedFor()
    {
        m_server->options().tokens = {{"good", u"jane"_s}};
        QCOMPARE(send("GET", m_pods).code, 401);
        auto request = requestTo(m_pods, "application/json");
        request.setRawHeader("Authorization", "Bearer good");
        std::unique_ptr<QNetworkReply> reply(m_network->get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(m_server->script().requests().back().user, u"jane"_s);
    }

    void logsFollowAndEnd()
    {
        m_server->store().put(pod(u"a"_s));
        const demo::LogKey key{u"shop"_s, u"a"_s, u"main"_s};
        for (const auto *line : {"one", "two", "three"})
            m_server->logs().append(key, line);

        QCOMPARE(send("GET", m_pods + u"/a/log?tailLines=2"_s).body, "two\nthree\n");
        QCOMPARE(send("GET", m_pods + u"/a/log?limitBytes=5"_s).body, "one\nt");
        QCOMPARE(send("GET", m_pods + u"/a/log?previous=true"_s).code, 400);
        std::unique_ptr<QNetworkReply> reply(
            m_network->get(requestTo(m_pods + u"/a/log?follow=true&tailLines=1"_s, "*/*")));
        QByteArray seen;
        connect(reply.get(), &QNetworkReply::readyRead, this, [&] { seen += reply->readAll(); });
        QTRY_COMPARE(seen, "three\n");
        m_server->logs().append(key, "four");
        QTRY_COMPARE(seen, "three\nfour\n");
        m_server->logs().restart(key);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(send("GET", m_pods + u"/a/log?previous=true&tailLines=1"_s).body, "four\n");
    }
};

QTEST_GUILESS_MAIN(DemoServerTest)
#include "tst_demoserver.moc"
