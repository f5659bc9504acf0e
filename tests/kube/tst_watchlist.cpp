// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/reflectorfixture.h"

/// Lists that are streamed as the beginning of a watch.
class WatchListTest : public ReflectorFixture
{
    Q_OBJECT

    int streamedCount() const
    {
        return m_server->script().count(MapsPath, u"sendInitialEvents=true"_s);
    }

private Q_SLOTS:
    void init()
    {
        startServer();
        m_client->setOffersWatchList(true);
    }
    void cleanup() { stopServer(); }

    void oneRequestListsAndWatches()
    {
        fill(1234);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->lists, 1);
        QCOMPARE(follower->inPages, 1234);
        QCOMPARE(follower->columns.value(0), u"Name"_s);
        QCOMPARE(follower->states, (QList<State>{State::Listing, State::Live}));
        put(u"new"_s);
        QVERIFY(m_server->store().remove(refOf(u"map-9"_s)));
        QTRY_COMPARE(follower->known, truth());
        QCOMPARE(follower->changes, 2);
        QCOMPARE(script().requests().size(), 1);
    }

    void anEmptyListIsAList()
    {
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->lists, 1);
        put(u"a"_s);
        QTRY_COMPARE(follower->known, truth());
    }

    void changesMeanwhileAreNotLost()
    {
        fill(3000);
        const auto follower = follow();
        QTRY_VERIFY(follower->inPages > 0);
        for (int i = 0; i < 3000; i += 100)
            put(u"map-%1"_s.arg(i), u"2"_s);
        QVERIFY(m_server->store().remove(refOf(u"map-2999"_s)));
        put(u"new"_s);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
    }

    void aServerThatRefusesIsAskedForPages()
    {
        m_server->options().watchList = false;
        fill(1234);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->states.contains(State::Refused));
        QVERIFY(!follower->states.contains(State::Stale));
        QCOMPARE(streamedCount(), 1);
        QVERIFY(!m_client->offersWatchList()); // nobody else tries
        const auto second = follow();
        QTRY_COMPARE(second->known, truth());
        QCOMPARE(streamedCount(), 1);
    }

    void whoMayOnlyListIsServedPages()
    {
        put(u"a"_s);
        script().forbid({.verb = u"watch"_s, .resource = u"configmaps"_s});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Refused);
        QCOMPARE(follower->known, truth());
        QVERIFY(m_client->offersWatchList()); // others may watch
    }

    void aStreamThatBreaksIsBegunAgain()
    {
        fill(500);
        script().add(
            {.action = demo::Fault::Action::Cut, .path = MapsPath, .times = 1, .cutAfter = 20'000});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QVERIFY(follower->states.contains(State::Stale));
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->lists, 1);
        QCOMPARE(streamedCount(), 2);
    }

    void aStreamThatEndsWithoutItsBookmarkIsFollowedByPages()
    {
        fill(3);
        script().add({.path = MapsPath, .times = 1, .code = 200});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QCOMPARE(streamedCount(), 1);
    }

    void aStreamThatFallsSilentIsFollowedByPages()
    {
        fill(3);
        auto impatient = options();
        impatient.pace.silentList = 100;
        script().setWatchesSilent(true);
        Follower follower(*m_client, impatient);
        follower.reflector->start();
        QTRY_COMPARE(streamedCount(), 1);
        QTRY_COMPARE(follower.lists, 1);
        QCOMPARE(follower.known, truth());
        script().setWatchesSilent(false);
    }

    void goneLaterStreamsAgain()
    {
        fill(10);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        m_server->stop();
        QVERIFY(m_server->store().remove(refOf(u"map-3"_s)));
        m_server->store().compact();
        put(u"newer"_s);
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(follower->known, truth());
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(streamedCount(), 2);
        QCOMPARE(follower->lists, 2);
    }
};

QTEST_GUILESS_MAIN(WatchListTest)
#include "tst_watchlist.moc"
