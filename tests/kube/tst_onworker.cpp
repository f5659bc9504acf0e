// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/onworker.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

class OnWorkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theResultComesOnTheThreadOfTheReceiver_data()
    {
        QTest::addColumn<kube::Effort>("effort");
        QTest::newRow("little") << kube::Effort::Little;
        QTest::newRow("much") << kube::Effort::Much;
    }

    void theResultComesOnTheThreadOfTheReceiver()
    {
        QFETCH(const kube::Effort, effort);
        const QThread *worked = nullptr;
        const QThread *received = nullptr;
        QObject receiver;
        kube::onWorker(
            &receiver, [] { return QThread::currentThread(); },
            [&](const QThread *thread) {
                worked = thread;
                received = QThread::currentThread();
            },
            effort);
        QTRY_COMPARE(received, thread());
        QCOMPARE(worked == thread(), effort == kube::Effort::Little);
    }

    // What is called in the midst of a change counts on it, however fast the pool is.
    void theResultNeverComesBeforeTheCallReturns()
    {
        QObject receiver;
        int returned = 0;
        int received = 0;
        int early = 0;
        for (int i = 0; i < 4'000; ++i) {
            kube::onWorker(
                &receiver, [] { return 0; },
                [&, i](int) {
                    early += i >= returned ? 1 : 0;
                    ++received;
                });
            ++returned;
        }
        QTRY_COMPARE(received, returned);
        QCOMPARE(early, 0);
    }

    void aReceiverThatHasGoneIsNotCalled_data() { theResultComesOnTheThreadOfTheReceiver_data(); }

    void aReceiverThatHasGoneIsNotCalled()
    {
        QFETCH(const kube::Effort, effort);
        bool called = false;
        {
            QObject receiver;
            kube::onWorker(&receiver, [] { return 0; }, [&](int) { called = true; }, effort);
        }
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(OnWorkerTest)
#include "tst_onworker.moc"
