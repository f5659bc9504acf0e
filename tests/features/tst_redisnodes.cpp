// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../collab/relay/roomfixture.h"
#include "collab/relay/nodes/nodes.h"
#include "collab/relay/nodes/redisbackplane.h"
#include "support/balancer.h"
#include "support/servers.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using relay::RedisConnection;
using relay::RedisReply;
using rooms::Client;

namespace {

/// A store that tells of nothing that others added, when it is told so, and counts what is read.
class QuietStore final : public relay::SharedStore
{
public:
    explicit QuietStore(relay::MemoryRoomStore &store)
        : m_store(store)
    {
    }

    void added(const QByteArray &mark, const relay::RoomStore::Answer<Added> &answer) override
    {
        m_store.added(isQuiet ? QByteArray() : mark, [mark, answer, isQuiet = isQuiet](auto added) {
            if (isQuiet && !mark.isEmpty())
                added->mark = mark; // all of it is new later
            answer(added);
        });
    }
    void read(const QString &room, const relay::Seqs &seqs,
              const relay::RoomStore::Answer<relay::RoomStore::Content> &answer) override
    {
        ++reads;
        m_store.read(room, seqs, answer);
    }

    bool isQuiet = true;
    int reads = 0;

private:
    relay::MemoryRoomStore &m_store;
};

/// One relay of several, which looks into the store only when it is connected anew.
struct Node
{
    Node(relay::MemoryRoomStore &store, const relay::RedisAddress &address)
        : shared(store)
        , backplane(address)
        , nodes(backplane, shared,
                {.lookEvery = std::chrono::hours(1), .lookEveryAlone = std::chrono::hours(1)})
        , rooms(store, limits)
    {
        rooms.shareWith(nodes);
    }

    relay::RoomLimits limits{.tick = std::chrono::milliseconds(1)};
    QuietStore shared;
    relay::RedisBackplane backplane;
    relay::Nodes nodes;
    relay::Rooms rooms;
};

} // namespace

/// Two relays over a real Redis, to which one of them loses its connections.
class RedisNodesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 20'000;
    const QByteArray m_stream = "krateyard/krateyard/stream";

    /// What Redis says to a third.
    RedisReply ask(const QList<QByteArray> &words)
    {
        RedisConnection connection(relay::parseRedisUrl(m_redis->url()).value());
        connection.open();
        std::optional<RedisReply> reply;
        connect(&connection, &RedisConnection::ready, this,
                [&] { connection.ask(words, [&](const auto &given) { reply = given; }); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply, Patience); }();
        return reply.value_or(RedisReply());
    }
    int length() { return ask({"XLEN", m_stream}).text.toInt(); }

    /// Cuts the second one off, and has something changed on the first.
    void changeWhileCutOff(Client &ada)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Redis on "_s));
        m_way->cut();
        QTRY_VERIFY_WITH_TIMEOUT(!m_two->backplane.isConnected(), Patience);
        const auto before = length();
        ada.set(u"missed"_s, 2);
        QTRY_COMPARE_WITH_TIMEOUT(length(), before + 1, Patience);
    }

    std::unique_ptr<support::RedisServer> m_redis;
    std::unique_ptr<support::Balancer> m_way; ///< of the second one to Redis
    std::unique_ptr<relay::MemoryRoomStore> m_store;
    std::unique_ptr<Node> m_one;
    std::unique_ptr<Node> m_two;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_redis = std::make_unique<support::RedisServer>();
        if (!m_redis->problem().isEmpty())
            QSKIP(qPrintable(m_redis->problem()));
        m_way = std::make_unique<support::Balancer>(std::vector{m_redis->port()});
        m_store = std::make_unique<relay::MemoryRoomStore>();
        auto address = relay::parseRedisUrl(m_redis->url()).value();
        m_one = std::make_unique<Node>(*m_store, address);
        address.port = m_way->port();
        m_two = std::make_unique<Node>(*m_store, address);
        QTRY_VERIFY_WITH_TIMEOUT(m_one->backplane.isConnected() && m_two->backplane.isConnected(),
                                 Patience);
    }
    void cleanup()
    {
        m_two.reset();
        m_one.reset();
        m_store.reset();
        m_way.reset();
        m_redis.reset();
    }

    void whoWasCutOffReadsOnInTheStream()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        QTRY_VERIFY(bert.session->isSynced());
        ada.set(u"a"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"a"_s), lib0::Any(1), Patience);
        changeWhileCutOff(ada);
        QVERIFY(bert.get(u"missed"_s).isUndefined());
        m_way->mend();
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"missed"_s), lib0::Any(2), Patience);
        QCOMPARE(m_two->shared.reads, 0);
    }

    void whatTheStreamHasNoMoreIsReadInTheStore()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        QTRY_VERIFY(bert.session->isSynced());
        ada.set(u"a"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"a"_s), lib0::Any(1), Patience);
        changeWhileCutOff(ada);
        QVERIFY(ask({"XTRIM", m_stream, "MAXLEN", "0"}).text.toInt() > 0);
        m_two->shared.isQuiet = false;
        m_way->mend();
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"missed"_s), lib0::Any(2), Patience);
        QVERIFY(m_two->shared.reads > 0);
    }

    void whatTheStreamLostIsReadInTheStore()
    {
        Client ada(m_one->rooms, u"yard"_s);
        Client bert(m_two->rooms, u"yard"_s);
        QTRY_VERIFY(bert.session->isSynced());
        ada.set(u"a"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"a"_s), lib0::Any(1), Patience);
        changeWhileCutOff(ada);
        QCOMPARE(ask({"DEL", m_stream}).text, "1");
        m_two->shared.isQuiet = false;
        m_way->mend();
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"missed"_s), lib0::Any(2), Patience);
        ada.set(u"later"_s, 3); // over the new stream
        m_two->shared.isQuiet = true;
        QTRY_COMPARE_WITH_TIMEOUT(bert.get(u"later"_s), lib0::Any(3), Patience);
    }
};

QTEST_GUILESS_MAIN(RedisNodesTest)
#include "tst_redisnodes.moc"
