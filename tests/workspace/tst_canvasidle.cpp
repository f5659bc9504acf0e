// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

/// How often what changes by itself is painted while nobody touches the program.
class CanvasIdleTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void changesArePaintedOnceASecondWhileThePersonIsAway()
    {
        hover({5, 5});
        m_canvas->setIdleAfter(0ms);
        QTest::qWait(1); // the move is past
        QElapsedTimer time;
        time.start();
        const int before = content(0)->paints;
        change(0, 2500ms);
        QCOMPARE_LE(content(0)->paints - before, time.elapsed() / 1000 + 1);
        QTRY_VERIFY(content(0)->paints > before); // but it is painted
    }

    void theWindowThatHasTheKeysIsPaintedMoreOften()
    {
        m_canvas->setFocusedWindow(window(0).id);
        m_canvas->setIdleAfter(0ms);
        QTest::qWait(1);
        QElapsedTimer time;
        time.start();
        const int before = content(0)->paints;
        while (content(0)->paints < before + 20) {
            change(0, 50ms);
            QVERIFY(time.elapsed() < 18'000); // once a second it would take twenty
        }
    }

    void thePersonsReturnBringsTheFrame()
    {
        hover({5, 5});
        m_canvas->setIdleAfter(0ms);
        QTest::qWait(1);
        int painted = 0;
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 20; ++i) {
            const int before = content(0)->paints;
            Q_EMIT content(0)->updated();
            QTest::keyClick(m_canvas.get(), Qt::Key_Shift);
            QTRY_VERIFY(content(0)->paints > before);
            ++painted;
        }
        QVERIFY(time.elapsed() < 15'000);
        QCOMPARE(painted, 20);
    }

private:
    void change(size_t index, std::chrono::milliseconds length)
    {
        QElapsedTimer time;
        time.start();
        while (!time.hasExpired(length.count())) {
            Q_EMIT content(index)->updated();
            QTest::qWait(5);
        }
    }
};

QTEST_MAIN(CanvasIdleTest)
#include "tst_canvasidle.moc"
