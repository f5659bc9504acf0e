// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/notify/objectstory.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace workspace;
using Happening = ObjectStory::Happening;

class ObjectStoryTest : public QObject
{
    Q_OBJECT

    ObjectStory m_story;

    std::optional<Happening> see(Health health, ObjectStory::Time at)
    {
        return m_story.see({.health = health}, at);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_story = {};
    }

    void howItIsAtFirstIsNoNews()
    {
        QVERIFY(!see(Health::Error, 0s));
        m_story = {};
        QVERIFY(!see(Health::Ok, 0s));
        QVERIFY(!m_story.settlesAt());
    }

    void aFailureIsToldOnce()
    {
        see(Health::Ok, 0s);
        QCOMPARE(see(Health::Error, 1s), Happening::Failing);
        QVERIFY(!see(Health::Error, 2s));
    }

    void aRolloutIsToldWhenItHasSettled()
    {
        see(Health::Ok, 0s);
        QVERIFY(!see(Health::Pending, 1s));
        QVERIFY(!see(Health::Ok, 5s));
        QVERIFY(!m_story.settle(14s));
        QCOMPARE(m_story.settlesAt(), ObjectStory::Time(15s));
        QCOMPARE(m_story.settle(15s), Happening::RolledOut);
        QVERIFY(!m_story.settle(60s));
    }

    void recoveryIsToldWhenItHasSettled()
    {
        see(Health::Ok, 0s);
        see(Health::Error, 1s);
        see(Health::Pending, 2s);
        see(Health::Ok, 3s);
        QCOMPARE(m_story.settle(13s), Happening::Recovered);
    }

    void aCrashLoopIsOneFailure()
    {
        see(Health::Ok, 0s);
        QCOMPARE(see(Health::Error, 1s), Happening::Failing);
        for (auto at = 2s; at < 200s; at += 8s) {
            QVERIFY(!see(Health::Ok, at));
            QVERIFY(!m_story.settle(at + 6s));
            QVERIFY(!see(Health::Error, at + 7s));
        }
    }

    void aFinishedJobHasArrived()
    {
        see(Health::Pending, 0s);
        see(Health::Done, 5s);
        QCOMPARE(m_story.settle(15s), Happening::RolledOut);
    }

    void whatIsDeletedIsToldOnce()
    {
        see(Health::Ok, 0s);
        QCOMPARE(m_story.see({.isGone = true}, 1s), Happening::Deleted);
        QVERIFY(!m_story.see({.isGone = true}, 2s));
    }

    void aClusterThatIsAwayIsNoNews()
    {
        see(Health::Ok, 0s);
        QVERIFY(!see(Health::Unknown, 1s));
        QVERIFY(!see(Health::Ok, 2s));
        QVERIFY(!m_story.settlesAt());
    }
};

QTEST_GUILESS_MAIN(ObjectStoryTest)
#include "tst_objectstory.moc"
