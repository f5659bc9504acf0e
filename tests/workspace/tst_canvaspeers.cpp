// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include "workspace/canvas/paint/minimap.h"
#include "workspace/canvas/peers/peerlook.h"

#include <QSignalSpy>

#include <algorithm>

/// The others on the canvas.
class CanvasPeersTest : public CanvasFixture
{
    Q_OBJECT

    static YardPeer peer(QPointF at, const QStringList &krates = {})
    {
        return {
            .id = 7, .name = u"Anna"_s, .color = QColor(0xf472b6), .cursor = at, .krates = krates};
    }
    QImage picture() const { return m_canvas->grab().toImage(); }
    /// How many pixels have the peer's colour there.
    int colored(const QRect &rect, const QColor &color) const
    {
        const auto image = picture();
        int count = 0;
        for (int y = std::max(0, rect.top()); y <= std::min(rect.bottom(), image.height() - 1);
             ++y) {
            for (int x = std::max(0, rect.left()); x <= std::min(rect.right(), image.width() - 1);
                 ++x)
                count += image.pixelColor(x, y).rgb() == color.rgb();
        }
        return count;
    }
    QColor seen() const { return seenColor(m_look->theme(), QColor(0xf472b6)); }

private Q_SLOTS:
    void aPointerMovesSmoothly()
    {
        m_canvas->setMotion(true);
        m_canvas->setPeers({peer({5800, 3900})});
        QCOMPARE(m_canvas->shownCursor(7), QPointF(5800, 3900)); // appears where it is
        QTest::qWait(150); // as long as peers are silent: the way takes about that
        m_canvas->setPeers({peer({6200, 3900})});
        QList<qreal> way;
        QVERIFY(QTest::qWaitFor([&] {
            way.append(m_canvas->shownCursor(7)->x());
            return way.last() == 6200;
        }));
        const auto between =
            std::ranges::count_if(way, [](qreal x) { return x > 5800 && x < 6200; });
        QVERIFY2(between > 0, "it jumped");
        QVERIFY(std::ranges::is_sorted(way)); // and never back

        m_canvas->setMotion(false);
        m_canvas->setPeers({peer({5900, 3900})});
        QCOMPARE(m_canvas->shownCursor(7), QPointF(5900, 3900));
        m_canvas->setPeers({});
        QVERIFY(!m_canvas->shownCursor(7));
    }

    void nothingIsPaintedWhileNothingMoves()
    {
        m_canvas->setPeers({peer({5800, 3900}, {m_krate})});
        QTest::qWait(300);
        int paints = 0;
        struct Counter : QObject
        {
            int &count;
            explicit Counter(int &c)
                : count(c)
            {
            }
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::Paint;
                return false;
            }
        } counter(paints);
        m_canvas->installEventFilter(&counter);
        QTest::qWait(500);
        QCOMPARE(paints, 0);
        m_canvas->setPeers({peer({5810, 3900}, {m_krate})});
        QTRY_VERIFY(paints > 0);
    }

    void pointersAndMarksAreSeenAndGo_data()
    {
        QTest::addColumn<bool>("light");
        QTest::newRow("dark") << false;
        QTest::newRow("light") << true;
    }
    void pointersAndMarksAreSeenAndGo()
    {
        QFETCH(const bool, light);
        m_look->setTheme(light ? Theme::lightTheme() : Theme::darkTheme());
        const auto at = screen(layout::bounds(record()).topLeft()) - QPoint(80, 0);
        const QRect around(at, QSize(80, 46));
        QCOMPARE(colored(around, seen()), 0);
        m_canvas->setPeers({peer(m_canvas->toWorld(at), {m_krate})});
        QVERIFY(colored(around, seen()) > 100);
        // The line about the krate, and the dot on the map.
        const QRect frame = QRectF(screen(layout::bounds(record()).topLeft()),
                                   screen(layout::bounds(record()).bottomRight()))
                                .toRect()
                                .adjusted(-8, -8, 8, 8);
        QVERIFY(colored(QRect(frame.left(), frame.top() + 60, 8, 200), seen()) > 150);
        const QRect map(m_canvas->width() - 196, m_canvas->height() - 136, 180, 120);
        QVERIFY(colored(map, seen()) > 8);
        for (const auto &ground : m_look->theme().grounds())
            QVERIFY(contrastOf(seen(), ground) >= 3);
        QVERIFY(contrastOf(inkOn(seen()), seen()) >= 4.5);
        m_canvas->setPeers({});
        QCOMPARE(colored(around, seen()), 0);
        QCOMPARE(colored(map, seen()), 0);
    }

    void aViewerDragsAndClosesNothing()
    {
        m_document->setReadOnly(true);
        QSignalSpy refused(m_document.get(), &YardDocument::editRefused);
        const auto before = record();
        drag(onHeader(), onHeader() + QPoint(150, 90));
        QCOMPARE(record(), before);
        QCOMPARE(refused.count(), 1); // when it began, not when it ended
        QVERIFY(m_canvas->draggedKrates().empty());
        m_canvas->setSelection({m_krate});
        m_canvas->setFocus();
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(record(), before);
        QVERIFY(refused.count() > 1);
        m_document->setReadOnly(false);
        drag(onHeader(), onHeader() + QPoint(150, 90));
        QVERIFY(record() != before);
    }

    void aDragIsTold()
    {
        QSignalSpy told(m_canvas.get(), &YardCanvas::dragChanged);
        const auto from = onHeader();
        QTest::mouseMove(m_canvas.get(), from);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, from);
        QTest::mouseMove(m_canvas.get(), from + QPoint(60, 40));
        QTest::mouseMove(m_canvas.get(), from + QPoint(92, 46));
        QVERIFY(told.count() > 0);
        const auto dragged = m_canvas->draggedKrates();
        QCOMPARE(dragged.size(), 1u);
        QVERIFY(dragged.at(m_krate).x() > 50);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, from + QPoint(92, 46));
        QVERIFY(m_canvas->draggedKrates().empty());
    }
};

QTEST_MAIN(CanvasPeersTest)

#include "tst_canvaspeers.moc"
