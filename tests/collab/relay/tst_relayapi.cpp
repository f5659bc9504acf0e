// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "apifixture.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using api::Relay;
using rooms::Client;

/// Who may ask the relay for what, and what a request may cost.
class RelayApiTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Relay> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_relay = std::make_unique<Relay>();
    }
    void cleanup() { m_relay.reset(); }

    void whoOneIs()
    {
        const auto answer = m_relay->yard("GET", u"me"_s, "editor");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.type, "application/json");
        QCOMPARE(answer.headers.value("Cache-Control"), "no-store");
        QVERIFY(!answer.headers.contains("Access-Control-Allow-Origin"));
        QCOMPARE(answer.json(),
                 QJsonObject({{u"name"_s, u"The editor"_s}, {u"role"_s, u"editor"_s}}));
    }

    void requestsAreJudged_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        const auto add = [](const char *name, const QByteArray &method, const QString &path,
                            const QByteArray &token, int status) {
            QTest::newRow(name) << method << path << token << status;
        };
        const auto shop = u"/api/v1/yards/shop/"_s;
        add("no token", "GET", shop + u"me"_s, {}, 401);
        add("a wrong token", "GET", shop + u"me"_s, "wrong", 401);
        add("another yard", "GET", u"/api/v1/yards/other/me"_s, "owner", 403);
        add("a viewer reads", "GET", shop + u"versions"_s, "viewer", 200);
        add("a viewer exports", "GET", shop + u"export"_s, "viewer", 200);
        add("a viewer keeps none", "POST", shop + u"versions"_s, "viewer", 403);
        add("a viewer restores none", "POST", shop + u"versions/1/restore"_s, "viewer", 403);
        add("an editor may, but there is none", "POST", shop + u"versions/1/restore"_s, "editor",
            404);
        add("an editor deletes none", "DELETE", shop + u"versions/1"_s, "editor", 403);
        add("an editor imports nothing", "POST", shop + u"import"_s, "editor", 403);
        add("an editor invites nobody", "POST", shop + u"invites"_s, "editor", 403);
        add("an editor sees no invites", "GET", shop + u"invites"_s, "editor", 403);
        add("an owner may", "GET", shop + u"invites"_s, "owner", 200);
        add("an owner is no admin", "GET", u"/api/v1/admin/rooms"_s, "owner", 403);
        add("nobody is no admin", "GET", u"/api/v1/admin/rooms"_s, {}, 401);
        add("an admin", "GET", u"/api/v1/admin/rooms"_s, "admin", 200);
        add("an admin owns every yard", "GET", u"/api/v1/yards/other/invites"_s, "admin", 200);
        add("no such address", "GET", u"/api/v1/nothing"_s, "owner", 404);
        add("no such version of it", "GET", u"/api/v2/yards/shop/me"_s, "owner", 404);
        add("a yard that cannot be", "GET", u"/api/v1/yards/a%2Fb/me"_s, "admin", 404);
        add("a yard above", "GET", u"/api/v1/yards/%2e%2e/me"_s, "admin", 404);
        add("a wrong method", "PUT", shop + u"versions"_s, "owner", 405);
    }
    void requestsAreJudged()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, token);
        const auto answer = m_relay->ask(method, path, token);
        QTEST(answer.status, "status");
        if (answer.status >= 400)
            QVERIFY2(!answer.error().isEmpty(), answer.body);
        if (answer.status == 401)
            QCOMPARE(answer.headers.value("WWW-Authenticate"), "Bearer");
        if (answer.status == 405)
            QCOMPARE(answer.headers.value("Allow"), "GET, POST");
    }

    void pagesOfOtherSitesMayNot()
    {
        QHttpHeaders headers;
        headers.append("Origin", "https://elsewhere.example");
        QCOMPARE(m_relay->ask("GET", u"/api/v1/yards/shop/me"_s, "owner", {}, headers).status, 403);
    }

    void withoutTokensANameIsNoWayIn()
    {
        relay::RelayConfig config;
        config.listen = u"127.0.0.1:0"_s;
        Relay open(config);
        QCOMPARE(open.ask("GET", u"/api/v1/yards/shop/me"_s).json().value("role"_L1), u"owner"_s);
        QHttpHeaders headers; // as a page has it whose name was made to lead here
        headers.append(QHttpHeaders::WellKnownHeader::Host, "attacker.example");
        QCOMPARE(open.ask("GET", u"/api/v1/yards/shop/me"_s, {}, {}, headers).status, 403);
        QCOMPARE(open.ask("GET", u"/api/v1/admin/rooms"_s).status, 401);
    }

    void bodiesAreBounded()
    {
        const auto large = "{\"name\":\"" + QByteArray(20'000, 'x') + "\"}";
        const auto answer = m_relay->yard("POST", u"versions"_s, "editor", large);
        QCOMPARE(answer.status, 413);
        QVERIFY(!answer.error().isEmpty());
        for (const auto &body : {"[]", "{", "\"text\"", "{\"name\":1}", "{\"name\":\"\"}",
                                 "{\"name\":\"a\\nb\"}", "\xff\xfe"})
            QCOMPARE(m_relay->yard("POST", u"versions"_s, "editor", body).status, 400);
    }

    void wrongTokensAtSpeedAreToldToWait()
    {
        int status = 0;
        for (int i = 0; i < 200 && status != 429; ++i)
            status = m_relay->yard("GET", u"me"_s, "wrong" + QByteArray::number(i)).status;
        QCOMPARE(status, 429);
        const auto answer = m_relay->yard("GET", u"me"_s, "wrong");
        QVERIFY(answer.headers.contains("Retry-After"));
    }

    void aYardGoesOutAndComesIn()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s);
        ada.set(u"a"_s, 1);
        QTRY_VERIFY(ada.session->isCaughtUp());
        const auto exported = m_relay->yard("GET", u"export"_s, "viewer");
        QCOMPARE(exported.status, 200);
        QCOMPARE(exported.type, "application/octet-stream");
        crdt::Doc copy;
        static constexpr char origin = 0;
        QVERIFY(copy.applyUpdate(exported.body, &origin));
        QCOMPARE(copy.map(u"m"_s).any(u"a"_s), lib0::Any(1));

        // Into another yard, whose people see it come.
        Client bert(m_relay->service.rooms(), u"test"_s);
        bert.set(u"b"_s, 2);
        QTRY_VERIFY(bert.session->isCaughtUp());
        const auto imported =
            m_relay->ask("POST", u"/api/v1/yards/test/import"_s, "owner", exported.body);
        QCOMPARE(imported.status, 200);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        QCOMPARE(bert.get(u"b"_s), lib0::Any(2));
        const auto replaced = m_relay->ask("POST", u"/api/v1/yards/test/import?mode=replace"_s,
                                           "owner", exported.body);
        QCOMPARE(replaced.status, 200);
        QTRY_VERIFY(bert.get(u"b"_s).isUndefined());
        QVERIFY(!replaced.json().value("before"_L1).toObject().isEmpty());
        QVERIFY(!bert.reason);
    }

    void aLargeYardGoesOutWhole()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s);
        QByteArray random(3'000'000, '\0');
        QRandomGenerator(8).fillRange(reinterpret_cast<quint32 *>(random.data()),
                                      random.size() / 4);
        ada.doc.map(u"m"_s).set(u"bytes"_s, lib0::Any(random));
        QTRY_VERIFY(ada.session->isCaughtUp());
        QTRY_VERIFY(m_relay->service.rooms().find(u"shop"_s)->isSaved());
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_relay->yard("GET", u"export"_s, "viewer").body
                    == ada.doc.encodeStateAsUpdate());
    }

    void aBodyMayWaitForItsPermission()
    {
        crdt::Doc doc;
        doc.map(u"m"_s).set(u"k"_s, lib0::Any(QString(300'000, u'x')));
        const auto state = doc.encodeStateAsUpdate();
        QTcpSocket socket; // as curl sends what is large
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_relay->url.port()));
        QTRY_COMPARE(socket.state(), QTcpSocket::ConnectedState);
        socket.write("POST /api/v1/yards/shop/import HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                     "Authorization: Bearer owner\r\nExpect: 100-continue\r\nContent-Length: "
                     + QByteArray::number(state.size()) + "\r\n\r\n");
        QByteArray said;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { said += socket.readAll(); });
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        socket.write(state.first(100'000));
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        socket.write(state.sliced(100'000));
        QTRY_VERIFY2(said.contains("HTTP/1.1 200"), said);
    }

    void aBodyIsRefusedBeforeItComes()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_relay->url.port()));
        QTRY_COMPARE(socket.state(), QTcpSocket::ConnectedState);
        QByteArray said;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { said += socket.readAll(); });
        socket.write("POST /api/v1/yards/shop/import HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                     "Authorization: Bearer editor\r\nContent-Length: 1000000\r\n\r\n");
        QTRY_VERIFY2(said.startsWith("HTTP/1.1 413"), said);
        QTRY_COMPARE(socket.state(), QTcpSocket::UnconnectedState);
    }

    /// Whether a large body may come says whether the token is one.
    void tokensAreNotTriedByAnnouncingBodies()
    {
        for (int i = 0; i < 25; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(m_relay->url.port()));
            QTRY_COMPARE(socket.state(), QTcpSocket::ConnectedState);
            socket.write("POST /api/v1/yards/shop/import HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                         "Authorization: Bearer guess\r\nContent-Length: 1000000\r\n\r\n");
            QTRY_VERIFY(socket.canReadLine());
            QVERIFY(socket.readLine().startsWith("HTTP/1.1 413"));
        }
        QCOMPARE(m_relay->yard("GET", u"me"_s, "guess").status, 429);
    }

    void wholeYardsAreNotAskedForAtSpeed()
    {
        int status = 200;
        for (int i = 0; i < 40 && status == 200; ++i)
            status = m_relay->yard("GET", u"export"_s, "viewer").status;
        QCOMPARE(status, 429);
        QCOMPARE(m_relay->yard("GET", u"me"_s, "viewer").status, 200);
        QCOMPARE(m_relay->yard("GET", u"export"_s, "owner").status, 200); // others may
    }

    void whatIsNoYardIsNotTakenIn()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s);
        ada.set(u"a"_s, 1);
        QTRY_VERIFY(ada.session->isCaughtUp());
        const auto known = ada.doc.stateVector();
        ada.set(u"b"_s, 2);
        const auto part = ada.doc.encodeStateAsUpdate(known);
        for (const auto &body : {QByteArray("no update"), QByteArray("\xff\xff\xff\xff"), part}) {
            const auto answer = m_relay->ask("POST", u"/api/v1/yards/test/import"_s, "owner", body);
            QCOMPARE(answer.status, 422);
            QCOMPARE(
                m_relay->ask("POST", u"/api/v1/yards/test/import?mode=replace"_s, "owner", body)
                    .status,
                422);
        }
        QCOMPARE(m_relay->ask("GET", u"/api/v1/yards/test/export"_s, "viewer").body,
                 QByteArray("\0\0", 2));
        QVERIFY(!ada.reason);
    }

    void anImportMayNotMakeAYardTooLarge()
    {
        auto config = Relay::withTokens();
        config.rooms.documentBytes = 100'000;
        config.yardLimits.push_back({.yards = u"te*"_s, .limits = config.rooms});
        config.yardLimits.front().limits.documentBytes = 1'000;
        Relay small(config);
        crdt::Doc doc;
        doc.map(u"m"_s).set(u"k"_s, lib0::Any(QString(70'000, u'x')));
        const auto state = doc.encodeStateAsUpdate();
        const auto import = [&small](const QString &yard, const QByteArray &body) {
            return small.ask("POST", u"/api/v1/yards/%1/import"_s.arg(yard), "owner", body).status;
        };
        QCOMPARE(import(u"shop"_s, state), 200);
        crdt::Doc another;
        another.map(u"m"_s).set(u"l"_s, lib0::Any(QString(70'000, u'y')));
        QCOMPARE(import(u"shop"_s, another.encodeStateAsUpdate()), 413);
        QCOMPARE(import(u"shop"_s, QByteArray(200'000, 'x')), 413); // not even read
        QCOMPARE(import(u"test"_s, state), 413); // has limits of its own
        QCOMPARE(small.ask("GET", u"/healthz"_s).status, 200);
    }

    void adminsSeeAndEndConnections()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s, {.name = u"Ada"_s});
        Client bert(m_relay->service.rooms(), u"shop"_s, {.name = u"Bert"_s});
        Client other(m_relay->service.rooms(), u"test"_s);
        ada.set(u"a"_s, 1);
        QTRY_VERIFY(ada.session->isCaughtUp());
        const auto rooms = m_relay->ask("GET", u"/api/v1/admin/rooms"_s, "admin").json();
        QCOMPARE(rooms.value("rooms"_L1).toArray().size(), 2);
        const auto shop = rooms.value("rooms"_L1).toArray().first().toObject();
        QCOMPARE(shop.value("yard"_L1), u"shop"_s);
        QCOMPARE(shop.value("peers"_L1), 2);
        QVERIFY(shop.value("bytes"_L1).toInt() > 0);
        const auto peers = m_relay->ask("GET", u"/api/v1/admin/rooms/shop/peers"_s, "admin")
                               .json()
                               .value("peers"_L1)
                               .toArray();
        QCOMPARE(peers.size(), 2);
        QCOMPARE(peers.first().toObject().value("name"_L1), u"Ada"_s);
        const auto id = peers.first().toObject().value("id"_L1).toString();

        const auto close = u"/api/v1/admin/peers/%1/close"_s.arg(id);
        QCOMPARE(m_relay->ask("POST", close, "admin").status, 200);
        QTRY_VERIFY(ada.reason);
        QCOMPARE(ada.reason->text, u"an admin closed the connection"_s);
        QVERIFY(!bert.reason);
        QCOMPARE(m_relay->ask("POST", close, "admin").status, 404);
        const auto closed = m_relay->ask("POST", u"/api/v1/admin/rooms/shop/close"_s, "admin");
        QCOMPARE(closed.json().value("closed"_L1), 1);
        QTRY_VERIFY(bert.reason);
        QVERIFY(!other.reason);
    }

    void aBackupNeedsAStoreOnDisk()
    {
        const auto answer = m_relay->ask("POST", u"/api/v1/admin/backup"_s, "admin");
        QCOMPARE(answer.status, 503);
        QVERIFY2(answer.error().contains("--data-dir"_L1), qPrintable(answer.error()));
    }

    void whoGoesBeforeTheAnswerCostsNothing()
    {
        for (int i = 0; i < 20; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(m_relay->url.port()));
            QTRY_COMPARE(socket.state(), QTcpSocket::ConnectedState);
            socket.write("GET /api/v1/yards/shop/versions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                         "Authorization: Bearer owner\r\n\r\n");
            QTRY_COMPARE(socket.bytesToWrite(), 0);
            if (i % 2 == 0)
                QCoreApplication::processEvents();
            socket.abort();
        }
        QCOMPARE(m_relay->yard("GET", u"me"_s, "owner").status, 200);
        QTRY_COMPARE_LE(m_relay->service.server().openConnections(), 6); // QNetworkAccessManager's
    }

    void theJoinPageStandsAlone()
    {
        const auto page = m_relay->ask("GET", u"/join/a%20%3Cyard%3E"_s);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.type, "text/html; charset=utf-8");
        QVERIFY(page.body.contains("<h1>a &lt;yard&gt;</h1>"));
        QVERIFY(!page.body.contains("http:")); // loads nothing
        QVERIFY(!page.body.contains("https:/"));
        const auto policy = page.headers.value("Content-Security-Policy").toByteArray();
        QVERIFY(policy.startsWith("default-src 'none'"));
        const auto hashOf = [&page](const QByteArray &tag) {
            const auto begin = page.body.indexOf(QByteArray('<' + tag + '>')) + tag.size() + 2;
            const auto end = page.body.indexOf(QByteArray("</" + tag + '>'));
            return QCryptographicHash::hash(page.body.sliced(begin, end - begin),
                                            QCryptographicHash::Sha256)
                .toBase64();
        };
        QVERIFY(policy.contains(QByteArray("style-src 'sha256-" + hashOf("style"))));
        QVERIFY(policy.contains(QByteArray("script-src 'sha256-" + hashOf("script"))));
        QCOMPARE(page.headers.value("Referrer-Policy"), "no-referrer");
        QCOMPARE(m_relay->ask("GET", u"/join/a%2Fb"_s).status, 404);
        QCOMPARE(m_relay->ask("POST", u"/join/shop"_s).status, 405);
    }

    void answersAreCounted()
    {
        m_relay->yard("GET", u"me"_s, "owner");
        m_relay->yard("GET", u"me"_s, "wrong");
        const auto text = m_relay->ask("GET", u"/metrics"_s).body;
        QVERIFY2(text.contains("krateyard_relay_http_answers_total{endpoint=\"yards_me\","
                               "status=\"200\"} 1\n"),
                 text);
        QVERIFY(text.contains("krateyard_relay_http_errors_total{endpoint=\"yards_me\","
                              "status=\"401\"} 1\n"));
        QVERIFY(!text.contains("shop"));
    }
};

QTEST_GUILESS_MAIN(RelayApiTest)
#include "tst_relayapi.moc"
