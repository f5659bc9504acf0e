// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/memoryroomstore.h"
#include "collab/relay/store/sqlroomstore.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using relay::Invite;
using relay::Version;

/// Versions and invites are there again, and so is everything in a backup.
class VersionStoreTest : public QObject
{
    Q_OBJECT

private:
    template<typename T, typename Question>
    static std::expected<T, QString> ask(Question &&question)
    {
        std::optional<std::expected<T, QString>> found;
        question([&found](const std::expected<T, QString> &answer) { found = answer; });
        [&] { QTRY_VERIFY(found); }();
        return found.value_or(std::unexpected(u"no answer"_s));
    }

    static QDateTime at(int second)
    {
        return {QDate(2026, 11, 23), QTime(10, 0, second), QTimeZone::UTC};
    }

    QString path() const { return m_folder->filePath(u"relay.sqlite"_s); }
    void open() { m_rooms = std::make_unique<relay::SqlRoomStore>(path()); }
    void openKind(bool isSql)
    {
        if (isSql)
            return open();
        m_rooms = std::make_unique<relay::MemoryRoomStore>();
    }
    static void addKinds()
    {
        QTest::addColumn<bool>("isSql");
        QTest::newRow("memory") << false;
        QTest::newRow("SQLite") << true;
    }

    std::expected<Version, QString> add(const QString &room, const Version &version,
                                        const QByteArray &state)
    {
        return ask<Version>([&](const auto &answer) {
            m_rooms->versions().addVersion(room, version, state, answer);
        });
    }
    std::vector<Version> list(const QString &room)
    {
        return ask<std::vector<Version>>(
                   [&](const auto &answer) { m_rooms->versions().listVersions(room, answer); })
            .value();
    }
    std::expected<std::optional<QByteArray>, QString> load(const QString &room, const QString &id)
    {
        return ask<std::optional<QByteArray>>(
            [&](const auto &answer) { m_rooms->versions().loadVersion(room, id, answer); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<relay::RoomStore> m_rooms;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_rooms.reset(); }

    void versionsAreKeptByYard_data() { addKinds(); }
    void versionsAreKeptByYard()
    {
        QFETCH(const bool, isSql);
        openKind(isSql);
        const QByteArray state(100'000, 's');
        const auto first = add(
            u"shop"_s,
            {.id = u"1"_s, .name = u"Before the move"_s, .author = u"Ada"_s, .at = at(1)}, state);
        QVERIFY(first);
        QCOMPARE(first->bytes, state.size());
        QCOMPARE_LT(first->storedBytes, state.size() / 10); // it is compressed
        const auto second =
            add(u"shop"_s, {.id = u"2"_s, .at = at(2), .isAutomatic = true}, "another");
        QVERIFY(second);
        QVERIFY(add(u"test"_s, {.id = u"3"_s, .at = at(3)}, "elsewhere"));
        if (isSql) {
            m_rooms.reset();
            open();
        }
        QCOMPARE(list(u"shop"_s), (std::vector<Version>{*second, *first}));
        QCOMPARE(load(u"shop"_s, u"1"_s).value(), state);
        QVERIFY(!load(u"test"_s, u"1"_s).value()); // it is the other yard's
        const auto removed = ask<int>([&](const auto &answer) {
            m_rooms->versions().removeVersions(u"shop"_s, {u"1"_s, u"3"_s, u"7"_s}, answer);
        });
        QCOMPARE(removed.value(), 1);
        QCOMPARE(list(u"shop"_s).size(), 1u);
        QCOMPARE(list(u"test"_s).size(), 1u);
    }

    void oneOfTheSameIdChangesNothing_data() { addKinds(); }
    void oneOfTheSameIdChangesNothing()
    {
        QFETCH(const bool, isSql);
        openKind(isSql);
        const auto first = add(u"shop"_s, {.id = u"1"_s, .at = at(1)}, "first");
        QVERIFY(first);
        QVERIFY(add(u"shop"_s, {.id = u"1"_s, .at = at(2)}, "second"));
        QCOMPARE(list(u"shop"_s), (std::vector<Version>{*first}));
        QCOMPARE(load(u"shop"_s, u"1"_s).value(), "first");
    }

    void aVersionThatChangedIsAnError()
    {
        open();
        QVERIFY(add(u"shop"_s, {.id = u"1"_s, .at = at(1)}, "state"));
        cleanup();
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"UPDATE versions SET data = X'0000000578'"_s));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        open();
        const auto state = load(u"shop"_s, u"1"_s);
        QVERIFY(!state);
        QCOMPARE(state.error(), u"the version is not as it was stored"_s);
    }

    void whatSaysItIsHugeIsNotUnpacked()
    {
        QVERIFY(!relay::unpackState(QByteArray::fromHex("ffffffff789c")));
        QVERIFY(!relay::unpackState("abc"));
        QCOMPARE(relay::unpackState(relay::packState("abc")).value(), "abc");
    }

    void invitesAreKept_data() { addKinds(); }
    void invitesAreKept()
    {
        QFETCH(const bool, isSql);
        openKind(isSql);
        const Invite ada{.id = u"1"_s,
                         .room = u"shop"_s,
                         .name = u"Ada"_s,
                         .role = relay::Role::Owner,
                         .sha256 = QByteArray("\0hash", 5),
                         .made = at(1),
                         .expires = at(5)};
        const Invite bert{
            .id = u"2"_s, .room = u"test"_s, .sha256 = "other", .made = at(2), .expires = at(6)};
        for (const auto &invite : {ada, bert})
            QVERIFY(ask<void>(
                [&](const auto &answer) { m_rooms->invites().addInvite(invite, answer); }));
        if (isSql) {
            cleanup();
            open();
        }
        const auto all = [this] {
            return ask<std::vector<Invite>>(
                       [&](const auto &answer) { m_rooms->invites().listInvites(answer); })
                .value();
        };
        QCOMPARE(all(), (std::vector<Invite>{ada, bert}));
        for (const auto &id : {u"1"_s, u"7"_s})
            QVERIFY(ask<void>(
                [&](const auto &answer) { m_rooms->invites().removeInvite(id, answer); }));
        QCOMPARE(all(), (std::vector<Invite>{bert}));
    }

    void aFileOfTheFirstVersionIsBroughtUp()
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(
                query.exec(u"CREATE TABLE updates (seq INTEGER PRIMARY KEY, room TEXT NOT NULL, "
                           "data BLOB NOT NULL, sum BLOB NOT NULL)"_s));
            QVERIFY(query.exec(u"INSERT INTO updates (room, data, sum) VALUES ('shop', 'abc', "
                               "X'ba7816bf8f01cfea')"_s));
            QVERIFY(query.exec(u"PRAGMA user_version = 1"_s));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        open();
        const auto content = ask<relay::RoomStore::Content>(
            [&](const auto &answer) { m_rooms->load(u"shop"_s, answer); });
        QCOMPARE(content.value().updates, std::vector<QByteArray>{"abc"});
        QVERIFY(add(u"shop"_s, {.id = u"1"_s, .at = at(1)}, "state"));
        QCOMPARE(list(u"shop"_s).size(), 1u);
    }

