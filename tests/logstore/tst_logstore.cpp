// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loglines.h"

#include "kube/logstore/logstore.h"
#include "kube/logstore/stamp.h"
#include "kube/logstore/timeline.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace logstore;
using namespace Qt::StringLiterals;

/// Bytes in, lines out.
class LogStoreTest : public QObject
{
    Q_OBJECT

    static QByteArrayList linesOf(const LogStore &store)
    {
        QByteArrayList lines;
        for (auto number = store.begin(); number < store.end(); ++number)
            lines << store.line(number).bytes.toByteArray();
        return lines;
    }
    static QByteArray numbered(int from, int to)
    {
        QByteArray bytes;
        for (int i = from; i < to; ++i)
            bytes += stampText(i * 1'000'000LL) + " INFO request number "
                + QByteArray::number(i).rightJustified(60, '.') + '\n';
        return bytes;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bytesMayBeCutAnywhere()
    {
        const QByteArray log = "2026-01-02T03:04:05.5Z ERROR one\r\nplain\n\n"
                               "2026-01-02T03:04:06Z \xc3\xa9 two\nlast";
        for (qsizetype cut = 0; cut <= log.size(); ++cut) {
            LogStore store(m_folder.path());
            const auto source = store.source(u"web"_s);
            store.append(source, log.first(cut));
            store.append(source, log.sliced(cut));
            QCOMPARE(linesOf(store), (QByteArrayList{"ERROR one", "plain", "", "\xc3\xa9 two"}));
            QCOMPARE(stampText(store.line(0).time), "2026-01-02T03:04:05.5Z");
            QCOMPARE(store.line(0).level, Level::Error);
            QCOMPARE(store.line(1).time, NoTime);
            QCOMPARE(store.unfinished(source).bytes, "last");
            store.finish(source);
            QCOMPARE(store.count(), 5);
            QCOMPARE(store.line(4).bytes, "last");
        }
    }

    void aNewlineThatFollowsIsNoPartOfIt()
    {
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        const QByteArray log = "one\n\n";
        store.append(source, "on");
        store.append(source,
                     QByteArrayView(log).sliced(2, 2)); // a view that another newline follows
        QCOMPARE(linesOf(store), QByteArrayList{"one"});
    }

    void streamsDoNotMixTheirUnfinishedLines()
    {
        LogStore store(m_folder.path());
        const auto a = store.source(u"a"_s);
        const auto b = store.source(u"b"_s);
        QCOMPARE(store.source(u"a"_s), a);
        store.append(a, "one");
        store.append(b, "two\n");
        store.append(a, " more\n");
        QCOMPARE(linesOf(store), (QByteArrayList{"two", "one more"}));
        QCOMPARE(store.line(0).source, b);
        QCOMPARE(store.line(1).source, a);
        store.append(a, "again");
        store.dropUnfinished(a);
        store.append(a, "again, whole\n");
        QCOMPARE(store.line(2).bytes, "again, whole");
    }

    void aLongLineIsCut_data()
    {
        QTest::addColumn<QByteArray>("character");
        QTest::newRow("ASCII") << "x"_ba;
        QTest::newRow("two bytes") << "\xc3\xa9"_ba;
        QTest::newRow("four bytes") << "\xf0\x9f\x90\xb3"_ba;
    }
    void aLongLineIsCut()
    {
        QFETCH(const QByteArray, character);
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        const auto fits = character.repeated(LogStore::CharacterLimit);
        store.append(source, QByteArray(fits + '\n' + fits + character + "\nnext\n"));
        for (const char c : QByteArray(fits + character + character + '\n'))
            store.append(source, QByteArrayView(&c, 1));
        QCOMPARE(linesOf(store),
                 (QByteArrayList{fits, fits + "...[truncated]", "next", fits + "...[truncated]"}));
    }

    void aLineWithoutEndTakesNoMemory()
    {
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        for (int i = 0; i < 100; ++i)
            store.append(source, QByteArray(100'000, '\x80')); // not even characters
        QCOMPARE_LT(store.unfinished(source).bytes.size(), 100'000);
        store.append(source, "\nnext\n");
        QCOMPARE(store.count(), 2);
        QVERIFY(store.line(0).bytes.endsWith("...[truncated]"));
    }

    void oldBlocksAreInTheFile()
    {
        QTemporaryDir folder;
        LogStore store(folder.path(), {.memory = 3 * Block::Capacity});
        const auto source = store.source(u"web"_s);
        constexpr int Lines = 200'000;
        for (int i = 0; i < Lines; i += 1000)
            store.append(source, numbered(i, i + 1000));
        QTRY_COMPARE_LE(store.memory() - Lines * 8, 3 * Block::Capacity);
        QCOMPARE(store.count(), Lines);
        QCOMPARE_GT(store.fileSize(), 0);
        QCOMPARE_LT(store.fileSize(), Lines * 20); // compressed
        QRandomGenerator random(3);
        for (int i = 0; i < 3000; ++i) {
            const int number = random.bounded(Lines);
            const auto line = store.line(number);
            QCOMPARE(line.time, number * 1'000'000LL);
            QVERIFY(line.bytes.endsWith(QByteArray('.' + QByteArray::number(number))));
            QCOMPARE(line.level, Level::Info);
        }
        QCOMPARE(store.dropped(), 0);
        QCOMPARE(store.numberAt(777 * 1'000'000LL - 5), 777);
        QCOMPARE(store.numberAt(qint64(Lines) * 1'000'000'000), Lines);
        QCOMPARE(store.timeBefore(5000), 5000 * 1'000'000LL);
#ifdef Q_OS_UNIX
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
#endif
    }

    void theOldestLinesGo()
    {
        QTemporaryDir folder;
        LogStore store(folder.path(), {.lines = 50'000, .memory = Block::Capacity});
        const auto source = store.source(u"web"_s);
        qint64 most = 0;
        for (int i = 0; i < 400'000; i += 1000) {
            store.append(source, numbered(i, i + 1000));
            QCoreApplication::processEvents();
            most = std::max(most, store.fileSize());
        }
        QCOMPARE(store.end(), 400'000);
        QCOMPARE_GE(store.count(), 50'000);
        QCOMPARE_LT(store.count(), 70'000);
        QCOMPARE(store.dropped(), store.begin());
        QCOMPARE(store.count(Level::Info), store.count());
        QVERIFY(store.line(store.begin())
                    .bytes.endsWith(QByteArray('.' + QByteArray::number(store.begin()))));
        QCOMPARE_LT(most, 3'000'000); // what goes makes room in the file
    }

    void withoutRoomForTheFileOldLinesGo()
    {
        QFile blocked(m_folder.filePath(u"file"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        LogStore store(blocked.fileName() + u"/below"_s, {.memory = 2 * Block::Capacity});
        const auto source = store.source(u"web"_s);
        for (int i = 0; i < 100'000; i += 1000) {
            store.append(source, numbered(i, i + 1000));
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!store.fileError().isEmpty());
        store.append(source, numbered(100'000, 100'001));
        QCOMPARE_LE(store.memory() - store.count() * 8, 3 * Block::Capacity);
        QCOMPARE(store.end(), 100'001);
        QCOMPARE(store.dropped(), store.begin());
        QCOMPARE_GT(store.dropped(), 0);
    }

    void clearingForgetsLinesButNotNumbers()
    {
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        store.append(source, "one\ntwo\nthr");
        store.clear();
        QCOMPARE(store.begin(), 2);
        QCOMPARE(store.count(), 0);
        QCOMPARE(store.numberAt(5), 2);
        store.append(source, "ee\n");
        QCOMPARE(store.line(2).bytes, "ee");
    }

    void linesThatAreNotThereAreEmpty()
    {
        LogStore store(m_folder.path());
        QVERIFY(store.line(0).bytes.isEmpty());
        store.append(store.source(u"web"_s), "one\ntwo\n");
        QVERIFY(store.line(-1).bytes.isEmpty());
        QVERIFY(store.line(2).bytes.isEmpty());
        store.clear();
        QVERIFY(store.line(1).bytes.isEmpty());
        QCOMPARE(store.line(1).time, logstore::NoTime);
    }

    void marksStandBetweenLines()
    {
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        store.append(source, "one\n");
        store.appendMark(source, "gap", 5);
        store.append(source, "two\n");
        QCOMPARE(linesOf(store), (QByteArrayList{"one", "gap", "two"}));
        QCOMPARE(store.line(1).level, Level::Mark);
        QCOMPARE(store.line(1).time, 5);
        QCOMPARE(store.count(Level::Mark), 1);
    }

    void theTimelineCountsWhatIsShown()
    {
        LogStore store(m_folder.path());
        const auto source = store.source(u"web"_s);
        QVERIFY(timelineOf(store, LineSearch(store), 10).isEmpty());
        for (int i = 0; i < 100; ++i)
            store.append(source, QByteArray(stampText(i) + (i % 10 ? " info\n" : " error\n")));
        LineSearch shown(store);
        const auto all = timelineOf(store, shown, 10);
        QCOMPARE(all.from, 0);
        QCOMPARE(all.to, 99);
        for (const auto &bucket : all.buckets) {
            QCOMPARE(bucket.counts[size_t(Level::Error)], 1);
            QCOMPARE(bucket.counts[size_t(Level::Info)], 9);
        }
        shown.setQuery({.include = {Pattern(u"error"_s)}});
        for (const auto &bucket : timelineOf(store, shown, 10).buckets) {
            QCOMPARE(bucket.counts[size_t(Level::Error)], 1);
            QCOMPARE(bucket.counts[size_t(Level::Info)], 0);
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LogStoreTest)
#include "tst_logstore.moc"
