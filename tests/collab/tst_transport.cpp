// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/transport.h"

#include <QSignalSpy>
#include <QTest>

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void loopbackKeepsOrder()
    {
        auto [left, right] = collab::makeLoopback();
        QSignalSpy arrived(right.get(), &collab::Transport::received);

        left->send("first");
        left->send("second");

        QTRY_COMPARE(arrived.size(), 2);
        QCOMPARE(arrived.at(0).at(0).toByteArray(), "first");
        QCOMPARE(arrived.at(1).at(0).toByteArray(), "second");
    }

    void closingOneEndClosesTheOther()
    {
        auto [left, right] = collab::makeLoopback();
        QSignalSpy closed(right.get(), &collab::Transport::closed);
        left->close();
        QCOMPARE(closed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TransportTest)
#include "tst_transport.moc"
