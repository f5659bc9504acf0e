// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loglines.h"

#include "kube/logstore/linesearch.h"
#include "kube/logstore/stamp.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace logstore;
using namespace Qt::StringLiterals;

/// Which lines are wanted, while lines come and go.
class LineSearchTest : public QObject
{
    Q_OBJECT

    /// Every line asked one by one.
    static QList<qint64> plain(const LogStore &store, const Query &query)
    {
        QList<qint64> numbers;
        for (auto number = store.begin(); number < store.end(); ++number) {
            if (query.wants(store.line(number)))
                numbers << number;
        }
        return numbers;
    }
    static QList<qint64> rowsOf(const LineSearch &search)
    {
        QList<qint64> numbers;
        for (qint64 row = 0; row < search.count(); ++row)
            numbers << search.numberAt(row);
        return numbers;
    }
    static void fill(LogStore &store, QRandomGenerator &random, int lines)
    {
        const auto a = store.source(u"a"_s);
        const auto b = store.source(u"b"_s);
        for (int i = 0; i < lines; ++i) {
            const auto source = random.bounded(2) ? a : b;
            const auto time = random.bounded(1000);
            if (random.bounded(50) == 0)
                store.appendMark(source, "gone", time);
            else if (random.bounded(3) == 0)
                store.append(source, QByteArray(loglines::strange(random) + '\n'));
            else
                store.append(source,
                             QByteArray(stampText(time) + ' ' + loglines::strange(random)
                                        + QByteArray(random.bounded(400), '.') + '\n'));
        }
    }

    static QList<Query> queries()
    {
        return {{},
                {.include = {Pattern(u"err"_s)}},
                {.include = {Pattern(u"!err"_s)}},
                {.include = {Pattern(u"^[a-z]+"_s)}, .exclude = {Pattern(u"warn"_s)}},
                {.levels = 1 << int(Level::Error) | 1 << int(Level::Mark)},
                {.include = {Pattern(u"level"_s)}, .hiddenSources = {false, true}},
                {.from = 200, .to = 700},
                {.include = {Pattern(u"日"_s), Pattern(u"x"_s)}, .from = 500}};
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsThereIsSearched()
    {
        QRandomGenerator random(5);
        LogStore store(m_folder.path(), {.memory = 2 * Block::Capacity});
        fill(store, random, 30'000);
        QCOMPARE_GT(store.blocks().size(), 4UL);
        for (const auto &query : queries()) {
            LineSearch search(store);
            QSignalSpy finished(&search, &LineSearch::finished);
            search.setQuery(query);
            QVERIFY(!search.isRunning() || search.progress() < 1);
            QTRY_VERIFY(!search.isRunning());
            QCOMPARE(finished.size(), query.isEverything() ? 0 : 1);
            QCOMPARE(rowsOf(search), plain(store, query));
        }
    }

    void whatComesIsLookedAtAsItComes()
    {
        QRandomGenerator random(6);
        LogStore store(m_folder.path(), {.lines = 12'000, .memory = Block::Capacity});
        std::vector<std::unique_ptr<LineSearch>> searches;
        for (const auto &query : queries()) {
            searches.push_back(std::make_unique<LineSearch>(store));
            searches.back()->setQuery(query);
        }
        for (int round = 0; round < 8; ++round) {
            fill(store, random, 3000);
            QCoreApplication::processEvents();
            if (round == 4)
                store.clear();
        }
        QCOMPARE_GT(store.begin(), 0);
        for (const auto &search : searches)
            QCOMPARE(rowsOf(*search), plain(store, search->query()));
    }

    void linesThatComeDuringASearchAreNotLost()
    {
        QRandomGenerator random(8);
        LogStore store(m_folder.path());
        fill(store, random, 20'000);
        LineSearch search(store);
        search.setQuery({.include = {Pattern(u"e.r"_s)}});
        QVERIFY(search.isRunning());
        fill(store, random, 9000); // seals what was the last block
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(rowsOf(search), plain(store, search.query()));
    }

    void anotherQueryGivesTheFirstUp()
    {
        QRandomGenerator random(9);
        LogStore store(m_folder.path());
        fill(store, random, 20'000);
        LineSearch search(store);
        QSignalSpy finished(&search, &LineSearch::finished);
        for (int i = 0; i < 20; ++i)
            search.setQuery({.include = {Pattern(QString::number(i))}});
        search.setQuery({.include = {Pattern(u"warn"_s)}});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(rowsOf(search), plain(store, search.query()));
        search.setQuery({.include = {Pattern(u"info"_s)}}); // and goes while it runs
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LineSearchTest)
#include "tst_linesearch.moc"
