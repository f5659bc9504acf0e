// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/reflector.h"

#include "kube/api/apiclient.h"
#include "kube/auth/identity.h"
#include "kube/demo/apiserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using kube::Reflector;
using State = Reflector::State;

static const QString MapsPath = u"/api/v1/namespaces/shop/configmaps"_s;
static constexpr kube::ReflectorPace Fast{.firstWait = 20, .refusedWait = 200};

static QJsonObject configMap(const QString &name, const QString &value = u"1"_s)
{
    return {{u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"ConfigMap"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}},
            {u"data"_s, QJsonObject{{u"value"_s, value}}}};
}

static kube::ObjectRef refOf(const QString &name)
{
    return {.gvr = {{}, u"v1"_s, u"configmaps"_s}, .nameSpace = u"shop"_s, .name = name};
}

/// A reflector, and what somebody who follows its signals knows: name to resourceVersion.
class Follower : public QObject
{
    Q_OBJECT

public:
    explicit Follower(kube::ApiClient &client, Reflector::Options options)
        : reflector(std::make_unique<Reflector>(client, std::move(options)))
    {
        connect(reflector.get(), &Reflector::replaced, this, [this](const auto &items) {
            ++lists;
            known.clear();
            for (const auto &item : items) {
                doubled |= known.contains(item.meta.name);
                take(item);
            }
        });
        connect(reflector.get(), &Reflector::pageListed, this, [this](const auto &items) {
            ++pages;
            inPages += int(items.size());
        });
        connect(reflector.get(), &Reflector::changed, this, [this](const auto &events) {
            for (const auto &event : events) {
                ++changes;
                if (event.type == kube::ItemEvent::Type::Deleted)
                    known.erase(event.item.meta.name);
                else
                    take(event.item);
            }
        });
        connect(reflector.get(), &Reflector::columnsChanged, this, [this](const auto &next) {
            columns.clear();
            for (const auto &column : next)
                columns.append(column.name);
        });
        connect(reflector.get(), &Reflector::stateChanged, this,
                [this] { states.append(reflector->state()); });
    }

    void take(const kube::ResourceItem &item)
    {
        known[item.meta.name] = item.meta.resourceVersion;
        rows[item.meta.name] = item.cells;
    }

    std::unique_ptr<Reflector> reflector;
    std::map<QString, QString> known;
    std::map<QString, QStringList> rows;
    QStringList columns;
    QList<State> states;
    int lists = 0;
    int pages = 0;
    int inPages = 0;
    int changes = 0;
    bool doubled = false;
};

class ReflectorTest : public QObject
{
    Q_OBJECT

private:
    Reflector::Options options(Reflector::Format format = Reflector::Format::Table) const
    {
        return {.resource = *m_server->store().resource({{}, u"v1"_s, u"configmaps"_s}),
                .nameSpace = u"shop"_s,
                .format = format,
                .pace = Fast};
    }

    std::unique_ptr<Follower> follow()
    {
        auto follower = std::make_unique<Follower>(*m_client, options());
        follower->reflector->start();
        return follower;
    }

    std::map<QString, QString> truth() const
    {
        std::map<QString, QString> all;
        for (const auto &object :
             m_server->store().list({{}, u"v1"_s, u"configmaps"_s}, u"shop"_s)) {
            const auto meta = object["metadata"_L1];
            all[meta["name"_L1].toString()] = meta["resourceVersion"_L1].toString();
        }
        return all;
    }

    void fill(int count, const QString &value = u"1"_s)
    {
        for (int i = 0; i < count; ++i)
            m_server->store().put(configMap(u"map-%1"_s.arg(i), value));
    }

    void put(const QString &name, const QString &value = u"1"_s)
    {
        m_server->store().put(configMap(name, value));
    }

    demo::Script &script() { return m_server->script(); }
    int listCount() const { return m_server->script().count(MapsPath) - watchCount(); }
    int watchCount() const { return m_server->script().count(MapsPath, u"watch=1"_s); }

