// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/ytypes.h"
#include "collab/provider/provider.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::AwarenessOptions;
using collab::CloseReason;
using collab::Framing;
using collab::Message;
using collab::Provider;
using collab::SyncSession;
using Phase = collab::Provider::Phase;

namespace {

/// One room, served in this process.
class Server
{
public:
    Server()
    {
        listen(0);
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            while (m_server.hasPendingConnections())
                accept(m_server.nextPendingConnection());
        });
    }
    ~Server() { drop(); }

    void listen(quint16 port) { m_server.listen(QHostAddress::LocalHost, port); }
    quint16 port() const { return m_server.serverPort(); }
    QUrl url() const { return QUrl(u"ws://127.0.0.1:%1"_s.arg(port())); }

    void accept(QWebSocket *socket)
    {
        requests.append(socket->requestUrl().toString(QUrl::FullyEncoded | QUrl::RemoveScheme
                                                      | QUrl::RemoveAuthority));
        auto transport =
            std::make_unique<collab::WebSocketTransport>(std::unique_ptr<QWebSocket>(socket));
        if (refusal.code != CloseReason::Normal) {
            transport->close(refusal);
            return;
        }
        sessions.push_back(std::make_unique<SyncSession>(
            std::move(transport), doc, awareness,
            collab::SyncOptions{.role = collab::SyncOptions::Role::Relay}));
        sessions.back()->start();
    }
    void drop(const CloseReason &reason = {})
    {
        for (const auto &session : sessions)
            session->close(reason);
        sessions.clear();
    }
    /// As a process that is killed.
    quint16 stop()
    {
        const auto was = port();
        m_server.close();
        drop({.code = CloseReason::Abnormal});
        return was;
    }

    crdt::Doc doc;
    Awareness awareness{doc.clientId(), AwarenessOptions::manual()};
    std::vector<std::unique_ptr<SyncSession>> sessions;
    QStringList requests;
    CloseReason refusal;

private:
    QWebSocketServer m_server{u"room"_s, QWebSocketServer::NonSecureMode};
};

struct Client
{
    explicit Client(const collab::ProviderOptions &options)
        : provider(doc, awareness, options)
    {
        provider.start();
    }
    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }
    lib0::Any get(const QString &key) { return doc.map(u"m").any(key); }
    Phase phase() const { return provider.status().phase; }

    crdt::Doc doc;
    Awareness awareness{1, AwarenessOptions::manual()};
    Provider provider;
};

} // namespace

class ProviderTest : public QObject
{
    Q_OBJECT

private:
    collab::ProviderOptions options() const
    {
        return {.server = m_server->url(),
                .room = u"room"_s,
                .backoff = collab::BackoffOptions{.first = std::chrono::milliseconds(1),
                                                  .longest = std::chrono::milliseconds(20)}};
    }

