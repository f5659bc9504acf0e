// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/nodemessage.h"
#include "collab/relay/nodes/redisconnection.h"

#include <QTest>

using namespace Qt::StringLiterals;
using relay::NodeMessage;
using Kind = NodeMessage::Kind;

/// What relays tell each other arrives as it was, and nonsense costs nothing.
class NodeMessageTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<NodeMessage> all()
    {
        const quint64 node = 0xfedcba9876543210;
        return {
            {.kind = Kind::Stored,
             .node = node,
             .stored = {{.seq = 1, .update = "one"},
                        {.seq = 1LL << 40, .update = QByteArray(1, 0)}}},
            {.kind = Kind::Replaced,
             .node = node,
             .made = 7,
             .bytes = 1'000'000,
             .replaced = {1, 2}},
            {.kind = Kind::Awareness, .node = node, .awareness = "state"},
            {.kind = Kind::Query, .node = node},
            {.kind = Kind::Alive, .node = node},
            {.kind = Kind::Gone, .node = node},
        };
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyKindComesBack()
    {
        for (const auto &message : all())
            QCOMPARE(relay::decodeNodeMessage(encode(message)), message);
    }

    void whatIsCutOrLongerIsRefused()
    {
        for (const auto &message : all()) {
            const auto bytes = encode(message);
            for (qsizetype size = 0; size < bytes.size(); ++size)
                QVERIFY(!relay::decodeNodeMessage(bytes.first(size)));
            QVERIFY(!relay::decodeNodeMessage(QByteArray(bytes + 'x')));
        }
    }

    void anotherVersionAndAnotherKindAreRefused()
    {
        auto bytes = relay::encode({.kind = Kind::Alive, .node = 1});
        bytes[0] = 2;
        QVERIFY(!relay::decodeNodeMessage(bytes));
        bytes[0] = 1;
        bytes[1] = 99;
        QVERIFY(!relay::decodeNodeMessage(bytes));
    }

    void anAddressOfRedisIsRead()
    {
        const auto address = relay::parseRedisUrl(u"redis://ada:secret@redis.example:7000/team"_s);
        QVERIFY(address);
        QCOMPARE(*address,
                 (relay::RedisAddress{.host = u"redis.example"_s,
                                      .port = 7000,
                                      .user = u"ada"_s,
                                      .password = u"secret"_s,
                                      .prefix = u"team"_s}));
        QCOMPARE(relay::parseRedisUrl(u"redis://redis"_s)->port, 6379);
        QVERIFY(!relay::parseRedisUrl(u"redis://redis"_s)->isEncrypted);
        QVERIFY(relay::parseRedisUrl(u"rediss://redis"_s)->isEncrypted);
        for (const auto &wrong : {u"http://ada:secret@redis"_s, u"ada:secret@redis"_s, u""_s}) {
            const auto refused = relay::parseRedisUrl(wrong);
            QVERIFY2(!refused, qPrintable(wrong));
            QVERIFY(!refused.error().contains("secret"_L1));
        }
    }

    void aCountThatIsNotThereTakesNoMemory()
    {
        QByteArray bytes = relay::encode({.kind = Kind::Stored, .node = 1});
        bytes.chop(1);
        bytes += QByteArray::fromHex("ffffffffffffff0f");
        QVERIFY(!relay::decodeNodeMessage(bytes));
    }
};

QTEST_GUILESS_MAIN(NodeMessageTest)
#include "tst_nodemessage.moc"
