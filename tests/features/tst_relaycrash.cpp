// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/confirmedpeer.h"
#include "support/relayprocess.h"
#include "support/servers.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using support::Confirmed;
using Peer = support::ConfirmedPeer;
using support::RelayProcess;

/// The relay is killed while people write. What somebody was told of is there again.
class RelayCrashTest : public QObject
{
    Q_OBJECT

private:
    void start()
    {
        const auto store = m_postgresUrl.isEmpty()
            ? QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s)}
            : QStringList{u"--postgres"_s, m_postgresUrl};
        m_relay = std::make_unique<RelayProcess>(QStringLiteral(KRATEYARD_BINARY), store);
        QVERIFY(m_relay->port() > 0);
    }

    /// Everything that was confirmed so far is in the yard.
    void verify(const Confirmed &confirmed)
    {
        Peer reader(m_relay->syncUrl());
        QTRY_VERIFY_WITH_TIMEOUT(reader.isSynced, RelayProcess::PatienceMs);
        const auto known = reader.doc.stateVector();
        for (const auto &[client, clock] : confirmed)
            QVERIFY2(known.clock(client) >= clock,
                     qPrintable(
                         u"client %1: %2 of %3"_s.arg(client).arg(known.clock(client)).arg(clock)));
    }

    static void stores()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("SQLite") << 0;
        QTest::addRow("PostgreSQL") << 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::PostgresServer> m_postgres;
    QString m_postgresUrl; ///< empty: SQLite
    std::unique_ptr<RelayProcess> m_relay;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_postgresUrl.clear();
        if (QByteArrayView(QTest::currentDataTag()) == "PostgreSQL") {
            if (!m_postgres)
                m_postgres = std::make_unique<support::PostgresServer>();
            if (!m_postgres->problem().isEmpty())
                QSKIP(qPrintable(m_postgres->problem()));
            m_postgresUrl =
                m_postgres->makeDatabase(QString::fromLatin1(QTest::currentTestFunction()));
        }
        start();
    }
    void cleanup() { m_relay.reset(); }

    void killedAtAnyMoment_data() { stores(); }
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
                writers.push_back(std::make_unique<Peer>(m_relay->syncUrl()));
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

    void anOrderlyEndLosesNothing_data() { stores(); }
    void anOrderlyEndLosesNothing()
    {
        Peer writer(m_relay->syncUrl());
        QTRY_VERIFY_WITH_TIMEOUT(writer.isSynced, RelayProcess::PatienceMs);
        for (int i = 0; i < 200; ++i)
            writer.doc.map(u"krates").set(u"k%1"_s.arg(i), lib0::Any(i));
        QTRY_COMPARE(writer.confirmed[writer.doc.clientId()], 200u);
        QCOMPARE(m_relay->end(), std::optional(0));
        start();
        Peer reader(m_relay->syncUrl());
        QTRY_COMPARE_WITH_TIMEOUT(reader.doc.map(u"krates").size(), 200, RelayProcess::PatienceMs);
    }
};

QTEST_GUILESS_MAIN(RelayCrashTest)
#include "tst_relaycrash.moc"
