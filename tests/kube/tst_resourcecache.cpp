// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/resourcecache.h"

#include "kube/reflectorfixture.h"

#include <QSignalSpy>

using kube::ItemEvent;
using kube::PackedEvent;
using kube::PackedItem;
using kube::ResourceCache;
using kube::Subscription;

namespace {

/// What somebody knows who follows a subscription: name to resourceVersion.
class Viewer : public QObject
{
    Q_OBJECT

public:
    Viewer(ResourceCache &cache, const Reflector::Options &options)
        : subscription(cache.subscribe(options))
    {
        auto *told = subscription.get();
        connect(told, &Subscription::pageListed, this, [this](const auto &items) {
            ++batches;
            largest = qMax(largest, items.size());
            for (const auto &item : items) {
                doubled |= known.contains(nameOf(item));
                take(item);
            }
        });
        connect(told, &Subscription::changed, this, [this](const auto &events) {
            ++batches;
            largest = qMax(largest, events.size());
            changes += int(events.size());
            for (const auto &event : events) {
                if (event.type != ItemEvent::Type::Deleted) {
                    take(event.item);
                    continue;
                }
                ++deletions;
                known.erase(nameOf(event.item));
            }
        });
        connect(told, &Subscription::columnsChanged, this, [this] { ++columns; });
        connect(told, &Subscription::listed, this, [this] { ++lists; });
        connect(told, &Subscription::stateChanged, this,
                [this] { states.append(subscription->state()); });
        told->start();
    }

    static QString nameOf(const PackedItem &item) { return item.meta().name; }
    void take(const PackedItem &item) { known[nameOf(item)] = item.meta().resourceVersion; }

    std::unique_ptr<Subscription> subscription;
    std::map<QString, QString> known;
    QList<State> states;
    int columns = 0;
    int lists = 0;
    int batches = 0;
    int changes = 0;
    int deletions = 0;
    size_t largest = 0;
    bool doubled = false;
};

} // namespace

class ResourceCacheTest : public ReflectorFixture
{
    Q_OBJECT

    std::unique_ptr<ResourceCache> m_cache;

    std::unique_ptr<Viewer> view() { return std::make_unique<Viewer>(*m_cache, options()); }

private Q_SLOTS:
    void init()
    {
        startServer();
        m_cache =
            std::make_unique<ResourceCache>(*m_client, nullptr, std::chrono::milliseconds(50));
    }
    void cleanup()
    {
        m_cache.reset();
        stopServer();
    }

    void whoComesWhileAnotherIsToldIsServedInTheSameFrame()
    {
        fill(3);
        const auto first = view();
        QTRY_COMPARE(first->subscription->state(), State::Live);
        std::unique_ptr<Viewer> second;
        connect(first->subscription.get(), &Subscription::changed, this, [&] {
            if (!second)
                second = view();
        });
        put(u"new"_s);
        QTRY_VERIFY(second);
        QTRY_COMPARE(second->known, truth());
        put(u"newer"_s); // after the frame that had nothing left to tell
        QTRY_COMPARE(first->known, truth());
        QTRY_COMPARE(second->known, truth());
    }

    void manyViewersShareOneWatch()
    {
        fill(1234);
        const auto first = view();
        const auto second = view();
        QTRY_COMPARE(first->subscription->state(), State::Live);
        QTRY_COMPARE(second->subscription->state(), State::Live);
        QCOMPARE(first->known, truth());
        QCOMPARE(second->known, truth());
        QVERIFY(!first->doubled && !second->doubled);
        QCOMPARE(first->columns, 1);
        QTRY_COMPARE(first->states.value(first->states.size() - 1), State::Live); // told in a frame
        QCOMPARE(watchCount(), 1);
        QCOMPARE(listCount(), 3); // the pages of one list
        put(u"new"_s);
        QTRY_COMPARE(first->known, truth());
        QTRY_COMPARE(second->known, truth());
        QCOMPARE(first->changes, 1);
    }

    void whoComesLateIsToldWhatIsKnown()
    {
        fill(1234);
        const auto first = view();
        QTRY_COMPARE(first->subscription->state(), State::Live);
        script().clearRequests();
        const auto late = view();
        QCOMPARE(late->subscription->state(), State::Listing);
        QVERIFY(late->known.empty()); // from the event loop
        put(u"meanwhile"_s);
        QVERIFY(m_server->store().remove(refOf(u"map-7"_s)));
        QTRY_COMPARE(late->subscription->state(), State::Live);
        QTRY_COMPARE(late->known, truth());
        QCOMPARE(late->columns, 1);
        QCOMPARE(late->lists, 1);
        QVERIFY(late->largest <= 500);
        QVERIFY(script().requests().empty());
    }

    void whoComesWhileTheListArrivesMissesNothing()
    {
        fill(3000);
        const auto first = view();
        QTRY_VERIFY(first->known.size() > 100);
        QVERIFY(!first->subscription->isListed());
        const auto late = view();
        QTRY_COMPARE(late->subscription->state(), State::Live);
        QCOMPARE(late->known, truth());
        QVERIFY(!late->doubled);
        QTRY_COMPARE(first->known, truth());
    }

