// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/humanduration.h"
#include "oracle/vectors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HumanDurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void agreesWithTheReference()
    {
        const auto cases = oracle::cases(u"humanduration_oracle.json"_s);
        QVERIFY(!cases.isEmpty());
        for (const auto &recorded : cases) {
            const std::chrono::nanoseconds duration(recorded["ns"_L1].toInteger());
            QCOMPARE(kube::humanDuration(duration), recorded["human"_L1].toString());
            QCOMPARE(kube::shortHumanDuration(duration), recorded["short"_L1].toString());
        }
    }

    void standsTheLongestTimes()
    {
        QCOMPARE(kube::humanDuration(std::chrono::nanoseconds::max()), u"292y"_s);
        QCOMPARE(kube::humanDuration(std::chrono::nanoseconds::min()), u"<invalid>"_s);
    }

    void toleratesASkewedClock()
    {
        QCOMPARE(kube::humanDuration(-1900ms), u"0s"_s);
        QCOMPARE(kube::humanDuration(-2000ms), u"<invalid>"_s);
    }
};

QTEST_GUILESS_MAIN(HumanDurationTest)
#include "tst_humanduration.moc"
