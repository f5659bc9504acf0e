// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/metrics/dropreason.h"
#include "collab/relay/metrics/recenttimes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using collab::CloseReason;
using relay::RecentTimes;

/// The relay's figures are what they are called.
class RelayMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void quantilesAreThoseOfTheLastTimes()
    {
        RecentTimes times;
        QCOMPARE(times.quantile(0.5).count(), 0.0);
        for (int i = 100; i >= 1; --i)
            times.add(std::chrono::seconds(i));
        QCOMPARE(times.quantile(0).count(), 1.0);
        QCOMPARE(times.quantile(0.5).count(), 51.0);
        QCOMPARE(times.quantile(0.95).count(), 95.0);
        QCOMPARE(times.quantile(1).count(), 100.0);
        for (size_t i = 0; i < RecentTimes::Most; ++i)
            times.add(std::chrono::milliseconds(500)); // the old ones are forgotten
        QCOMPARE(times.size(), RecentTimes::Most);
        QCOMPARE(times.quantile(1).count(), 0.5);
    }

    void reasonsAreOfAFewWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("word");
        const auto add = [](int code, const QString &text, const QByteArray &word) {
            QTest::newRow(word.constData()) << code << text << word;
        };
        add(CloseReason::PolicyViolation, u"too many messages"_s, "rate");
        add(CloseReason::PolicyViolation, u"updates build on what is missing"_s, "missing_base");
        add(CloseReason::PolicyViolation, u"what a peer said"_s, "policy");
        add(CloseReason::TryLater, u"the yard has too many peers"_s, "yard_full");
        add(CloseReason::TryLater, u"it does not read what it is sent"_s, "slow_reader");
        add(CloseReason::TryLater, u"something new"_s, "try_later");
        add(CloseReason::BadPayload, u"an update makes no sense: \"}"_s, "bad_payload");
        add(CloseReason::TooBig, {}, "too_large");
        add(CloseReason::Unauthorized, u"the invite was revoked"_s, "revoked");
        add(CloseReason::Abnormal, {}, "broken_connection");
        add(CloseReason::Normal, {}, "left");
        add(4999, u"{evil=\"label\"}"_s, "other");
    }
    void reasonsAreOfAFewWords()
    {
        QFETCH(const int, code);
        QFETCH(const QString, text);
        QTEST(relay::dropReasonOf({.code = code, .text = text}), "word");
    }
};

QTEST_GUILESS_MAIN(RelayMetricsTest)
#include "tst_relaymetrics.moc"
