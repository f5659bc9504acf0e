// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/merge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class MergeTest : public QObject
{
    Q_OBJECT

    using Choice = MergeChunk::Choice;

    static QString text(const QStringList &lines) { return lines.join(u'\n') + u'\n'; }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void changesInDifferentPlacesFitTogether()
    {
        const Merge merge(u"a\nb\nc\nd\n"_s, u"a\nB\nc\nd\n"_s, u"a\nb\nc\nd\ne\n"_s);
        QVERIFY(merge.isResolved());
        QCOMPARE(merge.result(), u"a\nB\nc\nd\ne\n"_s);
    }

    void theSameChangeOnBothSidesIsNoConflict()
    {
        const Merge merge(u"a\nb\n"_s, u"a\nx\n"_s, u"a\nx\n"_s);
        QVERIFY(merge.conflicts().empty());
        QCOMPARE(merge.result(), u"a\nx\n"_s);
    }

    void linesNextToEachOtherAreNoConflict()
    {
        const Merge merge(u"image: 1\nreplicas: 1\n"_s, u"image: 2\nreplicas: 1\n"_s,
                          u"image: 1\nreplicas: 3\n"_s);
        QVERIFY(merge.isResolved());
        QCOMPARE(merge.result(), u"image: 2\nreplicas: 3\n"_s);
    }

    void aConflictWaitsForAChoice()
    {
        Merge merge(u"a\nreplicas: 1\nz\n"_s, u"a\nreplicas: 2\nz\n"_s, u"a\nreplicas: 3\nz\n"_s);
        const auto conflicts = merge.conflicts();
        QCOMPARE(conflicts.size(), 1U);
        QCOMPARE(merge.openConflicts(), 1);
        const int chunk = conflicts[0];
        QCOMPARE(merge.chunks()[size_t(chunk)].base, QStringList(u"replicas: 1"_s));
        const auto resultOf = [&](Choice choice) {
            merge.choose(chunk, choice);
            return merge.result();
        };
        QCOMPARE(resultOf(Choice::Mine), u"a\nreplicas: 2\nz\n"_s);
        QVERIFY(merge.isResolved());
        QCOMPARE(resultOf(Choice::Theirs), u"a\nreplicas: 3\nz\n"_s);
        QCOMPARE(resultOf(Choice::Base), u"a\nreplicas: 1\nz\n"_s);
        QCOMPARE(resultOf(Choice::MineThenTheirs), u"a\nreplicas: 2\nreplicas: 3\nz\n"_s);
        QCOMPARE(resultOf(Choice::None), u"a\nreplicas: 2\nz\n"_s);
        QVERIFY(!merge.isResolved());
    }

    void twoAdditionsAtOnePlaceAreAConflict()
    {
        Merge merge(u"a\nb\n"_s, u"a\nmine\nb\n"_s, u"a\ntheirs\nb\n"_s);
        QCOMPARE(merge.conflicts().size(), 1U);
        merge.choose(merge.conflicts()[0], Choice::MineThenTheirs);
        QCOMPARE(merge.result(), u"a\nmine\ntheirs\nb\n"_s);
    }

    void whatOneDeletedAndTheOtherChangedIsAConflict()
    {
        Merge merge(u"a\nb\nc\n"_s, u"a\nc\n"_s, u"a\nB\nc\n"_s);
        QCOMPARE(merge.conflicts().size(), 1U);
        merge.choose(merge.conflicts()[0], Choice::Theirs);
        QCOMPARE(merge.result(), u"a\nB\nc\n"_s);
        merge.choose(merge.conflicts()[0], Choice::Mine);
        QCOMPARE(merge.result(), u"a\nc\n"_s);
    }

    // One side unchanged: the other's text comes out. All conflicts mine: nothing of mine is lost.
    void randomMergesKeepWhatEachSideWrote()
    {
        quint32 seed = 99;
        const auto random = [&seed](int below) {
            seed = seed * 1664525U + 1013904223U;
            return int((seed >> 8) % quint32(below));
        };
        const auto edited = [&](QStringList lines, QChar mark) {
            for (int i = random(8); i > 0; --i) {
                const int at = random(int(lines.size()));
                switch (random(3)) {
                case 0: lines.insert(at, mark + QString::number(random(1000))); break;
                case 1: lines.removeAt(at); break;
                default: lines[at] += mark;
                }
                if (lines.isEmpty())
                    lines.append(u"rest"_s);
            }
            return lines;
        };
        for (int round = 0; round < 500; ++round) {
            QStringList base;
            for (int i = 3 + random(30); i > 0; --i)
                base.append(u"line %1"_s.arg(random(12)));
            const auto mine = edited(base, u'm');
            const auto theirs = edited(base, u't');
            QCOMPARE(Merge(text(base), text(mine), text(base)).result(), text(mine));
            QCOMPARE(Merge(text(base), text(base), text(theirs)).result(), text(theirs));
            QCOMPARE(Merge(text(base), text(mine), text(mine)).result(), text(mine));
            Merge merge(text(base), text(mine), text(theirs));
            // The chunks of each side, one after the other, are that side's text.
            QStringList mineAgain;
            QStringList theirsAgain;
            QStringList baseAgain;
            for (const auto &chunk : merge.chunks()) {
                mineAgain += chunk.mine;
                theirsAgain += chunk.theirs;
                baseAgain += chunk.base;
            }
            QCOMPARE(mineAgain, mine);
            QCOMPARE(theirsAgain, theirs);
            QCOMPARE(baseAgain, base);
            for (const int conflict : merge.conflicts())
                merge.choose(conflict, Choice::Mine);
            const auto result = merge.result();
            for (const auto &line : mine) {
                if (line.contains(u'm'))
                    QVERIFY(result.contains(line));
            }
        }
    }
};

QTEST_APPLESS_MAIN(MergeTest)
#include "tst_merge.moc"
