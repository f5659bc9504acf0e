// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/diffrows.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Deterministic numbers: the same on every machine.
struct Dice
{
    quint32 seed = 1;

    int operator()(int below)
    {
        seed = seed * 1664525U + 1013904223U;
        return int((seed >> 8) % quint32(below));
    }
};

class LineDiffTest : public QObject
{
    Q_OBJECT

    static QStringList randomLines(Dice &dice, int count, int kinds)
    {
        QStringList lines;
        for (int i = 0; i < count; ++i)
            lines.append(u"line %1"_s.arg(dice(kinds)));
        return lines;
    }

    static QStringList edited(QStringList lines, Dice &dice, int edits)
    {
        for (int i = 0; i < edits; ++i) {
            const int at = dice(int(lines.size()) + 1);
            switch (dice(3)) {
            case 0: lines.insert(at, u"new %1"_s.arg(dice(1000))); break;
            case 1:
                if (at < lines.size())
                    lines.removeAt(at);
                break;
            default:
                if (at < lines.size())
                    lines[at] += u'!';
            }
        }
        return lines;
    }

    /// What the length of a shortest diff is, by the table that fills in every cell.
    static int shortest(const QStringList &left, const QStringList &right)
    {
        const auto width = size_t(right.size()) + 1;
        std::vector<int> common((size_t(left.size()) + 1) * width);
        for (qsizetype i = left.size() - 1; i >= 0; --i) {
            for (qsizetype j = right.size() - 1; j >= 0; --j) {
                const auto cell = size_t(i) * width + size_t(j);
                common[cell] = left[i] == right[j]
                    ? 1 + common[cell + width + 1]
                    : std::max(common[cell + width], common[cell + 1]);
            }
        }
        return int(left.size() + right.size()) - 2 * common[0];
    }

    static void check(const LineDiff &diff, const QStringList &left, const QStringList &right)
    {
        QCOMPARE(applied(diff, left, right), right);
        int end = -1;
        for (const auto &hunk : diff.hunks) {
            QVERIFY(hunk.left > end); // an equal line between two
            QVERIFY(hunk.leftCount + hunk.rightCount > 0);
            end = hunk.left + hunk.leftCount;
        }
    }

