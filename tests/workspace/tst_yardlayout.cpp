// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/layout.h"

#include <QRandomGenerator>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;

static std::vector<WindowRecord> windowsOf(int count, View view = View::Yaml)
{
    std::vector<WindowRecord> windows;
    for (int i = 0; i < count; ++i)
        windows = layout::withWindow(std::move(windows), QString::number(i), view);
    return windows;
}

static bool overlap(const std::vector<WindowRecord> &windows)
{
    for (size_t a = 0; a < windows.size(); ++a) {
        for (size_t b = a + 1; b < windows.size(); ++b) {
            if (windows[a].rect.intersects(windows[b].rect))
                return true;
        }
    }
    return false;
}

class YardLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void windowsTileInTwoColumns()
    {
        const auto windows = windowsOf(4);
        QCOMPARE(windows[0].rect, QRectF(0, 0, 380, 362));
        QCOMPARE(windows[1].rect, QRectF(412, 0, 380, 362));
        QCOMPARE(windows[2].rect, QRectF(0, 416, 380, 362));
        QCOMPARE(windows[3].rect, QRectF(412, 416, 380, 362));
    }

    void aCollectionIsLarger()
    {
        QCOMPARE(windowsOf(1, View::Collection)[0].rect.size(), QSizeF(540, 480));
    }

    void aNewWindowTakesTheFirstFreeCell()
    {
        auto windows = windowsOf(4);
        windows.erase(windows.begin() + 1);
        windows = layout::withWindow(std::move(windows), u"new"_s, View::Logs);
        QCOMPARE(windows.back().rect.topLeft(), QPointF(412, 0));
        QVERIFY(!overlap(windows));
    }

    void resizingTakesRowAndColumnAlong()
    {
        const auto result =
            layout::resized(windowsOf(4), u"0"_s, Qt::RightEdge | Qt::BottomEdge, {100, 50});
        QCOMPARE(result.windows[0].rect, QRectF(0, 0, 480, 412));
        QCOMPARE(result.windows[2].rect.width(), 480); // its column
        QCOMPARE(result.windows[1].rect.height(), 412); // its row
        QCOMPARE(result.windows[1].rect.left(), 512);
        QCOMPARE(result.windows[3].rect, QRectF(512, 466, 380, 362));
        QCOMPARE(result.shift, QPointF());
    }

    void draggingTheLeftEdgeMovesTheKrate()
    {
        const auto result = layout::resized(windowsOf(1), u"0"_s, Qt::LeftEdge, {-60, 0});
        QCOMPARE(result.windows[0].rect.width(), 440);
        QCOMPARE(result.shift, QPointF(-60, 0));
    }

    void windowsNeverShrinkBelowTheMinimum()
    {
        const auto result =
            layout::resized(windowsOf(2), u"0"_s, Qt::RightEdge | Qt::BottomEdge, {-5000, -5000});
        QCOMPARE(result.windows[0].rect.size(), layout::MinimumSize);
    }

    void anySequenceOfEditsKeepsWindowsApart()
    {
        QRandomGenerator random(42);
        auto windows = windowsOf(3);
        for (int step = 0; step < 400; ++step) {
            const int what = random.bounded(4);
            if (what == 0 && windows.size() < 9) {
                windows = layout::withWindow(std::move(windows), QString::number(100 + step),
                                             random.bounded(2) ? View::Collection : View::Logs);
            } else if (what == 1 && windows.size() > 1) {
                windows.erase(windows.begin() + random.bounded(int(windows.size())));
                windows = layout::tidied(std::move(windows));
            } else {
                const auto id = windows[size_t(random.bounded(int(windows.size())))].id;
                windows =
                    layout::resized(windows, id, Qt::Edges(1 + random.bounded(15)),
                                    QPointF(random.bounded(400) - 200, random.bounded(400) - 200))
                        .windows;
            }
            QVERIFY2(!overlap(windows), qPrintable(u"step %1"_s.arg(step)));
        }
    }

    void aFrameIsTheWindowsAndTheirPadding()
    {
        KrateRecord krate{.position = {1000, 1000}, .windows = windowsOf(2)};
        QCOMPARE(layout::bounds(krate), QRectF(970, 930, 852, 462));
        krate.minimized = true;
        QCOMPARE(layout::bounds(krate), QRectF(QPointF(970, 930), layout::CardSize));
    }

    void aDroppedKrateIsNudgedTheShortWay()
    {
        const QRectF other(1000, 1000, 400, 400);
        const QRectF place = layout::nudged(QRectF(1350, 1010, 200, 200), {other});
        QCOMPARE(place, QRectF(1424, 1010, 200, 200));
        QCOMPARE(layout::nudged(place, {other}), place);
    }

    void nudgingFindsAGapAmongMany()
    {
        std::vector<QRectF> others;
        others.reserve(60);
        for (int i = 0; i < 60; ++i)
            others.emplace_back(5000 + 450 * (i % 8), 3000 + 450 * (i / 8), 400, 400);
        const QRectF place = layout::nudged(QRectF(6000, 3600, 300, 300), others);
        for (const auto &other : others)
            QVERIFY(!place.intersects(other));
        QVERIFY(layout::World.contains(place));
    }

    void aGrownKrateMovesOthersAway()
    {
        std::map<QString, KrateRecord> krates;
        krates[u"a"_s] = {.id = u"a"_s, .position = {2000, 2000}, .windows = windowsOf(2)};
        krates[u"b"_s] = {.id = u"b"_s, .position = {2500, 2000}, .windows = windowsOf(1)};
        const auto moves = layout::madeRoom(krates[u"a"_s], krates);
        QVERIFY(moves.contains(u"b"_s));
        krates[u"b"_s].position = moves.at(u"b"_s);
        QVERIFY(!layout::bounds(krates[u"a"_s]).intersects(layout::bounds(krates[u"b"_s])));
    }
};

QTEST_GUILESS_MAIN(YardLayoutTest)
#include "tst_yardlayout.moc"
