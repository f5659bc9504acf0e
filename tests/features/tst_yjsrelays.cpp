// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/ytypes.h"
#include "collab/provider/provider.h"
#include "collab/relay/config/accesstokens.h"
#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/skipall.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::Awareness;
using collab::CloseReason;
using collab::Framing;
using collab::Provider;
using Phase = collab::Provider::Phase;

namespace {

constexpr int Patience = 20'000;

/// A script of tests/yjs.
class Script : public support::LineProcess
{
public:
    explicit Script(const QStringList &arguments)
        : LineProcess(u"node"_s,
                      QStringList(QStringLiteral(YJS_SCRIPTS "/") + arguments.first())
                          + arguments.sliced(1))
    {
    }

    QJsonObject answer() { return QJsonDocument::fromJson(line()).object(); }
    QJsonObject ask(const QJsonObject &question)
    {
        write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        return answer();
    }
    QJsonObject show() { return ask({{u"show"_s, 1}}); }
};

/// Our client.
struct Client
{
    explicit Client(const collab::ProviderOptions &options)
        : provider(doc, awareness, options)
    {
        provider.start();
    }
    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }
    QJsonObject json() { return lib0::toJson(crdt::toAny(doc.map(u"m"))).toObject(); }
    QByteArray vector() const { return doc.stateVector().encode().toHex(); }
    Phase phase() const { return provider.status().phase; }

    crdt::Doc doc;
    Awareness awareness{1};
    Provider provider;
};

} // namespace

/// Our client beside those of npm, on the relays of npm, y-websocket's and hocuspocus, and on ours.
class YjsRelaysTest : public QObject
{
    Q_OBJECT

private:
    void writeConfig()
    {
        QFile file(m_folder.filePath(u"relay.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("dataDir: " + m_folder.filePath(m_kind).toUtf8()
                   + "\nauth:\n  mode: token\n  tokens:\n");
        for (const auto &[token, rest] :
             {std::pair("secret", ""), {"reader", ", role: viewer"}, {"403", ", yards: [other]"}})
            file.write("    - {sha256: \"" + relay::hashOf(token).toHex() + '"' + rest + "}\n");
    }

    void startRelay(int port = 0)
    {
        if (m_kind == "krateyard"_L1) {
            const QStringList config{u"--config"_s, m_folder.filePath(u"relay.yaml"_s)};
            auto ours = std::make_unique<support::RelayProcess>(QStringLiteral(KRATEYARD_BINARY),
                                                                config, port);
            m_port = ours->port();
            m_relay = std::move(ours);
        } else {
            auto theirs = std::make_unique<Script>(
                QStringList{u"relay.mjs"_s, m_kind, QString::number(port)});
            m_port = theirs->answer()["port"_L1].toInt();
            m_relay = std::move(theirs);
        }
        QVERIFY(m_port > 0);
    }

    QString url() const
    {
        const auto path = m_kind == "krateyard"_L1 ? u"/ws/sync"_s : QString();
        return u"ws://127.0.0.1:%1"_s.arg(m_port) + path;
    }

    std::unique_ptr<Script> theirClient() const
    {
        return std::make_unique<Script>(
            QStringList{u"client.mjs"_s, m_kind == "krateyard"_L1 ? u"y-websocket"_s : m_kind,
                        url(), u"room"_s, u"secret"_s});
    }

    collab::ProviderOptions options(const QString &token = u"secret"_s) const
    {
        return {.server = QUrl(url()),
                .room = u"room"_s,
                .framing = m_kind == "hocuspocus"_L1 ? Framing::Hocuspocus : Framing::YWebsocket,
                .token = token,
                .backoff = collab::BackoffOptions{.first = std::chrono::milliseconds(20),
                                                  .longest = std::chrono::milliseconds(200)}};
    }

    static void allKinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("y-websocket") << u"y-websocket"_s;
        QTest::newRow("hocuspocus") << u"hocuspocus"_s;
        QTest::newRow("krateyard") << u"krateyard"_s;
    }