    std::unique_ptr<demo::ApiServer> m_server;
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_server = std::make_unique<demo::ApiServer>();
        m_server->options().bookmarkEvery = std::chrono::milliseconds(0);
        QVERIFY(m_server->listen());
        m_identity = std::make_unique<kube::Identity>(
            kube::ClientConfig{.server = m_server->url().toString()});
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }
    void cleanup()
    {
        m_client.reset();
        m_identity.reset();
        m_server.reset();
    }

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
                [&](const auto &items) { json = items.at(0).json; });
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
                      .queryContains = u"watch=1"_s,
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
        script().add({.path = MapsPath, .queryContains = u"watch=1"_s, .code = 200});
        Follower follower(*m_client, patient);
        follower.reflector->start();
        QTRY_COMPARE(follower.reflector->state(), State::Stale);
        QTest::qWait(100);
        QCOMPARE(watchCount(), 1);
    }

    void aRestartedServerIsCaughtUpWith()
    {
        fill(20);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        m_server->stop();
        QTRY_COMPARE(follower->reflector->state(), State::Stale);
        QVERIFY(follower->reflector->lastError());
        fill(5, u"2"_s);
        QVERIFY(m_server->store().remove(refOf(u"map-9"_s)));
        QVERIFY(m_server->listen(m_server->port()));
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(!follower->reflector->lastError());
        QCOMPARE(follower->lists, 1); // watched on from where it was
        QCOMPARE(follower->changes, 6); // nothing twice
    }

    void aListCutShortStartsAgain()
    {
        fill(600);
        script().add({.action = demo::Fault::Action::Cut,
                      .path = MapsPath,
                      .queryContains = u"continue="_s,
                      .times = 1,
                      .cutAfter = 2000});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
        QVERIFY(!follower->doubled);
        QCOMPARE(follower->lists, 1);
    }

    void aConnectionCutInsideAnEventLosesNothing()
    {
        put(u"a"_s);
        script().add({.action = demo::Fault::Action::Cut,
                      .path = MapsPath,
                      .queryContains = u"watch=1"_s,
                      .times = 1,
                      .cutAfter = 100});
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        fill(5);
        QTRY_COMPARE(follower->known, truth());
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->lists, 1);
    }

    void garbageInTheWatchIsRecoveredFrom()
    {
        put(u"a"_s);
        script().add({.path = MapsPath,
                      .queryContains = u"watch=1"_s,
                      .times = 1,
                      .code = 200,
                      .body = "{\"type\":\"ADDED\",\"obj\xff!!\nnonsense\n"});
        script().add({.action = demo::Fault::Action::Garbage,
                      .path = MapsPath,
                      .queryContains = u"watch=1"_s,
                      .times = 1});
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QVERIFY(follower->states.contains(State::Stale));
    }

    void aListThatIsNoListIsRecoveredFrom()
    {
        put(u"a"_s);
        script().answer(MapsPath, 200, "<html>sign in</html>", 2);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QCOMPARE(follower->known, truth());
    }

    void retryAfterIsKept()
    {
        script().throttle(MapsPath, 429, 1, 1);
        QElapsedTimer timer;
        timer.start();
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Stale);
        QCOMPARE(follower->reflector->lastError()->kind, kube::Error::Kind::TooManyRequests);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QVERIFY(timer.elapsed() >= 1000);
    }

    void aRefusalSaysWhyAndIsAskedAgain()
    {
        script().forbid({.verb = u"list"_s, .resource = u"configmaps"_s});
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Refused);
        const auto error = *follower->reflector->lastError();
        QCOMPARE(error.kind, kube::Error::Kind::Forbidden);
        QVERIFY2(error.message.contains("cannot list resource"_L1), qPrintable(error.message));
        script().clear();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QVERIFY(!follower->reflector->lastError());
    }

    void bookmarksMoveTheVersionOn()
    {
        m_server->options().bookmarkEvery = std::chrono::milliseconds(30);
        put(u"a"_s);
        const auto follower = follow();
        QTRY_COMPARE(m_server->openWatches(), 1);
        // Writes to another kind: this watch hears of them only by bookmarks.
        m_server->store().put(
            {{u"apiVersion"_s, u"v1"_s},
             {u"kind"_s, u"Secret"_s},
             {u"metadata"_s, QJsonObject{{u"name"_s, u"s"_s}, {u"namespace"_s, u"shop"_s}}}});
        const auto revision = QString::number(m_server->store().revision());
        m_server->store().compact();
        QTest::qWait(100); // a bookmark comes by
        m_server->dropConnections();
        for (const auto &r : script().requests()) {
            qDebug() << r.path << r.query.toString();
        }
        QTRY_COMPARE(script().count(MapsPath, u"resourceVersion="_s + revision), 1);

        QTRY_COMPARE(m_server->openWatches(), 1);
        put(u"b"_s);
        QTRY_COMPARE(follower->known, truth());
        QCOMPARE(follower->lists, 1);
    }

    void aSilentConnectionIsGivenUpWhenTheServerIsBack()
    {
        put(u"a"_s);
        const auto follower = follow();
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(m_server->openWatches(), 1);
        script().setWatchesSilent(true);
        m_client->setReachable(false);
        QCOMPARE(follower->reflector->state(), State::Stale);
        put(u"b"_s); // lost on the silent connection
        script().setWatchesSilent(false);
        m_client->setReachable(true);
        QTRY_COMPARE(follower->reflector->state(), State::Live);
        QTRY_COMPARE(follower->known, truth());
    }

    void aSilentWatchIsGivenUpByItself()
    {
        auto impatient = options();
        impatient.pace.silentWatch = 100;
        Follower follower(*m_client, impatient);
        follower.reflector->start();
        QTRY_COMPARE(m_server->openWatches(), 1);
        script().setWatchesSilent(true);
        put(u"b"_s);
        script().setWatchesSilent(false);
        QTRY_COMPARE(follower.known, truth());
    }

    void aListThatStopsInTheMiddleIsGivenUp()
    {
        QTcpServer halfway;
        QVERIFY(halfway.listen(QHostAddress::LocalHost));
        int asked = 0;
        connect(&halfway, &QTcpServer::newConnection, this, [&] {
            auto *socket = halfway.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
                if (socket->readAll().contains("\r\n\r\n"))
                    ++asked;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 5000\r\n\r\n{\"kind\":\"List\",\"items\":[");
            });
        });
        kube::Identity identity({.server = u"http://127.0.0.1:%1"_s.arg(halfway.serverPort())});
        kube::ApiClient client(identity);
        auto impatient = options();
        impatient.pace.silentList = 100;
        Follower follower(client, impatient);
        follower.reflector->start();
        QTRY_COMPARE(follower.reflector->state(), State::Stale);
        QCOMPARE(follower.reflector->lastError()->kind, kube::Error::Kind::Timeout);
        QTRY_VERIFY(asked > 1);

        // The same when somebody else has noticed that the server was away.
        asked = 0;
        auto patient = options();
        Follower other(client, patient);
        other.reflector->start();
        follower.reflector->stop();
        QTRY_COMPARE(asked, 1);
        client.setReachable(false);
        client.setReachable(true);
        QTRY_COMPARE(asked, 2);
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
                      .queryContains = u"watch=1"_s,
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
        const auto table = [](const QByteArray &columns, const QByteArray &rest) {
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
                      .queryContains = u"watch=1"_s,
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
        bool deleted = false;
        const auto kill = [&] {
            deleted = true;
            delete reflector;
        };
        const auto killIn = [&](State state) {
            connect(reflector, &Reflector::stateChanged, this, [&, state] {
                if (reflector->state() == state)
                    kill();
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
        QTRY_VERIFY(deleted);
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(ReflectorTest)
#include "tst_reflector.moc"