    void theWatchEndsAWhileAfterTheLastViewerLeft()
    {
        auto first = view();
        QTRY_COMPARE(m_server->openWatches(), 1);
        first.reset();
        auto again = view(); // soon enough
        QTest::qWait(150);
        QCOMPARE(m_server->openWatches(), 1);
        QCOMPARE(watchCount(), 1);
        QTRY_COMPARE(again->subscription->state(), State::Live);
        again.reset();
        QTRY_COMPARE(m_server->openWatches(), 0);
        QCOMPARE(m_cache->watchCount(), 0);
        put(u"a"_s);
        const auto later = view(); // from the server again
        QTRY_COMPARE(later->known, truth());
        QTRY_COMPARE(m_server->openWatches(), 1);
    }

    void otherSelectorsAreAnotherWatch()
    {
        const auto all = view();
        auto some = options();
        some.labelSelector = u"app=web"_s;
        Viewer labelled(*m_cache, some);
        Viewer whole(*m_cache, options(Reflector::Format::Object));
        QTRY_COMPARE(m_server->openWatches(), 3);
        QCOMPARE(m_cache->watchCount(), 3);
    }

    void manyChangesOfOneObjectComeAsTheLast()
    {
        put(u"a"_s);
        const auto viewer = view();
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        viewer->batches = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 500; ++i)
            put(u"a"_s, QString::number(i + 10));
        QTRY_COMPARE(viewer->known, truth());
        const auto frames = timer.elapsed() / kube::FramePump::FrameMs + 2;
        QVERIFY2(viewer->batches <= frames, qPrintable(QString::number(viewer->batches)));
        QVERIFY(viewer->changes < 500);
    }

    void aThousandDeletedAtOnceComeInSlices()
    {
        fill(1500);
        const auto viewer = view();
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        viewer->largest = 0;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(m_server->store().remove(refOf(u"map-%1"_s.arg(i))));
        QTRY_COMPARE(viewer->known, truth());
        QCOMPARE(viewer->deletions, 1000);
        QVERIFY(viewer->largest <= 100);
    }

    void aNewListAfterGoneTellsOnlyWhatDiffers()
    {
        fill(800);
        const auto viewer = view();
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        viewer->changes = 0;
        viewer->states.clear();
        m_server->stop();
        QVERIFY(m_server->store().remove(refOf(u"map-3"_s)));
        put(u"new"_s);
        put(u"map-4"_s, u"2"_s);
        m_server->store().compact();
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(viewer->known, truth());
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        QCOMPARE(viewer->changes, 3);
        QVERIFY(!viewer->states.contains(State::Listing)); // rows stay, nothing flickers
        QTRY_COMPARE(m_server->openWatches(), 1);
        QCOMPARE(listCount(), 4);
    }

    void pagesThatExpireShowNoRowTwice()
    {
        fill(1234);
        script().add({.path = MapsPath,
                      .queryContains = u"continue="_s,
                      .times = 2,
                      .code = 410,
                      .body = R"({"kind":"Status","code":410,"reason":"Expired"})"});
        const auto viewer = view();
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        QCOMPARE(viewer->known, truth());
        QVERIFY(!viewer->doubled);
        QCOMPARE(viewer->deletions, 0);
        QCOMPARE(viewer->changes, 0);

        // The same while rows are shown: the watch is gone, and then so are the pages.
        script().add({.path = MapsPath,
                      .queryContains = u"continue="_s,
                      .times = 1,
                      .code = 410,
                      .body = R"({"kind":"Status","code":410,"reason":"Expired"})"});
        QTRY_COMPARE(m_server->openWatches(), 1);
        m_server->stop();
        put(u"map-4"_s, u"2"_s);
        m_server->store().compact();
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(viewer->known, truth());
        QCOMPARE(viewer->deletions, 0);
        QCOMPARE(viewer->changes, 1);
    }

    void aListThatFailsInTheMiddleLeavesNoGhosts()
    {
        fill(1234);
        auto fault = demo::Fault{.action = demo::Fault::Action::Drop,
                                 .path = MapsPath,
                                 .queryContains = u"continue="_s,
                                 .times = 1};
        script().add(fault);
        const auto viewer = view();
        QTRY_VERIFY(viewer->known.contains(u"map-1"_s));
        QVERIFY(m_server->store().remove(refOf(u"map-1"_s)));
        QTRY_COMPARE(viewer->subscription->state(), State::Live);
        QTRY_COMPARE(viewer->known, truth());
        QVERIFY(!viewer->doubled);
    }

    void aRefusalIsTold()
    {
        script().forbid({.verb = u"list"_s, .resource = u"configmaps"_s});
        const auto viewer = view();
        QTRY_COMPARE(viewer->subscription->state(), State::Refused);
        QCOMPARE(viewer->subscription->lastError()->kind, kube::Error::Kind::Forbidden);
        const auto late = view();
        QTRY_VERIFY(!late->states.isEmpty());
        QCOMPARE(late->subscription->state(), State::Refused);
        script().clear();
        QTRY_COMPARE(late->subscription->state(), State::Live);
    }

    void anyOfThemMayGoFirst()
    {
        fill(700);
        auto viewer = view();
        auto other = view();
        connect(viewer->subscription.get(), &Subscription::pageListed, this,
                [&] { viewer.reset(); });
        QTRY_VERIFY(!viewer);
        QTRY_COMPARE(other->known, truth());
        connect(other->subscription.get(), &Subscription::changed, this, [&] { m_cache.reset(); });
        put(u"new"_s);
        QTRY_VERIFY(!m_cache);
        QCOMPARE(other->subscription->state(), State::Idle);
        QVERIFY(!other->subscription->lastError());
        QTest::qWait(50);
    }
};

QTEST_GUILESS_MAIN(ResourceCacheTest)
#include "tst_resourcecache.moc"
