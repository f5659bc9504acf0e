// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/limits/turns.h"

#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using gateway::GatewayConfig;
using gateway::Turns;

/// Who may ask a cluster when many want to.
class TurnsTest : public QObject
{
    Q_OBJECT

private:
    /// Asks, and keeps the turn until it is given back.
    bool ask(const QString &subject, const QString &name, const QString &cluster = u"one"_s)
    {
        return m_turns->take(subject, cluster, [this, name](const Turns::Turn &turn) {
            m_called.append(name);
            m_held.push_back(turn);
        });
    }
    void giveBack(size_t which)
    {
        m_held[which].reset();
        QCoreApplication::processEvents();
    }

    GatewayConfig m_config;
    std::unique_ptr<Turns> m_turns;
    QStringList m_called;
    std::vector<Turns::Turn> m_held;

private Q_SLOTS:
    void init()
    {
        m_config.limits.requestsAtOnce = 2;
        m_config.limits.clusterRequestsAtOnce = 3;
        m_turns = std::make_unique<Turns>(m_config);
        m_called.clear();
        m_held.clear();
    }

    void aFewOfOneCallerAreAtWorkAtOnce()
    {
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            QVERIFY(ask(u"ann"_s, name));
        QCOMPARE(m_called, QStringList({u"a"_s, u"b"_s}));
        giveBack(1);
        QCOMPARE(m_called, QStringList({u"a"_s, u"b"_s, u"c"_s}));
        giveBack(0);
        QCOMPARE(m_called, QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void aTurnIsNotOverWhileSomebodyHoldsIt()
    {
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY(ask(u"ann"_s, name));
        const auto share = m_held[0];
        giveBack(0);
        QCOMPARE(m_called.size(), 2);
    }

    void callersAreServedInTurns()
    {
        for (const auto &name : {u"a1"_s, u"a2"_s, u"a3"_s, u"a4"_s})
            QVERIFY(ask(u"ann"_s, name));
        for (const auto &name : {u"b1"_s, u"b2"_s})
            QVERIFY(ask(u"bob"_s, name));
        QVERIFY(ask(u"cid"_s, u"c1"_s));
        QCOMPARE(m_called, QStringList({u"a1"_s, u"a2"_s, u"b1"_s})); // all that a cluster takes
        giveBack(0);
        giveBack(1);
        giveBack(2);
        // After the first of ann's the next is hers; then it is bob's turn, and cid's.
        QCOMPARE(m_called, QStringList({u"a1"_s, u"a2"_s, u"b1"_s, u"a3"_s, u"b2"_s, u"c1"_s}));
        giveBack(3);
        QCOMPARE(m_called.last(), u"a4"_s);
    }

    void anotherClusterIsNotHeldUp()
    {
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY(ask(u"ann"_s, name));
        QVERIFY(ask(u"ann"_s, u"there"_s, u"two"_s));
        QCOMPARE(m_called.last(), u"there"_s);
    }

    void aLineHasAnEnd()
    {
        for (size_t i = 0; i < Turns::MostWaiting + 2; ++i)
            QVERIFY(ask(u"ann"_s, QString::number(i)));
        QVERIFY(!ask(u"ann"_s, u"more"_s));
        QVERIFY(ask(u"bob"_s, u"other"_s));
        giveBack(0);
        QVERIFY(ask(u"ann"_s, u"again"_s));
    }

    /// As handlers do that refuse at once.
    void whoAnswersAtOnceMakesRoomForTheNext()
    {
        int called = 0;
        for (int i = 0; i < 100; ++i)
            QVERIFY(
                m_turns->take(u"ann"_s, u"one"_s, [&called](const Turns::Turn &) { ++called; }));
        QTRY_COMPARE(called, 100);
    }

    void limitsHoldAtOnceWhenTheyChange()
    {
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            QVERIFY(ask(u"ann"_s, name));
        m_config.limits.requestsAtOnce = 10;
        m_config.limits.clusterRequestsAtOnce = 10;
        giveBack(0);
        QCOMPARE(m_called.size(), 5);
    }

    void whatWaitsIsDroppedAtTheEnd()
    {
        const auto shared = std::make_shared<int>(0);
        for (int i = 0; i < 5; ++i)
            QVERIFY(m_turns->take(u"ann"_s, u"one"_s, [this, shared](const Turns::Turn &turn) {
                m_held.push_back(turn);
            }));
        m_turns.reset();
        QCOMPARE(shared.use_count(), 1);
        m_held.clear(); // a turn that comes back to nobody
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TurnsTest)
#include "tst_turns.moc"
