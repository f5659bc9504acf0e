// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/ytypes.h"
#include "collab/provider/provider.h"
#include "support/balancer.h"
#include "support/confirmedpeer.h"
#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/servers.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

#include <array>
#include <random>

using namespace Qt::StringLiterals;
using support::Confirmed;
using support::ConfirmedPeer;
using support::LineProcess;
using support::RelayProcess;

namespace {

constexpr int Patience = RelayProcess::PatienceMs;
constexpr int MoveMs = 5'000; // the issue's

/// Our client, as the app has it.
struct Client
{
    explicit Client(int port)
        : provider(doc, awareness,
                   {.server = QUrl(u"ws://127.0.0.1:%1/ws/sync"_s.arg(port)), .room = u"yard"_s})
    {
        provider.start();
    }
    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }
    lib0::Any get(const QString &key) { return doc.map(u"m").any(key); }
    QByteArray vector() const { return doc.stateVector().encode(); }

    crdt::Doc doc;
    collab::Awareness awareness{1};
    collab::Provider provider;
};

using Clients = std::vector<std::unique_ptr<Client>>;
using Writers = std::vector<std::unique_ptr<ConfirmedPeer>>;

bool areSynced(const Clients &clients)
{
    return std::ranges::all_of(clients, [](const auto &c) { return c->provider.isSynced(); });
}

bool areSame(const Clients &clients)
{
    return std::ranges::all_of(clients, [&clients](const auto &client) {
        return client->vector() == clients.front()->vector();
    });
}

void note(const Writers &writers, Confirmed &confirmed)
{
    for (const auto &writer : writers) {
        for (const auto &[client, clock] : writer->confirmed)
            confirmed[client] = std::max(confirmed[client], clock);
    }
}

} // namespace

