// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sharedfixture.h"

#include "workspace/session/session.h"
#include "workspace/sharing/jointry.h"
#include "workspace/sharing/sharedyards.h"
#include "workspace/sharing/sharetext.h"
#include "workspace/yard/yardactions.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;
using Phase = YardConnection::Phase;

static KrateRecord podKrate(const QString &name)
{
    return {.cluster = u"kind"_s,
            .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
            .label = name};
}

/// People in one yard, through a relay.
class YardConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void editsAndPresenceReachTheOthers()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        Someone berta(u"Berta"_s, 0x60a5fa);
        anna.connection.join(relay.address());
        berta.connection.join(relay.address());
        QTRY_VERIFY(anna.connection.isSynced() && berta.connection.isSynced());

        const auto id = yard::open(anna.document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        QTRY_VERIFY(berta.document.krate(id));
        // What others did is theirs to undo.
        QVERIFY(!berta.document.canUndo());
        QVERIFY(anna.document.canUndo());
        const auto theirs =
            yard::open(berta.document, podKrate(u"db"_s), {View::Yaml}, {8000, 3000});
        QTRY_VERIFY(anna.document.krate(theirs));
        anna.document.undo();
        QTRY_VERIFY(!berta.document.krate(id));
        QVERIFY(anna.document.krate(theirs));

        QTRY_VERIFY(anna.seenBy(berta.connection));
        auto presence = anna.presence;
        presence.cursor = QPointF(3100, 3200);
        presence.activeKrate = theirs;
        anna.tell(presence);
        QTRY_COMPARE(anna.seenBy(berta.connection)->presence.cursor, QPointF(3100, 3200));
        QCOMPARE(anna.seenBy(berta.connection)->presence.activeKrate, theirs);
        QCOMPARE(berta.connection.people().others(), 1);
        QVERIFY(berta.connection.people().self());

        anna.connection.leave(); // and is gone at once
        QTRY_VERIFY(!anna.seenBy(berta.connection));
        QVERIFY(anna.document.krate(theirs)); // what was there stays
        QVERIFY(!anna.connection.people().self());
    }

    void whatIsDoneOfflineIsCountedAndSent()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        anna.connection.join(relay.address());
        QTRY_VERIFY(anna.connection.isSynced());
        QCOMPARE(anna.connection.unsentChanges(), 0);
        const auto port = relay.port();
        relay.stop();
        QTRY_COMPARE(anna.connection.status().phase, Phase::Offline);
        QSignalSpy counted(&anna.connection, &YardConnection::unsentChangesChanged);
        const auto id = yard::open(anna.document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        yard::setPinned(anna.document, id, true);
        QCOMPARE(anna.connection.unsentChanges(), 2);
        QCOMPARE(counted.count(), 2);
        QTRY_VERIFY(anna.connection.status().failures > 0);

        relay.start(port);
        QCOMPARE(relay.port(), port);
        anna.connection.retryNow();
        QTRY_VERIFY(anna.connection.isSynced());
        QTRY_COMPARE(anna.connection.unsentChanges(), 0);
        Someone berta(u"Berta"_s);
        berta.connection.join(relay.address());
        QTRY_VERIFY(berta.document.krate(id));
        QVERIFY(berta.document.krate(id)->pinned);
    }

    void aViewerLooksAndDoesNotTouch()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        Someone vera(u"Vera"_s);
        anna.connection.join(relay.address());
        QTRY_VERIFY(anna.connection.isSynced());
        const auto id = yard::open(anna.document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        vera.connection.join(relay.address(u"viewer"_s), {});
        QVERIFY(vera.document.isReadOnly()); // nothing is known of the yard yet
        QTRY_VERIFY(vera.connection.isReadOnly());
        QTRY_VERIFY(vera.document.krate(id));

        QSignalSpy refused(&vera.document, &YardDocument::editRefused);
        yard::move(vera.document, id, {9000, 6000});
        yard::dismiss(vera.document, id);
        vera.document.setName(u"mine"_s);
        vera.document.undo();
        QCOMPARE(refused.count(), 3);
        QCOMPARE(vera.document.krate(id)->position, anna.document.krate(id)->position);
        QCOMPARE(vera.connection.unsentChanges(), 0);
        // She sees what the others do, and they see her, as a viewer.
        yard::move(anna.document, id, {6000, 5000});
        QTRY_COMPARE(vera.document.krate(id)->position, anna.document.krate(id)->position);
        QTRY_VERIFY(vera.seenBy(anna.connection)
                    && vera.seenBy(anna.connection)->presence.isViewer);
        // Also while the relay is away.
        relay.stop();
        QTRY_COMPARE(vera.connection.status().phase, Phase::Offline);
        QVERIFY(vera.document.isReadOnly());
        vera.connection.leave();
        QVERIFY(!vera.document.isReadOnly());
    }

    void followsTheDocumentToAnother()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        Someone berta(u"Berta"_s);
        anna.connection.join(relay.address());
        berta.connection.join(relay.address());
        QTRY_VERIFY(anna.connection.isSynced() && berta.connection.isSynced());
        anna.document.load(YardDocument::makeDoc(), {});
        QTRY_VERIFY(anna.connection.isSynced());
        const auto id = yard::open(anna.document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        QTRY_VERIFY(berta.document.krate(id));
        QTRY_VERIFY(anna.seenBy(berta.connection));

        anna.connection.leave(); // another yard: nothing of it goes there
        anna.document.load(YardDocument::makeDoc(), {});
        QVERIFY(!anna.connection.awareness());
        QCOMPARE(anna.connection.status().phase, Phase::Stopped);
    }

    void aHostileRecordHarmsNobody()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        Someone mallory(u"Mallory"_s);
        anna.connection.join(relay.address());
        mallory.connection.join(relay.address());
        QTRY_VERIFY(mallory.seenBy(anna.connection));
        QVERIFY(mallory.connection.awareness()->setLocalState(
            QJsonObject{{u"userId"_s, u"Mallory"_s},
                        {u"name"_s, QString(3000, u'M')},
                        {u"color"_s, u"#zzzzzz"_s},
                        {u"cursorPosition"_s, QJsonObject{{u"x"_s, 1e308}, {u"y"_s, u"no"_s}}}}));
        QTRY_COMPARE(mallory.seenBy(anna.connection)->presence.name.size(), Presence::LongestName);
        QVERIFY(!mallory.seenBy(anna.connection)->presence.cursor);
        QVERIFY(mallory.connection.awareness()->setLocalState(QJsonObject{{u"x"_s, 1}}));
        QTRY_VERIFY(!mallory.seenBy(anna.connection));
        QVERIFY(anna.connection.isSynced());
    }

    void joiningSaysWhyItDoesNotWork_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such token") << u"forged"_s << u"expired or been revoked"_s;
        QTest::newRow("of another yard") << u"elsewhere"_s << u"not for the yard “shop”"_s;
    }
    void joiningSaysWhyItDoesNotWork()
    {
        QFETCH(const QString, token);
        QFETCH(const QString, says);
        LoopbackRelay relay;
        JoinTry attempt(relay.address(token));
        QSignalSpy failed(&attempt, &JoinTry::failed);
        QTRY_COMPARE(failed.count(), 1);
        const auto sentence = failed[0][0].toString();
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY(!sentence.contains(token));
    }

    void joiningWhereNobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            port = free.serverPort();
        }
        const auto address = ShareAddress::parse(u"127.0.0.1:%1"_s.arg(port), u"shop"_s, {});
        QVERIFY(address);
        JoinTry attempt(*address);
        QSignalSpy failed(&attempt, &JoinTry::failed);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(failed[0][0].toString().contains("Nothing listens at 127.0.0.1"_L1),
                 qPrintable(failed[0][0].toString()));
    }

    void joiningWhatIsNoRelay()
    {
        QTcpServer web;
        QVERIFY(web.listen(QHostAddress::LocalHost));
        connect(&web, &QTcpServer::newConnection, &web, [&web] {
            auto *socket = web.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            });
        });
        const auto address =
            ShareAddress::parse(u"127.0.0.1:%1"_s.arg(web.serverPort()), u"shop"_s, {});
        JoinTry attempt(*address);
        QSignalSpy failed(&attempt, &JoinTry::failed);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(failed[0][0].toString().contains("no Krateyard relay"_L1),
                 qPrintable(failed[0][0].toString()));
    }

    void joiningTellsWhatIsThere()
    {
        LoopbackRelay relay;
        Someone anna(u"Anna"_s);
        anna.connection.join(relay.address());
        QTRY_VERIFY(anna.connection.isSynced());
        anna.document.setName(u"The shop"_s);
        Someone berta(u"Berta"_s);
        berta.connection.join(relay.address());
        QTRY_COMPARE(berta.document.name(), u"The shop"_s); // the relay has it
        berta.connection.leave();
        QTRY_COMPARE(anna.connection.people().others(), 0);
        JoinTry attempt(relay.address(u"viewer"_s));
        QSignalSpy entered(&attempt, &JoinTry::entered);
        QTRY_COMPARE(entered.count(), 1);
        QCOMPARE(entered[0][0].toString(), u"The shop"_s);
        QVERIFY(entered[0][1].toBool());
        QVERIFY(anna.connection.people().others() == 0); // it was nobody
    }

    void problemsAreSentences()
    {
        const auto address = ShareAddress::parse(u"https://r.example/join/shop#t0ken"_s);
        for (const auto &[code, text] : std::initializer_list<std::pair<int, QString>>{
                 {collab::CloseReason::Abnormal, u"The certificate is self-signed"_s},
                 {collab::CloseReason::Abnormal, u"Host not found"_s},
                 {collab::CloseReason::Abnormal, u""_s},
                 {collab::CloseReason::TryLater, u""_s},
                 {collab::CloseReason::TooBig, u""_s},
                 {collab::CloseReason::Unauthorized, u""_s},
                 {collab::CloseReason::Forbidden, u""_s}}) {
            const auto sentence = connectionProblem({.code = code, .text = text}, *address);
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY(!sentence.contains("t0ken"_L1));
        }
    }

    void sharedYardsAreRememberedWithoutTheToken()
    {
        Session session;
        SharedYards shared(session);
        const auto address = ShareAddress::parse(u"https://r.example/join/shop#t0ken"_s);
        shared.set(u"y1"_s, {.address = *address, .known = {.wasSynced = true, .isViewer = true}});
        QVERIFY(!QJsonDocument(session.all()).toJson().contains("t0ken"));
        const auto entry = shared.of(u"y1"_s);
        QVERIFY(entry);
        QCOMPARE(entry->address.relay, address->relay);
        QVERIFY(entry->known.wasSynced && entry->known.isViewer);
        QCOMPARE(shared.yardAt(*address), u"y1"_s);
        shared.remove(u"y1"_s);
        QVERIFY(!shared.of(u"y1"_s));

        const auto own = OwnProfile::load(session);
        QVERIFY(!own.userId.isEmpty() && !own.name.isEmpty());
        QCOMPARE(OwnProfile::load(session), own); // the same the next time
    }
};

QTEST_MAIN(YardConnectionTest)

#include "tst_yardconnection.moc"
