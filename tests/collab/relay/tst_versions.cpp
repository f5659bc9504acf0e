// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "apifixture.h"

#include "collab/relay/store/memoryroomstore.h"
#include "collab/relay/store/memoryversionstore.h"
#include "collab/relay/store/sqlroomstore.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using api::Relay;
using relay::Version;
using relay::VersionLimits;
using relay::Versions;
using rooms::Client;

namespace {

/// Says what there is when so many want to know: what they do then they do at once.
class TogetherStore final : public relay::VersionStore
{
public:
    explicit TogetherStore(size_t count)
        : m_count(count)
    {
    }

    void listVersions(const QString &room, const Answer<std::vector<Version>> &answer) override
    {
        m_kept.listVersions(room, [this, answer](const auto &versions) {
            if (m_count == 0)
                return answer(versions);
            m_held.push_back([answer, versions] { answer(versions); });
            if (m_held.size() < m_count)
                return;
            m_count = 0;
            for (const auto &held : std::exchange(m_held, {}))
                held();
        });
    }
    void addVersion(const QString &room, const Version &version, const QByteArray &state,
                    const Answer<Version> &answer) override
    {
        m_kept.addVersion(room, version, state, [this, answer](const auto &stored) {
            ++adds;
            answer(stored);
        });
    }
    void loadVersion(const QString &room, const QString &id,
                     const Answer<std::optional<QByteArray>> &answer) override
    {
        m_kept.loadVersion(room, id, answer);
    }
    void removeVersions(const QString &room, const QStringList &ids,
                        const Answer<int> &answer) override
    {
        m_kept.removeVersions(room, ids, answer);
    }

    int adds = 0;

private:
    relay::MemoryVersionStore m_kept;
    std::vector<std::function<void()>> m_held;
    size_t m_count;
};

} // namespace

/// What a yard was is kept, and can be had again.
class VersionsTest : public QObject
{
    Q_OBJECT

private:
    QJsonArray list(const QString &yard = u"shop"_s)
    {
        return m_relay->ask("GET", u"/api/v1/yards/%1/versions"_s.arg(yard), "viewer")
            .json()
            .value("versions"_L1)
            .toArray();
    }
    QString keep(const QByteArray &name)
    {
        return m_relay->yard("POST", u"versions"_s, "editor", "{\"name\":\"" + name + "\"}")
            .json()
            .value("id"_L1)
            .toString();
    }
    /// Once the relay has confirmed all that the client did.
    void settle(Client &client)
    {
        QTRY_VERIFY(client.session->isCaughtUp());
        QTRY_VERIFY(m_relay->service.rooms().find(u"shop"_s)->isSaved());
    }
    static Version automatic(const QDateTime &at, qint64 bytes = 1)
    {
        return {
            .id = at.toString(Qt::ISODate), .at = at, .storedBytes = bytes, .isAutomatic = true};
    }