/// Two relays that share yards over a real PostgreSQL and a real Redis; each may die.
class RelayNodesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RelayProcess> makeRelay(int port = 0)
    {
        return std::make_unique<RelayProcess>(
            QStringLiteral(KRATEYARD_BINARY),
            QStringList{u"--postgres"_s, m_url, u"--redis"_s, m_redis->url()}, port);
    }
    QString syncUrl(size_t node) const { return m_relays[node]->syncUrl(); }

    /// Everything that was confirmed so far is in the yard, on every relay.
    void verify(const Confirmed &confirmed)
    {
        for (const auto &relay : m_relays) {
            const auto has = [&confirmed](const ConfirmedPeer &reader) {
                const auto known = reader.doc.stateVector();
                return std::ranges::all_of(confirmed, [&known](const auto &entry) {
                    return known.clock(entry.first) >= entry.second;
                });
            };
            ConfirmedPeer reader(relay->syncUrl());
            QTRY_VERIFY_WITH_TIMEOUT(reader.isSynced, Patience);
            QTRY_VERIFY_WITH_TIMEOUT(has(reader), MoveMs);
        }
    }

    /// Two who write to each relay, as fast as they can.
    Writers makeWriters()
    {
        Writers writers;
        for (const size_t node : {0, 1, 0, 1})
            writers.push_back(std::make_unique<ConfirmedPeer>(syncUrl(node)));
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                std::ranges::all_of(writers, [](const auto &w) { return w->isSynced; }), Patience);
        }();
        return writers;
    }

    void write(const Writers &writers)
    {
        m_pace.disconnect();
        connect(&m_pace, &QTimer::timeout, this, [this, &writers] {
            ++m_written;
            for (const auto &writer : writers) {
                auto map = writer->doc.map(u"krates");
                map.set(u"k%1"_s.arg(m_written % 20), lib0::Any(m_written));
                map.set(u"text"_s, lib0::Any(QString(200, u'x')));
            }
        });
        m_pace.start(2);
    }

    /// Each writer hears something back that it had not heard yet.
    void waitForConfirmations(const Writers &writers)
    {
        std::vector<quint64> before;
        for (const auto &writer : writers)
            before.push_back(writer->confirmed[writer->doc.clientId()]);
        const auto haveMore = [&] {
            for (size_t i = 0; i < writers.size(); ++i) {
                if (writers[i]->confirmed[writers[i]->doc.clientId()] <= before[i])
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(haveMore(), Patience);
    }

    std::unique_ptr<support::PostgresServer> m_postgres;
    std::unique_ptr<support::RedisServer> m_redis;
    QString m_url;
    int m_databases = 0;
    std::array<std::unique_ptr<RelayProcess>, 2> m_relays;
    QTimer m_pace;
    int m_written = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_postgres = std::make_unique<support::PostgresServer>();
        m_redis = std::make_unique<support::RedisServer>();
        for (const auto &problem : {m_postgres->problem(), m_redis->problem()}) {
            if (!problem.isEmpty())
                QSKIP(qPrintable(problem));
        }
    }

    void init()
    {
        QTest::failOnWarning();
        m_url = m_postgres->makeDatabase(u"nodes%1"_s.arg(++m_databases));
        for (auto &relay : m_relays) {
            relay = makeRelay();
            QVERIFY(relay->port() > 0);
        }
    }
    void cleanup()
    {
        m_pace.stop();
        for (auto &relay : m_relays)
            relay.reset();
    }

    void peersOfBothSeeEachOther()
    {
        Client ours(m_relays[0]->port());
        Client other(m_relays[1]->port());
        ours.set(u"a"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(other.get(u"a"_s), lib0::Any(1), Patience);
        QVERIFY(other.awareness.setLocalState(QJsonObject{{u"name"_s, u"other"_s}}));
        const auto name = [](Client &client, quint64 id) {
            return client.awareness.state(id).value("name"_L1).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(name(ours, other.doc.clientId()), u"other"_s, Patience);

        const auto npm =
            support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            QSKIP(qPrintable(u"ours alone: %1"_s.arg(npm.problem)));
        LineProcess theirs(u"node"_s,
                           {QStringLiteral(YJS_SCRIPTS "/client.mjs"), u"y-websocket"_s, syncUrl(1),
                            u"yard"_s, u"none"_s});
        const auto ask = [&theirs](const QJsonObject &question) {
            theirs.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
            return QJsonDocument::fromJson(theirs.line()).object();
        };
        const auto show = [&ask] { return ask({{u"show"_s, 1}}); };
        QTRY_VERIFY_WITH_TIMEOUT(show()["synced"_L1].toBool(), Patience);
        QVERIFY(ours.awareness.setLocalState(QJsonObject{{u"name"_s, u"ours"_s}}));
        const auto id = quint64(
            ask({{u"state"_s, QJsonObject{{u"name"_s, u"theirs"_s}}}})["client"_L1].toDouble());
        ask({{u"set"_s, QJsonArray{u"theirs"_s, 2}}});
        ours.set(u"ours"_s, 3);
        QTRY_COMPARE_WITH_TIMEOUT(ours.get(u"theirs"_s), lib0::Any(2), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(show()["json"_L1]["ours"_L1].toInt(), 3, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(name(ours, id), u"theirs"_s, Patience);
        const auto ourId = QString::number(ours.doc.clientId());
        QTRY_COMPARE_WITH_TIMEOUT(show()["states"_L1][ourId]["name"_L1].toString(), u"ours"_s,
                                  Patience);
    }

    void aRelayThatIsKilledUnderLoadLosesNothing()
    {
        support::Balancer balancer({m_relays[0]->port(), m_relays[1]->port()});
        Clients clients;
        for (int i = 0; i < 6; ++i)
            clients.push_back(std::make_unique<Client>(balancer.port()));
        QTRY_VERIFY_WITH_TIMEOUT(areSynced(clients), Patience);
        std::mt19937 random(20261123);
        Confirmed confirmed;
        qint64 slowest = 0;
        for (int round = 0; round < 6; ++round) {
            const auto writers = makeWriters();
            write(writers);
            waitForConfirmations(writers);
            QTest::qWait(int(random() % 200)); // the moment is what is tried here
            auto &victim = m_relays[size_t(round) % 2];
            const auto port = victim->port();
            victim->kill();
            m_pace.stop();
            note(writers, confirmed);
            QElapsedTimer since;
            since.start();
            for (const auto &client : clients)
                client->set(u"round"_s, round);
            QTRY_VERIFY_WITH_TIMEOUT(areSynced(clients) && areSame(clients), MoveMs);
            slowest = std::max(slowest, since.elapsed());
            victim = makeRelay(port);
            QVERIFY(victim->port() > 0);
            verify(confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(confirmed.size() >= 24);
        qInfo("all moved within %lld ms", slowest);
    }

    void redisMayStartAnewUnderLoad()
    {
        Client one(m_relays[0]->port());
        Client two(m_relays[1]->port());
        const auto writers = makeWriters();
        write(writers);
        waitForConfirmations(writers);
        m_redis->kill();
        waitForConfirmations(writers); // without it, too
        one.set(u"away"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(two.get(u"away"_s), lib0::Any(1), MoveMs);
        m_redis->start();
        QCOMPARE(m_redis->problem(), QString());
        waitForConfirmations(writers);
        QVERIFY(one.awareness.setLocalState(QJsonObject{{u"name"_s, u"one"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(two.awareness.contains(one.doc.clientId()), Patience);
        m_pace.stop();
        Confirmed confirmed;
        note(writers, confirmed);
        verify(confirmed);
        QTRY_COMPARE_WITH_TIMEOUT(one.vector(), two.vector(), Patience);
    }

    void postgresMayStartAnewUnderLoad()
    {
        const auto writers = makeWriters();
        write(writers);
        waitForConfirmations(writers);
        m_postgres->kill();
        Confirmed confirmed;
        note(writers, confirmed);
        m_postgres->start();
        QCOMPARE(m_postgres->problem(), QString());
        waitForConfirmations(writers); // over the same connections
        m_pace.stop();
        note(writers, confirmed);
        verify(confirmed);
    }

    void thePeersOfARelayThatEndsAreGoneAtOnce()
    {
        Client one(m_relays[0]->port());
        Client two(m_relays[1]->port());
        QVERIFY(one.awareness.setLocalState(QJsonObject{{u"name"_s, u"one"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(two.awareness.contains(one.doc.clientId()), Patience);
        QCOMPARE(m_relays[0]->end(), std::optional(0));
        QTRY_VERIFY_WITH_TIMEOUT(!two.awareness.contains(one.doc.clientId()), 2'000);
    }

    void thePeersOfARelayThatIsKilledAreGoneWithin30Seconds()
    {
        Client one(m_relays[0]->port());
        Client two(m_relays[1]->port());
        QVERIFY(one.awareness.setLocalState(QJsonObject{{u"name"_s, u"one"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(two.awareness.contains(one.doc.clientId()), Patience);
        m_relays[0]->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!two.awareness.contains(one.doc.clientId()), 30'000);
    }

    void withoutASharedStoreItSaysSo()
    {
        QProcess process;
        process.start(QStringLiteral(KRATEYARD_BINARY),
                      {u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--redis"_s, m_redis->url()});
        QVERIFY(process.waitForFinished(Patience));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("--store postgres"));
    }
};

QTEST_GUILESS_MAIN(RelayNodesTest)
#include "tst_relaynodes.moc"
