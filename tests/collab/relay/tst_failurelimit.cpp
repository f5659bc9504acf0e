// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/auth/failurelimit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who shows wrong tokens at speed has to wait.
class FailureLimitTest : public QObject
{
    Q_OBJECT

private:
    const relay::FailureLimit::Clock::time_point m_start = relay::FailureLimit::Clock::now();

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFewMistakesAreNone()
    {
        relay::FailureLimit limit({.perSecond = 0.5, .burst = 3});
        const QHostAddress source(u"192.0.2.1"_s);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(limit.waitFor(source, m_start), 0);
            limit.note(source, m_start);
        }
        QCOMPARE(limit.waitFor(source, m_start), 2);
        QCOMPARE(limit.waitFor(QHostAddress(u"192.0.2.2"_s), m_start), 0);
        QCOMPARE(limit.waitFor(source, m_start + 1s), 1);
        QCOMPARE(limit.waitFor(source, m_start + 2s), 0);
        for (int i = 0; i < 1000; ++i) // does not add up for ever
            limit.note(source, m_start + 2s);
        QVERIFY(limit.waitFor(source, m_start + 2s) <= 4);
        QCOMPARE(limit.waitFor(source, m_start + 6s), 0);
    }

    void aNetworkOfOneHouseholdIsOneAddress()
    {
        relay::FailureLimit limit({.perSecond = 1, .burst = 1});
        limit.note(QHostAddress(u"2001:db8:1:2::1"_s), m_start);
        QVERIFY(limit.waitFor(QHostAddress(u"2001:db8:1:2:ffff::9"_s), m_start) > 0);
        QCOMPARE(limit.waitFor(QHostAddress(u"2001:db8:1:3::1"_s), m_start), 0);
        limit.note(QHostAddress(u"::ffff:192.0.2.1"_s), m_start);
        QVERIFY(limit.waitFor(QHostAddress(u"192.0.2.1"_s), m_start) > 0);
        QCOMPARE(limit.waitFor(QHostAddress(u"192.0.2.2"_s), m_start), 0);
    }

    void memoryIsBounded()
    {
        relay::FailureLimit limit({.perSecond = 1, .burst = 2, .addresses = 100});
        for (quint32 i = 0; i < 100'000; ++i) {
            limit.note(QHostAddress(i), m_start);
            QVERIFY(limit.count() <= 100);
        }
        // Those whose time is over go first.
        relay::FailureLimit other({.perSecond = 1, .burst = 1, .addresses = 10});
        for (quint32 i = 0; i < 9; ++i)
            other.note(QHostAddress(i), m_start);
        const QHostAddress source(u"192.0.2.1"_s);
        other.note(source, m_start + 5s);
        other.note(QHostAddress(u"192.0.2.2"_s), m_start + 5s);
        QVERIFY(other.waitFor(source, m_start + 5s) > 0);
        QCOMPARE(other.count(), 2);
    }
};

QTEST_GUILESS_MAIN(FailureLimitTest)
#include "tst_failurelimit.moc"