    /// Every line stands in exactly one row, in order, and only equal lines count as the same.
    static void checkRows(const std::vector<DiffRow> &rows, const QStringList &left,
                          const QStringList &right)
    {
        int l = 0;
        int r = 0;
        for (const auto &row : rows) {
            if (row.kind == DiffRow::Kind::Gap) {
                for (int i = 0; i < row.count; ++i)
                    QCOMPARE(left[l + i], right[r + i]);
                l += row.count;
                r += row.count;
                continue;
            }
            if (row.left >= 0)
                QCOMPARE(row.left, l++);
            if (row.right >= 0)
                QCOMPARE(row.right, r++);
            QCOMPARE(row.kind == DiffRow::Kind::Same, row.hunk < 0);
            if (row.kind == DiffRow::Kind::Same)
                QCOMPARE(left[row.left], right[row.right]);
        }
        QCOMPARE(l, left.size());
        QCOMPARE(r, right.size());
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void findsWhatChanged()
    {
        const QStringList left{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        const QStringList right{u"a"_s, u"x"_s, u"c"_s, u"d"_s, u"e"_s};
        const auto diff = diffLines(left, right);
        QCOMPARE(diff.hunks,
                 (std::vector<DiffHunk>{{.left = 1, .leftCount = 1, .right = 1, .rightCount = 1},
                                        {.left = 4, .leftCount = 0, .right = 4, .rightCount = 1}}));
        QCOMPARE(diff.added, 2);
        QCOMPARE(diff.removed, 1);
    }

    void equalTextsDoNotDiffer()
    {
        const QStringList lines{u"a"_s, u"b"_s};
        QVERIFY(diffLines(lines, lines).hunks.empty());
        QVERIFY(diffLines({}, {}).hunks.empty());
    }

    void aDiffAppliedToTheLeftGivesTheRight()
    {
        Dice dice{.seed = 42};
        for (int round = 0; round < 600; ++round) {
            const auto left = randomLines(dice, dice(60), 1 + dice(30));
            const auto right = round % 2 == 0 ? edited(left, dice, dice(20))
                                              : randomLines(dice, dice(60), 1 + dice(30));
            const auto diff = diffLines(left, right);
            check(diff, left, right);
            QVERIFY(!diff.isCoarse);
            QCOMPARE(diff.added + diff.removed, shortest(left, right));
            const auto rows = alignedRows(diff, left, right);
            checkRows(rows, left, right);
            checkRows(foldedRows(rows, 3), left, right);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // 20,000 lines: counted in steps, so that a busy machine makes no difference.
    void longTextsTakeABoundedNumberOfSteps()
    {
        Dice dice{.seed = 3};
        const auto left = randomLines(dice, 20'000, 15'000);
        const auto few = diffLines(left, edited(left, dice, 200));
        QVERIFY2(few.steps < 1'000'000, qPrintable(QString::number(few.steps)));
        QVERIFY(!few.isCoarse);

        auto shuffled = left; // the same lines in another order: the worst case
        for (int i = int(shuffled.size()) - 1; i > 0; --i)
            shuffled.swapItemsAt(i, dice(i + 1));
        static constexpr qint64 limit = 4'000'000;
        const auto worst = diffLines(left, shuffled, limit);
        // Over the limit by no more than one round of both ways.
        QVERIFY2(worst.steps < limit + 200'000, qPrintable(QString::number(worst.steps)));
        QVERIFY(worst.isCoarse);
        check(worst, left, shuffled);

        const auto others = diffLines(left, QStringList(20'000, u"another"_s));
        QVERIFY2(others.steps < 100'000, qPrintable(QString::number(others.steps)));
        QCOMPARE(others.removed, 20'000);
    }

    void anAddedListEntryBeginsAtItsFirstLine()
    {
        const auto left =
            u"env:\n- name: A\n  value: x\n- name: B\n  value: x\nend:"_s.split(u'\n');
        const auto right =
            u"env:\n- name: A\n  value: x\n- name: N\n  value: x\n- name: B\n  value: x\nend:"_s
                .split(u'\n');
        const auto diff = diffLines(left, right);
        QCOMPARE(diff.hunks.size(), 1U);
        QCOMPARE(right[diff.hunks[0].right], u"- name: N"_s);
        QCOMPARE(applied(diff, left, right), right);
    }

    void wordsThatChangedAreMarkedInTheirLine()
    {
        const auto diff = diffWords(u"  image: nginx:1.25"_s, u"  image: nginx:1.27-alpine"_s);
        QCOMPARE(diff.left, (std::vector<TextRange>{{17, 2}}));
        QCOMPARE(diff.right, (std::vector<TextRange>{{17, 9}}));
        const auto none = diffWords(u"replicas: 2"_s, u"- foo bar baz"_s);
        QVERIFY(none.left.empty() && none.right.empty());
    }

    void linesThatResembleEachOtherStandSideBySide()
    {
        const QStringList left{u"name: web"_s, u"replicas: 2"_s};
        const QStringList right{u"a: new"_s, u"b: new too"_s, u"replicas: 3"_s};
        const auto rows = alignedRows(diffLines(left, right), left, right);
        const auto pair = std::ranges::find(rows, 1, &DiffRow::left);
        QVERIFY(pair != rows.end());
        QCOMPARE(pair->right, 2);
        checkRows(rows, left, right);
    }

    void longEqualStretchesFoldAndOpen()
    {
        QStringList left;
        for (int i = 0; i < 300; ++i)
            left.append(QString::number(i));
        auto right = left;
        right[150] = u"changed"_s;
        const auto rows = alignedRows(diffLines(left, right), left, right);
        const auto folded = foldedRows(rows, 3);
        QCOMPARE(folded.size(), 1 + 3 + 1 + 3 + 1U);
        QCOMPARE(folded.front().kind, DiffRow::Kind::Gap);
        QCOMPARE(folded.front().count, 147);
        const auto opened = foldedRows(rows, 3, {folded.front().left});
        QCOMPARE(opened.size(), 150 + 1 + 3 + 1U);
        QCOMPARE(foldedRows(alignedRows(diffLines(left, left), left, left), 3).size(), 1U);
    }
};

QTEST_APPLESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
