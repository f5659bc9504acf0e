// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/requestpace.h"

#include <QTest>

using namespace std::chrono_literals;
using kube::RequestPace;

class RequestPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aBurstGoesAtOnceAndTheRestInTurn()
    {
        RequestPace pace(10, 3);
        const RequestPace::Clock::time_point now(1h);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(pace.reserve(now), 0ms);
        QCOMPARE(pace.reserve(now), 100ms);
        QCOMPARE(pace.reserve(now), 200ms);
        QCOMPARE(pace.reserve(now + 250ms), 50ms);
        QCOMPARE(pace.reserve(now + 1h), 0ms);
    }

    void nobodyWaitsForLong()
    {
        RequestPace pace(1, 1);
        const RequestPace::Clock::time_point now(1h);
        QCOMPARE(pace.reserve(now), 0ms);
        QCOMPARE(pace.reserve(now), 1000ms);
        QCOMPARE(pace.reserve(now), 2000ms);
        QVERIFY(!pace.reserve(now));
        QVERIFY(!pace.reserve(now)); // who is sent away takes no turn
        QCOMPARE(pace.reserve(now + 1s), 2000ms);
    }
};

QTEST_GUILESS_MAIN(RequestPaceTest)
#include "tst_requestpace.moc"
