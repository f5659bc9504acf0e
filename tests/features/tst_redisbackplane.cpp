// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/nodes/redisbackplane.h"

#include "kube/keys.h"
#include "support/servers.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using relay::RedisBackplane;
using relay::RedisConnection;
using relay::RedisReply;

/// What goes from relay to relay over a real Redis.
class RedisBackplaneTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 20'000;

    relay::RedisAddress address() const
    {
        const auto parsed = relay::parseRedisUrl(m_redis->url());
        return parsed.value_or(relay::RedisAddress());
    }

    std::unique_ptr<RedisBackplane> connected(const QString &channel)
    {
        auto backplane = std::make_unique<RedisBackplane>(address());
        backplane->subscribe(channel);
        const QSignalSpy subscribed(backplane.get(), &relay::Backplane::subscribed);
        const auto isReady = [&] { return backplane->isConnected() && !subscribed.isEmpty(); };
        return QTest::qWaitFor(isReady, Patience) ? std::move(backplane) : nullptr;
    }

    /// What Redis says to a third.
    RedisReply ask(const QList<QByteArray> &words)
    {
        RedisConnection connection(address());
        connection.open();
        std::optional<RedisReply> reply;
        connect(&connection, &RedisConnection::ready, this,
                [&] { connection.ask(words, [&](const auto &given) { reply = given; }); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply, Patience); }();
        return reply.value_or(RedisReply());
    }

    static QByteArrayList messages(const QSignalSpy &received)
    {
        QByteArrayList messages;
        for (const auto &signal : received)
            messages.append(signal.at(1).toByteArray());
        return messages;
    }

    std::unique_ptr<support::RedisServer> m_redis;

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<support::RedisServer>();
        if (!m_redis->problem().isEmpty())
            QSKIP(qPrintable(m_redis->problem()));
    }
    void cleanup() { m_redis.reset(); }

    void bothKindsArrive()
    {
        QTest::failOnWarning();
        const auto one = connected(u"yard"_s);
        const auto two = connected(u"yard"_s);
        const auto elsewhere = connected(u"another"_s);
        QVERIFY(one && two && elsewhere);
        const QSignalSpy received(two.get(), &relay::Backplane::received);
        const QSignalSpy notMeant(elsewhere.get(), &relay::Backplane::received);
        const QByteArray bytes("\0\r\n\xff", 4);
        one->publish(u"yard"_s, bytes);
        QTRY_COMPARE(messages(received), QByteArrayList{bytes});
        one->append(u"yard"_s, bytes + "1");
        one->append(u"yard"_s, bytes + "2");
        QTRY_COMPARE(messages(received), (QByteArrayList{bytes, bytes + "1", bytes + "2"}));
        QVERIFY(notMeant.isEmpty());
    }

    /// Who comes later gets nothing that was appended before: it is in the store.
    void theStreamBeginsAtItsEnd()
    {
        const auto one = connected(u"yard"_s);
        QVERIFY(one);
        const QSignalSpy own(one.get(), &relay::Backplane::received);
        one->append(u"yard"_s, "before");
        QTRY_COMPARE(messages(own), QByteArrayList{"before"});
        const auto two = connected(u"yard"_s);
        QVERIFY(two);
        const QSignalSpy received(two.get(), &relay::Backplane::received);
        QTRY_VERIFY_WITH_TIMEOUT(isReading(2), Patience);
        one->append(u"yard"_s, "after");
        QTRY_COMPARE(messages(received), QByteArrayList{"after"});
    }

    /// While all its connections are cut it misses what is published, and nothing that is appended.
    void whoWasCutOffReadsOn()
    {
        const auto two = connected(u"yard"_s);
        QVERIFY(two);
        const QSignalSpy received(two.get(), &relay::Backplane::received);
        two->append(u"yard"_s, "0");
        QTRY_COMPARE(received.size(), 1);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Redis on "_s));
        for (const auto *type : {"normal", "pubsub"})
            (void)ask({"CLIENT", "KILL", "TYPE", type, "SKIPME", "yes"});
        QTRY_VERIFY_WITH_TIMEOUT(!two->isConnected(), Patience);
        for (int i = 1; i <= 200; ++i) {
            (void)ask({"XADD", "krateyard/krateyard/stream", "*", "c", "yard", "m",
                       QByteArray::number(i)});
            if (i == 100)
                (void)ask({"PUBLISH", "krateyard/yard", "missed"});
            if (two->isConnected())
                break;
        }
        const auto last = ask({"XREVRANGE", "krateyard/krateyard/stream", "+", "-", "COUNT", "1"});
        const auto count = last.parts.at(0).parts.at(1).parts.at(3).text.toInt();
        QTRY_COMPARE_WITH_TIMEOUT(messages(received).last(), QByteArray::number(count), Patience);
        auto heard = messages(received);
        heard.removeAll("missed");
        QCOMPARE(heard.size(), count + 1);
        for (int i = 0; i <= count; ++i)
            QCOMPARE(heard.at(i), QByteArray::number(i));
    }

    /// Its clock is behind then: what it gives has smaller ids than what the other gave.
    void anotherRedisMayTakeItsPlace()
    {
        const auto one = connected(u"yard"_s);
        QVERIFY(one);
        const QSignalSpy received(one.get(), &relay::Backplane::received);
        (void)ask(
            {"XADD", "krateyard/krateyard/stream", "99999999999999-7", "c", "yard", "m", "before"});
        QTRY_COMPARE(messages(received), QByteArrayList{"before"});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Redis on "_s));
        m_redis->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!one->isConnected(), Patience);
        m_redis->start();
        QCOMPARE(m_redis->problem(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(one->isConnected(), Patience);
        one->append(u"yard"_s, "after");
        QTRY_COMPARE(messages(received), (QByteArrayList{"before", "after"}));
    }

    void theStreamGoesAfterTheLastRelay()
    {
        const auto one = connected(u"yard"_s);
        QVERIFY(one);
        const auto left = [this] {
            return ask({"TTL", "krateyard/krateyard/stream"}).text.toInt();
        };
        QCOMPARE(left(), -2); // there is none
        one->append(u"yard"_s, "1");
        QTRY_VERIFY(left() > 3'500);
        QCOMPARE_LE(left(), 3'600);
    }

    void theStreamDoesNotGrowForEver()
    {
        QTest::failOnWarning();
        const auto one = connected(u"yard"_s);
        QVERIFY(one);
        const QSignalSpy own(one.get(), &relay::Backplane::received);
        static constexpr int Many = 12'000;
        for (int i = 1; i <= Many; ++i) {
            one->append(u"yard"_s, QByteArray(100, 'x'));
            if (i % 1000
                == 0) // who reads much later than it is written reads the rest in the store
                QTRY_COMPARE_WITH_TIMEOUT(own.size(), i, Patience);
        }
        const auto length = ask({"XLEN", "krateyard/krateyard/stream"}).text.toInt();
        QCOMPARE_GE(length, 8'000);
        QCOMPARE_LE(length, 8'200);
    }

    void aRedisThatTakesNoStreamIsNamedOnce()
    {
        const auto one = connected(u"yard"_s);
        QVERIFY(one);
        QCOMPARE(ask({"SET", "krateyard/krateyard/stream", "no stream"}).text, "OK");
        QTest::ignoreMessage(QtWarningMsg,
                             "Redis refuses the stream of changes (WRONGTYPE): they are looked for "
                             "in the store");
        const QSignalSpy own(one.get(), &relay::Backplane::received);
        one->append(u"yard"_s, "1");
        one->append(u"yard"_s, "2");
        one->publish(u"yard"_s, "3");
        QTRY_COMPARE(messages(own), QByteArrayList{"3"});
        QVERIFY(one->isConnected());
    }

    void itMayBeEncrypted_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("problem");
        const QByteArray usual = "DNS:localhost,IP:127.0.0.1";
        QTest::newRow("by address") << u"127.0.0.1"_s << usual << u"ca.crt"_s << QString();
        QTest::newRow("by name") << u"localhost"_s << usual << u"ca.crt"_s << QString();
        QTest::newRow("another's certificate")
            << u"127.0.0.1"_s << usual << u"other.crt"_s
            << u"certificate is refused: unable to get local issuer"_s;
        QTest::newRow("the system does not know it")
            << u"127.0.0.1"_s << usual << QString()
            << u"certificate is refused: unable to get local issuer"_s;
        QTest::newRow("for another address") << u"127.0.0.1"_s << "DNS:localhost,IP:127.0.0.2"_ba
                                             << u"ca.crt"_s << u"refused: IP address mismatch"_s;
        QTest::newRow("for another name") << u"localhost"_s << "DNS:redis.example,IP:127.0.0.1"_ba
                                          << u"ca.crt"_s << u"refused: hostname mismatch"_s;
        QTest::newRow("no certificates")
            << u"127.0.0.1"_s << usual << u"ca.key"_s << u"holds no certificates"_s;
    }
    void itMayBeEncrypted()
    {
        QFETCH(const QString, host);
        QFETCH(const QByteArray, names);
        QFETCH(const QString, authority);
        QFETCH(const QString, problem);
        if (!Keys::isUsable())
            QSKIP("openssl is not installed");
        const QTemporaryDir folder;
        const Keys keys(folder.path());
        QVERIFY(keys.makeAuthority(u"ca"_s) && keys.makeAuthority(u"other"_s));
        QVERIFY(keys.makeServer(u"redis"_s, u"ca"_s, names));
        m_redis = std::make_unique<support::RedisServer>(keys.path(u"redis.crt"_s),
                                                         keys.path(u"redis.key"_s));
        if (!m_redis->problem().isEmpty())
            QSKIP(qPrintable(m_redis->problem()));
        auto where = address();
        where.host = host;
        where.authorityFile = authority.isEmpty() ? QString() : keys.path(authority);
        QVERIFY(where.isEncrypted);
        RedisConnection connection(where);
        const QSignalSpy lost(&connection, &RedisConnection::lost);
        connection.open();
        QTRY_VERIFY_WITH_TIMEOUT(connection.isReady() || !lost.isEmpty(), Patience);
        if (problem.isEmpty()) {
            QVERIFY2(connection.isReady(), qPrintable(lost.value(0).value(0).toString()));
            std::optional<RedisReply> reply;
            connection.ask({"ECHO", QByteArray(100'000, 'x')},
                           [&](const auto &given) { reply = given; });
            QTRY_VERIFY(reply);
            QCOMPARE(reply->text, QByteArray(100'000, 'x'));
        } else {
            QVERIFY2(lost.at(0).at(0).toString().contains(problem),
                     qPrintable(lost.at(0).at(0).toString()));
        }
    }

private:
    /// So many wait for the stream.
    bool isReading(int count)
    {
        const auto clients = ask({"CLIENT", "LIST"}).text;
        return clients.count("cmd=xread") == count;
    }
};

QTEST_GUILESS_MAIN(RedisBackplaneTest)
#include "tst_redisbackplane.moc"
