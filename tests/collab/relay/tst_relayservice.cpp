// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/service/openstore.h"
#include "collab/relay/service/service.h"
#include "collab/relay/store/memoryroomstore.h"
#include "roomfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using relay::RelayConfig;
using relay::Role;
using rooms::Raw;

/// A relay put together from its configuration, without a process around it.
class RelayServiceTest : public QObject
{
    Q_OBJECT

private:
    static RelayConfig configWith(const std::vector<relay::AccessToken> &tokens)
    {
        RelayConfig config;
        config.listen = u"127.0.0.1:0"_s;
        config.auth = RelayConfig::Auth::Token;
        config.tokens = tokens;
        return config;
    }
    static relay::AccessToken token(const QByteArray &text, Role role = Role::Editor)
    {
        return {.sha256 = relay::hashOf(text), .person = {.role = role}};
    }
    void start(const RelayConfig &config)
    {
        m_service =
            std::make_unique<relay::Service>(config, std::make_unique<relay::MemoryRoomStore>());
    }
    std::unique_ptr<Raw> joined(const QByteArray &text)
    {
        const auto person = m_service->admission().admit(u"yard"_s, text);
        return person ? std::make_unique<Raw>(m_service->rooms(), u"yard"_s, *person) : nullptr;
    }

    std::unique_ptr<relay::Service> m_service;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup() { m_service.reset(); }

    void itListensAndSaysWhere()
    {
        start({.listen = u"127.0.0.1:0"_s});
        const auto url = m_service->listen();
        QVERIFY2(url, qPrintable(url ? QString() : url.error()));
        QCOMPARE(url->host(), u"127.0.0.1"_s);
        QVERIFY(url->port() > 0);
        relay::Service second({.listen = u"127.0.0.1:%1"_s.arg(url->port())},
                              std::make_unique<relay::MemoryRoomStore>());
        const auto taken = second.listen();
        QVERIFY(!taken);
        QVERIFY2(taken.error().startsWith(u"cannot listen on 127.0.0.1:"_s),
                 qPrintable(taken.error()));
    }

    void withoutTokensEverybodyIsAnOwner()
    {
        start({});
        const auto person = m_service->admission().admit(u"yard"_s, {});
        QVERIFY(person);
        QCOMPARE(person->role, Role::Owner);
    }

    void aFurtherWayInIsAsked()
    {
        using Status = relay::WebSocketEndpoint::Status;
        start(configWith({token("a")}));
        // Once the store has told which invites there are.
        QTRY_COMPARE(m_service->admission().admit(u"yard"_s, "guest").error(),
                     Status::Unauthorized);
        m_service->admission().add(
            [](const QString &yard,
               const QByteArray &given) -> std::expected<relay::Person, Status> {
                if (given != "guest")
                    return std::unexpected(Status::Unauthorized);
                if (yard != u"yard"_s)
                    return std::unexpected(Status::Forbidden);
                return relay::Person{.credential = "invite/1"};
            });
        QVERIFY(m_service->admission().admit(u"yard"_s, "guest"));
        QVERIFY(m_service->admission().admit(u"yard"_s, "a"));
        QCOMPARE(m_service->admission().admit(u"other"_s, "guest").error(), Status::Forbidden);
        const auto guest = joined("guest");
        const auto ada = joined("a");
        m_service->rooms().dropPeople(
            [](const QString &, const relay::Person &person) {
                return person.credential == "invite/1";
            },
            {.code = collab::CloseReason::Unauthorized});
        QVERIFY(guest->reason);
        QVERIFY(!ada->reason);
    }

    void tokensThatWentEndTheirConnections()
    {
        start(configWith({token("a"), token("b"), token("c")}));
        const auto stays = joined("a");
        const auto goes = joined("b");
        const auto changes = joined("c");
        const auto later = m_service->reload(configWith({token("a"), token("c", Role::Viewer)}));
        QVERIFY(later);
        QCOMPARE(*later, QStringList());
        QVERIFY(!stays->reason);
        QVERIFY(goes->reason && changes->reason);
        QCOMPARE(goes->reason->code, collab::CloseReason::Unauthorized);
        QCOMPARE(changes->reason->code, collab::CloseReason::TryLater); // comes back as a viewer
        QVERIFY(!m_service->admission().admit(u"yard"_s, "b"));
        QCOMPARE(m_service->admission().admit(u"yard"_s, "c")->role, Role::Viewer);
    }

    void whatNeedsANewStartIsSaid()
    {
        start(configWith({token("a")}));
        auto config = configWith({token("a")});
        config.listen = u"127.0.0.1:1"_s;
        config.rooms.peers = 5;
        QCOMPARE(m_service->reload(config).value_or(QStringList()),
                 QStringList({u"listen"_s, u"rooms"_s}));
    }

    void anExpiredTokenEndsItsConnection()
    {
        auto shortLived = token("a");
        shortLived.expires = QDateTime::currentDateTimeUtc().addMSecs(150);
        start(configWith({shortLived, token("b")}));
        const auto ends = joined("a");
        const auto stays = joined("b");
        QVERIFY(ends && stays);
        QTRY_VERIFY(ends->reason);
        QCOMPARE(ends->reason->code, collab::CloseReason::Unauthorized);
        QVERIFY(QDateTime::currentDateTimeUtc() >= shortLived.expires);
        QVERIFY(!stays->reason);
    }

    void itDrains()
    {
        start({});
        const auto peer = std::make_unique<Raw>(m_service->rooms(), u"yard"_s);
        QSignalSpy drained(m_service.get(), &relay::Service::drained);
        m_service->drain({.code = collab::CloseReason::GoingAway});
        QTRY_COMPARE(drained.size(), 1);
        QCOMPARE(peer->reason->code, collab::CloseReason::GoingAway);
    }

    void theStoreIsWhereTheConfigurationSays()
    {
        const QTemporaryDir folder;
        QVERIFY(relay::openStore({}));
        const auto inside = relay::openStore({.dataDir = folder.filePath(u"a/b"_s)});
        QVERIFY(inside);
        QVERIFY(QFileInfo(folder.filePath(u"a/b"_s)).isDir());
        const auto nowhere = relay::openStore({.dataDir = u"/proc/krateyard"_s});
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().contains(u"--data-dir"_s));
    }
};

QTEST_GUILESS_MAIN(RelayServiceTest)
#include "tst_relayservice.moc"
