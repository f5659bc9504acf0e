// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include <QLineEdit>
#include <QNativeGestureEvent>
#include <QPointingDevice>

/// Pans that run out, and pinches, over everything there is.
class CanvasMotionTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aTouchpadsPanRunsOut()
    {
        m_canvas->setMotion(true);
        scroll({20, 20});
        const auto let = m_canvas->view();
        QTRY_VERIFY(m_canvas->view().centre.y() > let.centre.y() + 20);
        QTRY_VERIFY(rests());
    }

    void withoutMotionItStopsAtOnce()
    {
        scroll({20, 20});
        const auto let = m_canvas->view();
        QVERIFY(!QTest::qWaitFor([&] { return m_canvas->view() != let; }, 100));
    }

    void aPressStopsIt()
    {
        m_canvas->setMotion(true);
        scroll({20, 20});
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {20, 20});
        const auto stopped = m_canvas->view();
        QVERIFY(!QTest::qWaitFor([&] { return m_canvas->view() != stopped; }, 100));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {20, 20});
    }

    void aMiddleDragThatIsLetGoRunsOut()
    {
        m_canvas->setMotion(true);
        const QPoint from = onWindow(0, {190, 200});
        QTest::mousePress(m_canvas.get(), Qt::MiddleButton, {}, from);
        for (int i = 1; i <= 6; ++i) {
            QTest::mouseMove(m_canvas.get(), from + QPoint(0, 20 * i));
        }
        QTest::mouseRelease(m_canvas.get(), Qt::MiddleButton, {}, from + QPoint(0, 120));
        const auto let = m_canvas->view();
        QTRY_VERIFY(m_canvas->view().centre.y() < let.centre.y() - 10);
        QTRY_VERIFY(rests());
    }

    /// What began over the ground goes on over a window that would use the wheel, and the other
    /// way.
    void whereTheFingersBeganTheyGoOn()
    {
        content(0)->usesWheel = true;
        const QPoint window = onWindow(0, {190, 200});
        phase({20, 20}, {}, Qt::ScrollBegin);
        phase({20, 20}, {0, -20}, Qt::ScrollUpdate);
        const auto before = m_canvas->view();
        phase(window, {0, -20}, Qt::ScrollUpdate);
        QVERIFY(m_canvas->view() != before);
        phase(window, {}, Qt::ScrollEnd);
        const auto after = m_canvas->view();
        const QPoint again = onWindow(0, {190, 200});
        phase(again, {}, Qt::ScrollBegin);
        phase(again, {0, -20}, Qt::ScrollUpdate);
        QCOMPARE(m_canvas->view(), after);
        QVERIFY(content(0)->seen.contains(QEvent::Wheel));
    }

    void aPinchZoomsOverALiveWidget()
    {
        auto *edit = new QLineEdit; // owned by the content
        content(0)->live = edit;
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(edit->isVisible());
        const QPointF at(40, 60);
        const QPointF world = m_canvas->toWorld(edit->mapTo(m_canvas.get(), at));
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
                                  2, at, at, edit->mapToGlobal(at), 0.1, QPointF());
        QCoreApplication::sendEvent(edit, &pinch);
        QCOMPARE(m_canvas->view().zoom, 0.92 * 1.1);
        QVERIFY((m_canvas->toScreen(world) - edit->mapTo(m_canvas.get(), at)).manhattanLength()
                < 3);
    }

    void twoFingersOnTheScreenZoomAndPan()
    {
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        auto *canvas = m_canvas.get();
        QTest::touchEvent(canvas, screen.get()).press(0, {500, 400}).press(1, {700, 400});
        for (int i = 1; i <= 5; ++i) {
            QTest::touchEvent(canvas, screen.get())
                .move(0, {500 - 10 * i, 400})
                .move(1, {700 + 10 * i, 400});
        }
        QTRY_VERIFY(m_canvas->view().zoom > 1.1);
        const auto zoomed = m_canvas->view();
        for (int i = 1; i <= 5; ++i) {
            QTest::touchEvent(canvas, screen.get())
                .move(0, {450, 400 + 10 * i})
                .move(1, {750, 400 + 10 * i});
        }
        QTRY_VERIFY(m_canvas->view().centre.y() < zoomed.centre.y() - 20);
        QTest::touchEvent(canvas, screen.get()).release(0, {450, 450}).release(1, {750, 450});
        QVERIFY(m_canvas->selection().isEmpty());
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void oneFingerOnTheScreenPansTheGround()
    {
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const auto before = m_canvas->view();
        QTest::touchEvent(m_canvas.get(), screen.get()).press(0, {30, 60});
        for (int i = 1; i <= 5; ++i)
            QTest::touchEvent(m_canvas.get(), screen.get()).move(0, {30 + 10 * i, 60});
        QTest::touchEvent(m_canvas.get(), screen.get()).release(0, {80, 60});
        QTRY_VERIFY(m_canvas->view().centre.x() < before.centre.x() - 20);
        QVERIFY(m_canvas->selection().isEmpty());
    }

private:
    void phase(QPoint at, QPoint pixels, Qt::ScrollPhase phase)
    {
        QWheelEvent event(at, m_canvas->mapToGlobal(at), pixels, pixels * 8, Qt::NoButton, {},
                          phase, false);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }

    /// Two fingers that go up fast and are lifted.
    void scroll(QPoint at)
    {
        phase(at, {}, Qt::ScrollBegin);
        for (int i = 0; i < 5; ++i)
            phase(at, {0, -18}, Qt::ScrollUpdate);
        phase(at, {}, Qt::ScrollEnd);
    }

    bool rests()
    {
        const auto view = m_canvas->view();
        return !QTest::qWaitFor([&] { return m_canvas->view() != view; }, 60);
    }
};

QTEST_MAIN(CanvasMotionTest)
#include "tst_canvasmotion.moc"
