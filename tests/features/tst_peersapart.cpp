// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/ytypes.h"
#include "collab/provider/provider.h"
#include "support/badnetwork.h"
#include "support/npm.h"
#include "support/relayprocess.h"
#include "support/skipall.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yarddocument.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

namespace {

constexpr int Patience = 45'000; // npm's client notices after 30 s that nothing comes any more
constexpr int CutMs = 10'000;

/// A Yjs client of npm, in the yard that the test is about.
class Theirs : public support::LineProcess
{
public:
    Theirs(const QString &url, const QString &name)
        : LineProcess(u"node"_s,
                      {QStringLiteral(YJS_SCRIPTS "/client.mjs"), u"y-websocket"_s, url, u"yard"_s,
                       QString()})
    {
        ask({{u"state"_s, QJsonObject{{u"name"_s, name}}}});
    }

    QJsonObject ask(const QJsonObject &question)
    {
        write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        return QJsonDocument::fromJson(line()).object();
    }
    QString vector() { return ask({})[u"vector"].toString(); }
    int seen() { return int(ask({})[u"states"].toObject().size()); }
    QPointF positionOf(const QString &krate)
    {
        const auto at = ask({{u"at"_s, QJsonArray{u"krates"_s, krate}}})[u"json"][u"p"].toArray();
        return {at.at(0).toDouble(), at.at(1).toDouble()};
    }
    void move(const QString &krate, const QPointF &to)
    {
        ask({{u"at"_s, QJsonArray{u"krates"_s, krate}},
             {u"set"_s, QJsonArray{u"p"_s, QJsonArray{to.x(), to.y()}}}});
    }
};

/// A yard of ours.
struct Ours
{
    Ours(const QString &url, const QString &name)
        : provider(document.doc(), awareness, {.server = QUrl(url), .room = u"yard"_s})
    {
        awareness.setLocalState(QJsonObject{{u"name"_s, name}});
        provider.start();
    }

    QString vector() const
    {
        return QString::fromLatin1(document.doc().stateVector().encode().toHex());
    }
    int seen() const { return int(awareness.clients().size()); }
    QJsonValue krates() const
    {
        return lib0::toJson(crdt::toAny(document.doc().map(schema::Krates)));
    }
    QString open(const QString &pod, const QPointF &at)
    {
        return yard::open(document,
                          {.cluster = u"kind"_s,
                           .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, pod},
                           .label = pod},
                          {View::Logs}, at);
    }

    YardDocument document;
    collab::Awareness awareness{document.doc().clientId()};
    collab::Provider provider;
};

} // namespace

/// Two of npm's clients and two of our yards on one relay, one of each behind a network that fails.
class PeersApartTest : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<support::RelayProcess> m_relay;
    std::unique_ptr<support::BadNetwork> m_network;

    QString farUrl() const { return u"ws://127.0.0.1:%1/ws/sync"_s.arg(m_network->port()); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto npm =
            support::npmPackages(u"yjs"_s, QStringLiteral(YJS_SCRIPTS "/package.json"));
        if (!npm.problem.isEmpty())
            SKIP_ALL(qPrintable(u"no interop with Yjs' client: %1"_s.arg(npm.problem)));
    }

    void init()
    {
        QTest::failOnWarning();
        m_folder.emplace();
        m_relay = std::make_unique<support::RelayProcess>(
            QStringLiteral(KRATEYARD_BINARY), QStringList{u"--data-dir"_s, m_folder->path()});
        QVERIFY(m_relay->port() > 0);
        m_network = std::make_unique<support::BadNetwork>(quint16(m_relay->port()));
    }
    void cleanup()
    {
        m_network.reset();
        m_relay.reset();
    }

    void whatWasDoneApartComesTogether()
    {
        Ours near(m_relay->syncUrl(), u"Ada"_s);
        Ours far(farUrl(), u"Berta"_s);
        Theirs theirs(m_relay->syncUrl(), u"Chen"_s);
        Theirs theirsFar(farUrl(), u"Dora"_s);
        const auto first = near.open(u"web"_s, {1000, 1000});
        const auto second = near.open(u"db"_s, {5000, 1000});
        const auto areTogether = [&] {
            return far.vector() == near.vector() && theirs.vector() == near.vector()
                && theirsFar.vector() == near.vector() && near.provider.unsentChanges() == 0
                && far.provider.unsentChanges() == 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(areTogether(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 4, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(theirsFar.seen(), 4, Patience);

        m_network->setDown(true); // for ten seconds, in which everybody works on
        QElapsedTimer cut;
        cut.start();
        for (int i = 0; cut.elapsed() < CutMs; ++i) {
            yard::move(near.document, first, QPointF(1000 + i, 3000));
            theirs.move(second, QPointF(5000 + i, 5000));
            far.open(u"pod-%1"_s.arg(i), QPointF(1000, 200 * (i % 30)));
            theirsFar.ask({{u"set"_s, QJsonArray{u"note %1"_s.arg(i), i}}});
            QTest::qWait(100);
        }
        QVERIFY(far.vector() != near.vector());
        QVERIFY(theirsFar.vector() != theirs.vector());
        QVERIFY(far.provider.unsentChanges() > 0);
        m_network->setDown(false);

        QTRY_VERIFY_WITH_TIMEOUT(areTogether(), Patience);
        QCOMPARE(far.krates(), near.krates());
        QVERIFY(far.document.krates().size() > 10);
        QCOMPARE(theirsFar.positionOf(first), near.document.krate(first)->position);
        QCOMPARE(theirsFar.positionOf(second), near.document.krate(second)->position);
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 4, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.seen(), 4, Patience);
    }

    /// Its connection stays open, and nothing comes any more.
    void whoVanishedIsGoneAfterHalfAMinute()
    {
        Ours near(m_relay->syncUrl(), u"Ada"_s);
        Theirs theirs(m_relay->syncUrl(), u"Chen"_s);
        auto vanishes = std::make_unique<Ours>(farUrl(), u"Berta"_s);
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 3, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.seen(), 3, Patience);
        QElapsedTimer gone;
        gone.start();
        m_network->setDown(true);
        vanishes.reset();
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 2, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.seen(), 2, Patience);
        QVERIFY2(gone.elapsed() <= 30'000, qPrintable(QString::number(gone.elapsed())));
    }

    void whoClosesOrIsKilledIsGoneAtOnce()
    {
        Ours near(m_relay->syncUrl(), u"Ada"_s);
        auto leaves = std::make_unique<Ours>(m_relay->syncUrl(), u"Berta"_s);
        Theirs killed(m_relay->syncUrl(), u"Chen"_s);
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 3, Patience);
        leaves->provider.stop();
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 2, 2000);
        killed.kill(); // the system closes its connection
        QTRY_COMPARE_WITH_TIMEOUT(near.seen(), 1, 2000);
    }
};

QTEST_GUILESS_MAIN(PeersApartTest)
#include "tst_peersapart.moc"
