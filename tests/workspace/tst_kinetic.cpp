// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/input/kinetic.h"

#include <QTest>

using namespace workspace;

class KineticTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFastPanRunsOutInItsDirection()
    {
        KineticPan pan;
        for (qint64 t = 0; t <= 80; t += 16)
            pan.track({16, -8}, t); // 1 and 0.5 pixels a ms
        QVERIFY(pan.release(80));
        const QPointF way = runOut(pan, 80, 16);
        QVERIFY(way.x() > 200 && way.x() < 500);
        QVERIFY(qAbs(way.y() + way.x() / 2) < 1);
        QVERIFY(!pan.isRunning());
    }

    void theFrameRateDoesNotMatter()
    {
        KineticPan smooth;
        KineticPan rough;
        for (qint64 t = 0; t <= 80; t += 16) {
            smooth.track({16, 0}, t);
            rough.track({16, 0}, t);
        }
        QVERIFY(smooth.release(80));
        QVERIFY(rough.release(80));
        QVERIFY(qAbs(runOut(smooth, 80, 4).x() - runOut(rough, 80, 50).x()) < 10);
    }

    void aSlowOneStays()
    {
        KineticPan pan;
        for (qint64 t = 0; t <= 80; t += 16)
            pan.track({1, 0}, t);
        QVERIFY(!pan.release(80));
        QVERIFY(!pan.advance(100));
    }

    void oneThatRestedBeforeItWasLetGoStays()
    {
        KineticPan pan;
        for (qint64 t = 0; t <= 80; t += 16)
            pan.track({20, 0}, t);
        QVERIFY(!pan.release(300));
    }

    void stoppingStops()
    {
        KineticPan pan;
        for (qint64 t = 0; t <= 80; t += 16)
            pan.track({20, 0}, t);
        QVERIFY(pan.release(80));
        pan.stop();
        QVERIFY(!pan.advance(96));
    }

private:
    static QPointF runOut(KineticPan &pan, qint64 from, qint64 step)
    {
        QPointF way;
        for (qint64 t = from + step; t < from + 10'000; t += step) {
            const auto one = pan.advance(t);
            if (!one)
                break;
            way += *one;
        }
        return way;
    }
};

QTEST_GUILESS_MAIN(KineticTest)
#include "tst_kinetic.moc"
