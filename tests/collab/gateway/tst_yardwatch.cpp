// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewaysetup.h"

#include "collab/gateway/yard/jsonpatch.h"

#include <QSignalSpy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;

/// `/api/watch` and `/api/watch/{kind}`.
class YardWatchTest : public QObject
{
    Q_OBJECT

private:
    /// A client that goes on reading lines.
    struct Watcher
    {
        Watcher(GatewaySetup &setup, const QString &path, const QByteArray &key,
                const QHttpHeaders &headers = {})
        {
            QNetworkRequest request(QUrl(setup.url().toString() + path));
            request.setHeaders(headers);
            request.setRawHeader("Authorization", "Bearer " + key);
            reply.reset(network.get(request));
            QObject::connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
                             [this] { text += reply->readAll(); });
        }
        int status() const
        {
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        }
        QList<QJsonObject> messages() const
        {
            QList<QJsonObject> messages;
            for (auto line : text.split('\n')) {
                if (line.startsWith("data: "))
                    line = line.sliced(6);
                if (line.startsWith('{'))
                    messages.append(QJsonDocument::fromJson(line).object());
            }
            return messages;
        }
        /// "ADDED web-1", "LISTED", and so on.
        QStringList story() const
        {
            QStringList story;
            for (const auto &message : messages()) {
                const auto name = message["object"_L1]["metadata"_L1]["name"_L1].toString();
                const auto type = message["type"_L1].toString();
                if (type != "TOKEN"_L1)
                    story.append(name.isEmpty() ? type : QString(type + u' ' + name));
            }
            return story;
        }
        QString token() const
        {
            QString token;
            for (const auto &message : messages()) {
                if (message["type"_L1] == "TOKEN"_L1)
                    token = message["token"_L1].toString();
            }
            return token;
        }