    std::unique_ptr<Server> m_server;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<Server>();
        QVERIFY(m_server->port() != 0);
    }
    void cleanup() { m_server.reset(); }

    void twoClientsConverge()
    {
        Client ann(options());
        Client bob(options());
        ann.set(u"a"_s, 1);
        QTRY_VERIFY(ann.provider.isSynced() && bob.provider.isSynced());
        QTRY_COMPARE(bob.get(u"a"_s), lib0::Any(1));
        bob.set(u"b"_s, 2);
        QTRY_COMPARE(ann.get(u"b"_s), lib0::Any(2));
        QVERIFY(ann.awareness.setLocalState(QJsonObject{{u"name"_s, u"ann"_s}}));
        QTRY_COMPARE(bob.awareness.state(ann.doc.clientId())["name"_L1].toString(), u"ann"_s);
        QCOMPARE(ann.awareness.clientId(), ann.doc.clientId());
    }

    void theRoomIsInThePath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("request");
        QTest::newRow("plain") << u""_s << u"room"_s << u""_s << u"/room"_s;
        QTest::newRow("a path") << u"/some/place/"_s << u"room"_s << u""_s << u"/some/place/room"_s;
        QTest::newRow("parameters") << u"/p?a=1"_s << u"r"_s << u""_s << u"/p/r?a=1"_s;
        QTest::newRow("odd names")
            << u""_s << u"a b/ü?#%"_s << u""_s << u"/a%20b/%C3%BC%3F%23%25"_s;
        QTest::newRow("a token") << u"?a=1"_s << u"r"_s << u"t+/=&x"_s
                                 << u"/r?a=1&token=t%2B%2F%3D%26x"_s;
    }
    void theRoomIsInThePath()
    {
        QFETCH(QString, path);
        QFETCH(QString, room);
        QFETCH(QString, token);
        QFETCH(QString, request);
        auto wanted = options();
        wanted.server = QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server->port()).arg(path));
        wanted.room = room;
        wanted.token = token;
        Client client(wanted);
        QTRY_VERIFY(client.provider.isSynced());
        QCOMPARE(m_server->requests, QStringList{request});
    }

    void whatIsEditedOfflineComesWithTheNextConnection()
    {
        Client client(options());
        QTRY_VERIFY(client.provider.isSynced());
        QSignalSpy synced(&client.provider, &Provider::synced);
        const auto port = m_server->stop();
        QTRY_COMPARE(client.phase(), Phase::Offline);
        client.set(u"a"_s, 1);
        client.set(u"b"_s, 2);
        QCOMPARE(client.provider.unsentChanges(), 2);
        QTRY_VERIFY(client.provider.status().failures > 2);
        QVERIFY(!client.provider.status().reason.text.isEmpty());
        m_server->listen(port);
        QTRY_COMPARE(synced.size(), 1);
        QTRY_COMPARE(client.provider.unsentChanges(), 0);
        QCOMPARE(client.provider.status(), (Provider::Status{.phase = Phase::Synced}));
        QTRY_COMPARE(m_server->doc.map(u"m").any(u"b"), lib0::Any(2));
    }

    void othersAreGoneWhileOffline()
    {
        Client ann(options());
        Client bob(options());
        const auto bobsId = bob.doc.clientId();
        QTRY_VERIFY(ann.awareness.contains(bobsId));
        const auto port = m_server->stop();
        QTRY_VERIFY(!ann.awareness.contains(bobsId));
        m_server->listen(port);
        QTRY_VERIFY(ann.awareness.contains(bobsId)); // at once, under whatever clock
        QTRY_VERIFY(bob.awareness.contains(ann.doc.clientId()));
    }

    void stoppingIsAFarewell()
    {
        Client ann(options());
        Client bob(options());
        QTRY_VERIFY(bob.awareness.contains(ann.doc.clientId()));
        ann.provider.stop();
        QCOMPARE(ann.phase(), Phase::Stopped);
        QTRY_VERIFY(!bob.awareness.contains(ann.doc.clientId()));
        QVERIFY(ann.awareness.contains(ann.doc.clientId()));
        ann.set(u"a"_s, 1);
        QCOMPARE(ann.provider.unsentChanges(), 1);
        ann.provider.start();
        QTRY_VERIFY(bob.awareness.contains(ann.doc.clientId()));
        QTRY_COMPARE(bob.get(u"a"_s), lib0::Any(1));
    }

    void someCodesAreFinal_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isFinal");
        QTest::newRow("unauthorized") << 4401 << true;
        QTest::newRow("4499") << 4499 << true;
        QTest::newRow("4500") << 4500 << false;
        QTest::newRow("4399") << 4399 << false;
        QTest::newRow("going away") << 1001 << false;
        QTest::newRow("too big") << 1009 << false;
    }
    void someCodesAreFinal()
    {
        QFETCH(int, code);
        QFETCH(bool, isFinal);
        m_server->refusal = {.code = code, .text = u"not you"_s};
        Client client(options());
        QTRY_COMPARE(client.phase() == Phase::Refused, isFinal);
        if (isFinal) {
            QCOMPARE(client.provider.status().reason, m_server->refusal);
            m_server->refusal = {};
            client.provider.setToken(u"better"_s);
            client.provider.start();
            QTRY_VERIFY(client.provider.isSynced());
            QVERIFY(m_server->requests.last().endsWith(u"?token=better"_s));
        } else {
            QTRY_VERIFY(m_server->requests.size() > 2);
        }
    }

    void laterIsLater()
    {
        m_server->refusal = {.code = CloseReason::TryLater, .text = u"full"_s};
        auto patient = options();
        patient.backoff->longest = std::chrono::seconds(60);
        patient.backoff->random = [] { return 0.5; };
        Client client(patient);
        QTRY_COMPARE(client.phase(), Phase::Offline);
        const auto reason = client.provider.status().reason;
        QVERIFY2(reason.code == CloseReason::TryLater, qPrintable(reason.text));
        QCOMPARE(client.provider.status().nextTry, std::chrono::seconds(90));
        QCOMPARE(client.provider.status().failures, 1);
        m_server->refusal = {};
        client.provider.retryNow();
        QTRY_VERIFY(client.provider.isSynced());
    }

    void anAddressOfNoServerIsRefused()
    {
        auto wrong = options();
        wrong.server = QUrl(u"ftp://127.0.0.1/"_s);
        Client client(wrong);
        QCOMPARE(client.phase(), Phase::Refused);
    }

    void waitingGrowsAndDiffers()
    {
        double random = 0;
        collab::BackoffOptions options;
        options.random = [&] { return random; };
        const collab::Backoff backoff(options);
        const auto after = [&](int failures) { return int(backoff.after(failures).count()); };
        QCOMPARE(after(0), 50);
        QCOMPARE(after(1), 100);
        QCOMPARE(after(4), 800);
        QCOMPARE(after(5), 1250);
        QCOMPARE(after(1000), 1250);
        random = 0.999;
        QCOMPARE(after(0), 99);
        QCOMPARE(after(1000), 2498);
        QCOMPARE(int(backoff.later().count()), 4997);
    }

    void aCollidingClientIdIsChangedInBoth()
    {
        Client ann(options());
        Client bob(options());
        QTRY_VERIFY(ann.provider.isSynced() && bob.provider.isSynced());
        const auto id = ann.doc.clientId();
        bob.doc.setClientId(id);
        ann.set(u"a"_s, 1);
        QTRY_VERIFY(bob.doc.clientId() != id);
        QCOMPARE(bob.awareness.clientId(), bob.doc.clientId());
        QTRY_VERIFY(ann.awareness.contains(bob.doc.clientId()));
    }

    void itMayGoInTheMiddleOfASignal()
    {
        crdt::Doc doc;
        Awareness awareness(1);
        auto provider = std::make_unique<Provider>(doc, awareness, options());
        connect(
            provider.get(), &Provider::synced, this, [&] { provider.reset(); },
            Qt::QueuedConnection);
        provider->start();
        QTRY_VERIFY(!provider);
        QTRY_VERIFY(!m_server->awareness.contains(doc.clientId())); // it said farewell
    }
};

QTEST_GUILESS_MAIN(ProviderTest)
#include "tst_provider.moc"
