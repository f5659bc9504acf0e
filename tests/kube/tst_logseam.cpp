// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logseam.h"

#include "kube/logstore/stamp.h"

#include <QRandomGenerator>
#include <QTest>

using kube::LogSeam;

namespace {

constexpr qint64 Second = 1'000'000'000;
constexpr qint64 Begin = 1'763'786'400 * Second;

QByteArray line(qint64 time, const QByteArray &text)
{
    return logstore::stampText(Begin + time) + ' ' + text + '\n';
}

/// `count` lines, one a tenth of a second, from a number on.
QByteArray numbered(int from, int count)
{
    QByteArray lines;
    for (int i = from; i < from + count; ++i)
        lines += line(i * Second / 10, QByteArray::number(i));
    return lines;
}

} // namespace

class LogSeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatWasTakenIsLeftOut()
    {
        LogSeam seam;
        QCOMPARE(seam.since(), logstore::NoTime);
        QCOMPARE(seam.take(numbered(0, 25)), numbered(0, 25));
        QCOMPARE(seam.newest(), Begin + 24 * Second / 10);
        QCOMPARE(seam.since(), Begin + Second);
        seam.begin();
        QVERIFY(seam.isActive());
        QCOMPARE(seam.take(numbered(10, 30)), numbered(25, 15));
        QCOMPARE(seam.repeated(), 15);
        QVERIFY(!seam.takeGap());
        QVERIFY(!seam.isActive()); // line 30 lies in a later second
    }

    void equalLinesAreCounted()
    {
        LogSeam seam;
        const auto tick = line(0, "tick");
        seam.take(tick + tick);
        seam.begin();
        QCOMPARE(seam.take(tick + tick + tick), tick);
    }

    void anotherOrderIsTheSame()
    {
        LogSeam seam;
        seam.take(line(1, "a") + line(2, "b") + line(3, "c"));
        seam.begin();
        const auto fresh = seam.take(line(1, "a") + line(3, "c") + line(2, "b") + line(2, "d"));
        QCOMPARE(fresh, line(2, "d"));
        QVERIFY(!seam.takeGap());
    }

    void missingLinesAreAGap()
    {
        LogSeam seam;
        seam.take(numbered(0, 20));
        seam.begin();
        QCOMPARE(seam.take(numbered(50, 5)), numbered(50, 5));
        const auto gap = seam.takeGap();
        QVERIFY(gap.has_value());
        QCOMPARE(gap->from, Begin + 19 * Second / 10);
        QCOMPARE(gap->to, Begin + 50 * Second / 10);
        QVERIFY(!seam.takeGap());
    }

    void anotherLogHasNoGap()
    {
        LogSeam seam;
        seam.take(numbered(0, 20));
        seam.begin(false);
        QCOMPARE(seam.take(numbered(50, 5)), numbered(50, 5));
        QVERIFY(!seam.takeGap());
    }

    void aLineWithoutStampIsNew()
    {
        LogSeam seam;
        seam.take("no stamp\n");
        seam.begin();
        QVERIFY(!seam.isActive());
        seam.take(numbered(0, 3));
        seam.begin();
        QCOMPARE(seam.take("no stamp\n"), "no stamp\n");
        QCOMPARE(seam.take(numbered(0, 4)), numbered(3, 1));
    }

    void whatIsKeptIsBounded()
    {
        LogSeam seam;
        const QByteArray text(1000, 'x');
        for (int i = 0; i < 30'000; ++i) // 30 MB within a second
            seam.remember(line(i, text));
        seam.begin();
        QCOMPARE(seam.take(line(5, text)), QByteArray()); // older than all that is kept
        QCOMPARE(seam.take(line(29'999, text)), QByteArray());
        QCOMPARE(seam.take(line(30'000, text)), line(30'000, text));
    }

    /// Whatever order within the second, however it is cut: nothing twice, nothing lost.
    void brokenAnywhereNothingIsLostOrRepeated()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QList<QByteArray> lines;
            qint64 time = 0;
            for (int i = 0; i < 300; ++i) {
                time += qint64(random.bounded(20)) * Second / 100;
                const auto text =
                    random.bounded(4) == 0 ? QByteArray("same") : QByteArray::number(i);
                lines.append(line(time - random.bounded(1000), text));
            }
            LogSeam seam;
            QList<QByteArray> got;
            qsizetype at = 0;
            while (at < lines.size()) {
                const auto until = qMin(at + 1 + random.bounded(60), lines.size());
                seam.begin();
                const auto since = seam.since();
                for (qsizetype i = 0; i < until; ++i) {
                    if (logstore::stampOf(lines[i]).time < since)
                        continue;
                    if (const auto fresh = seam.take(lines[i]); !fresh.isEmpty())
                        got.append(fresh);
                }
                QVERIFY(!seam.takeGap());
                at = until;
            }
            QCOMPARE(got, lines);
        }
    }
};

QTEST_GUILESS_MAIN(LogSeamTest)
#include "tst_logseam.moc"
