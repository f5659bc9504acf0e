// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/hostile.h"
#include "collab/relay/config/accesstokens.h"
#include "support/relayclient.h"
#include "support/relayprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using support::RawClient;
using support::RelayClient;
using support::RelayProcess;
using Kind = collab::Message::Kind;

namespace {

constexpr qint64 MiB = 1024; // in KiB

QByteArray updateOf(const QString &text)
{
    crdt::Doc doc;
    doc.map(u"m"_s).set(u"k"_s, lib0::Any(text));
    return doc.encodeStateAsUpdate();
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[size_t(double(values.size() - 1) * part)];
}

} // namespace

/// What a hostile peer costs: itself its connection, and nobody else anything. Against the program
/// itself, over real sockets; two people in another yard work on meanwhile.
class RelayHostileTest : public QObject
{
    Q_OBJECT

private:
    void start(const QStringList &arguments = {})
    {
        m_relay = std::make_unique<RelayProcess>(
            QStringLiteral(KRATEYARD_BINARY),
            QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s)} + arguments);
        QVERIFY(m_relay->port() > 0);
    }

    void meet()
    {
        m_one = std::make_unique<RelayClient>(m_relay->syncUrl(), u"quiet"_s);
        m_two = std::make_unique<RelayClient>(m_relay->syncUrl(), u"quiet"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_one->session.isSynced() && m_two->session.isSynced(),
                                 RelayProcess::PatienceMs);
        m_resident = support::residentKiB(m_relay->pid());
    }

    /// A change reaches the other; how long that took, in milliseconds.
    double exchange(RelayClient &from, RelayClient &to)
    {
        ++m_changes;
        QElapsedTimer timer;
        timer.start();
        from.set(u"n"_s, m_changes);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(to.has(u"n"_s, m_changes), RelayProcess::PatienceMs); }();
        return double(timer.nsecsElapsed()) / 1e6;
    }

    /// The other yard has noticed nothing, and the relay has not grown by more.
    void verifyPeace(qint64 mostKiB)
    {
        exchange(*m_one, *m_two);
        exchange(*m_two, *m_one);
        QVERIFY(!m_one->reason && !m_two->reason);
        const auto grown = support::residentKiB(m_relay->pid()) - m_resident;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(grown <= mostKiB, qPrintable(u"%1 KiB more"_s.arg(grown)));
#else
        Q_UNUSED(mostKiB)
        Q_UNUSED(grown)
#endif
    }

    std::unique_ptr<RawClient> enter(const QByteArray &yard = "hostile")
    {
        auto client = std::make_unique<RawClient>(m_relay->port(), "/ws/sync/" + yard);
        [&] { QCOMPARE(client->status(), 101); }();
        // Until the greeting is there, so that the yard is open.
        (void)QTest::qWaitFor(
            [&client] {
                const auto bytes = client->socket().peek(4096);
                const auto end = bytes.indexOf("\r\n\r\n");
                return end >= 0 && bytes.size() > end + 4;
            },
            RelayProcess::PatienceMs);
        return client;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RelayProcess> m_relay;
    std::unique_ptr<RelayClient> m_one;
    std::unique_ptr<RelayClient> m_two;
    qint64 m_resident = 0;
    int m_changes = 0;

private Q_SLOTS:
    void initTestCase()
    {
        rlimit limit{};
        if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
            limit.rlim_cur = limit.rlim_max;
            (void)::setrlimit(RLIMIT_NOFILE, &limit);
        }
    }
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_one.reset();
        m_two.reset();
        m_relay.reset();
    }

    void messagesThatMakeNoSense_data()
    {
        using hostile::UpdateWriter;
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("payload");
        const auto whole = updateOf(QString(200, u'x'));
        UpdateWriter deep;
        deep.clients(1).block(20'000, 7).map();
        for (quint64 i = 1; i < 20'000; ++i)
            deep.map({.client = 7, .clock = i - 1});
        QTest::newRow("truncated") << Kind::Update << whole.first(whole.size() / 2);
        QTest::newRow("only a count") << Kind::Update << QByteArray("\xff\xff\xff\xff\x0f");
        QTest::newRow("a clock beyond all numbers") << Kind::Update
                                                    << UpdateWriter()
                                                           .clients(1)
                                                           .block(1, 7, (1ull << 53) + 1)
                                                           .arrayItem()
                                                           .deletes(0)
                                                           .take();
        QTest::newRow("more structs than bytes")
            << Kind::Update << UpdateWriter().clients(1).block(1ull << 40, 7).take();
        QTest::newRow("a state vector without its end")
            << Kind::SyncStep1 << QByteArray("\xff\xff\x7f\x01");
        QTest::newRow("awareness without its end") << Kind::Awareness << QByteArray("\x05\x01\x01");
        QTest::newRow("nested awareness")
            << Kind::Awareness
            << QByteArray("\x01\x07\x01\xa0\x1f") + QByteArray(2000, '[') + QByteArray(2000, ']');
        QTest::newRow("maps in maps, and not its end") << Kind::Update << deep.take();
    }
    void messagesThatMakeNoSense()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QByteArray, payload);
        start();
        meet();
        RelayClient neighbour(m_relay->syncUrl(), u"hostile"_s);
        QTRY_VERIFY(neighbour.session.isSynced());
        const auto client = enter();
        client->say(kind, payload);
        QVERIFY(client->waitForEnd());
        const auto [code, text] = client->farewell();
        QCOMPARE(code, int(collab::CloseReason::BadPayload));
        QVERIFY(text.contains("no sense"));
        QVERIFY(!neighbour.reason);
        verifyPeace(32 * MiB);
    }

    /// Some of these are updates all the same; no more is asked than that nobody else notices.
    void flippedBits()
    {
        start();
        meet();
        std::mt19937 random(20261123);
        crdt::Doc doc;
        hostile::fill(doc);
        const auto whole = doc.encodeStateAsUpdate();
        for (int round = 0; round < 300; ++round) {
            const auto client = enter();
            for (int i = 0; i < 5 && !client->isClosed(); ++i) {
                auto bytes = whole;
                for (int flip = 0; flip < 1 + i; ++flip)
                    bytes[qsizetype(random() % quint64(bytes.size()))] ^= char(1 << random() % 8);
                client->say(Kind::Update, bytes);
            }
            if (QTest::currentTestFailed())
                return;
        }
        verifyPeace(48 * MiB);
        RelayClient late(m_relay->syncUrl(), u"hostile"_s); // whatever it is, it opens
        QTRY_VERIFY_WITH_TIMEOUT(late.session.isSynced(), RelayProcess::PatienceMs);
    }

    void framesThatAreNone_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<quint64>("declared");
        QTest::newRow("longer than memory") << 0x82 << QByteArray(10, 'x') << (1ull << 62);
        QTest::newRow("longer than allowed") << 0x82 << QByteArray(10, 'x') << (17ull << 20);
        QTest::newRow("reserved bits") << 0xf2 << QByteArray("x") << 1ull;
        QTest::newRow("no known kind") << 0x83 << QByteArray("x") << 1ull;
        QTest::newRow("text") << 0x81 << QByteArray("hello") << 5ull;
        QTest::newRow("a long ping") << 0x89 << QByteArray(200, 'x') << 200ull;
        QTest::newRow("more of nothing") << 0x80 << QByteArray("x") << 1ull;
        QTest::newRow("nothing at all") << 0x82 << QByteArray() << 0ull;
    }
    void framesThatAreNone()
    {
        QFETCH(const int, first);
        QFETCH(const QByteArray, payload);
        QFETCH(const quint64, declared);
        start();
        meet();
        const auto client = enter();
        client->frame(quint8(first), payload, declared);
        QVERIFY(client->waitForEnd());
        QVERIFY(client->farewell().first >= 1002);
        verifyPeace(16 * MiB);
    }

    /// A message that never ends is cut off where the largest one would.
    void aMessageWithoutEnd()
    {
        start();
        meet();
        const auto client = enter();
        client->frame(0x02, "x");
        const QByteArray part(1024 * 1024, 'x');
        for (int i = 0; i < 40 && !client->isClosed(); ++i) {
            client->frame(0x00, part);
            (void)QTest::qWaitFor(
                [&] { return client->isClosed() || client->socket().bytesToWrite() == 0; }, 5000);
        }
        QVERIFY(client->waitForEnd());
        verifyPeace(64 * MiB);
    }

    /// Twenty connections read nothing of a yard in which much happens.
    void slowReaders()
    {
        static constexpr int Readers = 20;
        static constexpr int Rounds = 60;
        start();
        meet();
        RelayClient writer(m_relay->syncUrl(), u"busy"_s);
        RelayClient reader(m_relay->syncUrl(), u"busy"_s);
        QTRY_VERIFY(writer.session.isSynced() && reader.session.isSynced());
        const QString large(100'000, u'x');
        const auto measure = [&] {
            std::vector<double> times;
            for (int i = 0; i < Rounds; ++i) {
                writer.doc.map(u"m"_s).set(u"large"_s, lib0::Any(large + QString::number(i)));
                times.push_back(exchange(writer, reader));
            }
            return percentile(times, 0.99);
        };
        const auto alone = measure();
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < Readers; ++i) {
            slow.push_back(enter("busy"));
            slow.back()->socket().setReadBufferSize(1024);
            slow.back()->socket().setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption,
                                                  4096);
        }
        const auto before = support::residentKiB(m_relay->pid());
        const auto beside = measure();
        // A bound that only a relay that waits for them breaks: they stall for 20 s.
        QVERIFY2(beside <= 5 * alone + 100,
                 qPrintable(u"%1 ms, %2 ms alone"_s.arg(beside).arg(alone)));
        const auto grown = support::residentKiB(m_relay->pid()) - before;
        qInfo("p99 %.1f ms alone, %.1f ms beside %d that do not read; %lld KiB more", alone, beside,
              Readers, static_cast<long long>(grown));
        QVERIFY(!reader.reason);
        verifyPeace(Readers * 256 + 48 * MiB); // what the documents of the yard take besides
    }

    void floods_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("times");
        QTest::newRow("of messages") << qsizetype(1) << 10'000;
        QTest::newRow("of bytes") << qsizetype(1024 * 1024) << 64;
    }
    void floods()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const int, times);
        start();
        meet();
        const auto client = enter();
        for (int i = 0; i < times && !client->isClosed(); ++i) {
            // A kind that nobody knows is passed over, but not for nothing.
            client->frame(0x82, QByteArray(1, char(99)) + QByteArray(size, 'x'));
            if (i % 100 == 0 || size > 1000)
                (void)QTest::qWaitFor(
                    [&] { return client->isClosed() || client->socket().bytesToWrite() == 0; },
                    5000);
        }
        QVERIFY(client->waitForEnd());
        const auto [code, text] = client->farewell();
        QCOMPARE(code, int(collab::CloseReason::PolicyViolation));
        QCOMPARE(text, QByteArray("too many messages"));
        verifyPeace(64 * MiB);
    }

    /// Where the system gives few of them, those that only came give way to who asks something.
    void moreConnectionsThanFiles()
    {
        const auto prlimit = QStandardPaths::findExecutable(u"prlimit"_s);
        if (prlimit.isEmpty())
            QSKIP("prlimit is not installed");
        support::LineProcess relay(prlimit,
                                   {u"--nofile=150:150"_s, QStringLiteral(KRATEYARD_BINARY),
                                    u"relay"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        const auto port = quint16(relay.line().trimmed().split(':').last().toInt());
        QVERIFY(port > 0);
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 400; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QHostAddress::LocalHost, port);
        }
        const auto asks = [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            socket.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
            (void)QTest::qWaitFor([&socket] { return socket.canReadLine(); });
            return socket.readLine();
        };
        QCOMPARE(asks(), "HTTP/1.1 200 OK\r\n");
        const auto stay = [&crowd] {
            return std::ranges::count(crowd, QTcpSocket::ConnectedState,
                                      [](const auto &one) { return one->state(); });
        };
        QTRY_VERIFY(stay() < 100);
        QCOMPARE_GT(stay(), 50);
        crowd.clear();
        QCOMPARE(asks(), "HTTP/1.1 200 OK\r\n");
    }

    void forgedAwareness()
    {
        start();
        meet();
        RelayClient victim(m_relay->syncUrl(), u"hostile"_s);
        QVERIFY(victim.awareness.setLocalState(QJsonObject{{u"name"_s, u"victim"_s}}));
        RelayClient watcher(m_relay->syncUrl(), u"hostile"_s);
        const auto id = victim.doc.clientId();
        const auto seen = [&] { return watcher.awareness.state(id)["name"_L1].toString(); };
        QTRY_COMPARE(seen(), u"victim"_s);
        const auto client = enter();
        collab::Awareness forger(id, collab::AwarenessOptions::manual());
        (void)forger.apply(victim.awareness.encodeAll(), &forger);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(forger.setLocalState(QJsonObject{{u"name"_s, u"forged"_s}}));
            forger.flush();
        }
        client->say(Kind::Awareness, forger.encodeAll());
        for (int i = 0; !client->isClosed() && i < 100; ++i) { // the victim goes on
            QVERIFY(victim.awareness.setLocalStateField(u"x"_s, i));
            QTest::qWait(40);
        }
        QVERIFY(client->waitForEnd());
        const auto [code, text] = client->farewell();
        QCOMPARE(code, int(collab::CloseReason::PolicyViolation));
        QCOMPARE(text, QByteArray("it speaks for somebody else's client"));
        QCOMPARE(seen(), u"victim"_s);
        QVERIFY(!victim.reason && !watcher.reason);
        verifyPeace(16 * MiB);
    }

    void pathsAndHeaders_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        const QByteArray none;
        QTest::newRow("up") << QByteArray("/ws/sync/..") << none;
        QTest::newRow("up and away") << QByteArray("/ws/sync/../../etc/passwd") << none;
        QTest::newRow("up, escaped") << QByteArray("/ws/sync/%2e%2e") << none;
        QTest::newRow("a slash, escaped") << QByteArray("/ws/sync/a%2Fb") << none;
        QTest::newRow("a null") << QByteArray("/ws/sync/a%00b") << none;
        QTest::newRow("no UTF-8") << QByteArray("/ws/sync/%ff%fe") << none;
        QTest::newRow("a broken line") << QByteArray("/ws/sync/a%0d%0aX-Evil:1") << none;
        QTest::newRow("a long name") << "/ws/sync/" + QByteArray(500, 'x') << none;
        QTest::newRow("no name") << QByteArray("/ws/sync/") << none;
        QTest::newRow("another yard of the store") << QByteArray("/ws/sync//broken/x") << none;
        QTest::newRow("a long address") << "/ws/sync/" + QByteArray(70'000, 'x') << none;
        QTest::newRow("a long header")
            << QByteArray("/ws/sync/a") << "X-Long: " + QByteArray(70'000, 'x') + "\r\n";
        QTest::newRow("another origin")
            << QByteArray("/ws/sync/a") << QByteArray("Origin: http://evil.example\r\n");
        QTest::newRow("an origin that is none")
            << QByteArray("/ws/sync/a") << QByteArray("Origin: null\r\n");
    }
    void pathsAndHeaders()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, headers);
        start();
        meet();
        RawClient client(m_relay->port(), path, headers);
        const int status = client.status();
        QVERIFY2(status == 0 || (status >= 400 && status < 500),
                 QByteArray::number(status).constData());
        verifyPeace(16 * MiB);
    }

    /// The right token still opens the yard afterwards, or is asked to wait.
    void wrongTokensAtSpeed()
    {
        QFile file(m_folder->filePath(u"relay.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("auth:\n  mode: token\n  tokens:\n    - {sha256: \""
                   + relay::hashOf("secret").toHex() + "\"}\n");
        file.close();
        start({u"--config"_s, file.fileName()});
        const auto resident = support::residentKiB(m_relay->pid());
        for (int round = 0; round < 40; ++round) {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 50; ++i)
                clients.push_back(std::make_unique<RawClient>(
                    m_relay->port(), "/ws/sync/yard?token=" + QByteArray::number(round * 50 + i)));
            for (const auto &client : clients) {
                const int status = client->status();
                QVERIFY2(status == 401 || status == 429 || status == 0,
                         QByteArray::number(status).constData());
            }
        }
        const auto grown = support::residentKiB(m_relay->pid()) - resident;
        QVERIFY2(grown <= 16 * MiB, qPrintable(u"%1 KiB more"_s.arg(grown)));
        RawClient right(m_relay->port(), "/ws/sync/yard?token=secret");
        const int status = right.status();
        QVERIFY(status == 101 || status == 429);
    }

    /// Connections that say half a request, as many as the relay takes: others still come in.
    void halfOpenSockets()
    {
        static constexpr int Wanted = 10'000;
        rlimit limit{};
        ::getrlimit(RLIMIT_NOFILE, &limit);
        const int count = int(std::min<rlim_t>(limit.rlim_max - 200, Wanted));
        if (count < Wanted)
            qInfo("ONLY %d OF %d HALF-OPEN SOCKETS: raise the limit of open files", count, Wanted);
        start();
        meet();
        sockaddr_in there{};
        there.sin_family = AF_INET;
        there.sin_port = htons(quint16(m_relay->port()));
        there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::vector<int> sockets;
        for (int i = 0; i < count; ++i) {
            const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            QVERIFY(fd >= 0);
            sockets.push_back(fd);
            QCOMPARE(::connect(fd, reinterpret_cast<sockaddr *>(&there), sizeof there), 0);
            if (i % 2 == 0)
                QVERIFY(::send(fd, "GET /ws/sync/a HTTP/1.1\r\nHo", 27, MSG_NOSIGNAL) == 27);
            if (i % 500 == 0) { // what they say is the relay's to read meanwhile
                exchange(*m_one, *m_two);
                if (QTest::currentTestFailed())
                    break;
            }
        }
        RelayClient newcomer(m_relay->syncUrl(), u"quiet"_s);
        QTRY_VERIFY_WITH_TIMEOUT(newcomer.session.isSynced(), RelayProcess::PatienceMs);
        exchange(newcomer, *m_one);
        verifyPeace(qint64(count) * 32);
        for (const int fd : sockets)
            ::close(fd);
    }
};

QTEST_GUILESS_MAIN(RelayHostileTest)
#include "tst_relayhostile.moc"
