// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>

/// Several krates at once: selected, moved, lined up, dismissed, with the pointer and the keys.
class CanvasSelectionTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    /// Three small krates under the large one of the fixture, all in sight as frames.
    void init()
    {
        setUp();
        if (QTest::currentTestFailed())
            return;
        m_document->reset({});
        m_ids.clear();
        for (int i = 0; i < 3; ++i) {
            const QString name = u"pod-%1"_s.arg(i);
            const KrateRecord krate{.cluster = u"kind"_s,
                                    .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
                                    .label = name};
            m_ids << yard::open(*m_document, krate, {View::Yaml}, {6000, 4000});
            yard::move(*m_document, m_ids.last(), {5300 + 500.0 * i, 3900});
        }
        m_canvas->setView({{6000, 4050}, 0.6});
    }

    void draggingTheGroundSelectsWhatTheBandTouches()
    {
        const auto view = m_canvas->view();
        const QRectF first = frame(0);
        drag(screen(first.topLeft() - QPointF(30, 30)), screen(frame(1).center()));
        QCOMPARE(m_canvas->selection(), sorted({0, 1}));
        QCOMPARE(m_canvas->view(), view); // it pans no more
        drag(screen(frame(2).topRight() + QPointF(20, -30)), screen(frame(2).center()));
        QCOMPARE(m_canvas->selection(), sorted({2}));
    }

    void shiftAddsAndCtrlTurns()
    {
        m_canvas->setSelection({m_ids[0]});
        band(frame(1), Qt::ShiftModifier);
        QCOMPARE(m_canvas->selection(), sorted({0, 1}));
        band(frame(1), Qt::ControlModifier);
        QCOMPARE(m_canvas->selection(), sorted({0}));
    }

    void escapeGivesTheBandUp()
    {
        m_canvas->setSelection({m_ids[2]});
        const QPoint from = screen(frame(0).topLeft() - QPointF(30, 30));
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_canvas.get(), from + QPoint(30, 30));
        QTest::mouseMove(m_canvas.get(), screen(frame(0).center()));
        QCOMPARE(m_canvas->selection(), sorted({0}));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QCOMPARE(m_canvas->selection(), sorted({2}));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, screen(frame(0).center()));
        QCOMPARE(m_canvas->selection(), sorted({2}));
    }

    void clicksSelectAndModifiersToggle()
    {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, header(0));
        QCOMPARE(m_canvas->selection(), sorted({0}));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ControlModifier, header(1));
        QCOMPARE(m_canvas->selection(), sorted({0, 1}));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ShiftModifier, header(0));
        QCOMPARE(m_canvas->selection(), sorted({1}));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, header(2));
        QCOMPARE(m_canvas->selection(), sorted({2}));
    }

    void theGroundLetsGoFirstAndOpensSpotlightThen()
    {
        QSignalSpy asked(m_canvas.get(), &YardCanvas::spotlightRequested);
        QSignalSpy told(m_canvas.get(), &YardCanvas::selectionChanged);
        m_canvas->setSelection(m_ids);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {5, 5});
        QVERIFY(m_canvas->selection().isEmpty());
        QCOMPARE(told.size(), 2);
        QCOMPARE(asked.size(), 0);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {5, 5});
        QCOMPARE(asked.size(), 1);
    }

    void whatIsSelectedMovesTogetherInOneStep()
    {
        yard::setPinned(*m_document, m_ids[2], true);
        m_canvas->setSelection(m_ids);
        const auto before = m_document->krates();
        QTest::keyPress(m_canvas.get(), Qt::Key_Alt);
        drag(header(0), header(0) + QPoint(0, 120), Qt::AltModifier);
        for (const int i : {0, 1})
            QVERIFY(
                ((position(i) - before.at(m_ids[i]).position) - QPointF(0, 200)).manhattanLength()
                < 0.5);
        QCOMPARE(position(2), before.at(m_ids[2]).position); // pinned
        QCOMPARE(m_document->undoLabel(), u"Move 2 krates"_s);
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_document->krates(), before);
    }

    void aPinnedKrateCannotBeDragged()
    {
        yard::setPinned(*m_document, m_ids[0], true);
        const auto before = m_document->krates();
        drag(header(0), header(0) + QPoint(0, 120));
        QCOMPARE(m_document->krates(), before);
    }

    void aDraggedKrateLinesUpUnlessAltIsHeld()
    {
        yard::move(*m_document, m_ids[0], position(0) + QPointF(0, 500));
        const QPoint from = header(0);
        const QPointF way(0, position(1).y() - position(0).y() + 5); // 3 pixels too low
        const QPoint to = screen(m_canvas->toWorld(from) + way);
        drag(from, to);
        QCOMPARE(position(0).y(), position(1).y());
        m_document->undo();
        drag(from, to, Qt::AltModifier);
        QVERIFY(qAbs(position(0).y() - position(1).y()) > 2);
    }

    void guidesAreDrawnWhileItLinesUp()
    {
        yard::move(*m_document, m_ids[0], position(0) + QPointF(0, 500));
        const QPoint from = header(0);
        const QPoint to =
            screen(m_canvas->toWorld(from) + QPointF(0, position(1).y() - position(0).y()));
        const int x = int(screen(QPointF((frame(1).right() + frame(2).left()) / 2, 0)).x());
        const int y = screen(frame(1).topLeft()).y();
        const QRect line(x, y - 1, 1, 3);
        const QColor accent = m_look->theme().accent;
        QVERIFY(!shows(line, accent));
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_canvas.get(), (from + to) / 2);
        QTest::mouseMove(m_canvas.get(), to);
        QVERIFY(shows(line, accent));
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, to);
        QVERIFY(!shows(line, accent));
    }

    void theWheelPansWhileAKrateIsDragged()
    {
        const QPoint from = header(0);
        const QPointF before = position(0);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, from);
        const QPoint to = from + QPoint(0, 60);
        moveWith(to, Qt::AltModifier);
        wheel(to, {0, -120}); // 84 pixels, 140 units
        moveWith(to + QPoint(0, 1), Qt::AltModifier);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, Qt::AltModifier, to + QPoint(0, 1));
        QVERIFY(qAbs(position(0).y() - before.y() - (61 / 0.6 + 140)) < 2);
    }

    void deleteDismissesAndUndoBringsBack()
    {
        m_canvas->setSelection({m_ids[0], m_ids[1]});
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(m_document->krates().size(), 1UL);
        QVERIFY(m_canvas->selection().isEmpty());
        QCOMPARE(m_document->undoLabel(), u"Dismiss 2 krates"_s);
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_document->krates().size(), 3UL);
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete); // nothing is selected
        QCOMPARE(m_document->krates().size(), 3UL);
    }

    void whileSeveralAreSelectedKeysAreAboutThem()
    {
        const QPoint inside = screen(frame(0).center());
        hover(inside);
        QVERIFY(!m_canvas->focusedWindow().isEmpty());
        m_canvas->setSelection({m_ids[0], m_ids[1]});
        QCOMPARE(m_canvas->focusedWindow(), QString());
        hover(screen(frame(2).center()));
        QCOMPARE(m_canvas->focusedWindow(), QString());
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, inside);
        QVERIFY(m_canvas->selection().isEmpty());
        QCOMPARE(m_canvas->focusedWindow(), m_document->krate(m_ids[0])->windows.front().id);
        m_canvas->setSelection({m_ids[0], m_ids[1]});
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void keysSelectAllArrangeAndFit()
    {
        hover({5, 5});
        QTest::keyClick(m_canvas.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_canvas->selection(), sorted({0, 1, 2}));
        QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(frame(1).left(), frame(0).left());
        QCOMPARE(m_document->undoLabel(), u"Align 3 krates"_s);
        QTest::keyClick(m_canvas.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_document->undoLabel(), u"Tidy 3 krates"_s);
        QTest::keyClick(m_canvas.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        m_canvas->setView({{200, 200}, 2});
        QTest::keyClick(m_canvas.get(), Qt::Key_0, Qt::ControlModifier);
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_canvas->rect().contains(screen(frame(i).center())));
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(m_canvas->selection().isEmpty());
    }

    void theMenuOfSeveralIsAboutThem()
    {
        for (int i = 0; i < 4; ++i) { // two menus, which offscreen cannot be in front of all
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(u"^This plugin does not support"_s));
        }
        QSignalSpy single(m_canvas.get(), &YardCanvas::menuRequested);
        rightClick(header(0));
        QCOMPARE(single.size(), 1);
        QCOMPARE(single[0][0].toString(), m_ids[0]);
        m_canvas->setSelection(m_ids);
        rightClick(header(0));
        QCOMPARE(single.size(), 1);
        QTRY_VERIFY(menu());
        QVERIFY(menu()->actions().first()->text().startsWith(u"3 krates"_s));
        trigger(u"Align top edges"_s);
        QCOMPARE(frame(0).top(), frame(1).top());
        rightClick({5, 5});
        QTRY_VERIFY(menu());
        QVERIFY(!texts().filter(u"Undo: "_s).isEmpty());
        trigger(u"Select all krates"_s);
        QCOMPARE(m_canvas->selection().size(), 3);
    }

    void selectionIsSeenOnTheYardAndOnTheMap()
    {
        const QRect map(1200 - 180 - 16, 800 - 120 - 16, 180, 120);
        const QRect edge(screen({frame(1).left(), frame(1).center().y()}) - QPoint(6, 2),
                         QSize(8, 4));
        const auto &theme = m_look->theme();
        hover({5, 5});
        const QImage before = m_canvas->grab().toImage().copy(map);
        QVERIFY(!shows(edge, theme.accent));
        m_canvas->setSelection({m_ids[1]});
        QVERIFY(shows(edge, theme.accent));
        QVERIFY(m_canvas->grab().toImage().copy(map) != before);
    }

    void whatIsDismissedElsewhereIsNoLongerSelected()
    {
        m_canvas->setSelection(m_ids);
        yard::dismiss(*m_document, m_ids[1]);
        QCOMPARE(m_canvas->selection(), sorted({0, 2}));
    }

    void cardsAreSelectedToo()
    {
        m_canvas->setView({{6000, 4050}, 0.3});
        QVERIFY(m_canvas->showsCards());
        band(frame(1), {});
        QCOMPARE(m_canvas->selection(), sorted({1}));
    }

