// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"
#include "workspace/canvas/paint/canvaspainter.h"

#include <QElapsedTimer>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>

/// Counts what the event loop has to do although nobody asked for anything.
class IdleCounter : public QObject
{
    Q_OBJECT

public:
    IdleCounter() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool paint = event->type() == QEvent::Paint;
        // The application's own timer is Qt's, for tool tips.
        const bool timer = event->type() == QEvent::Timer && watched != qApp;
        paints += paint ? 1 : 0;
        if (paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        timers += timer ? 1 : 0;
        if (paint || timer)
            last.start();
        return false;
    }
    void reset()
    {
        paints = timers = 0;
        painted = {};
    }

    int paints = 0;
    int timers = 0;
    QRegion painted;
    QElapsedTimer last;
};

/// What pointer and keys do on the canvas, and what it paints when.
class CanvasTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void contentsAreMadeWhenSeen()
    {
        QCOMPARE(m_factory->made, 2);
        QCOMPARE(content(0)->size, QSizeF(380, 362 - 36 - 30));
        const KrateRecord far{.cluster = u"kind"_s,
                              .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"far"_s}};
        yard::open(*m_document, far, {View::Yaml}, {1000, 1000});
        m_canvas->repaint();
        QCOMPARE(m_factory->made, 2); // out of sight
    }

    void theWheelPans()
    {
        const QPointF before = m_canvas->view().centre;
        wheel({20, 20}, {0, -120});
        QVERIFY(m_canvas->view().centre.y() > before.y());
        QCOMPARE(m_canvas->view().zoom, 0.92);
    }

    void aWindowMayUseTheWheel()
    {
        content(0)->usesWheel = true;
        const auto before = m_canvas->view();
        wheel(onWindow(0, {190, 200}), {0, -120});
        QCOMPARE(m_canvas->view(), before);
        QVERIFY(content(0)->seen.contains(QEvent::Wheel));
        content(0)->usesWheel = false;
        wheel(onWindow(0, {190, 200}), {0, -120});
        QVERIFY(m_canvas->view() != before);
    }

    void ctrlWheelZoomsAboutThePointer()
    {
        const QPoint at(300, 250);
        const QPointF world = m_canvas->toWorld(at);
        wheel(at, {0, 120}, Qt::ControlModifier);
        QVERIFY(m_canvas->view().zoom > 0.92);
        QVERIFY((m_canvas->toScreen(world) - at).manhattanLength() < 0.01);
    }

    void aPinchZooms()
    {
        const auto *device = QPointingDevice::primaryPointingDevice();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, device, 2, QPointF(600, 400),
                                  QPointF(600, 400), QPointF(600, 400), 0.2, QPointF());
        QCoreApplication::sendEvent(m_canvas.get(), &pinch);
        QCOMPARE(m_canvas->view().zoom, 0.92 * 1.2);
    }

    void middleDragPansOverAWindow()
    {
        const auto before = m_canvas->view().centre;
        const QPoint from = onWindow(0, {190, 200});
        drag(from, from + QPoint(92, 46), Qt::MiddleButton);
        const QPointF moved = before - m_canvas->view().centre;
        QVERIFY((moved - QPointF(100, 50)).manhattanLength() < 0.1);
    }

    void spaceAndDragPanOverAWindow()
    {
        const auto before = m_canvas->view().centre;
        const QPoint from = onWindow(0, {190, 200});
        hover(from);
        QTest::keyPress(m_canvas.get(), Qt::Key_Space);
        drag(from, from + QPoint(92, 0));
        QTest::keyRelease(m_canvas.get(), Qt::Key_Space);
        QVERIFY(before.x() - m_canvas->view().centre.x() > 50);
    }

    void spaceAloneIsACharacter()
    {
        hover(onWindow(0, {190, 200}));
        content(0)->usesKeys = true;
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_A);
        QTest::keyClick(m_canvas.get(), Qt::Key_Space);
        QTest::keyClick(m_canvas.get(), Qt::Key_B);
        QCOMPARE(content(0)->typed, u"a b"_s);
    }

    void draggingTheHeaderMovesTheKrateInOneStep()
    {
        const QPointF before = record().position;
        const QPoint from = onHeader();
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_canvas.get(), from + QPoint(20, 0));
        QTest::mouseMove(m_canvas.get(), from + QPoint(92, 46));
        QCOMPARE(record().position, before); // only a preview so far
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + QPoint(92, 46));
        QVERIFY((record().position - before - QPointF(100, 50)).manhattanLength() < 0.1);
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(record().position, before);
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(record().position != before);
    }

    void escapeGivesADragUp()
    {
        const QPointF before = record().position;
        const QPoint from = onHeader();
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_canvas.get(), from + QPoint(90, 0));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, from + QPoint(90, 0));
        QCOMPARE(record().position, before);
    }

    void aDroppedKrateIsNudgedOffOthers()
    {
        const KrateRecord other{.cluster = u"kind"_s,
                                .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"b"_s}};
        const auto id = yard::open(*m_document, other, {View::Yaml}, {6000, 4000});
        const QPoint to = screen(layout::bounds(*m_document->krate(id)).center());
        drag(onHeader(), to);
        QVERIFY(!layout::bounds(record()).intersects(layout::bounds(*m_document->krate(id))));
    }

    void draggingACornerResizesRowAndColumn()
    {
        const QPoint from = onWindow(0, {382, 364});
        drag(from, from + QPoint(46, 46));
        QVERIFY(qAbs(window(0).rect.width() - 430) <= 2);
        QVERIFY(qAbs(window(0).rect.height() - 412) <= 2);
        QCOMPARE(window(1).rect.height(), window(0).rect.height());
        QTRY_VERIFY(content(0)->size.width() > 425);
        m_document->undo();
        QCOMPARE(window(0).rect.size(), layout::DetailSize);
    }

    void doubleClickingTheHeaderCollapses()
    {
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, onHeader());
        QVERIFY(record().minimized);
        const QPoint card = screen(layout::bounds(record()).center());
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, card);
        QVERIFY(!record().minimized);
        QCOMPARE(m_canvas->view().zoom, 0.92);
    }

    void headerButtonsMinimiseAndDismiss()
    {
        const QRectF frame = layout::bounds(record());
        const QPointF dismiss(frame.right() - 37, frame.top() + 32);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, screen(dismiss - QPointF(28, 0)));
        QVERIFY(record().minimized);
        m_document->undo();
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, screen(dismiss));
        QVERIFY(!m_document->krate(m_krate));
    }

    void tabsSwitchTheViewAndCloseCloses()
    {
        const QString id = window(0).id;
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(0, {90, 50}));
        QCOMPARE(window(0).view, View::Describe);
        QTRY_COMPARE(m_factory->made, 3); // another content for another view
        QCOMPARE(window(0).id, id);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(0, {360, 18}));
        QCOMPARE(record().windows.size(), 1);
    }

    void aPressThatLeavesAButtonIsNoClick()
    {
        const QPoint close = onWindow(0, {360, 18});
        drag(close, close + QPoint(0, 120));
        QCOMPARE(record().windows.size(), 2);
    }

    void keysGoToTheWindowUnderThePointer()
    {
        content(0)->usesKeys = true;
        content(1)->usesKeys = true;
        hover(onWindow(1, {190, 200}));
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_Q);
        QCOMPARE(content(1)->typed, u"q"_s);
        QCOMPARE(content(0)->typed, QString());
        QTRY_VERIFY(content(1)->paintedFocused);
        hover({5, 5});
        QCOMPARE(m_canvas->focusedWindow(), QString());
    }

    void pointerPositionsAreThoseOfTheContent()
    {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(0, {100, 166}));
        QVERIFY((content(0)->lastPosition - QPointF(100, 100)).manhattanLength() < 2);
    }

    void zMaximisesAndEscapeComesBack()
    {
        hover(onWindow(0, {190, 200}));
        QTest::keyClick(m_canvas.get(), Qt::Key_Z);
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
        QTRY_COMPARE(content(0)->size.width(), 1200 - 48);
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QCOMPARE(m_canvas->maximisedWindow(), QString());
        QTRY_COMPARE(content(0)->size.width(), 380);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, onWindow(0, {250, 18}));
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
    }

    void emptyCanvasAndKeysOpenSpotlight()
    {
        QSignalSpy asked(m_canvas.get(), &YardCanvas::spotlightRequested);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {5, 5});
        QTest::keyClick(m_canvas.get(), Qt::Key_Slash);
        QTest::keyClick(m_canvas.get(), Qt::Key_P);
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked[0][0].toString(), QString());
        QCOMPARE(asked[1][0].toString(), QString());
        QCOMPARE(asked[2][0].toString(), u"p"_s);
        drag({5, 5}, {60, 60}); // selects
        QCOMPARE(asked.size(), 3);
    }

    void zeroShowsAll()
    {
        m_canvas->setView({{200, 200}, 2});
        QTest::keyClick(m_canvas.get(), Qt::Key_0);
        QVERIFY(m_canvas->rect().contains(screen(layout::bounds(record()).topLeft())));
        QVERIFY(m_canvas->rect().contains(screen(layout::bounds(record()).bottomRight())));
    }

    void cardsComeBelow04AndGoAbove05()
    {
        const QPointF centre = m_canvas->view().centre;
        m_canvas->setView({centre, 0.45});
        QVERIFY(!m_canvas->showsCards());
        m_canvas->setView({centre, 0.39});
        QVERIFY(m_canvas->showsCards());
        m_canvas->setView({centre, 0.45});
        QVERIFY(m_canvas->showsCards());
        m_canvas->setView({centre, 0.51});
        QVERIFY(!m_canvas->showsCards());
    }

    void flightsTakeTimeWhenMotionIsOn()
    {
        m_canvas->setMotion(true);
        m_canvas->flyTo({{3000, 2000}, 0.6});
        QVERIFY(m_canvas->isFlying());
        QTRY_VERIFY(!m_canvas->isFlying());
        QCOMPARE(m_canvas->view(), (CameraView{{3000, 2000}, 0.6}));
    }

    void theMinimapFlies()
    {
        const QPoint corner(1200 - 180 - 16, 800 - 120 - 16);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, corner + QPoint(45, 30));
        QVERIFY((m_canvas->view().centre - QPointF(3000, 2000)).manhattanLength() < 80);
    }

    void onlyWhatChangedIsPaintedAgain()
    {
        QTRY_VERIFY(content(0)->paints > 0 && content(1)->paints > 0);
        const int first = content(0)->paints;
        const int second = content(1)->paints;
        Q_EMIT content(0)->updated();
        QTRY_COMPARE(content(0)->paints, first + 1);
        m_canvas->repaint();
        QCOMPARE(content(1)->paints, second);
    }

    void nothingIsDoneWhenNothingChanges()
    {
        IdleCounter idle;
        hover(onWindow(0, {190, 200}));
        m_canvas->setView({m_canvas->view().centre, 1.3});
        QTRY_VERIFY(idle.paints > 0 && idle.last.hasExpired(250));
        idle.reset();
        QVERIFY(!QTest::qWaitFor([&] { return idle.paints + idle.timers > 0; }, 500));
        Q_EMIT content(0)->updated();
        QTRY_COMPARE(idle.paints, 1);
        QTRY_VERIFY(idle.last.hasExpired(100));
        QCOMPARE(idle.paints, 1);
    }

    void aStatusThatChangesIsPaintedWhereItIsToldAndNowhereElse()
    {
        IdleCounter idle;
        m_canvas->update();
        QTRY_VERIFY(idle.paints > 0 && idle.last.hasExpired(250));
        idle.reset();
        const int paints = content(0)->paints;
        Q_EMIT m_factory->statusChanged(m_krate); // it is what it was
        QVERIFY(!QTest::qWaitFor([&] { return idle.paints > 0; }, 100));
        m_factory->statuses[u"web"_s] = {.health = Health::Error, .word = u"Failing"_s};
        Q_EMIT m_factory->statusChanged(m_krate);
        QTRY_COMPARE(idle.paints, 1);
        QVERIFY(idle.painted.contains(onHeader()));
        QVERIFY(!idle.painted.contains(onWindow(0, {190, 200})));
        QCOMPARE(content(0)->paints, paints);
    }

    void aStatusOutOfSightPaintsNothing()
    {
        m_canvas->setView({{1000, 1000}, 1});
        IdleCounter idle;
        m_canvas->update();
        QTRY_VERIFY(idle.paints > 0 && idle.last.hasExpired(250));
        idle.reset();
        m_factory->statuses[u"web"_s] = {.health = Health::Error, .word = u"Failing"_s};
        Q_EMIT m_factory->statusChanged(m_krate);
        Q_EMIT content(0)->updated();
        Q_EMIT content(1)->partUpdated({10, 10, 40, 20});
        QVERIFY(!QTest::qWaitFor([&] { return idle.paints > 0; }, 100));
    }

    void aPartOfAContentIsPaintedAlone()
    {
        const int paints = content(0)->paints;
        content(0)->lines = {u"before"_s};
        Q_EMIT content(0)->updated();
        QTRY_COMPARE(content(0)->paints, paints + 1);
        const QImage before = m_canvas->grab().toImage();
        IdleCounter idle;
        content(0)->lines = {u"after all"_s};
        Q_EMIT content(0)->partUpdated({10, 100, 60, 20}); // there is no text
        QTRY_COMPARE(content(0)->paints, paints + 2);
        QVERIFY(!idle.painted.isEmpty() && idle.painted.boundingRect().height() < 60);
        QCOMPARE(m_canvas->grab().toImage(), before);
        Q_EMIT content(0)->partUpdated({10, 100, 60, 20});
        Q_EMIT content(0)->partUpdated({10, 0, 100, 30}); // both
        QTRY_COMPARE(content(0)->paints, paints + 3);
        const QImage after = m_canvas->grab().toImage();
        QVERIFY(after != before);
        Q_EMIT content(0)->partUpdated({10, 100, 60, 20});
        Q_EMIT content(0)->updated(); // all of it
        QTRY_COMPARE(content(0)->paints, paints + 4);
        QCOMPARE(m_canvas->grab().toImage(), after);
    }

    void rectanglesArePaintedAsTheWholeIs()
    {
        QTRY_VERIFY(content(0)->paints > 0 && content(1)->paints > 0);
        QImage whole(m_canvas->size(), QImage::Format_RGB32);
        m_canvas->render(&whole);
        QRegion region(20, 30, 200, 90);
        region += QRect(260, 60, 300, 17);
        region += QRect(100, 200, 33, 201);
        QImage parts(m_canvas->size(), QImage::Format_RGB32);
        parts.fill(Qt::magenta);
        m_canvas->render(&parts, region.boundingRect().topLeft(), region);
        for (const QRect &rect : region)
            QCOMPARE(parts.copy(rect), whole.copy(rect));
        for (const QRect &rect : QRegion(parts.rect()) - region) {
            QImage untouched(rect.size(), QImage::Format_RGB32);
            untouched.fill(Qt::magenta);
            QCOMPARE(parts.copy(rect), untouched);
        }
    }

    void halvesWaitWhileNobodyIsThere()
    {
        workspace::CanvasScene scene(*m_document, *m_factory);
        scene.setViewport(m_canvas->size());
        workspace::Minimap minimap(scene, *m_look);
        workspace::Overlays overlays(scene, *m_look);
        workspace::CanvasPainter painter(scene, minimap, overlays, *m_look);
        QImage image(m_canvas->size(), QImage::Format_RGB32);
        const auto &picture = scene.krates().front()->windows.front()->picture;
        painter.setCalm(true);
        for (int frame = 0; frame < 100 && picture.image.isNull(); ++frame) { // of a few each
            QPainter device(&image);
            painter.paint(device, image.rect(), 1, {});
        }
        QVERIFY(!picture.image.isNull());
        QCOMPARE(picture.halfBehind, picture.image.rect());
        painter.setCalm(false);
        QVERIFY(picture.halfBehind.isEmpty());
        QCOMPARE(picture.half.width(), picture.image.width() / 2);
    }

    void aChangedContentLeavesTheRestOfItsPictureAlone()
    {
        content(0)->lines = {u"before"_s};
        Q_EMIT content(0)->updated();
        const int paints = content(0)->paints;
        QTRY_COMPARE(content(0)->paints, paints + 1);
        const QImage before = m_canvas->grab().toImage();
        content(0)->lines = {u"after all"_s};
        Q_EMIT content(0)->updated();
        QTRY_COMPARE(content(0)->paints, paints + 2);
        content(0)->lines = {u"before"_s};
        Q_EMIT content(0)->updated();
        QTRY_COMPARE(content(0)->paints, paints + 3);
        QCOMPARE(m_canvas->grab().toImage(), before);
    }

    void picturesStretchWhileTheZoomChangesAndAreCrispAfterwards()
    {
        QTRY_VERIFY(content(0)->paints > 0 && content(1)->paints > 0);
        const int before = content(0)->paints;
        for (const qreal zoom : {0.95, 1.0, 1.05, 1.1}) {
            m_canvas->setView({m_canvas->view().centre, zoom});
            m_canvas->repaint();
        }
        QCOMPARE(content(0)->paints, before);
        QTRY_COMPARE(content(0)->paints, before + 1); // once, when the zoom has settled
    }
};

QTEST_MAIN(CanvasTest)
#include "tst_canvas.moc"
