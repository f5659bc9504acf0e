// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/postgresroomstore.h"
#include "collab/relay/store/restorebackup.h"
#include "collab/relay/store/sqlroomstore.h"
#include "support/servers.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace Qt::StringLiterals;
using relay::PostgresRoomStore;
using relay::RoomStore;
using relay::Seqs;
using relay::SharedStore;
using relay::SqlRoomStore;
using relay::SqlStore;

/// What was stored is there again, and what is broken is named.
class SqlRoomStoreTest : public QObject
{
    Q_OBJECT

private:
    using Updates = std::vector<QByteArray>;
    using Done = std::expected<void, QString>;
    using Appended = std::expected<Seqs, QString>;
    using Replaced = std::expected<std::optional<relay::Seq>, QString>;
    using Loaded = std::expected<RoomStore::Content, QString>;

    std::unique_ptr<SqlStore> openStore()
    {
        if (isPostgres())
            return std::make_unique<PostgresRoomStore>(*relay::parsePostgresUrl(m_url));
        return std::make_unique<SqlRoomStore>(m_folder->filePath(u"relay.sqlite"_s));
    }
    void open() { m_store = openStore(); }
    static bool isPostgres() { return QByteArrayView(QTest::currentDataTag()) == "PostgreSQL"; }

    static void kinds()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("SQLite") << 0;
        QTest::addRow("PostgreSQL") << 0;
    }

    Appended append(const QString &room, const Updates &updates)
    {
        std::optional<Appended> result;
        m_store->append(room, updates, [&result](const Appended &done) { result = done; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 20'000); }();
        return result.value_or(Appended());
    }

    Replaced replace(const QString &room, const QByteArray &state, const Seqs &seqs)
    {
        std::optional<Replaced> result;
        m_store->replace(room, state, seqs, [&result](const Replaced &done) { result = done; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(Replaced());
    }

    /// Does it in the database, past the store.
    void change(const QString &statement)
    {
        std::optional<Done> result;
        m_store->ask({.work = [&](const QSqlDatabase &db) { return relay::execute(db, statement); },
                      .answer = [&](const Done &done) { result = done; },
                      .writes = true});
        QTRY_VERIFY(result);
        QVERIFY2(*result, qPrintable(result->error_or(QString())));
    }

    SharedStore::Added added(const QByteArray &mark)
    {
        std::optional<std::expected<SharedStore::Added, QString>> result;
        dynamic_cast<SharedStore &>(*m_store).added(mark,
                                                    [&](const auto &found) { result = found; });
        [&] { QTRY_VERIFY(result && *result); }();
        return result->value_or(SharedStore::Added());
    }

    Loaded load(const QString &room)
    {
        std::optional<Loaded> result;
        m_store->load(room, [&result](const Loaded &loaded) { result = loaded; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(Loaded());
    }

    std::unique_ptr<support::PostgresServer> m_postgres; ///< of all tests
    QString m_url; ///< of one test
    int m_databases = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlStore> m_store;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        if (isPostgres()) {
            if (!m_postgres)
                m_postgres = std::make_unique<support::PostgresServer>();
            if (!m_postgres->problem().isEmpty())
                QSKIP(qPrintable(m_postgres->problem()));
            m_url = m_postgres->makeDatabase(u"test%1"_s.arg(++m_databases));
        }
        open();
    }
    void cleanup() { m_store.reset(); }

    void roomsAreKeptApartAndInOrder_data() { kinds(); }
    void roomsAreKeptApartAndInOrder()
    {
        QVERIFY(append(u"one"_s, {"a", "b"}));
        QVERIFY(append(u"two"_s, {"x"}));
        QVERIFY(append(u"one"_s, {QByteArray("\0c", 2)}));
        m_store.reset();
        open();
        QCOMPARE(load(u"one"_s)->updates, Updates({"a", "b", QByteArray("\0c", 2)}));
        QCOMPARE(load(u"two"_s)->updates, Updates({"x"}));
        QVERIFY(load(u"three"_s)->updates.empty());
        QVERIFY(replace(u"one"_s, "abc", load(u"one"_s)->seqs));
        QVERIFY(append(u"one"_s, {"d"}));
        QCOMPARE(load(u"one"_s)->updates, Updates({"abc", "d"}));
        QStringList names;
        m_store->list([&names](const auto &found) { names = *found; });
        QTRY_COMPARE(names, QStringList({u"one"_s, u"two"_s}));
    }

    void onlyWhatWasReadIsReplaced_data() { kinds(); }
    void onlyWhatWasReadIsReplaced()
    {
        const auto first = append(u"room"_s, {"a", "b"});
        const auto second = append(u"room"_s, {"c"});
        const auto other = append(u"other"_s, {"x"});
        QVERIFY(first && second && other);
        QCOMPARE(first->size(), 2u);
        auto seqs = *first;
        seqs.push_back(other->front()); // of another room: it stays there
        const auto made = replace(u"room"_s, "ab", seqs);
        QVERIFY(made && *made);
        QCOMPARE(load(u"other"_s)->updates, Updates({"x"}));
        auto all = load(u"room"_s)->updates;
        std::ranges::sort(all);
        QCOMPARE(all, Updates({"ab", "c"}));
        // Somebody else was faster: nothing changes.
        QCOMPARE(replace(u"room"_s, "ab", {first->front() + 1'000'000}), Replaced(std::nullopt));
        QCOMPARE(load(u"room"_s)->updates.size(), 2u);
    }

    void whatIsAskedTogetherIsAnsweredInOrder_data() { kinds(); }
    void whatIsAskedTogetherIsAnsweredInOrder()
    {
        QList<int> answers;
        for (int i = 0; i < 100; ++i)
            m_store->append(u"room"_s, {QByteArray::number(i)},
                            [&answers, i](const Appended &) { answers.append(i); });
        std::optional<Loaded> loaded;
        m_store->load(u"room"_s, [&loaded](const Loaded &content) { loaded = content; });
        QTRY_VERIFY(loaded);
        QCOMPARE(answers.size(), 100);
        QVERIFY(std::ranges::is_sorted(answers));
        QCOMPARE((*loaded)->updates.size(), 100u);
    }

    void aRecordThatChangedIsLeftOut_data() { kinds(); }
    void aRecordThatChangedIsLeftOut()
    {
        QVERIFY(append(u"room"_s, {"first record", "second record", "third record"}));
        change(isPostgres()
                   ? u"UPDATE updates SET data = 'Second record' WHERE data = 'second record'"_s
                   : u"UPDATE updates SET data = CAST('Second record' AS BLOB) "
                     "WHERE data = CAST('second record' AS BLOB)"_s);
        const auto content = load(u"room"_s);
        QVERIFY(content);
        QCOMPARE(content->updates, Updates({"first record", "third record"}));
        QCOMPARE(content->broken, 1);
        QVERIFY(!content->isPartial);
        // It is put aside, and outlives that the others become one.
        QVERIFY(replace(u"room"_s, "all", content->seqs));
        QCOMPARE(load(u"room"_s)->updates, Updates({"all"}));
        QCOMPARE(load(u"/broken/room"_s)->broken, 1);
        QStringList names;
        m_store->list([&names](const auto &found) { names = *found; });
        QTRY_COMPARE(names, QStringList({u"room"_s}));
    }

    void aFullDiskIsToldAndChangesNothing()
    {
        QVERIFY(append(u"room"_s, {"kept"}));
        auto &store = dynamic_cast<SqlRoomStore &>(*m_store);
        store.limitPages(8);
        const auto full = append(u"room"_s, {QByteArray(100'000, 'x')});
        QVERIFY(!full);
        QVERIFY2(full.error().contains("full"_L1), qPrintable(full.error()));
        QCOMPARE(m_store->problem(), full.error());
        QCOMPARE(load(u"room"_s)->updates, Updates({"kept"}));
        store.limitPages(0);
        QVERIFY(append(u"room"_s, {QByteArray(100'000, 'x')}));
        QVERIFY(m_store->problem().isEmpty());
        QCOMPARE(load(u"room"_s)->updates.size(), 2u);
    }

    /// What a relay left that was killed would be written over what is restored.
    void nothingIsRestoredBesideWhatAKilledRelayLeft()
    {
        open();
        QVERIFY(append(u"yard"_s, {"a"}));
        const auto backup = m_folder->filePath(u"backup.sqlite"_s);
        std::optional<Done> made;
        m_store->backUp(backup, [&made](const Done &done) { made = done; });
        QTRY_VERIFY(made);
        QVERIFY(*made);
        // A copy of a file in use lacks what is beside it.
        const auto live = m_folder->filePath(u"relay.sqlite"_s);
        const QDir folder(m_folder->filePath(u"other"_s));
        const auto copied = relay::restoreBackup(live, folder.path());
        QVERIFY(!copied);
        QVERIFY2(copied.error().contains("relay.sqlite-wal"_L1), qPrintable(copied.error()));
        QVERIFY(QDir().mkpath(folder.path()));
        const auto wal = folder.filePath(u"relay.sqlite-wal"_s);
        QVERIFY(QFile::copy(live + u"-wal"_s, wal));
        const auto restored = relay::restoreBackup(backup, folder.path());
        QVERIFY(!restored);
        QVERIFY2(restored.error().contains(wal), qPrintable(restored.error()));
        QVERIFY(QFile::remove(wal));
        QVERIFY(relay::restoreBackup(backup, folder.path()));
        QVERIFY(folder.exists(u"relay.sqlite"_s));
        const QFileInfo fresh(m_folder->filePath(u"fresh/data"_s));
        QVERIFY(relay::restoreBackup(backup, fresh.filePath()));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(fresh.permissions() & others)); // yards are for the relay alone
    }

    void aFileThatIsNoDatabaseIsTold()
    {
        m_store.reset();
        QFile file(m_folder->filePath(u"relay.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        open();
        QVERIFY(!load(u"room"_s));
        QVERIFY(!append(u"room"_s, {"a"}));
        QVERIFY(!m_store->problem().isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(10'000, 'x')); // somebody else's is left alone
    }

    void whatATransactionAddedThatWasOpenIsFoundLater_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("PostgreSQL") << 0;
    }
    void whatATransactionAddedThatWasOpenIsFoundLater()
    {
        const auto begin = added({});
        QVERIFY(begin.records.empty());
        std::binary_semaphore isAdded(0);
        std::binary_semaphore mayEnd(0);
        auto other = openStore(); // another relay, in the middle of its work
        bool isDone = false;
        other->ask({.work =
                        [&](const QSqlDatabase &db) {
                            const auto done =
                                relay::execute(db,
                                               u"INSERT INTO updates (room, data, sum) "
                                               "VALUES ('room', 'slow', '')"_s);
                            isAdded.release();
                            mayEnd.acquire();
                            return done;
                        },
                    .answer = [&](const Done &done) { isDone = done.has_value(); },
                    .writes = true});
        isAdded.acquire();
        const auto later = append(u"room"_s, {"fast"}); // has the larger number, and is there first
        const auto first = added(begin.mark);
        QCOMPARE(first.records.size(), 1u);
        QCOMPARE(first.records.front().second, later->front());
        mayEnd.release();
        QTRY_VERIFY(isDone);
        const auto second = added(first.mark);
        QVERIFY(std::ranges::any_of(second.records, [&](const auto &record) {
            return record.second < later->front() && record.first == "room"_L1;
        }));
    }

    void relaysThatStartAtOnceMakeTheTablesOnce_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("PostgreSQL") << 0;
    }
    void relaysThatStartAtOnceMakeTheTablesOnce()
    {
        for (int round = 0; round < 5; ++round) {
            m_url = m_postgres->makeDatabase(u"test%1"_s.arg(++m_databases));
            std::vector<std::unique_ptr<SqlStore>> stores;
            int answers = 0;
            for (int i = 0; i < 4; ++i) {
                stores.push_back(openStore());
                stores.back()->append(u"room"_s, {"x"}, [&answers](const Appended &done) {
                    QVERIFY2(done, qPrintable(done.error_or(QString())));
                    ++answers;
                });
            }
            QTRY_COMPARE_WITH_TIMEOUT(answers, 4, 20'000);
        }
    }

    void twoRelaysThatReplaceAtOnceLoseNothing_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("PostgreSQL") << 0;
    }
    void twoRelaysThatReplaceAtOnceLoseNothing()
    {
        auto other = openStore();
        for (int round = 0; round < 30; ++round) {
            QVERIFY(append(u"room"_s, Updates(20, "x")));
            const auto seqs = load(u"room"_s)->seqs;
            const auto late = append(u"room"_s, {"late"}); // which neither has read
            int answers = 0;
            for (auto *store : {m_store.get(), other.get()})
                store->replace(u"room"_s, "state", seqs, [&answers](const Replaced &done) {
                    QVERIFY2(done, qPrintable(done.error_or(QString())));
                    ++answers;
                });
            QTRY_COMPARE(answers, 2);
            const auto left = load(u"room"_s)->updates;
            QVERIFY(std::ranges::count(left, "state") >= 1);
            QVERIFY(std::ranges::count(left, "x") == 0);
            QCOMPARE(std::ranges::count(left, "late"), 1);
            QVERIFY(replace(u"room"_s, "begin", load(u"room"_s)->seqs));
        }
    }

    void aServerThatStartsAnewIsFoundAgain_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("PostgreSQL") << 0;
    }
    void aServerThatStartsAnewIsFoundAgain()
    {
        QVERIFY(append(u"room"_s, {"before"}));
        m_postgres->kill();
        const auto away = append(u"room"_s, {"lost"});
        QVERIFY(!away);
        QVERIFY2(m_store->problem().startsWith("PostgreSQL: "_L1), qPrintable(m_store->problem()));
        m_postgres->start();
        QCOMPARE(m_postgres->problem(), QString());
        // By itself: nobody may ask for anything.
        QTRY_COMPARE_WITH_TIMEOUT(m_store->problem(), QString(), 20'000);
        QVERIFY(append(u"room"_s, {"after"}));
        QCOMPARE(load(u"room"_s)->updates, Updates({"before", "after"}));
    }

    void anAddressIsReadAndItsPasswordNotRepeated_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("SQLite") << 0;
    }
    void anAddressIsReadAndItsPasswordNotRepeated()
    {
        const auto address = relay::parsePostgresUrl(
            u"postgresql://ada:secret%40@db.example:5433/yards?sslmode=require"_s);
        QVERIFY(address);
        QCOMPARE(*address,
                 (relay::PostgresAddress{.host = u"db.example"_s,
                                         .port = 5433,
                                         .database = u"yards"_s,
                                         .user = u"ada"_s,
                                         .password = u"secret@"_s,
                                         .options = u"sslmode='require'"_s}));
        for (const auto &wrong : {u"mysql://ada:secret@db/yards"_s, u"postgresql://ada:secret@db"_s,
                                  u"postgresql://ada:secret@db/yards?sslmode=a'b"_s,
                                  u"postgresql://ada:secret@db/yards?passfile=/etc/passwd"_s}) {
            const auto refused = relay::parsePostgresUrl(wrong);
            QVERIFY2(!refused, qPrintable(wrong));
            QVERIFY(!refused.error().contains("secret"_L1));
        }
    }
};

QTEST_GUILESS_MAIN(SqlRoomStoreTest)
#include "tst_sqlroomstore.moc"
