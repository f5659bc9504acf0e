// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realgateway.h"
#include "support/realtest.h"
#include "support/skipall.h"

using namespace Qt::StringLiterals;
using support::isCounting;

namespace {

const auto Space = support::RealCluster::ownNamespace(u"nodes"_s);

} // namespace

/// Several relays before the real cluster: what one has read another has, too.
class RealGatewayNodesTest : public QObject, private support::RealTest
{
    Q_OBJECT

private:
    QString logOf(const QString &pod, const QString &more) const
    {
        return u"/api/v1/namespaces/%1/pods/%2/logs%3"_s.arg(Space, pod, more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = m_real.whyNot(true); !why.isEmpty())
            SKIP_ALL(why.constData());
        const auto made = m_real.fill(Space, support::countingPods());
        QVERIFY2(made.code == 0, made.errors.constData());
        QVERIFY(m_real.waitFor(Space, u"deployment/web"_s, u"condition=Available"_s));
        QVERIFY(m_real.waitFor(Space, u"pod/alone"_s, u"condition=Ready"_s));
    }
    void cleanupTestCase()
    {
        if (m_real.isThere())
            m_real.removeNamespace(Space);
    }

    /// With PostgreSQL, where the log was stored.
    void aNewStartForgetsNoLine()
    {
        support::RealGateway gateway;
        if (const auto why = gateway.prepare(m_real, Space); !why.isEmpty())
            QSKIP(qPrintable(why));
        auto *relay = &gateway.start(false);
        gateway.signIn(*relay);
        auto stream = gateway.events(*relay, logOf(u"alone"_s, u"?tail=10"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stream->lines().size() > 40, 20'000);
        QTest::qWait(1'000); // what it stores in blocks is stored
        const auto before = stream->lines();
        const auto last = stream->lastId();
        stream.reset();
        gateway.kill(*relay);
        QCOMPARE(m_real.kubectl({u"-n"_s, Space, u"delete"_s, u"pod"_s, u"alone"_s}).code, 0);

        relay = &gateway.start(false);
        const auto kept = gateway.events(*relay, logOf(u"alone"_s, u"?follow=false&tail=20"_s));
        QTRY_COMPARE_WITH_TIMEOUT(kept->lines().size(), 20, 20'000);
        QVERIFY(isCounting(kept->lines()));
        QVERIFY(kept->lines().last().toInt() >= before.last().toInt() - 20);
        QVERIFY(!last.isEmpty());
    }

    /// With Redis: one of them reads. When it is gone, the other goes on where it was.
    void anotherOneTakesOver()
    {
        support::RealGateway gateway;
        if (const auto why = gateway.prepare(m_real, Space); !why.isEmpty())
            QSKIP(qPrintable(why));
        auto &first = gateway.start(true);
        auto &second = gateway.start(true);
        gateway.signIn(first);
        const auto pods =
            m_real.kubectl({u"-n"_s, Space, u"get"_s, u"pods"_s, u"-l"_s, u"app=web"_s, u"-o"_s,
                            u"jsonpath={.items[0].metadata.name}"_s});
        const auto pod = QString::fromUtf8(pods.text);
        QVERIFY(!pod.isEmpty());
        const auto there = gateway.events(first, logOf(pod, u"?tail=10"_s));
        QTRY_VERIFY_WITH_TIMEOUT(there->lines().size() > 30, 20'000);
        const auto here = gateway.events(second, logOf(pod, u"?tail=10"_s));
        QTRY_VERIFY_WITH_TIMEOUT(here->lines().size() > 60, 20'000);
        QVERIFY(isCounting(there->lines()));
        QVERIFY(isCounting(here->lines()));

        // Whoever came last goes on by its id where the other one was.
        gateway.kill(first); // by SIGKILL, with the right to read
        QTRY_VERIFY_WITH_TIMEOUT(!there->named(u"error"_s).empty()
                                     || there->heard().back()["name"_L1] == u"error"_s,
                                 20'000);
        const auto last = there->lastId();
        const auto number = there->lines().last().toInt();
        const auto moved = gateway.events(second, logOf(pod, {}), last);
        QTRY_VERIFY_WITH_TIMEOUT(moved->lines().size() > 100, 60'000);
        QVERIFY(isCounting(moved->lines()));
        QCOMPARE(moved->lines().first().toInt(), number + 1);
        const auto heard = here->lines().size();
        QTRY_VERIFY_WITH_TIMEOUT(here->lines().size() > heard + 100, 60'000);
        QVERIFY(isCounting(here->lines()));
        QVERIFY(here->named(u"marker"_s).empty());
    }
};

QTEST_GUILESS_MAIN(RealGatewayNodesTest)
#include "tst_realgatewaynodes.moc"
