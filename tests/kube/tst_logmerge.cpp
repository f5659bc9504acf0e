// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logmerge.h"

#include "kube/logstore/stamp.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using kube::LogMark;
using kube::LogMerge;
using logstore::LogStore;

namespace {

constexpr qint64 Millisecond = 1'000'000;
constexpr qint64 Begin = 1'763'786'400'000 * Millisecond;

QByteArray line(qint64 ms, const QByteArray &text)
{
    return logstore::stampText(Begin + ms * Millisecond) + ' ' + text + '\n';
}

QByteArrayList linesOf(const LogStore &store)
{
    QByteArrayList lines;
    for (auto number = store.begin(); number < store.end(); ++number)
        lines.append(store.line(number).bytes.toByteArray());
    return lines;
}

bool isOrdered(const LogStore &store)
{
    for (auto number = store.begin() + 1; number < store.end(); ++number) {
        if (store.line(number).time < store.line(number - 1).time)
            return false;
    }
    return true;
}

} // namespace

class LogMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_store = std::make_unique<LogStore>(QDir::tempPath());
        m_a = m_store->source(u"a"_s);
        m_b = m_store->source(u"b"_s);
        m_merge = std::make_unique<LogMerge>(*m_store, m_pace);
    }

    void aSingleStreamDoesNotWait()
    {
        m_merge->add(m_a);
        m_merge->take(m_a, line(1, "one"));
        QCOMPARE(linesOf(*m_store), QByteArrayList{"one"});
        QVERIFY(m_merge->isEmpty());
    }

    void linesStandInTheOrderOfTheirTimes()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(1, "a1") + line(3, "a3") + line(4, "a4"));
        m_merge->take(m_b, line(2, "b2") + "without a stamp\n" + line(5, "b5"));
        QVERIFY(linesOf(*m_store).isEmpty()); // they wait
        QTRY_COMPARE(linesOf(*m_store),
                     (QByteArrayList{"a1", "b2", "without a stamp", "a3", "a4", "b5"}));
        QCOMPARE(m_store->line(0).source, m_a);
        QCOMPARE(m_store->line(1).source, m_b);
        QCOMPARE(m_store->line(2).source, m_b);
        QVERIFY(m_merge->isEmpty());
        QCOMPARE(m_merge->queued(), 0);
    }

    void othersWaitForAStreamThatHasNotBegun()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(2, "a2"));
        QSignalSpy changed(m_store.get(), &LogStore::changed);
        QVERIFY(!changed.wait(100)); // longer than the hold: what is shown is that nothing happens
        m_merge->take(m_b, line(1, "b1"));
        QTRY_COMPARE(linesOf(*m_store), (QByteArrayList{"b1", "a2"}));
    }

    void aStreamThatNeverBeginsHoldsNobodyUp()
    {
        m_merge = std::make_unique<LogMerge>(
            *m_store, kube::MergePace{.hold = m_pace.hold, .settle = m_pace.hold * 3});
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(2, "a2"));
        QTRY_COMPARE(linesOf(*m_store), QByteArrayList{"a2"});
    }

    void aSettledStreamHoldsNobodyUp()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(2, "a2"));
        m_merge->settle(m_b);
        QTRY_COMPARE(linesOf(*m_store), QByteArrayList{"a2"});
    }

    void whatIsLateIsAppended()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->settle(m_b);
        m_merge->take(m_a, line(5, "a5"));
        QTRY_COMPARE(linesOf(*m_store), QByteArrayList{"a5"});
        m_merge->take(m_b, line(1, "b1"));
        QTRY_COMPARE(linesOf(*m_store), (QByteArrayList{"a5", "b1"}));
    }

    void lateLinesTeachPatience()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        // Both are live: their stamps run as fast as the clock. b is 200 ms behind, longer than the
        // hold.
        QElapsedTimer clock;
        clock.start();
        qint64 said = 0;
        qint64 ordered = 0;
        const auto say = [&] {
            while (said + 10 < clock.elapsed()) {
                said += 10;
                m_merge->take(m_a, line(said, "a"));
                if (said > 200)
                    m_merge->take(m_b, line(said - 200, "b"));
            }
            ordered = 0;
            for (auto number = m_store->end() - 1; number > m_store->begin(); --number, ++ordered) {
                if (m_store->line(number).time < m_store->line(number - 1).time)
                    break;
            }
            return ordered > 100; // half a second without a line out of place
        };
        QTRY_VERIFY_WITH_TIMEOUT(say() && clock.elapsed() > 1500, 20'000);
    }

    void marksKeepTheirPlace()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(1, "a1"));
        m_merge->mark(m_a,
                      {.kind = LogMark::Kind::Gap,
                       .from = Begin + Millisecond,
                       .to = Begin + 6 * Millisecond});
        m_merge->take(m_a, line(6, "a6"));
        m_merge->take(m_b, line(4, "b4") + line(7, "b7"));
        QTRY_COMPARE(m_store->count(), 5);
        const auto lines = linesOf(*m_store);
        QCOMPARE(lines[0], "a1");
        QCOMPARE(lines[1], "b4");
        QCOMPARE(kube::logMarkOf(lines[2])->kind, LogMark::Kind::Gap);
        QCOMPARE(m_store->line(2).level, logstore::Level::Mark);
        QCOMPARE(lines[3], "a6");
        QCOMPARE(lines[4], "b7");
    }

    void whatWaitsOfAnEndedStreamIsWritten()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(1, "a1"));
        m_merge->remove(m_a);
        m_merge->take(m_b, line(0, "b0"));
        QTRY_COMPARE(linesOf(*m_store), (QByteArrayList{"b0", "a1"}));
        m_merge->take(m_b, line(2, "b2")); // alone now
        QCOMPARE(m_store->count(), 3);
    }

    void flushLetsNothingWait()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        m_merge->take(m_a, line(1, "a1"));
        m_merge->flush();
        QCOMPARE(linesOf(*m_store), QByteArrayList{"a1"});
    }

    void aStreamThatIsAheadIsHeldBack()
    {
        QSignalSpy held(m_merge.get(), &LogMerge::held);
        m_merge->add(m_a);
        m_merge->add(m_b); // says nothing: the others wait
        const QByteArray text(1000, 'x');
        int sent = 0;
        while (held.isEmpty() && sent < 100'000)
            m_merge->take(m_a, line(++sent, text));
        QCOMPARE(held.size(), 1);
        QCOMPARE(held[0][1].toBool(), true);
        QVERIFY(m_merge->queued() < LogMerge::MostQueued + 2000);
        m_merge->settle(m_b);
        QTRY_COMPARE(held.size(), 2);
        QCOMPARE(held[1][1].toBool(), false);
        QTRY_COMPARE(m_store->count(), sent);
    }

    /// A node's clock that is an hour behind does not hold up the others.
    void aClockThatIsBehindHoldsNobodyUp()
    {
        m_merge->add(m_a);
        m_merge->add(m_b);
        const qint64 hour = 3'600'000;
        int sent = 0;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                ++sent;
                m_merge->take(m_a, line(hour + sent * 50, "a"));
                m_merge->take(m_b, line(sent * 50, "b"));
                return m_store->count() > 10;
            }(),
            10'000);
    }

    /// Streams that deliver in turns, each in its own order: all in order.
    void historiesAreMerged()
    {
        QRandomGenerator random(11);
        std::vector<logstore::SourceId> sources;
        std::vector<QByteArrayList> blocks(10);
        QByteArrayList expected;
        for (int i = 0; i < 10; ++i) {
            sources.push_back(m_store->source(QString::number(i)));
            m_merge->add(sources.back());
        }
        for (int i = 0; i < 20'000; ++i) {
            const auto pod = size_t(random.bounded(10));
            const QByteArray text = QByteArray::number(i);
            expected.append(text);
            auto &mine = blocks[pod];
            if (mine.isEmpty() || random.bounded(50) == 0)
                mine.append(QByteArray());
            mine.last() += line(i, text);
        }
        while (std::ranges::any_of(blocks, [](const auto &left) { return !left.isEmpty(); })) {
            const auto pod = size_t(random.bounded(10));
            if (!blocks[pod].isEmpty())
                m_merge->take(sources[pod], blocks[pod].takeFirst());
        }
        QTRY_COMPARE(m_store->count(), expected.size());
        QVERIFY(isOrdered(*m_store));
        QCOMPARE(linesOf(*m_store), expected);
    }

private:
    const kube::MergePace m_pace{.hold = std::chrono::milliseconds(40),
                                 .settle = std::chrono::seconds(30)};
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<LogMerge> m_merge;
    logstore::SourceId m_a = 0;
    logstore::SourceId m_b = 0;
};

QTEST_GUILESS_MAIN(LogMergeTest)
#include "tst_logmerge.moc"
