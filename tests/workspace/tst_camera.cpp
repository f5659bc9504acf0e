// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/camera.h"
#include "workspace/yard/layout.h"

#include <QTest>

using namespace workspace;

class CameraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void beginsInTheMiddleAtTheDefaultZoom()
    {
        const Camera camera;
        QCOMPARE(camera.zoom(), 0.92);
        QCOMPARE(camera.view().centre, QPointF(6000, 4000));
    }

    void zoomAndCentreStayWithinTheWorld()
    {
        Camera camera;
        camera.setView({{-50, 9000}, 9});
        QCOMPARE(camera.zoom(), 2.2);
        QCOMPARE(camera.view().centre, QPointF(0, 8000));
        camera.setView({{1, 1}, 0.01});
        QCOMPARE(camera.zoom(), 0.16);
    }

    void zoomingKeepsThePointUnderThePointer()
    {
        Camera camera;
        const QPointF pointer(300, 200);
        const QPointF world = camera.toWorld(pointer);
        camera.zoomAbout(pointer, 1.7);
        QVERIFY((camera.toScreen(world) - pointer).manhattanLength() < 0.001);
    }

    void panningMovesTheWorldWithThePointer()
    {
        Camera camera;
        const QPointF world = camera.toWorld({100, 100});
        camera.panBy({40, -10});
        QVERIFY((camera.toScreen(world) - QPointF(140, 90)).manhattanLength() < 0.001);
    }

    void screenAndWorldAreInverse()
    {
        Camera camera;
        camera.setView({{5000, 3000}, 0.5});
        QCOMPARE(camera.toWorld(camera.toScreen(QPointF(5100, 2900))), QPointF(5100, 2900));
    }

    void aFlightEndsWhereItWasSentAfterHalfASecond()
    {
        Camera camera;
        const CameraView target{{2000, 1000}, 0.5};
        camera.flyTo(target, 1000);
        QVERIFY(camera.isFlying());
        QVERIFY(camera.advance(1260));
        QVERIFY(camera.view().centre.x() < 6000 && camera.view().centre.x() > 2000);
        QVERIFY(camera.advance(1520));
        QVERIFY(!camera.isFlying());
        QCOMPARE(camera.view(), target);
        QVERIFY(!camera.advance(1600));
    }

    void panningEndsAFlight()
    {
        Camera camera;
        camera.flyTo({{2000, 1000}, 0.5}, 0);
        camera.advance(100);
        camera.panBy({1, 1});
        QVERIFY(!camera.isFlying());
    }

    void easeRisesFromZeroToOne()
    {
        QCOMPARE(Camera::ease(0), 0.0);
        QCOMPARE(Camera::ease(1), 1.0);
        qreal before = 0;
        for (int i = 1; i <= 100; ++i) {
            const qreal value = Camera::ease(i / 100.0);
            QVERIFY(value >= before);
            before = value;
        }
        QVERIFY(Camera::ease(0.25) > 0.6); // the curve leaves fast and arrives gently
    }

    void fittingShowsAll()
    {
        Camera camera;
        camera.setViewport({1000, 800});
        const QRectF all(1000, 1000, 4000, 1000);
        camera.setView(camera.fitting(all, 40));
        QVERIFY(camera.visibleWorld().contains(all));
        QVERIFY(camera.fitting(QRectF(0, 0, 10, 10), 40).zoom <= 0.92);
    }
};

QTEST_GUILESS_MAIN(CameraTest)
#include "tst_camera.moc"
