// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/window/seenticker.h"
#include "workspace/window/windowcontent.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace workspace;
using namespace Qt::StringLiterals;

namespace {

class Clock final : public WindowContent
{
public:
    void setSize(QSizeF) override { }
    void paint(QPainter &, bool) override { ticker.painted(); }
    Freshness freshness() const override { return Freshness::Live; }
    QString statusText() const override { return {}; }
    QString accessibleText() const override { return {}; }

    SeenTicker ticker{*this, std::chrono::seconds(1)};
};

void paint(WindowContent &content)
{
    QImage image(8, 8, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    content.paint(painter, false);
}

} // namespace

class SeenTickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nobodyIsToldBeforeTheFirstPainting()
    {
        Clock clock;
        QSignalSpy due(&clock.ticker, &SeenTicker::due);
        QVERIFY(!clock.ticker.isSeen());
        QVERIFY(!due.wait(1200));
        paint(clock);
        QVERIFY(clock.ticker.isSeen());
        QVERIFY(due.wait(500)); // what was painted may have been old
    }

    void contentsThatWereSeenAtDifferentTimesTickTogether()
    {
        Clock first;
        Clock second;
        QElapsedTimer clock;
        clock.start();
        qint64 firstDue = -1;
        qint64 secondDue = -1;
        paint(first);
        QTest::qWait(500);
        paint(second);
        QSignalSpy due(&second.ticker, &SeenTicker::due);
        QVERIFY(due.wait(500)); // at once
        connect(&first.ticker, &SeenTicker::due, this, [&] { firstDue = clock.elapsed(); });
        connect(&second.ticker, &SeenTicker::due, this, [&] { secondDue = clock.elapsed(); });
        QTRY_VERIFY(firstDue >= 0 && secondDue >= 0);
        QCOMPARE_LT(std::abs(firstDue - secondDue), 400);
    }

    void itRestsWhileWhatWasAskedForIsNotPainted()
    {
        Clock clock;
        QSignalSpy due(&clock.ticker, &SeenTicker::due);
        paint(clock);
        QVERIFY(due.wait(500));
        Q_EMIT clock.partUpdated(QRectF(0, 0, 1, 1));
        QVERIFY(!clock.ticker.isSeen());
        due.clear();
        QVERIFY(!due.wait(1300));
        paint(clock);
        QVERIFY(due.wait(500));
        Q_EMIT clock.updated();
        QVERIFY(!clock.ticker.isSeen());
    }

    void whatNobodySeesWaitsForThePainting()
    {
        Clock clock;
        QVERIFY(!clock.ticker.noteChange());
        QVERIFY(clock.ticker.isBehind());
        clock.ticker.caughtUp();
        paint(clock);
        QVERIFY(clock.ticker.noteChange()); // is taken in now
        QVERIFY(!clock.ticker.isBehind());
        Q_EMIT clock.updated();
        QVERIFY(!clock.ticker.noteChange());
        QVERIFY(clock.ticker.isBehind());
    }
};

QTEST_MAIN(SeenTickerTest)
#include "tst_seenticker.moc"