    void aBackupHoldsWhatWasConfirmedBefore()
    {
        open();
        const auto append = [this](const QByteArray &update) {
            return ask<relay::Seqs>(
                [&](const auto &answer) { m_rooms->append(u"shop"_s, {update}, answer); });
        };
        QVERIFY(append("a"));
        QVERIFY(add(u"shop"_s, {.id = u"1"_s, .at = at(1)}, "state"));
        const auto file = m_folder->filePath(u"it's a copy.sqlite"_s);
        std::optional<std::expected<void, QString>> done;
        std::optional<std::expected<void, QString>> second;
        m_rooms->backUp(file, [&done](const auto &result) { done = result; });
        m_rooms->backUp(file, [&second](const auto &result) { second = result; });
        QVERIFY(append("b")); // while it is written
        QTRY_VERIFY(done && second);
        QVERIFY2(*done, qPrintable(done->error_or(QString())));
        QCOMPARE(second->error_or(QString()), u"a backup is already being written"_s);

        relay::SqlRoomStore copy(file);
        const auto content = ask<relay::RoomStore::Content>(
            [&](const auto &answer) { copy.load(u"shop"_s, answer); });
        QVERIFY(!content.value().updates.empty());
        QCOMPARE(content.value().updates.front(), "a");
        QCOMPARE(content.value().broken, 0);
        const auto kept = ask<std::vector<Version>>(
            [&](const auto &answer) { copy.versions().listVersions(u"shop"_s, answer); });
        QCOMPARE(kept.value().size(), 1u);
    }

    void aBackupThatCannotBeWrittenSaysWhy()
    {
        open();
        const auto done = ask<void>([&](const auto &answer) {
            m_rooms->backUp(m_folder->filePath(u"missing/copy.sqlite"_s), answer);
        });
        QVERIFY(!done);
        QVERIFY(!done.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(VersionStoreTest)
#include "tst_versionstore.moc"
