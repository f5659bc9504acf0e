// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/reflectorfixture.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

class ReflectorTest : public ReflectorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { startServer(); }
    void cleanup() { stopServer(); }

    void listsThenFollowsEveryChange()
    {
        put(u"a"_s);
        put(u"b"_s);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QCOMPARE(follower->columns.value(0), u"Name"_s);
        QCOMPARE(follower->states, (QList<State>{State::Listing, State::Live}));
        QTRY_COMPARE(m_server->openWatches(), 1);

        put(u"c"_s);
        put(u"a"_s, u"2"_s);
        QVERIFY(m_server->store().remove(refOf(u"b"_s)));
        QTRY_COMPARE(follower->known, truth());
        QCOMPARE(follower->changes, 3);
        QCOMPARE(follower->lists, 1);
    }

    void objectsComeWhole()
    {
        put(u"a"_s, u"here"_s);
        Reflector reflector(*m_client, options(Reflector::Format::Object));
        QByteArray json;
        connect(&reflector, &Reflector::replaced, this,
                [&](const auto &items) { json = items.at(0).unpacked().json; });
        reflector.start();
        QTRY_VERIFY(json.contains("\"here\""));
    }

    void manyObjectsComeInPages()
    {
        fill(1234);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->inPages, 1234);
        QVERIFY(follower->pages >= 3);
        QCOMPARE(listCount(), 3);
        QCOMPARE(script().count(MapsPath, u"continue="_s), 2);
        // Such a version makes servers send all of it at once, whatever the limit.
        QCOMPARE(script().count(MapsPath, u"resourceVersion=0"_s), 0);
    }

    void anExpiredContinueTokenListsAgainInOnePiece()
    {
        fill(1234);
        script().add({.path = MapsPath,
                      .queryContains = u"continue="_s,
                      .code = 410,
                      .body = R"({"kind":"Status","code":410,"reason":"Expired"})"});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->lists, 1);
        QCOMPARE(listCount(), 3); // first page, expired, everything
    }

    void aForgottenVersionListsAgain_data()
    {
        QTest::addColumn<bool>("asStatus");
        QTest::newRow("HTTP status") << true;
        QTest::newRow("ERROR event") << false;
    }

    void aForgottenVersionListsAgain()
    {
        QFETCH(bool, asStatus);
        fill(10);
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        script().setGoneAsStatus(asStatus);
        m_server->stop();
        QVERIFY(m_server->store().remove(refOf(u"map-3"_s)));
        put(u"new"_s);
        m_server->store().compact();
        put(u"newer"_s);
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(follower->known, truth());
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->lists, 2);
        put(u"newest"_s);
        QTRY_COMPARE(follower->known, truth());
    }

    void aServerThatAlwaysSaysGoneIsNotStormed()
    {
        auto patient = options();
        patient.pace.firstWait = 60'000;
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .code = 410,
                      .body = R"({"kind":"Status","code":410,"reason":"Expired"})"});
        Follower follower(*m_client, patient);
        follower.reflector->start();
        QTRY_COMPARE(follower.reflector->state(), State::Stale);
        QTest::qWait(100);
        QCOMPARE(watchCount(), 2);
        QCOMPARE(follower.lists, 2);
    }

    void aWatchThatEndsAtOnceIsNotStormed()
    {
        auto patient = options();
        patient.pace.firstWait = 60'000;
        script().add({.path = MapsPath, .queryContains = u"watch=true"_s, .code = 200});
        Follower follower(*m_client, patient);
        follower.reflector->start();
        QTRY_COMPARE(follower.reflector->state(), State::Stale);
        QTest::qWait(100);
        QCOMPARE(watchCount(), 1);
    }

    void aServerWithoutTablesStillGivesRows()
    {
        const QByteArray meta =
            R"({"name":"plain","namespace":"shop","uid":"u-1","resourceVersion":"7"})";
        script().add({.path = MapsPath,
                      .code = 200,
                      .body = R"({"kind":"ConfigMapList","apiVersion":"v1","metadata":)"
                              R"({"resourceVersion":"7"},"items":[{"metadata":)"
                          + meta + "}]}"});
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .code = 200,
                      .body = R"({"type":"ADDED","object":{"kind":"ConfigMap","apiVersion":"v1",)"
                              R"("metadata":{"name":"second","uid":"u-2","resourceVersion":"8"}}})"
                              "\n"});
        const auto follower = follow();
        QTRY_VERIFY(follower->known.contains(u"second"_s));
        QCOMPARE(follower->columns, QStringList{u"Name"_s});
        QCOMPARE(follower->rows[u"plain"_s], QStringList{u"plain"_s});
        QCOMPARE(follower->rows[u"second"_s], QStringList{u"second"_s});
    }

    void newColumnsAreTold()
    {
        const auto table = [](const QByteArray &columns, const QByteArray &rest) -> QByteArray {
            return R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":)"
                   R"({"resourceVersion":"7"},"columnDefinitions":[)"
                + columns + "],\"rows\":[" + rest + "]}";
        };
        const QByteArray name = R"({"name":"Name","type":"string","format":"name"})";
        const QByteArray phase = R"(,{"name":"Phase","type":"string"})";
        const QByteArray object = R"("object":{"kind":"PartialObjectMetadata","metadata":)"
                                  R"({"name":"a","uid":"u","resourceVersion":"8"}}})";
        script().answer(MapsPath, 200, table(name, R"({"cells":["a"],)" + object));
        script().add({.path = MapsPath,
                      .queryContains = u"watch=true"_s,
                      .code = 200,
                      .body = R"({"type":"MODIFIED","object":)"
                          + table(name + phase, R"({"cells":["a","Good"],)" + object) + "}\n"});
        const auto follower = follow();
        QTRY_COMPARE(follower->columns, (QStringList{u"Name"_s, u"Phase"_s}));
        QTRY_COMPARE(follower->rows[u"a"_s], (QStringList{u"a"_s, u"Good"_s}));
    }

    void stopInTheMiddleOfAPageStops()
    {
        fill(1234);
        Follower follower(*m_client, options());
        auto &reflector = *follower.reflector;
        connect(&reflector, &Reflector::pageListed, this, [&] { reflector.stop(); });
        reflector.start();
        QTRY_COMPARE(reflector.state(), State::Idle);
        QTest::qWait(100);
        QCOMPARE(follower.lists, 0);
        QCOMPARE(listCount(), 1);
        QCOMPARE(watchCount(), 0);
        QCOMPARE(reflector.state(), State::Idle);
    }

    void aStoppedReflectorCanStartAgainFromItsOwnSignal()
    {
        fill(700);
        Follower follower(*m_client, options());
        auto &reflector = *follower.reflector;
        int restarts = 0;
        connect(&reflector, &Reflector::pageListed, this, [&] {
            if (++restarts > 1)
                return;
            reflector.stop();
            reflector.start();
        });
        reflector.start();
        QTRY_COMPARE(reflector.state(), State::Live);
        QCOMPARE(follower.known, truth());
        QCOMPARE(follower.lists, 1);
        QVERIFY(!follower.doubled);
    }

    void deletingItFromItsOwnSignalIsSafe_data()
    {
        QTest::addColumn<int>("which");
        const QStringList names{u"Listing"_s,  u"columns"_s, u"page"_s,
                                u"replaced"_s, u"Live"_s,    u"changed"_s,
                                u"Stale"_s,    u"Refused"_s, u"first failure"_s};
        for (int i = 0; i < names.size(); ++i)
            QTest::newRow(qPrintable(names[i])) << i;
    }

    void deletingItFromItsOwnSignalIsSafe()
    {
        QFETCH(int, which);
        fill(3);
        auto *reflector = new Reflector(*m_client, options());
        const QPointer<Reflector> alive(reflector);
        const auto kill = [reflector] { delete reflector; };
        const auto killIn = [this, reflector](State state) {
            connect(reflector, &Reflector::stateChanged, this, [reflector, state] {
                if (reflector->state() == state)
                    delete reflector;
            });
        };
        switch (which) {
        case 0: killIn(State::Listing); break;
        case 1: connect(reflector, &Reflector::columnsChanged, this, kill); break;
        case 2: connect(reflector, &Reflector::pageListed, this, kill); break;
        case 3: connect(reflector, &Reflector::replaced, this, kill); break;
        case 4: killIn(State::Live); break;
        case 5: connect(reflector, &Reflector::changed, this, kill); break;
        case 6: killIn(State::Stale); break;
        case 7:
            killIn(State::Refused);
            script().forbid({.verb = u"watch"_s});
            break;
        default: killIn(State::Stale); script().fail(MapsPath, 500, u"InternalError"_s);
        }
        reflector->start();
        if (which == 5 || which == 6) {
            QTRY_COMPARE(m_server->openWatches(), 1);
            QTRY_COMPARE(reflector->state(), State::Live);
            which == 5 ? put(u"new"_s) : m_server->dropConnections();
        }
        QTRY_VERIFY(!alive);
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(ReflectorTest)
#include "tst_reflector.moc"