    std::unique_ptr<Relay> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_relay = std::make_unique<Relay>();
    }
    void cleanup() { m_relay.reset(); }

    void aVersionIsKeptAndRead()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s);
        ada.set(u"a"_s, 1);
        settle(ada);
        const auto kept =
            m_relay->yard("POST", u"versions"_s, "editor", R"({"name":" Before the move "})");
        QCOMPARE(kept.status, 201);
        const auto version = kept.json();
        QCOMPARE(version.value("name"_L1), u"Before the move"_s);
        QCOMPARE(version.value("author"_L1), u"The editor"_s);
        QCOMPARE(version.value("automatic"_L1), false);
        QVERIFY(version.value("bytes"_L1).toInt() > 0);
        const auto at = QDateTime::fromString(version.value("at"_L1).toString(), Qt::ISODateWithMs);
        QVERIFY(qAbs(at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(version.value("at"_L1).toString().endsWith(u'Z'));
        ada.set(u"a"_s, 2);
        settle(ada);
        QVERIFY(!keep("Later").isEmpty());
        const auto all = list();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).toObject().value("name"_L1), u"Later"_s);
        QCOMPARE(all.at(1).toObject(), version);
        QVERIFY(list(u"test"_s).isEmpty());

        const auto path = u"versions/"_s + version.value("id"_L1).toString();
        const auto state = m_relay->yard("GET", path, "viewer");
        QCOMPARE(state.status, 200);
        QCOMPARE(state.type, "application/octet-stream");
        crdt::Doc then;
        static constexpr char origin = 0;
        QVERIFY(then.applyUpdate(state.body, &origin));
        QCOMPARE(then.map(u"m"_s).any(u"a"_s), lib0::Any(1));
        QCOMPARE(m_relay->ask("GET", u"/api/v1/yards/test/"_s + path, "viewer").status, 404);

        QCOMPARE(m_relay->yard("DELETE", path, "owner").status, 204);
        QCOMPARE(m_relay->yard("DELETE", path, "owner").status, 404);
        QCOMPARE(m_relay->yard("GET", path, "viewer").status, 404);
        QCOMPARE(list().size(), 1);
    }

    void aYardIsWhatItWasWithoutAnybodyLeaving()
    {
        Client ada(m_relay->service.rooms(), u"shop"_s);
        Client bert(m_relay->service.rooms(), u"shop"_s);
        ada.set(u"kept"_s, 1);
        ada.set(u"changed"_s, 1);
        ada.set(u"removed"_s, 1);
        settle(ada);
        const auto id = keep("Good");
        ada.set(u"changed"_s, 2);
        ada.set(u"added"_s, 2);
        ada.doc.map(u"m"_s).remove(u"removed"_s);
        settle(ada);
        const auto restored = m_relay->yard("POST", u"versions/%1/restore"_s.arg(id), "editor");
        QCOMPARE(restored.status, 200);
        const auto expected = QStringList{u"changed"_s, u"kept"_s, u"removed"_s};
        for (auto *client : {&ada, &bert}) {
            QTRY_COMPARE(client->doc.map(u"m"_s).keys(), expected);
            QCOMPARE(client->get(u"changed"_s), lib0::Any(1));
            QVERIFY(!client->reason);
        }
        // What it was before can be had again, too.
        const auto before = restored.json().value("before"_L1).toObject();
        QCOMPARE(before.value("automatic"_L1), true);
        QCOMPARE(before.value("name"_L1), u"Before “Good”"_s);
        const auto again = m_relay->yard(
            "POST", u"versions/%1/restore"_s.arg(before.value("id"_L1).toString()), "editor");
        QCOMPARE(again.status, 200);
        QTRY_COMPARE(bert.get(u"added"_s), lib0::Any(2));
        QVERIFY(bert.get(u"removed"_s).isUndefined());
    }

    /// While the difference is looked for the yard goes on.
    void whatChangesMeanwhileStays()
    {
        static constexpr int Many = 20'000;
        Client ada(m_relay->service.rooms(), u"shop"_s);
        ada.doc.transact([&ada] {
            for (int i = 0; i < Many; ++i)
                ada.set(u"k%1"_s.arg(i), i);
        });
        settle(ada);
        Versions own(m_relay->service.rooms(), m_relay->service.store().versions(), {});
        std::optional<std::expected<Version, Versions::Problem>> kept;
        own.keep(u"shop"_s, u"Good"_s, {}, [&kept](const auto &version) { kept = version; });
        QTRY_VERIFY(kept && *kept);
        ada.set(u"k1"_s, -1);
        settle(ada);
        std::optional<std::expected<Versions::Restored, Versions::Problem>> restored;
        own.restore(u"shop"_s, (*kept)->id, {}, [&](const auto &done) { restored = done; });
        for (int i = 0; !restored; ++i) {
            ada.set(u"meanwhile"_s, i);
            QTest::qWait(1);
        }
        QVERIFY(*restored);
        QTRY_COMPARE(ada.get(u"k1"_s), lib0::Any(1));
        QVERIFY(!ada.get(u"meanwhile"_s).isUndefined());
        QCOMPARE(ada.doc.map(u"m"_s).keys().size(), Many + 1);
    }

    /// It ends with what it is at.
    void endingWhileARestorationIsLookedForIsSafe()
    {
        relay::MemoryRoomStore yards;
        relay::Rooms rooms(yards, {});
        auto own = std::make_unique<Versions>(rooms, yards.versions(), VersionLimits());
        Client ada(rooms, u"shop"_s);
        ada.set(u"a"_s, 1);
        QTRY_VERIFY(ada.session->isCaughtUp());
        QTRY_VERIFY(rooms.find(u"shop"_s)->isSaved());
        bool isAnswered = false;
        own->restoreState(u"shop"_s, ada.doc.encodeStateAsUpdate(), u"it"_s, {},
                          [&isAnswered](const auto &) { isAnswered = true; });
        own.reset();
        QTest::qWait(1); // what it still had to say would come now
        QVERIFY(!isAnswered);
    }

    void aRestoredYardIsStored()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"relay.sqlite"_s);
        m_relay = std::make_unique<Relay>(Relay::withTokens(),
                                          std::make_unique<relay::SqlRoomStore>(path));
        {
            Client ada(m_relay->service.rooms(), u"shop"_s);
            ada.set(u"a"_s, 1);
            settle(ada);
            const auto id = keep("Good");
            ada.set(u"a"_s, 2);
            settle(ada);
            QCOMPARE(m_relay->yard("POST", u"versions/%1/restore"_s.arg(id), "editor").status, 200);
        }
        m_relay.reset();
        m_relay = std::make_unique<Relay>(Relay::withTokens(),
                                          std::make_unique<relay::SqlRoomStore>(path));
        Client bert(m_relay->service.rooms(), u"shop"_s);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
        QCOMPARE(list().size(), 2);
    }

    void aYardThatNobodyIsInIsRestored()
    {
        QString id;
        {
            Client ada(m_relay->service.rooms(), u"shop"_s);
            ada.set(u"a"_s, 1);
            settle(ada);
            id = keep("Good");
            ada.set(u"a"_s, 2);
            settle(ada);
        }
        QCOMPARE(m_relay->yard("POST", u"versions/%1/restore"_s.arg(id), "editor").status, 200);
        Client bert(m_relay->service.rooms(), u"shop"_s);
        QTRY_COMPARE(bert.get(u"a"_s), lib0::Any(1));
    }

    void tooManyAreRefused()
    {
        auto config = Relay::withTokens();
        config.versions.named = 2;
        m_relay = std::make_unique<Relay>(config);
        QVERIFY(!keep("1").isEmpty());
        QVERIFY(!keep("2").isEmpty());
        auto refused = m_relay->yard("POST", u"versions"_s, "editor", R"({"name":"3"})");
        QCOMPARE(refused.status, 507);
        QVERIFY2(refused.error().contains("2 named versions"_L1), qPrintable(refused.error()));
        config.versions = {.bytes = 1};
        m_relay = std::make_unique<Relay>(config);
        QVERIFY(!keep("1").isEmpty());
        refused = m_relay->yard("POST", u"versions"_s, "editor", R"({"name":"2"})");
        QCOMPARE(refused.status, 507);
    }

    void aYardThatChangesIsKeptByItself()
    {
        auto config = Relay::withTokens();
        config.versions.every = std::chrono::seconds(1);
        m_relay = std::make_unique<Relay>(config);
        Client ada(m_relay->service.rooms(), u"shop"_s);
        ada.set(u"a"_s, 1);
        settle(ada);
        QVERIFY(list().isEmpty());
        QTRY_COMPARE(list().size(), 1);
        const auto version = list().first().toObject();
        QCOMPARE(version.value("automatic"_L1), true);
        QCOMPARE(version.value("name"_L1), QString());
        QTest::qWait(1'200); // that nothing comes can only be waited for
        QCOMPARE(list().size(), 1); // nothing has changed since
        ada.set(u"a"_s, 2);
        QTRY_COMPARE(list().size(), 2);
    }

    /// As two relays that find at the same moment that there is none yet.
    void twoThatKeepOneAtOnceKeepOne()
    {
        TogetherStore store(2);
        relay::MemoryRoomStore yards;
        relay::Rooms rooms(yards, {});
        const VersionLimits limits{.every = std::chrono::seconds(1)};
        const Versions one(rooms, store, limits);
        const Versions two(rooms, store, limits);
        Client ada(rooms, u"shop"_s);
        ada.set(u"a"_s, 1);
        QTRY_COMPARE(store.adds, 2);
        std::vector<Version> kept;
        store.listVersions(u"shop"_s, [&kept](const auto &versions) { kept = *versions; });
        QTRY_COMPARE(kept.size(), 1u);
    }

    /// What changed after another relay's version is in one before long.
    void whatAnotherRelayDidNotKeepIsKeptLater()
    {
        TogetherStore store(0);
        relay::MemoryRoomStore yards;
        relay::Rooms rooms(yards, {});
        const Versions one(rooms, store, {.every = std::chrono::seconds(1)});
        Client ada(rooms, u"shop"_s);
        ada.set(u"a"_s, 1);
        QTRY_VERIFY(rooms.find(u"shop"_s)->storedBytes() > 0);
        QTest::qWait(500); // so old is the first change when the other keeps its version
        store.addVersion(u"shop"_s,
                         {.id = relay::makeRecordId(),
                          .at = QDateTime::currentDateTimeUtc(),
                          .isAutomatic = true},
                         "another's", [](const auto &) { });
        ada.set(u"a"_s, 2);
        QTRY_COMPARE(store.adds, 2);
        std::vector<Version> kept;
        store.listVersions(u"shop"_s, [&kept](const auto &versions) { kept = *versions; });
        QTRY_COMPARE(kept.size(), 2u);
        QVERIFY(kept[0].at >= kept[1].at.addMSecs(900));
    }

    void fewerAreLeftAsTheyGrowOld()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), QTimeZone::UTC);
        std::vector<Version> versions;
        for (int hour = 0; hour < 24 * 20; ++hour)
            versions.push_back(automatic(now.addSecs(-3'600 * hour)));
        auto named = automatic(now.addDays(-100));
        named.isAutomatic = false;
        versions.push_back(named);
        const auto gone = Versions::thinned(versions, {});
        QCOMPARE(gone.size(), qsizetype(versions.size()) - 24 - 14 - 1);
        QVERIFY(!gone.contains(named.id));
        for (int hour = 0; hour < 24; ++hour)
            QVERIFY(!gone.contains(versions[size_t(hour)].id));
        // Of each earlier day the last one.
        QVERIFY(!gone.contains(
            automatic(QDateTime(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::UTC)).id));
        QVERIFY(gone.contains(
            automatic(QDateTime(QDate(2026, 11, 20), QTime(22, 0), QTimeZone::UTC)).id));
    }

    void largeOnesGoEarlier()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), QTimeZone::UTC);
        const std::vector<Version> versions{automatic(now, 60), automatic(now.addSecs(-1), 60),
                                            automatic(now.addSecs(-2), 10)};
        QCOMPARE(Versions::thinned(versions, {.bytes = 100}),
                 QStringList({versions[2].id, versions[1].id}));
        QCOMPARE(Versions::thinned({automatic(now, 200)}, {.bytes = 100}), QStringList());
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
