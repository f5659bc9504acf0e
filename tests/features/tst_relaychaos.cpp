// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/accesstokens.h"
#include "support/relayclient.h"
#include "support/relayprocess.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

using namespace Qt::StringLiterals;
using support::RawClient;
using support::RelayClient;
using support::RelayProcess;

namespace {

/// A small disk of its own, for as long as this lives.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(folder)
        , m_isThere(::mount("tmpfs", qPrintable(folder), "tmpfs", 0, "size=2m") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount2(qPrintable(m_folder), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isThere() const { return m_isThere; }
    /// Takes all the space that is left.
    void fill() const
    {
        QFile file(m_folder + u"/ballast"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (const qsizetype size : {65536, 4096, 1}) {
            while (file.write(QByteArray(size, 'x')) == size) { }
        }
    }
    void empty() const { QVERIFY(QFile::remove(m_folder + u"/ballast"_s)); }

private:
    const QString m_folder;
    const bool m_isThere;
};

/// How many of its own changes a client has heard back: they are confirmed.
class Confirmations : public QObject
{
public:
    Confirmations(const RelayProcess &relay, const QString &yard)
        : m_transport(QUrl(relay.syncUrl() + u'/' + yard))
    {
        connect(&m_transport, &collab::Transport::received, this, [this](const QByteArray &frame) {
            const auto message = collab::decode(frame, collab::Framing::YWebsocket);
            if (!message || message->kind != collab::Message::Kind::Update)
                return;
            const auto ranges = crdt::rangesOfUpdate(message->payload);
            QVERIFY(ranges);
            for (const auto &range : *ranges)
                m_clocks[range.client] = std::max(m_clocks[range.client], range.end);
        });
        connect(&m_transport, &collab::Transport::opened, this, [this] { m_isOpen = true; });
    }
    bool isOpen() const { return m_isOpen; }
    quint64 clock(quint64 client) const { return m_clocks.value(client); }

private:
    collab::WebSocketTransport m_transport;
    QHash<quint64, quint64> m_clocks;
    bool m_isOpen = false;
};

} // namespace

/// What goes wrong on one machine with the relay that keeps yards in SQLite: the disk is full, a
/// record is broken, the clock jumps. tst_relaycrash kills it.
class RelayChaosTest : public QObject
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

    /// The body and the status of the answer.
    std::pair<int, QByteArray> get(const QByteArray &path)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_relay->port()));
        socket.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QByteArray answer;
        (void)QTest::qWaitFor(
            [&] {
                static const QByteArray length("content-length: ");
                answer += socket.readAll();
                const auto at = answer.toLower().indexOf(length);
                const auto end = answer.indexOf("\r\n\r\n");
                if (at < 0 || end < 0)
                    return false;
                const auto from = at + length.size();
                const auto size =
                    answer.sliced(from, answer.indexOf('\r', from) - from).toLongLong();
                return answer.size() >= end + 4 + size;
            },
            5000);
        return {answer.split(' ').value(1).toInt(), answer};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RelayProcess> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_relay.reset(); }

    /// Nothing is confirmed that is not kept, and what came meanwhile is kept as soon as it can be.
    void aFullDisk()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
        const SmallDisk disk(m_folder->filePath(u"data"_s));
        if (!disk.isThere())
            QSKIP("NO FULL DISK WAS TRIED: only root may mount a small one");
        start();
        {
            RelayClient writer(m_relay->syncUrl(), u"yard"_s);
            const Confirmations heard(*m_relay, u"yard"_s);
            const auto id = writer.doc.clientId();
            QTRY_VERIFY(writer.session.isSynced() && heard.isOpen());
            writer.set(u"before"_s, 1);
            QTRY_COMPARE(heard.clock(id), 1u);
            disk.fill();
            for (int i = 0; i < 200; ++i)
                writer.doc.map(u"m"_s).set(u"k%1"_s.arg(i), lib0::Any(QString(1000, u'x')));
            QTRY_COMPARE_WITH_TIMEOUT(get("/readyz").first, 503, 10'000);
            QVERIFY(get("/readyz").second.contains("full"));
            QCOMPARE_LT(heard.clock(id), 201u);
            RelayClient late(m_relay->syncUrl(), u"yard"_s); // sees what is kept
            QTRY_VERIFY_WITH_TIMEOUT(late.has(u"before"_s, 1), 10'000);
            QVERIFY(late.doc.map(u"m"_s).any(u"k199"_s).isUndefined());
            disk.empty();
            QTRY_COMPARE_WITH_TIMEOUT(heard.clock(id), 201u, 10'000);
            QTRY_COMPARE_WITH_TIMEOUT(get("/readyz").first, 200, 10'000);
            QTRY_VERIFY(!late.doc.map(u"m"_s).any(u"k199"_s).isUndefined());
        }
        m_relay.reset(); // with SIGKILL
        start();
        RelayClient reader(m_relay->syncUrl(), u"yard"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reader.doc.map(u"m"_s).size(), 201, RelayProcess::PatienceMs);
    }

    void aBrokenLastRecord()
    {
        start();
        {
            RelayClient writer(m_relay->syncUrl(), u"yard"_s);
            const Confirmations heard(*m_relay, u"yard"_s);
            QTRY_VERIFY(writer.session.isSynced() && heard.isOpen());
            for (int i = 0; i < 5; ++i) {
                writer.set(u"k%1"_s.arg(i), i);
                QTRY_COMPARE(heard.clock(writer.doc.clientId()), quint64(i + 1));
            }
            m_relay.reset();
        }
        flipLastRecord();
        start();
        RelayClient reader(m_relay->syncUrl(), u"yard"_s);
        QTRY_VERIFY_WITH_TIMEOUT(reader.has(u"k3"_s, 3), RelayProcess::PatienceMs);
        QVERIFY(reader.doc.map(u"m"_s).any(u"k4"_s).isUndefined());
        QVERIFY(get("/metrics").second.contains("krateyard_relay_broken_records_total 1\n"));
        reader.set(u"after"_s, 1); // and goes on
        RelayClient other(m_relay->syncUrl(), u"yard"_s);
        QTRY_VERIFY(other.has(u"after"_s, 1));
    }

    /// Presence, timers and limits go by a clock that never jumps; that of tokens has to.
    void aClockThatJumps()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("NO CLOCK JUMPED: the sanitizer wants to be loaded first");
#endif
        const auto clock = m_folder->filePath(u"clock"_s);
        const auto jumpTo = [&clock](int seconds) {
            QFile file(clock);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::number(seconds));
        };
        jumpTo(0);
        QFile config(m_folder->filePath(u"relay.yaml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(
            "auth:\n  mode: token\n  tokens:\n    - {sha256: \"" + relay::hashOf("forever").toHex()
            + "\"}\n    - {sha256: \"" + relay::hashOf("today").toHex() + "\", expires: "
            + QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate).toLatin1()
            + "}\n");
        config.close();
        qputenv("KRATEYARD_CLOCK_JUMP", clock.toLocal8Bit());
        qputenv("LD_PRELOAD", CLOCK_JUMP);
        start({u"--config"_s, config.fileName()});
        qunsetenv("LD_PRELOAD");
        const auto yard = u"yard?token=forever"_s;
        RelayClient one(m_relay->syncUrl(), yard);
        RelayClient two(m_relay->syncUrl(), yard);
        QVERIFY(one.awareness.setLocalState(QJsonObject{{u"name"_s, u"one"_s}}));
        const auto id = one.doc.clientId();
        QTRY_VERIFY(two.awareness.contains(id));
        const auto status = [this] {
            RawClient client(m_relay->port(), "/ws/sync/yard?token=today");
            return client.status();
        };
        QCOMPARE(status(), 101);
        int change = 0;
        for (const int seconds : {86'400, -86'400, 10 * 365 * 86'400, 0}) {
            jumpTo(seconds);
            QCOMPARE(status(), seconds > 0 ? 401 : 101); // the jump was noticed where it counts
            one.set(u"n"_s, ++change);
            QTRY_VERIFY_WITH_TIMEOUT(two.has(u"n"_s, change), 5000);
            QTest::qWait(200); // for timers that would go off now
            QVERIFY(two.awareness.contains(id));
            QVERIFY(!one.reason && !two.reason);
        }
    }

private:
    void flipLastRecord()
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"flip"_s);
            db.setDatabaseName(m_folder->filePath(u"data/relay.sqlite"_s));
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY2(query.exec(u"UPDATE updates SET data = zeroblob(length(data)) "
                                "WHERE seq = (SELECT max(seq) FROM updates)"_s),
                     qPrintable(query.lastError().text()));
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(u"flip"_s);
    }
};

QTEST_GUILESS_MAIN(RelayChaosTest)
#include "tst_relaychaos.moc"
