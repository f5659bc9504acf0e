// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/cluster.h"
#include "kube/watch/resourcecache.h"
#include "support/badnetwork.h"
#include "support/churn.h"
#include "support/demothread.h"
#include "support/loopwatch.h"
#include "support/slowness.h"
#include "workspace/collection/collectionmodel.h"
#include "workspace/spotlight/spotlightindex.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Subscription;
using support::Slowness;
using workspace::CollectionModel;
using workspace::SpotlightIndex;
using State = Subscription::State;
using Application = support::LoopWatch<QCoreApplication>;

namespace {

// Milliseconds in a build for tests (-O1).
constexpr double Frame = 16;
constexpr double LongestEvent = 40; // also of the two that a busy machine may have made
constexpr kube::ReflectorPace Fast{.firstWait = 20, .refusedWait = 200};

const kube::ApiResource Pods{
    .version = u"v1"_s, .resource = u"pods"_s, .kind = u"Pod"_s, .verbs = {u"list"_s, u"watch"_s}};
const kube::ApiResource Namespaces{.version = u"v1"_s,
                                   .resource = u"namespaces"_s,
                                   .kind = u"Namespace"_s,
                                   .namespaced = false,
                                   .verbs = {u"list"_s, u"watch"_s}};

/// A window with all pods, and Spotlight, on one cluster.
struct Screen
{
    explicit Screen(const QString &url, kube::ClusterPace pace = {},
                    const kube::ReflectorPace &watches = Fast)
        : cluster({.server = url}, nullptr, pace)
        , model(Pods, true)
        , shown(cluster.cache().subscribe({.resource = Pods, .pace = watches}))
        , searched(cluster.cache().subscribe({.resource = Pods, .pace = watches}))
    {
        cluster.connectToServer();
        model.follow(*shown);
        index.follow(*searched, u"test"_s);
        shown->start();
        searched->start();
    }

    kube::Cluster cluster;
    CollectionModel model;
    SpotlightIndex index;
    std::unique_ptr<Subscription> shown;
    std::unique_ptr<Subscription> searched;
};

/// Rows by namespace and name, without their ages; a row that is there twice has no version.
using Rows = std::map<QString, QStringList>;

void addTo(Rows &rows, const kube::PackedItem &packed)
{
    const auto item = packed.unpacked();
    auto cells = item.cells;
    cells.removeAt(4); // Age
    const auto known = rows.try_emplace(item.meta.nameSpace + u'/' + item.meta.name, cells);
    known.first->second.prepend(known.second ? item.meta.resourceVersion : u"twice"_s);
}

Rows rowsOf(const CollectionModel &model)
{
    Rows rows;
    for (int row = 0; row < model.rowCount(); ++row)
        addTo(rows, model.packed(row));
    return rows;
}

/// What the server says to somebody who asks for the first time.
Rows freshRows(kube::ApiClient &client)
{
    kube::ResourceCache cache(client);
    const auto all = cache.subscribe({.resource = Pods});
    Rows rows;
    QObject::connect(all.get(), &Subscription::pageListed, &cache, [&rows](const auto &items) {
        for (const auto &item : items)
            addTo(rows, item);
    });
    all->start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(all->isListed(), 60'000); }();
    return rows;
}

/// Sockets that this process holds.
int openSockets()
{
    int count = 0;
    const QDir folder(u"/proc/self/fd"_s);
    for (const auto &entry :
         folder.entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot))
        count += entry.symLinkTarget().contains("socket:"_L1) ? 1 : 0;
    return count;
}

} // namespace

/// Many objects, many changes and a server that comes and goes.
class ScaleTest : public QObject
{
    Q_OBJECT

    static Application &application()
    {
        return static_cast<Application &>(*QCoreApplication::instance());
    }

