// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/backoff.h"

#include <QTest>

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void waitsDoubleUpToHalfAMinute()
    {
        kube::Backoff backoff;
        for (const int base : {800, 1600, 3200, 6400, 12'800, 25'600, 30'000, 30'000}) {
            const int wait = backoff.next();
            QVERIFY2(wait >= base && wait < 2 * base, qPrintable(QString::number(wait)));
        }
    }

    void manyFailuresDoNotOverflow()
    {
        kube::Backoff backoff;
        for (int i = 0; i < 100; ++i)
            backoff.next();
        const int wait = backoff.next();
        QVERIFY(wait >= 30'000 && wait < 60'000);
    }

    void resetStartsAgain()
    {
        kube::Backoff backoff(10);
        backoff.next();
        backoff.next();
        backoff.reset();
        const int wait = backoff.next();
        QVERIFY(wait >= 10 && wait < 20);
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
