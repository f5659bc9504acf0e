// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "apifixture.h"

#include "collab/relay/store/sqlroomstore.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using api::Relay;
using rooms::Raw;

/// Who is invited comes in, until the invite ends.
class InvitesTest : public QObject
{
    Q_OBJECT

private:
    using Status = relay::WebSocketEndpoint::Status;

    QJsonObject invite(const QByteArray &body = "{}")
    {
        const auto made = m_relay->yard("POST", u"invites"_s, "owner", body);
        [&] { QCOMPARE(made.status, 201); }();
        return made.json();
    }
    static QByteArray tokenOf(const QJsonObject &invite)
    {
        return invite.value("token"_L1).toString().toLatin1();
    }
    std::expected<relay::Person, Status> admit(const QByteArray &token,
                                               const QString &yard = u"shop"_s)
    {
        return m_relay->service.admission().admit(yard, token);
    }
    void start(std::unique_ptr<relay::RoomStore> store)
    {
        m_relay.reset();
        m_relay = std::make_unique<Relay>(Relay::withTokens(), std::move(store));
        QTRY_COMPARE(admit("nobody's").error(), Status::Unauthorized); // it knows the invites
    }

    std::unique_ptr<Relay> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        start(std::make_unique<relay::MemoryRoomStore>());
    }
    void cleanup() { m_relay.reset(); }

    void whoIsInvitedComesIn()
    {
        const auto made = invite(R"({"role":"editor","name":"Bert","expiresInSeconds":3600})");
        QCOMPARE(made.value("role"_L1), u"editor"_s);
        QCOMPARE(made.value("name"_L1), u"Bert"_s);
        const auto token = tokenOf(made);
        QCOMPARE(made.value("url"_L1).toString(),
                 m_relay->url.toString() + u"/join/shop#"_s + QString::fromLatin1(token));
        const auto bert = admit(token);
        QVERIFY(bert);
        QCOMPARE(bert->name, u"Bert"_s);
        QCOMPARE(bert->role, relay::Role::Editor);
        QVERIFY(bert->until.isValid());
        QCOMPARE(admit(token, u"test"_s).error(), Status::Forbidden);
        QCOMPARE(admit(token + 'x').error(), Status::Unauthorized);
        QCOMPARE(m_relay->yard("GET", u"me"_s, token).json().value("name"_L1), u"Bert"_s);
        QCOMPARE(m_relay->yard("POST", u"invites"_s, token, "{}").status, 403);

        const auto all = m_relay->yard("GET", u"invites"_s, "owner");
        const auto list = all.json().value("invites"_L1).toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().toObject().value("id"_L1), made.value("id"_L1));
        QVERIFY(!all.body.contains(token)); // it is shown once
    }

    void whatIsWrongWithAWishIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an owner") << QByteArray(R"({"role":"owner"})");
        QTest::newRow("a role that there is not") << QByteArray(R"({"role":"king"})");
        QTest::newRow("no time") << QByteArray(R"({"expiresInSeconds":0})");
        QTest::newRow("too long") << QByteArray(R"({"expiresInSeconds":99999999})");
        QTest::newRow("a long name") << QByteArray("{\"name\":\"" + QByteArray(101, 'x') + "\"}");
    }
    void whatIsWrongWithAWishIsSaid()
    {
        QFETCH(const QByteArray, body);
        const auto answer = m_relay->yard("POST", u"invites"_s, "owner", body);
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.error().isEmpty());
    }

    void aRevokedInviteEndsItsConnections()
    {
        const auto bert = invite();
        const auto cleo = invite();
        const Raw first(m_relay->service.rooms(), u"shop"_s, *admit(tokenOf(bert)));
        const Raw second(m_relay->service.rooms(), u"shop"_s, *admit(tokenOf(bert)));
        const Raw other(m_relay->service.rooms(), u"shop"_s, *admit(tokenOf(cleo)));
        const auto path = u"invites/"_s + bert.value("id"_L1).toString();
        QCOMPARE(m_relay->ask("DELETE", u"/api/v1/yards/test/"_s + path, "owner").status, 404);
        QVERIFY(!first.reason);
        QCOMPARE(m_relay->yard("DELETE", path, "owner").status, 204);
        for (const auto *peer : {&first, &second}) {
            QVERIFY(peer->reason);
            QCOMPARE(peer->reason->code, collab::CloseReason::Unauthorized);
            QCOMPARE(peer->reason->text, u"the invite was revoked"_s);
        }
        QVERIFY(!other.reason);
        QCOMPARE(admit(tokenOf(bert)).error(), Status::Unauthorized);
        QVERIFY(admit(tokenOf(cleo)));
        QCOMPARE(m_relay->yard("DELETE", path, "owner").status, 404);
        const auto text = m_relay->ask("GET", u"/metrics"_s).body;
        QVERIFY(text.contains("krateyard_relay_peers_dropped_total{reason=\"revoked\"} 2\n"));
    }

    void anInviteExpires()
    {
        const auto bert = invite(R"({"expiresInSeconds":1})");
        const Raw peer(m_relay->service.rooms(), u"shop"_s, *admit(tokenOf(bert)));
        QTRY_VERIFY(peer.reason);
        QCOMPARE(peer.reason->code, collab::CloseReason::Unauthorized);
        QCOMPARE(admit(tokenOf(bert)).error(), Status::Unauthorized);
        QVERIFY(m_relay->yard("GET", u"invites"_s, "owner")
                    .json()
                    .value("invites"_L1)
                    .toArray()
                    .isEmpty());
    }

    void invitesOutliveTheRelay()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"relay.sqlite"_s);
        start(std::make_unique<relay::SqlRoomStore>(path));
        const auto stays = invite();
        const auto goes = invite();
        m_relay->yard("DELETE", u"invites/"_s + goes.value("id"_L1).toString(), "owner");
        start(std::make_unique<relay::SqlRoomStore>(path));
        QVERIFY(admit(tokenOf(stays)));
        QCOMPARE(admit(tokenOf(goes)).error(), Status::Unauthorized);
        m_relay.reset();
        for (const auto &name : {u"relay.sqlite"_s, u"relay.sqlite-wal"_s}) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains(tokenOf(stays))); // only its hash is kept
        }
    }

    /// A store that does not forget an invite at once does not bring it back.
    void anInviteThatTheStoreStillHasStaysRevoked()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"relay.sqlite"_s);
        start(std::make_unique<relay::SqlRoomStore>(path));
        const auto bert = invite();
        const auto change = [&path](const QString &statement) {
            bool isDone = false;
            {
                auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
                db.setDatabaseName(path);
                isDone = db.open() && QSqlQuery(db).exec(statement);
            }
            QSqlDatabase::removeDatabase(u"change"_s);
            return isDone;
        };
        QVERIFY(change(u"CREATE TRIGGER t BEFORE DELETE ON invites BEGIN SELECT RAISE(FAIL, 'no'); "
                       "END"_s));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"a request failed in the store: .*no"_s));
        const auto all = u"invites/"_s + bert.value("id"_L1).toString();
        QCOMPARE(m_relay->yard("DELETE", all, "owner").status, 503);
        m_relay->service.invites().refresh();
        bool isListed = false; // later than the refresh's list
        m_relay->service.store().invites().listInvites([&](const auto &) { isListed = true; });
        QTRY_VERIFY(isListed);
        QVERIFY(!admit(tokenOf(bert)));
        QVERIFY(change(u"DROP TRIGGER t"_s));
        QCOMPARE(m_relay->yard("DELETE", all, "owner").status, 204);
        start(std::make_unique<relay::SqlRoomStore>(path));
        QVERIFY(!admit(tokenOf(bert)));
        m_relay.reset();
    }

    void untilTheStoreAnswersNobodyIsRefused()
    {
        Relay young;
        QCOMPARE(young.service.admission().admit(u"shop"_s, "some").error(),
                 Status::ServiceUnavailable);
        QTRY_COMPARE(young.service.admission().admit(u"shop"_s, "some").error(),
                     Status::Unauthorized);
    }

    void whatAnotherRelayRevokedEndsHereToo()
    {
        const auto bert = invite();
        const Raw peer(m_relay->service.rooms(), u"shop"_s, *admit(tokenOf(bert)));
        m_relay->service.store().invites().removeInvite(bert.value("id"_L1).toString(),
                                                        [](const auto &) { });
        m_relay->service.invites().refresh();
        QTRY_VERIFY(peer.reason);
        QVERIFY(!admit(tokenOf(bert)));
    }
};

QTEST_GUILESS_MAIN(InvitesTest)
#include "tst_invites.moc"
