// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/lineset.h"
#include "kube/logstore/linetable.h"

#include <QRandomGenerator>
#include <QTest>

using namespace logstore;

/// Sets of lines and tables of lines beside plain lists.
class LineSetTest : public QObject
{
    Q_OBJECT

    static Bits bitsOf(const std::vector<bool> &plain)
    {
        Bits bits(int(plain.size()));
        for (size_t i = 0; i < plain.size(); ++i) {
            if (plain[i])
                bits.set(int(i));
        }
        return bits;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void rowsAndNumbersAreFound()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            LineSet set;
            std::vector<qint64> plain; // numbers in the set
            qint64 next = random.bounded(1000);
            const auto some = [&random](int count) {
                std::vector<bool> made;
                const int density = random.bounded(4);
                for (int i = 0; i < count; ++i)
                    made.push_back(density == 0 ? false : random.bounded(density) == 0);
                return made;
            };
            const auto note = [&plain, &next](const std::vector<bool> &made) {
                for (const bool one : made) {
                    if (one)
                        plain.push_back(next);
                    ++next;
                }
            };
            const auto first = next;
            for (int part = random.bounded(1, 6); part > 0; --part) {
                const auto begin = next;
                const auto made = some(random.bounded(1, 200));
                note(made);
                set.set(begin, Bits(int(made.size()))); // as a search that runs does
                set.set(begin, bitsOf(made));
            }
            for (int more = random.bounded(5); more > 0; --more) {
                const auto made = some(random.bounded(0, 100));
                note(made);
                set.extend(bitsOf(made));
            }
            QCOMPARE(set.end(), next);
            QCOMPARE(set.count(), qint64(plain.size()));
            for (qint64 row = 0; row < set.count(); ++row)
                QCOMPARE(set.numberAt(row), plain[size_t(row)]);
            for (auto number = first - 2; number < next + 2; ++number) {
                const auto found = std::ranges::lower_bound(plain, number);
                QCOMPARE(set.rowOf(number), qint64(found - plain.begin()));
                QCOMPARE(set.contains(number), found != plain.end() && *found == number);
            }
        }
    }

    void oldBlocksGo()
    {
        LineSet set;
        set.set(0, Bits(10, true));
        set.set(10, Bits(10, true));
        set.set(20, Bits(3, true));
        set.dropBefore(10);
        QCOMPARE(set.count(), 13);
        QCOMPARE(set.numberAt(0), 10);
        QCOMPARE(set.rowOf(5), 0);
        set.dropBefore(100);
        QCOMPARE(set.count(), 0);
    }

    void aTableRemembersEveryLine()
    {
        QRandomGenerator random(11);
        LineTable table;
        QByteArray bytes;
        struct Plain
        {
            qint64 offset = 0;
            Level level = Level::None;
            SourceId source = 0;
            qint64 time = NoTime;
        };
        std::vector<Plain> plain;
        qint64 time = 1'700'000'000'000'000'000;
        for (int i = 0; i < 5000; ++i) {
            switch (random.bounded(12)) {
            case 0: time += random.bounded(100) * 1'000'000'000LL; break; // far
            case 1: time -= random.bounded(60) * 1'000'000'000LL; break; // back
            case 2: time = i % 2 ? -5 : std::numeric_limits<qint64>::max() - i; break;
            default:
                time =
                    std::clamp<qint64>(time, 0, 1'800'000'000'000'000'000) + random.bounded(1000);
            }
            const Plain line{.offset = bytes.size(),
                             .level = Level(random.bounded(LevelCount)),
                             .source = SourceId(random.bounded(SourceLimit)),
                             .time = random.bounded(9) == 0 ? NoTime : time};
            const NewLine added{.time = line.time,
                                .offset = quint32(line.offset),
                                .source = line.source,
                                .level = line.level};
            table.append({&added, 1});
            plain.push_back(line);
            bytes += QByteArray(random.bounded(60), 'x') + '\n';
        }
        table.squeeze();
        QCOMPARE(table.count(), int(plain.size()));
        for (int i = 0; i < table.count(); ++i) {
            const auto &line = plain[size_t(i)];
            QCOMPARE(table.level(i), line.level);
            QCOMPARE(table.source(i), line.source);
            QCOMPARE(table.time(i), line.time);
            QCOMPARE(table.offsetOf(i, bytes), qsizetype(line.offset));
            QCOMPARE(table.lineAt(line.offset, bytes), i);
        }
    }

    void aLineTakesEightBytesAtMost()
    {
        LineTable table;
        constexpr int Lines = 100'000;
        std::vector<NewLine> lines;
        for (int i = 0; i < Lines; ++i)
            lines.push_back({.time = 1'700'000'000'000'000'000 + i * 1'000'000'000LL,
                             .offset = quint32(i) * 10,
                             .source = 3,
                             .level = Level::Info});
        table.append(lines);
        table.squeeze();
        QCOMPARE_LT(table.memory(), qsizetype(8 * Lines));
    }
};

QTEST_GUILESS_MAIN(LineSetTest)
#include "tst_lineset.moc"
