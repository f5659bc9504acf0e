// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTimer>

/// A widget that tells when it is hidden.
class SpeaksWhenHidden : public QWidget
{
    Q_OBJECT

Q_SIGNALS:
    void hidden();

protected:
    void hideEvent(QHideEvent * /*event*/) override { Q_EMIT hidden(); }
};

/// Live widgets over the canvas, and the end of contents.
class CanvasLiveTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aLiveWidgetIsShownWhileItsWindowIsHovered()
    {
        auto *edit = new QLineEdit; // owned by the content
        content(0)->live = edit;
        QVERIFY(!edit->isVisible());
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(content(0)->liveZoom, 0.92);
        QVERIFY(qAbs(edit->width() - 380 * 0.92) < 4);
        m_canvas->setView({m_canvas->view().centre, 0.45});
        QVERIFY(!edit->isVisible());
        m_canvas->setView({m_canvas->view().centre, 1.0});
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(content(0)->liveZoom, 1.0);
        hover({5, 5});
        QVERIFY(!edit->isVisible());
    }

    void aLiveWidgetThatIsLeftLosesTheKeysInAnInactiveWindowToo()
    {
        auto *edit = new QLineEdit;
        content(0)->live = edit;
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(m_canvas->window()->focusWidget(), edit);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        hover({5, 5});
        QVERIFY(!edit->isVisible());
        QCOMPARE(m_canvas->window()->focusWidget(), m_canvas.get());
    }

    void spaceAndDragPanOverALiveWidget()
    {
        auto *edit = new QLineEdit;
        content(0)->live = edit;
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_A);
        QTest::keyClick(edit, Qt::Key_Space);
        QTest::keyClick(edit, Qt::Key_B);
        QCOMPARE(edit->text(), u"a b"_s);
        const auto before = m_canvas->view().centre;
        QTest::keyPress(edit, Qt::Key_Space);
        QTest::mousePress(edit, Qt::LeftButton, {}, {50, 50});
        QTest::mouseMove(edit, {80, 50});
        QTest::mouseMove(edit, {120, 50});
        QTest::mouseRelease(edit, Qt::LeftButton, {}, {120, 50});
        QTest::keyRelease(edit, Qt::Key_Space);
        QVERIFY(m_canvas->view().centre.x() < before.x());
        QCOMPARE(edit->text(), u"a b"_s);
    }

    void dismissingAKrateEndsItsContents()
    {
        const QPointer<FakeContent> shown(content(0));
        bool wasHeard = true;
        shown->heardAtTheEnd = &wasHeard;
        hover(onWindow(0, {190, 200}));
        yard::dismiss(*m_document, m_krate);
        QVERIFY(!shown);
        QVERIFY(!wasHeard); // its window is half gone by then
        QCOMPARE(m_canvas->focusedWindow(), QString());
    }

    /// A shell's terminal does so. The canvas started a timer that it had destroyed already, which
    /// the asan preset sees at once and the event loop within a frame.
    void aLiveWidgetMayReportAChangeWhileTheCanvasGoes()
    {
        auto *widget = new SpeaksWhenHidden;
        connect(widget, &SpeaksWhenHidden::hidden, content(0), &FakeContent::updated);
        const QSignalSpy updated(content(0), &FakeContent::updated);
        content(0)->live = widget;
        hover(onWindow(0, {190, 18}));
        QTRY_VERIFY(widget->isVisible());
        const QPointer<YardCanvas> canvas(m_canvas.get());
        m_canvas.reset();
        QVERIFY(!canvas);
        QCOMPARE(updated.count(), 1);
        bool frameHasPassed = false;
        QTimer::singleShot(40, this, [&] { frameHasPassed = true; });
        QTRY_VERIFY(frameHasPassed);
    }

    void contentsMaySpeakWhileAnotherGoes_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<size_t>("going");
        for (const size_t going : {0U, 1U}) {
            for (const char *end : {"view", "window", "krate", "canvas"})
                QTest::addRow("%s, window %zu", end, going) << QString::fromLatin1(end) << going;
        }
    }

    /// As shells do when one of them leaves their broadcast.
    void contentsMaySpeakWhileAnotherGoes()
    {
        QFETCH(const QString, end);
        QFETCH(const size_t, going);
        auto *other = content(1 - going);
        const QSignalSpy ended(content(going), &QObject::destroyed);
        const QSignalSpy spoke(other, &FakeContent::updated);
        connect(content(going), &QObject::destroyed, other, &FakeContent::updated);
        if (end == u"view")
            yard::setView(*m_document, m_krate, window(going).id, View::Describe);
        else if (end == u"window")
            yard::closeWindow(*m_document, m_krate, window(going).id);
        else if (end == u"krate")
            yard::dismiss(*m_document, m_krate);
        else
            m_canvas.reset();
        QCOMPARE(ended.count(), 1);
        if (end == u"view" || end == u"window") // else it may have gone first
            QCOMPARE(spoke.count(), 1);
        if (m_canvas && m_document->krate(m_krate))
            QCOMPARE(m_document->krate(m_krate)->windows.size(), end == u"view" ? 2U : 1U);
    }
};

QTEST_MAIN(CanvasLiveTest)
#include "tst_canvaslive.moc"
