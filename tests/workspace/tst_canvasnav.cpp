// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include <QLineEdit>
#include <QSignalSpy>

/// Going about with the keys alone, and the bar that tells them.
class CanvasNavTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    /// The fixture's krate with two windows, and one to the right of it.
    void init()
    {
        setUp();
        if (QTest::currentTestFailed())
            return;
        const KrateRecord other{.cluster = u"kind"_s,
                                .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"b"_s},
                                .label = u"b"_s};
        m_other = yard::open(*m_document, other, {View::Shell}, {7600, 4000});
    }

    void arrowsGoBetweenKratesAndTheYardFollows()
    {
        key(Qt::Key_Right);
        QCOMPARE(m_canvas->focusedKrate(), m_krate); // the nearest to begin with
        key(Qt::Key_Right);
        QCOMPARE(m_canvas->focusedKrate(), m_other);
        const QRectF frame = layout::bounds(*m_document->krate(m_other));
        QVERIFY(m_canvas->rect().contains(screen(frame.topLeft())));
        QVERIFY(m_canvas->rect().contains(screen(frame.bottomRight())));
        key(Qt::Key_Right);
        QCOMPARE(m_canvas->focusedKrate(), m_other); // there is none further on
        key(Qt::Key_Left);
        QCOMPARE(m_canvas->focusedKrate(), m_krate);
    }

    void theKeysGoOnFromWhatWasShownLast()
    {
        m_canvas->flyToKrate(m_other);
        QCOMPARE(m_canvas->focusedKrate(), QString()); // the pointer leads
        key(Qt::Key_Left);
        QCOMPARE(m_canvas->focusedKrate(), m_krate);
        m_canvas->flyToKrate(m_other);
        key(Qt::Key_Return);
        QCOMPARE(m_canvas->focusedWindow(), m_document->krate(m_other)->windows.front().id);
    }

    void enterGoesInTabAroundAndEscapeOut()
    {
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        key(Qt::Key_Tab);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        key(Qt::Key_Tab);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        key(Qt::Key_Left);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        key(Qt::Key_Escape);
        QCOMPARE(m_canvas->focusedWindow(), QString());
        QCOMPARE(m_canvas->focusedKrate(), m_krate);
        key(Qt::Key_Escape);
        QCOMPARE(m_canvas->focusedKrate(), QString());
    }

    void theWindowHasItsKeysFirst()
    {
        content(0)->usesKeys = true;
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        QTest::keyClicks(m_canvas.get(), u"abc"_s);
        QCOMPARE(content(0)->typed, u"abc"_s);
        QTRY_VERIFY(content(0)->paintedFocused);
    }

    void keysKeepTheFocusUntilThePointerReallyMoves()
    {
        const QPoint at = onWindow(1, {190, 200});
        hover(at);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        m_canvas->setView({m_canvas->view().centre + QPointF(10, 0), 0.92});
        QTest::mouseMove(m_canvas.get(), at + QPoint(2, 1)); // a trembling hand
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTest::mouseMove(m_canvas.get(), at + QPoint(20, 10));
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        QCOMPARE(m_canvas->focusedKrate(), QString());
    }

    void enterExpandsACardAndComesNear()
    {
        yard::setMinimized(*m_document, m_other, true);
        m_canvas->setView({{6500, 4000}, 0.3});
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        QCOMPARE(m_canvas->focusedKrate(), m_other);
        key(Qt::Key_Return);
        QVERIFY(!m_document->krate(m_other)->minimized);
        QCOMPARE(m_canvas->view().zoom, 0.92);
        QCOMPARE(m_canvas->focusedWindow(), m_document->krate(m_other)->windows.front().id);
    }

    void shiftAndArrowsSelectInsertTurns()
    {
        key(Qt::Key_Right);
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_canvas->selection().size(), 2);
        key(Qt::Key_Insert);
        QCOMPARE(m_canvas->selection(), QStringList{m_krate});
        key(Qt::Key_Escape);
        QVERIFY(m_canvas->selection().isEmpty());
        QCOMPARE(m_canvas->focusedKrate(), m_other);
    }

    void altAndArrowsMoveCtrlAndArrowsPan()
    {
        key(Qt::Key_Right);
        const QPointF before = record().position;
        QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(record().position, before - QPointF(0, 34));
        QCOMPARE(m_document->undoLabel(), u"Move krate"_s);
        const auto centre = m_canvas->view().centre;
        QTest::keyClick(m_canvas.get(), Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(m_canvas->view().centre.y() > centre.y());
    }

    void deleteDismissesTheKrateTheKeysAreAt()
    {
        key(Qt::Key_Right);
        key(Qt::Key_Delete);
        QVERIFY(!m_document->krate(m_krate));
        QCOMPARE(m_canvas->focusedKrate(), QString());
    }

    void deleteSparesAKrateThatIsOnlyHovered()
    {
        hover(onWindow(0, {190, 200}));
        key(Qt::Key_Delete);
        QVERIFY(m_document->krate(m_krate));
    }

    void aLiveWidgetIsLeftByShiftEscapeAndCtrlTab()
    {
        auto *edit = new QLineEdit; // owned by the content
        content(0)->live = edit;
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
        QVERIFY(!edit->isVisible());
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape, Qt::ShiftModifier);
        QCOMPARE(m_canvas->focusedWindow(), QString());
        QCOMPARE(m_canvas->focusedKrate(), m_krate);
        QVERIFY(!edit->isVisible());
    }

    void maximisedTabGoesOnToTheNextWindow()
    {
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        key(Qt::Key_Z);
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(m_canvas->maximisedWindow(), window(1).id);
        key(Qt::Key_Escape);
        QCOMPARE(m_canvas->maximisedWindow(), QString());
        QCOMPARE(m_canvas->focusedWindow(), window(1).id);
    }

    void typingStillFinds()
    {
        QSignalSpy asked(m_canvas.get(), &YardCanvas::spotlightRequested);
        key(Qt::Key_Right);
        key(Qt::Key_P);
        QCOMPARE(asked.size(), 1);
    }

    void hintsFollowWhatAPersonIsAt()
    {
        hover({5, 5});
        QVERIFY(told(u"Search"_s));
        QVERIFY(told(u"Undo: Open b"_s));
        hover(onHeader());
        QVERIFY(told(u"Collapse"_s));
        hover(onWindow(0, {190, 200}));
        QVERIFY(told(u"Maximise"_s));
        hover({5, 5});
        m_canvas->setSelection({m_krate, m_other});
        QVERIFY(told(u"2 selected"_s));
        m_canvas->setSelection({});
        key(Qt::Key_Right);
        QVERIFY(told(u"Between krates"_s));
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        QVERIFY(told(u"Out of the shell"_s));
    }

    void theBarCanBeSwitchedOff()
    {
        hover({5, 5});
        const QRect strip(300, 800 - 16 - 36, 600, 36);
        m_canvas->setView({{1000, 1000}, 0.92}); // nothing but ground
        m_canvas->setHints(false);
        const QImage without = m_canvas->grab().toImage().copy(strip);
        m_canvas->setHints(true);
        QVERIFY(m_canvas->grab().toImage().copy(strip) != without);
        QVERIFY(told(u"Search"_s)); // a screen reader has it either way
    }

private:
    void key(Qt::Key key) { QTest::keyClick(m_canvas.get(), key); }
    bool told(const QString &text) const
    {
        return m_canvas->accessibleDescription().contains(text);
    }

    QString m_other;
};

QTEST_MAIN(CanvasNavTest)
#include "tst_canvasnav.moc"