    /// Whether no turn of the event loop held the thread for a frame, see LoopWatch, and no single
    /// event for much longer.
    static bool isFluent(const char *what)
    {
        auto &watched = application();
        const auto &events = watched.events();
        const auto &turns = watched.turns();
        qInfo("%s: longest events %.1f, %.1f, %.1f ms (the first: %s), turns %.1f, %.1f, %.1f ms; "
              "by the clock %.1f; %.0f ms of processor time in all",
              what, events[0], events[1], events[2], qPrintable(watched.longestEvent()), turns[0],
              turns[1], turns[2], watched.longestWallMs(), watched.sumProcessorMs());
        return turns[2] < Frame * Slowness && events[0] < LongestEvent * Slowness;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    /// KRATEYARD_SCALE_SECONDS: how long; the test with the label soak takes a minute.
    void twentyThousandPodsThatChangeLoseNothing()
    {
        const int seconds = qEnvironmentVariableIntValue("KRATEYARD_SCALE_SECONDS");
        support::DemoThread server;
        std::unique_ptr<support::Churn> churn;
        server.run([&](demo::ApiServer &demo) {
            churn = std::make_unique<support::Churn>(demo);
            churn->fill(20'000);
        });
        QElapsedTimer timer;
        timer.start();
        application().restart();
        Screen screen(server.url());
        QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Live, 60'000);
        QCOMPARE(screen.model.rowCount(), 20'000);
        qInfo("20,000 rows after %lld ms", timer.elapsed());
        QVERIFY(isFluent("first list"));

        application().restart();
        server.run([&](auto &) { churn->start(500); });
        QTest::qWait(seconds > 0 ? seconds * 1000 : 10'000);
        server.run([&](auto &) { churn->stop(); });
        QVERIFY(isFluent("changes"));
        const int changes = server.run([&](auto &) { return churn->changes(); });
        QVERIFY2(changes > (seconds > 0 ? seconds : 10) * 400,
                 qPrintable(QString::number(changes)));

        const auto expected = freshRows(screen.cluster.client());
        QTRY_COMPARE(screen.model.rowCount(), int(expected.size()));
        QTRY_VERIFY(rowsOf(screen.model) == expected);
        QTRY_COMPARE(screen.index.size(), expected.size());
        qInfo("%d changes, %zu pods, %lld bytes a pod in the cache", changes, expected.size(),
              screen.cluster.cache().bytes() / qsizetype(expected.size()));

        application().restart();
        server.run([](demo::ApiServer &demo) {
            const auto all = demo.store().list(support::Churn::pods());
            for (size_t i = 0; i < 1000; ++i)
                demo.store().remove(demo.store().refOf(all[i * 7]), 0).value_or(QJsonObject());
        });
        QTRY_COMPARE(screen.model.rowCount(), int(expected.size()) - 1000);
        QTRY_COMPARE(screen.index.size(), expected.size() - 1000);
        QVERIFY(isFluent("1,000 deleted at once"));
        server.run([&](auto &) { churn.reset(); });
    }

    void fiftyThousandNamespacesAreFoundAtOnce()
    {
        support::DemoThread server;
        server.run([](demo::ApiServer &demo) {
            for (int i = 0; i < 50'000; ++i)
                demo.store().put({{u"apiVersion"_s, u"v1"_s},
                                  {u"kind"_s, u"Namespace"_s},
                                  {u"metadata"_s, QJsonObject{{u"name"_s, u"team-%1"_s.arg(i)}}}});
        });
        kube::Cluster cluster({.server = server.url()});
        cluster.connectToServer();
        application().restart();
        SpotlightIndex index;
        const auto all = cluster.cache().subscribe({.resource = Namespaces});
        index.follow(*all, u"test"_s);
        all->start();
        QTRY_VERIFY_WITH_TIMEOUT(all->isListed(), 60'000);
        QVERIFY(index.size() >= 50'000);
        QVERIFY(isFluent("50,000 namespaces"));

        for (const auto &typed : {u"t"_s, u"te"_s, u"te4"_s, u"te49"_s, u"te499"_s, u"te4999"_s}) {
            QElapsedTimer timer;
            timer.start();
            const auto hits = index.search({.kind = u"Namespace"_s, .text = typed}, 50);
            qInfo("\"%s\": %.1f ms", qPrintable(typed), double(timer.nsecsElapsed()) / 1e6);
            QVERIFY(!hits.empty());
            QVERIFY(timer.elapsed() < 250);
        }

        // Somebody else looks: what is known is there without asking the server.
        QElapsedTimer timer;
        timer.start();
        SpotlightIndex second;
        const auto again = cluster.cache().subscribe({.resource = Namespaces});
        second.follow(*again, u"test"_s);
        again->start();
        QTRY_VERIFY(second.size() > 0);
        qInfo("a second viewer's first names: %lld ms", timer.elapsed());
        QTRY_COMPARE(second.size(), index.size());
        qInfo("and all of them: %lld ms", timer.elapsed());
    }

    void aServerThatRestartsTwentyTimesUnderLoadLosesAndDoublesNothing()
    {
        support::DemoThread server;
        std::unique_ptr<support::Churn> churn;
        server.run([&](demo::ApiServer &demo) {
            churn = std::make_unique<support::Churn>(demo);
            churn->fill(2000);
            churn->start(300);
        });
        Screen screen(server.url(),
                      {.ping = 200, .pingWhileAway = 50, .pingTimeout = 500 * Slowness});
        QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Live, 20'000);
        const int before = openSockets();
        for (int round = 0; round < 20; ++round) {
            server.run([](demo::ApiServer &demo) { demo.stop(); });
            QTRY_COMPARE(screen.shown->state(), State::Stale);
            QTest::qWait(50);
            server.run([round](demo::ApiServer &demo) {
                if (round % 5 == 4)
                    demo.store().compact(); // 410 for whoever comes back
                return demo.listen(demo.port());
            });
            QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Live, 20'000);
        }
        server.run([&](auto &) { churn->stop(); });
        const auto expected = freshRows(screen.cluster.client());
        QTRY_VERIFY(rowsOf(screen.model) == expected);
        QTRY_COMPARE(screen.index.size(), expected.size());

        QCOMPARE(server.run([](demo::ApiServer &demo) { return demo.openWatches(); }), 1);
        const int held = server.run([](demo::ApiServer &demo) { return demo.openConnections(); });
        const int after = openSockets();
        qInfo("sockets: %d before, %d after; %d connections on the server", before, after, held);
        QVERIFY(held <= 6);
        QVERIFY(after <= before + 8); // both ends live here
        server.run([&](auto &) { churn.reset(); });
    }

    /// An outage as of a laptop that slept. KRATEYARD_OUTAGE_SECONDS: how long, and everything at
    /// the product's own pace; the test with the label soak takes a minute. Else a tenth of it,
    /// hurried.
    void afterAnOutageEverythingIsFreshWithinFiveSeconds()
    {
        support::DemoThread server;
        std::unique_ptr<support::Churn> churn;
        server.run([&](demo::ApiServer &demo) {
            churn = std::make_unique<support::Churn>(demo);
            churn->fill(500);
            churn->start(100);
        });
        const auto port = server.run([](demo::ApiServer &demo) { return demo.port(); });
        support::BadNetwork network(port);
        const int whole = qEnvironmentVariableIntValue("KRATEYARD_OUTAGE_SECONDS");
        const kube::ClusterPace hurried{
            .ping = 800, .pingWhileAway = 150, .pingTimeout = 500 * Slowness};
        Screen screen(network.url(), whole > 0 ? kube::ClusterPace() : hurried,
                      whole > 0 ? kube::ReflectorPace() : Fast);
        QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Live, 20'000);
        QTRY_COMPARE(screen.cluster.state(), kube::Cluster::State::Ready);
        network.setDown(true);
        QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Stale,
                                  whole > 0 ? 15'000 : 5'000 * Slowness);
        QCOMPARE(screen.cluster.state(), kube::Cluster::State::Unreachable);
        QTest::qWait(whole > 0 ? 1000 * whole : 6'000); // the outage itself
        QCOMPARE(screen.shown->state(), State::Stale);
        server.run([&](auto &) { churn->stop(); });

        network.setDown(false);
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_WITH_TIMEOUT(screen.shown->state(), State::Live, 5'000 * Slowness);
        kube::Identity identity({.server = server.url()});
        kube::ApiClient direct(identity);
        const auto expected = freshRows(direct);
        QTRY_VERIFY(rowsOf(screen.model) == expected);
        qInfo("fresh %lld ms after the network was back", timer.elapsed());
        QVERIFY(timer.elapsed() < 5000 * Slowness);
        // Those of before the outage end when the network has told the server so.
        QTRY_COMPARE_LE_WITH_TIMEOUT(
            server.run([](demo::ApiServer &demo) { return demo.openWatches(); }), 2, 10'000);
        server.run([&](auto &) { churn.reset(); });
    }
};

int main(int argc, char **argv)
{
    Application application(argc, argv);
    ScaleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scale.moc"