private:
    QRectF frame(int i) const { return layout::bounds(*m_document->krate(m_ids[i])); }
    QPointF position(int i) const { return m_document->krate(m_ids[i])->position; }
    QPoint header(int i) const { return screen(frame(i).topLeft() + QPointF(200, 30)); }
    QStringList sorted(const QList<int> &indices) const
    {
        QStringList ids;
        for (const int i : indices)
            ids << m_ids[i];
        ids.sort();
        return ids;
    }

    void moveWith(QPoint to, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(QEvent::MouseMove, to, m_canvas->mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(m_canvas.get(), from);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, from);
        moveWith((from + to) / 2, modifiers);
        moveWith(to, modifiers);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, modifiers, to);
    }

    /// From above a krate into its header.
    void band(const QRectF &frame, Qt::KeyboardModifiers modifiers)
    {
        drag(screen(frame.topLeft() + QPointF(10, -60)), screen(frame.center()), modifiers);
    }

    void rightClick(QPoint at)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_canvas->mapToGlobal(at));
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }

    bool shows(const QRect &where, const QColor &color) const
    {
        const QImage image = m_canvas->grab().toImage();
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x <= where.right(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    }

    QMenu *menu() const
    {
        const auto menus = m_canvas->findChildren<QMenu *>();
        return menus.isEmpty() ? nullptr : menus.last();
    }
    QStringList texts() const
    {
        QStringList texts;
        for (const auto *action : menu()->actions())
            texts << action->text();
        return texts;
    }
    void trigger(const QString &text)
    {
        for (auto *action : menu()->actions()) {
            if (action->text().startsWith(text)) {
                action->trigger();
                delete menu();
                return;
            }
        }
        QFAIL(qPrintable(u"no such action: "_s + text));
    }

    QStringList m_ids;
};

QTEST_MAIN(CanvasSelectionTest)
#include "tst_canvasselection.moc"
