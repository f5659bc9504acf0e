// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"
#include "reflectorfixture.h"
#include "support/http2front.h"
#include "support/skipall.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

/// Many watches on one HTTP/2 connection that meets with every accident. The server is Node's, the
/// objects are a demo server's behind it.
class Http2WatchesTest : public ReflectorFixture
{
    Q_OBJECT

    static constexpr int Watches = 50;
    using Followers = std::vector<std::unique_ptr<Follower>>;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<support::Http2Front> m_front;

    kube::ClientConfig config() const
    {
        return {.server = m_front->url(), .certificateAuthorityData = m_keys->read(u"ca.crt"_s)};
    }

    void useConfig(const kube::ClientConfig &config)
    {
        m_client.reset();
        m_identity = std::make_unique<kube::Identity>(config);
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }

    void writeToken(const QByteArray &token) const
    {
        QFile file(m_folder->filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
    }

    Followers followMany(int count = Watches)
    {
        Followers all;
        for (int i = 0; i < count; ++i)
            all.push_back(follow());
        return all;
    }

    static bool areLive(const Followers &all)
    {
        return std::ranges::all_of(
            all, [](const auto &one) { return one->reflector->state() == State::Live; });
    }

    /// Whether everybody knows exactly what the server holds.
    bool areRight(const Followers &all) const
    {
        const auto expected = truth();
        return std::ranges::all_of(
            all, [&](const auto &one) { return one->known == expected && !one->doubled; });
    }

    void changeSome(int round)
    {
        put(u"map-%1"_s.arg(round), u"again"_s);
        put(u"new-%1"_s.arg(round));
        QVERIFY(m_server->store().remove(refOf(u"map-%1"_s.arg(100 + round)), 0));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!support::Http2Front::isUsable() || !Keys::isUsable())
            SKIP_ALL("node or the openssl program is not installed");
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<Keys>(m_folder->path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s));
    }

    void init()
    {
        startServer();
        m_front = std::make_unique<support::Http2Front>(
            m_keys->path(u"server.key"_s), m_keys->path(u"server.crt"_s), m_server->port());
        QVERIFY(m_front->port());
        useConfig(config());
        fill(200);
    }

    void cleanup()
    {
        m_client.reset();
        m_front.reset();
        stopServer();
    }

    void everyAccidentHealsWithoutALostOrDoubledRow_data()
    {
        QTest::addColumn<QByteArray>("accident");
        QTest::addColumn<int>("asked"); ///< watches that must be opened anew
        // https://www.rfc-editor.org/rfc/rfc9113#section-7
        QTest::newRow("GOAWAY") << QByteArray("goAway") << 0;
        QTest::newRow("RST_STREAM NO_ERROR") << QByteArray("reset 0") << Watches;
        QTest::newRow("RST_STREAM INTERNAL_ERROR") << QByteArray("reset 2") << Watches;
        QTest::newRow("RST_STREAM REFUSED_STREAM") << QByteArray("reset 7") << Watches;
        QTest::newRow("RST_STREAM CANCEL") << QByteArray("reset 8") << Watches;
        QTest::newRow("the connection ends") << QByteArray("cut") << Watches;
    }

    void everyAccidentHealsWithoutALostOrDoubledRow()
    {
        QFETCH(const QByteArray, accident);
        QFETCH(const int, asked);
        const auto all = followMany();
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
        QCOMPARE(m_front->count("openStreams"), Watches);
        for (int round = 0; round < 3; ++round) {
            script().clearRequests();
            m_front->tell(accident);
            changeSome(round);
            QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
            QTRY_COMPARE(watchCount(), asked);
            const auto late = followMany(1); // a new watch finds its way too
            QTRY_VERIFY_WITH_TIMEOUT(areLive(late) && areRight(late), 20'000);
            late[0]->reflector->stop();
            QTRY_COMPARE(m_front->count("openStreams"), Watches);
            QCOMPARE(watchCount(), asked + 1);
            QCOMPARE(listCount(), 1);
        }
        QCOMPARE(m_server->openWatches(), Watches);
        for (const auto &one : all)
            QCOMPARE(one->lists, 1);
        qInfo("%d connections, %d still open", m_front->count("connections"),
              m_front->count("openConnections"));
    }

    /// The old ones keep theirs.
    void afterGoAwayAllNewWatchesShareOneConnection()
    {
        const auto old = followMany(5);
        QTRY_VERIFY_WITH_TIMEOUT(areLive(old), 20'000);
        m_front->tell("goAway");
        const auto all = followMany(30);
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
        const auto said = m_front->tell("count");
        QCOMPARE(said["sessions"_L1].toInt(), 2);
        QCOMPARE(said["openStreams"_L1].toInt(), 35);
        changeSome(0);
        QTRY_VERIFY_WITH_TIMEOUT(areRight(all) && areRight(old), 20'000);
    }

    void a401RenewsTheTokenOnceForAllWatches()
    {
        writeToken("token-1");
        m_server->options().tokens = {{"token-1", u"jane"_s}};
        auto fromFile = config();
        fromFile.tokenFile = m_folder->filePath(u"token"_s);
        useConfig(fromFile);
        const auto all = followMany();
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);

        m_server->options().tokens = {{"token-2", u"jane"_s}};
        writeToken("token-2");
        script().clearRequests();
        m_front->tell("reset 2");
        changeSome(0);
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
        // Whoever asked before the file was read again was refused, once.
        QVERIFY(watchCount() > Watches && watchCount() <= 2 * Watches);
        for (const auto &one : all)
            QVERIFY(!one->states.contains(State::Refused));
    }

    void aServerThatAlwaysSays401IsNotAskedAgainAndAgain()
    {
        writeToken("token-1");
        m_server->options().tokens = {{"token-1", u"jane"_s}};
        auto fromFile = config();
        fromFile.tokenFile = m_folder->filePath(u"token"_s);
        useConfig(fromFile);
        Followers all;
        for (int i = 0; i < Watches; ++i) {
            auto patient = options();
            patient.pace.refusedWait = 60'000;
            all.push_back(std::make_unique<Follower>(*m_client, patient));
            all.back()->reflector->start();
        }
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all), 20'000);
        m_server->options().tokens = {{"nothing", u"jane"_s}};
        script().clearRequests();
        m_front->tell("reset 2");
        QTRY_VERIFY(std::ranges::all_of(
            all, [](const auto &one) { return one->reflector->state() == State::Refused; }));
        QVERIFY2(m_server->script().requests().size() <= 2 * Watches,
                 qPrintable(QString::number(m_server->script().requests().size())));
    }

    void a429IsWaitedFor()
    {
        const auto all = followMany();
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
        script().clearRequests();
        const int before = m_front->count("http2");
        m_front->tell("answer 50 429 1");
        m_front->tell("reset 2");
        changeSome(0);
        QTRY_VERIFY(std::ranges::all_of(all, [](const auto &one) {
            const auto error = one->reflector->lastError();
            return one->reflector->state() == State::Stale && error && error->code == 429
                && error->retryAfterSeconds == 1;
        }));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(watchCount(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all) && areRight(all), 20'000);
        QVERIFY(timer.elapsed() > 500);
        QCOMPARE(watchCount(), Watches);
        QCOMPARE(m_front->count("http2"), before + 2 * Watches);
    }

    /// More than fits arrives while the thread that should take it is busy.
    void aWatchThatBringsTooMuchGoesOnOnItsOwnConnection()
    {
        const auto all = followMany(3);
        QTRY_VERIFY_WITH_TIMEOUT(areLive(all), 20'000);
        QCOMPARE(m_front->count("openStreams"), 3);
        QTimer busy;
        busy.callOnTimeout(this, [] {
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < 100) { }
        });
        busy.start(0);
        const int before = m_front->count("http1");
        m_front->tell("swell 100");
        changeSome(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_front->count("openStreams"), 0, 20'000);
        busy.stop();
        QTRY_VERIFY_WITH_TIMEOUT(areRight(all), 20'000);
        changeSome(1);
        QTRY_VERIFY(areRight(all));
        for (const auto &one : all) {
            QVERIFY(!one->states.contains(State::Stale)); // nobody was to know
            QCOMPARE(one->lists, 1);
        }
        QCOMPARE(m_front->count("http1"), before + 3);
        QCOMPARE(m_front->count("openStreams"), 0);
    }
};

QTEST_GUILESS_MAIN(Http2WatchesTest)
#include "tst_http2watches.moc"