        QNetworkAccessManager network;
        std::unique_ptr<QNetworkReply> reply;
        QByteArray text;
    };

    static GatewayConfig open() { return GatewaySetup::withKeys({u"dev"_s}); }
    void remove(const QString &nameSpace, const QString &name)
    {
        QVERIFY(m_setup->api().store().remove(
            {.gvr = {{}, u"v1"_s, u"pods"_s}, .nameSpace = nameSpace, .name = name}));
    }

    std::unique_ptr<GatewaySetup> m_setup;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_setup = std::make_unique<GatewaySetup>();
        QVERIFY(m_setup->isListening());
        m_setup->putPod(u"shop"_s, u"web-1"_s);
        m_setup->putPod(u"bank"_s, u"vault"_s);
    }
    void cleanup() { m_setup.reset(); }

    void patchesMakeTheOneOfTheOther_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("nothing") << R"({"a":1})"_ba << R"({"a":1})"_ba << "[]"_ba;
        QTest::newRow("a value") << R"({"a":1})"_ba << R"({"a":2})"_ba
                                 << R"([{"op":"replace","path":"/a","value":2}])"_ba;
        QTest::newRow("more") << R"({"a":{}})"_ba << R"({"a":{"b/c~":[1]}})"_ba
                              << R"([{"op":"add","path":"/a/b~1c~0","value":[1]}])"_ba;
        QTest::newRow("less") << R"({"a":1,"b":2})"_ba << R"({"b":2})"_ba
                              << R"([{"op":"remove","path":"/a"}])"_ba;
        QTest::newRow("in a list") << R"({"a":[{"x":1},2]})"_ba << R"({"a":[{"x":3},2]})"_ba
                                   << R"([{"op":"replace","path":"/a/0/x","value":3}])"_ba;
        QTest::newRow("a longer list") << R"({"a":[1]})"_ba << R"({"a":[1,2]})"_ba
                                       << R"([{"op":"replace","path":"/a","value":[1,2]}])"_ba;
    }
    void patchesMakeTheOneOfTheOther()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const auto objectOf = [](const QByteArray &json) {
            return QJsonValue(QJsonDocument::fromJson(json).object());
        };
        const auto made = gateway::jsonPatch(objectOf(before), objectOf(after));
        QTEST(QJsonDocument(made).toJson(QJsonDocument::Compact), "patch");
    }

    void whatIsThereComesFirstAndThenWhatChanges()
    {
        m_setup->start(open());
        Watcher watcher(*m_setup, u"/api/watch/pods"_s, "dev");
        QTRY_COMPARE(watcher.story(),
                     (QStringList{u"ADDED vault"_s, u"ADDED web-1"_s, u"LISTED"_s}));
        m_setup->putPod(u"shop"_s, u"web-2"_s);
        QTRY_COMPARE(watcher.story().last(), u"ADDED web-2"_s);
        m_setup->putPod(u"shop"_s, u"web-2"_s, {{u"a"_s, u"b"_s}});
        QTRY_COMPARE(watcher.story().last(), u"MODIFIED web-2"_s);
        remove(u"shop"_s, u"web-2"_s);
        QTRY_COMPARE(watcher.story().last(), u"DELETED web-2"_s);
    }

    void eventsAreForThoseWhoTakeThem()
    {
        m_setup->start(open());
        QHttpHeaders headers;
        headers.append("Accept", "text/event-stream");
        Watcher watcher(*m_setup, u"/api/watch/pods?ns=shop"_s, "dev", headers);
        QTRY_COMPARE(watcher.story(), (QStringList{u"ADDED web-1"_s, u"LISTED"_s}));
        QVERIFY(watcher.text.contains("\nid: pods="));
        QCOMPARE(watcher.reply->rawHeader("Content-Type"), "text/event-stream");
    }

    void whoComesBackHearsWhatItMissed()
    {
        m_setup->start(open());
        auto watcher = std::make_unique<Watcher>(*m_setup, u"/api/watch/pods"_s, "dev");
        QTRY_VERIFY(!watcher->token().isEmpty());
        const auto token = watcher->token();
        watcher.reset();
        Watcher witness(*m_setup, u"/api/watch/pods"_s, "dev");
        QTRY_VERIFY(witness.story().contains(u"LISTED"_s));
        m_setup->putPod(u"shop"_s, u"web-2"_s);
        m_setup->putPod(u"shop"_s, u"short-lived"_s);
        remove(u"shop"_s, u"short-lived"_s);
        remove(u"bank"_s, u"vault"_s);
        QTRY_COMPARE(witness.story().last(), u"DELETED vault"_s);
        Watcher again(*m_setup, u"/api/watch/pods?since="_s + token, "dev");
        QTRY_VERIFY(again.story().contains(u"LISTED"_s));
        QTRY_VERIFY(again.story().contains(u"ADDED web-2"_s));
        QTRY_COMPARE(again.story().count(u"DELETED"_s), 1); // vault: of it the uid is known
        QVERIFY(!again.story().contains(u"ADDED web-1"_s));
        QVERIFY(!again.story().contains(u"RESET"_s));
        Watcher late(*m_setup, u"/api/watch/pods?since=pods%3Dother-7"_s, "dev");
        QTRY_VERIFY(late.story().contains(u"LISTED"_s));
        QCOMPARE(late.story().first(), u"RESET"_s);
        QVERIFY(late.story().contains(u"ADDED web-1"_s));
    }

    void patchesAreForThoseWhoWantThem()
    {
        m_setup->start(open());
        Watcher watcher(*m_setup, u"/api/watch/pods?ns=shop&patch=true"_s, "dev");
        QTRY_VERIFY(watcher.story().contains(u"LISTED"_s));
        m_setup->putPod(u"shop"_s, u"web-1"_s, {{u"a"_s, u"b"_s}});
        QTRY_COMPARE(watcher.story().last(), u"MODIFIED"_s);
        const auto patch = watcher.messages().last()["patch"_L1].isArray()
            ? watcher.messages().last()["patch"_L1].toArray()
            : watcher.messages().at(watcher.messages().size() - 2)["patch"_L1].toArray();
        QVERIFY(QJsonDocument(patch).toJson().contains("/metadata/labels"));
    }

    /// What comes and goes from a selection is added and deleted.
    void labelsChooseWhatIsSeen()
    {
        m_setup->start(open());
        Watcher watcher(*m_setup, u"/api/watch/pods?labelSelector=app%3Dweb"_s, "dev");
        QTRY_COMPARE(watcher.story(), QStringList{u"LISTED"_s});
        m_setup->putPod(u"shop"_s, u"web-1"_s, {{u"app"_s, u"web"_s}});
        QTRY_COMPARE(watcher.story().last(), u"ADDED web-1"_s);
        m_setup->putPod(u"shop"_s, u"web-1"_s, {{u"app"_s, u"other"_s}});
        QTRY_COMPARE(watcher.story().last(), u"DELETED web-1"_s);
    }

    void allKindsAtOnce()
    {
        m_setup->start(open());
        Watcher watcher(*m_setup, u"/api/watch"_s, "dev");
        QTRY_COMPARE(watcher.story().count(u"LISTED"_s), 12);
        m_setup->put(u"v1"_s, u"Service"_s, u"shop"_s, u"front"_s);
        QTRY_COMPARE(watcher.story().last(), u"ADDED front"_s);
        QVERIFY(watcher.token().contains(u"pods="_s) && watcher.token().contains(u"services="_s));
    }

    void onlyWhatIsAllowedIsTold()
    {
        auto config = open();
        config.namespaces = {u"shop"_s};
        config.limits.watchesPerUser = 3;
        m_setup->start(config);
        Watcher watcher(*m_setup, u"/api/watch/pods"_s, "dev");
        QTRY_COMPARE(watcher.story(), (QStringList{u"ADDED web-1"_s, u"LISTED"_s}));
        m_setup->putPod(u"bank"_s, u"vault-2"_s);
        m_setup->putPod(u"shop"_s, u"web-2"_s);
        QTRY_COMPARE(watcher.story().last(), u"ADDED web-2"_s);
        QVERIFY(!watcher.text.contains("vault"));
        QCOMPARE(m_setup->get(u"/api/watch/pods?ns=bank"_s, "dev").status, 403);
        QCOMPARE(m_setup->get(u"/api/watch/dragons"_s, "dev").status, 404);
        QCOMPARE(m_setup->get(u"/api/watch/pods"_s, {}).status, 401);
        Watcher many(*m_setup, u"/api/watch?kinds=services,secrets,configmaps"_s, "dev");
        QTRY_COMPARE(many.story().count(u"LISTED"_s), 2);
        QTRY_COMPARE(many.story().count(u"ERROR"_s), 1); // one too many
    }

    void secretsAreMasked()
    {
        m_setup->put(u"v1"_s, u"Secret"_s, u"shop"_s, u"tls"_s,
                     {{u"data"_s, QJsonObject{{u"key"_s, u"aHVudGVyMg=="_s}}}});
        m_setup->start(open());
        Watcher watcher(*m_setup, u"/api/watch/secrets"_s, "dev");
        QTRY_COMPARE(watcher.story(), (QStringList{u"ADDED tls"_s, u"LISTED"_s}));
        QVERIFY(!watcher.text.contains("aHVudGVyMg"));
    }

    /// One who does not read costs no more than its backlog, and hears in the end how things are.
    void whoDoesNotReadHoldsNobodyUp()
    {
        for (int i = 0; i < 1'000; ++i)
            m_setup->putPod(u"shop"_s, u"many-%1"_s.arg(i), {{u"x"_s, QString(2'000, u'x')}});
        auto config = open();
        config.limits.backlogBytes = 256 * 1024;
        m_setup->start(config);
        QTcpSocket slow;
        slow.setReadBufferSize(1024);
        slow.connectToHost(QHostAddress::LocalHost, quint16(m_setup->url().port()));
        slow.write("GET /api/watch/pods HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                   "Authorization: Bearer dev\r\n\r\n");
        QTRY_VERIFY(slow.bytesAvailable() >= 1024);
        Watcher quick(*m_setup, u"/api/watch/pods"_s, "dev");
        QTRY_VERIFY_WITH_TIMEOUT(quick.story().contains(u"LISTED"_s), 20'000);
        for (int round = 0; round < 5; ++round)
            m_setup->putPod(u"shop"_s, u"many-1"_s, {{u"round"_s, QString::number(round)}});
        QTRY_COMPARE(quick.story().last(), u"MODIFIED many-1"_s);
        QByteArray all;
        slow.setReadBufferSize(0);
        const auto isDone = [&] {
            all += slow.readAll();
            return all.contains("\"LISTED\"") && all.contains("\"round\":\"4\"");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), 20'000);
    }

    void aConnectionThatGoesLeavesNothing()
    {
        auto config = open();
        config.limits.watchesPerUser = 1;
        m_setup->start(config);
        for (int i = 0; i < 3; ++i) {
            Watcher watcher(*m_setup, u"/api/watch/pods"_s, "dev");
            const auto isThere = [&] { return watcher.story().contains(u"LISTED"_s); };
            if (i == 0)
                QTRY_VERIFY(isThere());
            else // the place of the last one is free a moment later
                QTRY_VERIFY(isThere() || watcher.story().contains(u"ERROR"_s));
            if (i == 0) {
                Watcher second(*m_setup, u"/api/watch/pods"_s, "dev");
                QTRY_VERIFY(second.story().contains(u"ERROR"_s));
            }
        }
    }
};

QTEST_GUILESS_MAIN(YardWatchTest)
#include "tst_yardwatch.moc"
