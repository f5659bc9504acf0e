// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/store/sqlroomstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using relay::RoomStore;
using relay::SqlRoomStore;

/// What was stored is there again, and what is broken is named.
class SqlRoomStoreTest : public QObject
{
    Q_OBJECT

private:
    using Updates = std::vector<QByteArray>;
    using Done = std::expected<void, QString>;
    using Loaded = std::expected<RoomStore::Content, QString>;

    void open() { m_store = std::make_unique<SqlRoomStore>(m_folder->filePath(u"relay.sqlite"_s)); }

    Done append(const QString &room, const Updates &updates)
    {
        std::optional<Done> result;
        m_store->append(room, updates, [&result](const Done &done) { result = done; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(Done());
    }

    Done replace(const QString &room, const QByteArray &state)
    {
        std::optional<Done> result;
        m_store->replace(room, state, [&result](const Done &done) { result = done; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(Done());
    }

    Loaded load(const QString &room)
    {
        std::optional<Loaded> result;
        m_store->load(room, [&result](const Loaded &loaded) { result = loaded; });
        [&] { QTRY_VERIFY(result); }();
        return result.value_or(Loaded());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlRoomStore> m_store;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_store.reset(); }

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
        QVERIFY(replace(u"one"_s, "abc"));
        QVERIFY(append(u"one"_s, {"d"}));
        QCOMPARE(load(u"one"_s)->updates, Updates({"abc", "d"}));
        QStringList names;
        m_store->list([&names](const auto &found) { names = *found; });
        QTRY_COMPARE(names, QStringList({u"one"_s, u"two"_s}));
    }

    void whatIsAskedTogetherIsAnsweredInOrder()
    {
        QList<int> answers;
        for (int i = 0; i < 100; ++i)
            m_store->append(u"room"_s, {QByteArray::number(i)},
                            [&answers, i](const Done &) { answers.append(i); });
        std::optional<Loaded> loaded;
        m_store->load(u"room"_s, [&loaded](const Loaded &content) { loaded = content; });
        QTRY_VERIFY(loaded);
        QCOMPARE(answers.size(), 100);
        QVERIFY(std::ranges::is_sorted(answers));
        QCOMPARE((*loaded)->updates.size(), 100u);
    }

    void aRecordThatChangedIsLeftOut()
    {
        QVERIFY(append(u"room"_s, {"first record", "second record", "third record"}));
        m_store.reset(); // one file again
        QFile file(m_folder->filePath(u"relay.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto bytes = file.readAll();
        const auto at = bytes.indexOf("second record");
        QVERIFY(at > 0);
        bytes[at] = 'S';
        file.seek(0);
        file.write(bytes);
        file.close();
        open();
        const auto content = load(u"room"_s);
        QVERIFY(content);
        QCOMPARE(content->updates, Updates({"first record", "third record"}));
        QCOMPARE(content->broken, 1);
        QVERIFY(!content->isPartial);
        // It is put aside, and outlives that the others become one.
        QVERIFY(replace(u"room"_s, "all"));
        QCOMPARE(load(u"room"_s)->updates, Updates({"all"}));
        QCOMPARE(load(u"/broken/room"_s)->broken, 1);
        QStringList names;
        m_store->list([&names](const auto &found) { names = *found; });
        QTRY_COMPARE(names, QStringList({u"room"_s}));
    }

    void aFullDiskIsToldAndChangesNothing()
    {
        QVERIFY(append(u"room"_s, {"kept"}));
        m_store->limitPages(8);
        const auto full = append(u"room"_s, {QByteArray(100'000, 'x')});
        QVERIFY(!full);
        QVERIFY2(full.error().contains("full"_L1), qPrintable(full.error()));
        QCOMPARE(m_store->problem(), full.error());
        QCOMPARE(load(u"room"_s)->updates, Updates({"kept"}));
        m_store->limitPages(0);
        QVERIFY(append(u"room"_s, {QByteArray(100'000, 'x')}));
        QVERIFY(m_store->problem().isEmpty());
        QCOMPARE(load(u"room"_s)->updates.size(), 2u);
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
};

QTEST_GUILESS_MAIN(SqlRoomStoreTest)
#include "tst_sqlroomstore.moc"
