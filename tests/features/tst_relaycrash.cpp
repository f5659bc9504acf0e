// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/sync/message.h"
#include "collab/sync/websockettransport.h"
#include "support/relayprocess.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>

using namespace Qt::StringLiterals;
using collab::Message;
using support::RelayProcess;

namespace {

constexpr char remote = 0; // its address is an origin

/// Clocks up to which a client's changes came back from the relay.
using Confirmed = std::map<quint64, quint64>;

/// A client that looks at each message itself.
class Peer : public QObject
{
public:
    explicit Peer(const RelayProcess &relay)
        : m_transport(QUrl(relay.syncUrl() + u"/yard"_s))
    {
        connect(&m_transport, &collab::Transport::opened, this,
                [this] { send(Message::Kind::SyncStep1, doc.stateVector().encode()); });
        connect(&m_transport, &collab::Transport::received, this, &Peer::take);
        connect(&doc, &crdt::Doc::updated, this,
                [this](const QByteArray &update, crdt::Origin, bool local) {
                    if (local)
                        send(Message::Kind::Update, update);
                });
    }

    crdt::Doc doc;
    Confirmed confirmed;
    bool isSynced = false;

private:
    void take(const QByteArray &frame)
    {
        const auto message = collab::decode(frame, collab::Framing::YWebsocket);
        if (!message)
            return;
        if (message->kind == Message::Kind::SyncStep2) {
            QVERIFY(doc.applyUpdate(message->payload, &remote));
            isSynced = true;
        } else if (message->kind == Message::Kind::Update) {
            note(message->payload);
        }
    }

    void note(const QByteArray &update)
    {
        QVERIFY(doc.applyUpdate(update, &remote));
        const auto ranges = crdt::rangesOfUpdate(update);
        QVERIFY(ranges);
        for (const auto &range : *ranges) {
            auto &clock = confirmed[range.client];
            clock = std::max(clock, range.end);
        }
    }

    void send(Message::Kind kind, const QByteArray &payload)
    {
        m_transport.send(
            collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket));
    }

    collab::WebSocketTransport m_transport;
};

} // namespace

/// The relay is killed while people write. What somebody was told of is there again.
class RelayCrashTest : public QObject
{
    Q_OBJECT

private:
    void start()
    {
        m_relay = std::make_unique<RelayProcess>(
            QStringLiteral(KRATEYARD_BINARY),
            QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s)});
        QVERIFY(m_relay->port() > 0);
    }

    /// Everything that was confirmed so far is in the yard.
    void verify(const Confirmed &confirmed)
    {
        Peer reader(*m_relay);
        QTRY_VERIFY_WITH_TIMEOUT(reader.isSynced, RelayProcess::PatienceMs);
        const auto known = reader.doc.stateVector();
        for (const auto &[client, clock] : confirmed)
            QVERIFY2(known.clock(client) >= clock,
                     qPrintable(
                         u"client %1: %2 of %3"_s.arg(client).arg(known.clock(client)).arg(clock)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RelayProcess> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }
    void cleanup() { m_relay.reset(); }

    void killedAtAnyMoment()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("KRATEYARD_KILLS", &isNumber);
        const int kills = isNumber ? wanted : 50;
        constexpr int Writers = 3;
        std::mt19937 random(20261123);
        Confirmed confirmed;
        size_t rounds = 0;
        for (int kill = 0; kill < kills; ++kill) {
            std::vector<std::unique_ptr<Peer>> writers;
            for (int i = 0; i < Writers; ++i)
                writers.push_back(std::make_unique<Peer>(*m_relay));
            QTRY_VERIFY_WITH_TIMEOUT(
                std::ranges::all_of(writers, [](const auto &w) { return w->isSynced; }),
                RelayProcess::PatienceMs);
            QTimer pace;
            int written = 0;
            connect(&pace, &QTimer::timeout, this, [&] {
                for (auto &writer : writers) {
                    auto map = writer->doc.map(u"krates");
                    map.set(u"k%1"_s.arg(written % 20), lib0::Any(written));
                    map.set(u"text"_s, lib0::Any(QString(200, u'x')));
                }
                ++written;
            });
            pace.start(1);
            QTest::qWait(int(random() % 200)); // the moment is what is tried here
            m_relay->kill();
            pace.stop();
            for (const auto &writer : writers) {
                rounds += writer->confirmed.empty() ? 0 : 1;
                for (const auto &[client, clock] : writer->confirmed)
                    confirmed[client] = std::max(confirmed[client], clock);
            }
            writers.clear();
            start();
            verify(confirmed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(rounds >= size_t(kills), "nearly nobody heard anything");
    }

    void anOrderlyEndLosesNothing()
    {
        Peer writer(*m_relay);
        QTRY_VERIFY_WITH_TIMEOUT(writer.isSynced, RelayProcess::PatienceMs);
        for (int i = 0; i < 200; ++i)
            writer.doc.map(u"krates").set(u"k%1"_s.arg(i), lib0::Any(i));
        QTRY_COMPARE(writer.confirmed[writer.doc.clientId()], 200u);
        QCOMPARE(m_relay->end(), std::optional(0));
        start();
        Peer reader(*m_relay);
        QTRY_COMPARE_WITH_TIMEOUT(reader.doc.map(u"krates").size(), 200, RelayProcess::PatienceMs);
    }
};

QTEST_GUILESS_MAIN(RelayCrashTest)
#include "tst_relaycrash.moc"