    QTemporaryDir m_folder;
    QString m_kind;
    int m_port = 0;
    std::unique_ptr<support::LineProcess> m_relay;

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no interop with Yjs' relays: %1"_s.arg(npm.problem)));
    }

    void init()
    {
        QTest::failOnWarning();
        QFETCH(QString, kind);
        m_kind = kind;
        writeConfig();
        startRelay();
    }
    void cleanup()
    {
        m_relay.reset();
        QDir(m_folder.filePath(m_kind)).removeRecursively(); // the yard of the next test is new
    }

    void oursAndTheirsConverge_data() { allKinds(); }
    void oursAndTheirsConverge()
    {
        Client ours(options());
        ours.set(u"before"_s, 1);
        const auto theirs = theirClient();
        theirs->ask({{u"set"_s, QJsonArray{u"theirs"_s, QJsonObject{{u"x"_s, 0.5}}}}});
        QTRY_VERIFY_WITH_TIMEOUT(ours.provider.isSynced(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(theirs->show()["synced"_L1].toBool(), Patience);
        for (int i = 0; i < 50; ++i) {
            ours.set(u"k%1"_s.arg(i % 7), i);
            theirs->ask({{u"set"_s, QJsonArray{u"k%1"_s.arg(i % 5), -i}}});
        }
        QTRY_COMPARE_WITH_TIMEOUT(theirs->show()["vector"_L1].toString().toLatin1(), ours.vector(),
                                  Patience);
        QCOMPARE(theirs->show()["json"_L1].toObject(), ours.json());
        QCOMPARE(ours.json()["theirs"_L1]["x"_L1].toDouble(), 0.5);
        QCOMPARE(ours.json().size(), 9);
        QTRY_COMPARE_WITH_TIMEOUT(ours.provider.unsentChanges(), 0, Patience);
    }

    void awarenessIsSeenBothWays_data() { allKinds(); }
    void awarenessIsSeenBothWays()
    {
        Client ours(options());
        QVERIFY(ours.awareness.setLocalState(QJsonObject{{u"name"_s, u"ours"_s}}));
        auto theirs = theirClient();
        const auto id =
            quint64(theirs->ask({{u"state"_s, QJsonObject{{u"name"_s, u"theirs"_s}}}})["client"_L1]
                        .toDouble());
        QTRY_COMPARE_WITH_TIMEOUT(ours.awareness.state(id)["name"_L1].toString(), u"theirs"_s,
                                  Patience);
        const auto ourId = QString::number(ours.doc.clientId());
        const auto seen = [&] { return theirs->show()["states"_L1].toObject(); };
        QTRY_COMPARE_WITH_TIMEOUT(seen()[ourId]["name"_L1].toString(), u"ours"_s, Patience);
        for (int i = 0; i < 20; ++i)
            QVERIFY(ours.awareness.setLocalStateField(u"x"_s, i));
        QTRY_COMPARE_WITH_TIMEOUT(seen()[ourId]["x"_L1].toInt(), 19, Patience);
        ours.provider.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!seen().contains(ourId), Patience);
        ours.provider.start(); // and is there again at once
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(ourId), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(ours.awareness.contains(id), 5000);
        theirs.reset(); // killed: the relay tells
        QTRY_VERIFY_WITH_TIMEOUT(!ours.awareness.contains(id), Patience);
    }

    void aRelayThatIsKilledIsFoundAgain_data() { allKinds(); }
    void aRelayThatIsKilledIsFoundAgain()
    {
        Client ours(options());
        const auto theirs = theirClient();
        ours.set(u"a"_s, 1);
        QTRY_COMPARE_WITH_TIMEOUT(theirs->show()["json"_L1].toObject(), ours.json(), Patience);
        m_relay.reset();
        QTRY_COMPARE_WITH_TIMEOUT(ours.phase(), Phase::Offline, Patience);
        ours.set(u"ours"_s, 2);
        theirs->ask({{u"set"_s, QJsonArray{u"theirs"_s, 3}}});
        QVERIFY(ours.provider.unsentChanges() > 0);
        startRelay(m_port); // those of npm have forgotten everything
        QTRY_VERIFY_WITH_TIMEOUT(ours.provider.isSynced(), Patience);
        const QJsonObject wanted = {{u"a"_s, 1}, {u"ours"_s, 2}, {u"theirs"_s, 3}};
        QTRY_COMPARE_WITH_TIMEOUT(ours.json(), wanted, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(theirs->show()["json"_L1].toObject(), wanted, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(ours.provider.unsentChanges(), 0, Patience);
        const auto ourId = QString::number(ours.doc.clientId());
        QTRY_VERIFY_WITH_TIMEOUT(theirs->show()["states"_L1].toObject().contains(ourId), Patience);
    }

    void aBadTokenIsRefusedForGood_data() { allKinds(); }
    void aBadTokenIsRefusedForGood()
    {
        Client ours(options(u"wrong"_s));
        QTRY_COMPARE_WITH_TIMEOUT(ours.phase(), Phase::Refused, Patience);
        QVERIFY(!ours.provider.status().reason.text.isEmpty());
        QVERIFY(!ours.provider.status().reason.text.contains(u"wrong"_s));
        ours.provider.setToken(u"secret"_s);
        ours.provider.start();
        QTRY_VERIFY_WITH_TIMEOUT(ours.provider.isSynced(), Patience);
    }

    void anUpgradeThatIsForbiddenIsFinal_data() { allKinds(); }
    void anUpgradeThatIsForbiddenIsFinal()
    {
        if (m_kind == "hocuspocus"_L1)
            return; // refuses after the upgrade
        Client ours(options(u"403"_s));
        QTRY_COMPARE_WITH_TIMEOUT(ours.phase(), Phase::Refused, Patience);
        QCOMPARE(ours.provider.status().reason.code, int(CloseReason::Forbidden));
    }

    /// They repeat what they hear of each other, which is no forgery.
    void tabsOfOneBrowserStay_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("krateyard") << u"krateyard"_s;
    }
    void tabsOfOneBrowserStay()
    {
        Client ours(options());
        Script tabs({u"tabs.mjs"_s, url(), u"room"_s, u"secret"_s});
        QTRY_COMPARE_WITH_TIMEOUT(ours.awareness.clients().size(), 3, Patience);
        const auto told = tabs.answer();
        QCOMPARE(told["closed"_L1].toInt(-1), 0);
        QCOMPARE(told["seen"_L1].toArray(), (QJsonArray{99, 99}));
    }

    void aReaderSeesAndChangesNothing_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("hocuspocus") << u"hocuspocus"_s;
        QTest::newRow("krateyard") << u"krateyard"_s;
    }
    void aReaderSeesAndChangesNothing()
    {
        Client ours(options(u"reader"_s));
        const auto theirs = theirClient();
        theirs->ask({{u"set"_s, QJsonArray{u"a"_s, 1}}});
        QTRY_COMPARE_WITH_TIMEOUT(ours.json(), (QJsonObject{{u"a"_s, 1}}), Patience);
        QVERIFY(ours.provider.isReadOnly());
        ours.set(u"a"_s, 2);
        QCOMPARE(ours.provider.unsentChanges(), 1);
        theirs->ask({{u"set"_s, QJsonArray{u"b"_s, 3}}});
        QTRY_COMPARE_WITH_TIMEOUT(ours.json()["b"_L1].toInt(), 3, Patience);
        QCOMPARE(theirs->show()["json"_L1].toObject(), (QJsonObject{{u"a"_s, 1}, {u"b"_s, 3}}));
    }
};

QTEST_GUILESS_MAIN(YjsRelaysTest)
#include "tst_yjsrelays.moc"
