// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/snapguides.h"

#include <QTest>

using namespace workspace;

class SnapGuidesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void edgesSnapAndTellWithALine()
    {
        const auto snap = snapped(QRectF(104, 600, 300, 200), {QRectF(100, 100, 400, 300)}, 6);
        QCOMPARE(snap.shift, QPointF(-4, 0));
        QCOMPARE(snap.guides.size(), 1);
        QCOMPARE(snap.guides.front(), QLineF(100, 100, 100, 800)); // along both
    }

    void middlesSnapOnBothAxes()
    {
        const auto snap = snapped(QRectF(1003, 148, 200, 200), {QRectF(100, 100, 400, 300)}, 6);
        QCOMPARE(snap.shift, QPointF(0, 2));
        QCOMPARE(snap.guides.front(), QLineF(100, 250, 1203, 250));
    }

    void theNearestOfSeveralWins()
    {
        const std::vector<QRectF> others{QRectF(100, 0, 50, 50), QRectF(103, 100, 77, 50)};
        QCOMPARE(snapped(QRectF(102, 600, 300, 200), others, 6).shift.x(), 1);
    }

    void thePlaceRightBesideIsOne()
    {
        const auto snap = snapped(QRectF(527, 700, 300, 200), {QRectF(100, 100, 400, 300)}, 6);
        QCOMPARE(snap.shift.x(), -3); // KrateGap beside it
    }

    void beyondReachNothingHappens()
    {
        const auto snap = snapped(QRectF(110, 710, 305, 207), {QRectF(100, 100, 400, 300)}, 6);
        QCOMPARE(snap.shift, QPointF());
        QVERIFY(snap.guides.empty());
    }
};

QTEST_GUILESS_MAIN(SnapGuidesTest)
#include "tst_snapguides.moc"
