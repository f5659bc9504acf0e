// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/stamp.h"

#include "kube/logstore/linetable.h"

#include <QDateTime>
#include <QTest>

using namespace logstore;

/// The time stamps at the beginning of lines.
class StampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aStampIsReadToTheNanosecond_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("same");
        const auto row = [](const char *line, int length, const char *same) {
            QTest::newRow(line) << QByteArray(line) << length << QByteArray(same);
        };
        row("2026-01-02T03:04:05Z x", 20, "2026-01-02T03:04:05Z");
        row("2026-01-02T03:04:05.5Z x", 22, "2026-01-02T03:04:05.5Z");
        row("2026-01-02T03:04:05.123456789Z x", 30, "2026-01-02T03:04:05.123456789Z");
        row("2026-01-02T03:04:05.12345678912Z ", 32, "2026-01-02T03:04:05.123456789Z");
        row("2026-01-02T03:04:05+02:30 x", 25, "2026-01-02T00:34:05Z");
        row("2026-01-02T03:04:05.000000001-01:00 x", 35, "2026-01-02T04:04:05.000000001Z");
        row("1969-12-31T23:59:59.999999999Z x", 30, "1969-12-31T23:59:59.999999999Z");
        row("2024-02-29T00:00:00Z ", 20, "2024-02-29T00:00:00Z");
    }
    void aStampIsReadToTheNanosecond()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, length);
        QFETCH(const QByteArray, same);
        const auto stamp = stampOf(line);
        QCOMPARE(int(stamp.length), length);
        QCOMPARE(stampText(stamp.time), same);
        QCOMPARE(logstore::stampPrefix(stamp.time), QByteArray(same + ' '));
        const auto known = QDateTime::fromString(QString::fromLatin1(same.first(19)) + u'Z',
                                                 Qt::ISODate); // Qt rounds fractions
        QCOMPARE(stamp.time - stamp.time % 1'000'000'000 - (stamp.time < 0 ? 1'000'000'000 : 0),
                 known.toSecsSinceEpoch() * 1'000'000'000);
    }

    void aLineWithoutATimeHasNoPrefix()
    {
        QVERIFY(logstore::stampPrefix(logstore::NoTime).isEmpty());
    }

    void whatIsNoStampIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             {"", "2026", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Zx", "2026-01-02 03:04:05Z x",
              "2026-13-02T03:04:05Z x", "2026-02-30T03:04:05Z x", "2026-01-02T24:04:05Z x",
              "2026-01-02T03:60:05Z x", "2026-01-02T03:04:05 x", "2026-01-02T03:04:05+0x:00 x",
              "2026-01-02T03:04:05+02:00", "0001-01-01T00:00:00Z x", "9999-01-01T00:00:00Z x",
              "2026-01-02T03:04:05.", "E0102 03:04:05.000000 hello there"})
            QTest::newRow(line) << QByteArray(line);
    }
    void whatIsNoStampIsNone()
    {
        QFETCH(const QByteArray, line);
        QCOMPARE(stampOf(line).length, 0);
    }

    void lineAfterLineIsReadAlike()
    {
        logstore::StampReader reader;
        for (const QByteArray line :
             {"2026-01-02T03:04:05.000000001Z a", "2026-01-02T03:04:05.999999999Z b",
              "2026-01-02T03:04:05.5Z c", "2026-01-02T03:04:05.123456789+01:00 d",
              "2026-01-02T03:04:05.12345678xZ e", "2026-01-02T03:04:06.000000000Z f",
              "no stamp, but longer than one would be", "", "2026-01-02T03:04:06.100000000Z",
              "2026-01-02T03:04:06.100000000Z ", "1969-12-31T23:59:59.250000000Z g",
              "1969-12-31T23:59:59.750000000Z h"}) {
            const auto alone = logstore::stampOf(line);
            const auto read = reader.read(line);
            QCOMPARE(read.length, alone.length);
            QCOMPARE(read.time, alone.time);
        }
    }
};

QTEST_GUILESS_MAIN(StampTest)
#include "tst_stamp.moc"
