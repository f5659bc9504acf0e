// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"
#include "kube/api/apiclient.h"
#include "kube/api/apistream.h"
#include "kube/auth/identity.h"
#include "support/http2front.h"
#include "support/skipall.h"
#include "testproxy.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cstdio>

#include <malloc.h>

using namespace Qt::StringLiterals;
using kube::ApiStream;
using kube::Error;
using Front = support::Http2Front;

namespace {

constexpr qint64 MiB = 1024 * 1024;

kube::ApiRequest flood(qint64 bytes, bool multiplexed)
{
    kube::ApiRequest request{.path = u"/flood"_s, .multiplexed = multiplexed};
    request.query.addQueryItem(u"bytes"_s, QString::number(bytes));
    return request;
}

kube::ApiRequest drip()
{
    return {.path = u"/drip"_s, .multiplexed = true};
}

/// Without what malloc keeps for later.
double residentMiB()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toDouble() * 4096 / double(MiB)
        : 0;
}

/// What came of a flood, and whether each byte was the next.
class Reader : public QObject
{
public:
    Reader(kube::ApiClient &client, const kube::ApiRequest &request)
        : stream(client.stream(request))
    {
        connect(stream.get(), &ApiStream::opened, this, [this] { opened = true; });
        connect(stream.get(), &ApiStream::received, this,
                [this](const QByteArray &block) { take(block); });
        connect(stream.get(), &ApiStream::ended, this, [this](const auto &how) {
            ++ends;
            error = how;
        });
    }

    std::unique_ptr<ApiStream> stream;
    bool opened = false;
    bool inOrder = true;
    qint64 bytes = 0;
    int ends = 0;
    int busyMs = 0; ///< over each block
    std::optional<Error> error;

private:
    void take(const QByteArray &block)
    {
        QElapsedTimer busy;
        busy.start();
        for (const char byte : block) {
            const auto number = qToLittleEndian(quint64(bytes) / 8);
            inOrder &= byte == reinterpret_cast<const char *>(&number)[bytes % 8];
            ++bytes;
        }
        while (busy.elapsed() < busyMs) { }
    }
};

} // namespace

/// Streams on one HTTP/2 connection, with Node's server: who holds whom back.
class Http2Test : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keys> m_keys;
    std::unique_ptr<Front> m_front;
    std::unique_ptr<kube::Identity> m_identity;
    std::unique_ptr<kube::ApiClient> m_client;

    kube::ClientConfig config() const
    {
        return {.server = m_front->url(), .certificateAuthorityData = m_keys->read(u"ca.crt"_s)};
    }
    double sentMiB() { return m_front->tell("count")["sent"_L1].toDouble() / double(MiB); }

    /// Until the server gets rid of nothing more.
    double sentInTheEnd()
    {
        double before = -1;
        double now = sentMiB();
        [&] {
            QTRY_VERIFY2_WITH_TIMEOUT(
                [&] {
                    QTest::qWait(250);
                    before = std::exchange(now, sentMiB());
                    return now > 0 && now == before;
                }(),
                "the server goes on sending", 20'000);
        }();
        return now;
    }

    void startFront(int streams = 100)
    {
        m_client.reset();
        m_identity.reset();
        m_front = std::make_unique<Front>(m_keys->path(u"server.key"_s),
                                          m_keys->path(u"server.crt"_s), 0, streams);
        QVERIFY(m_front->port());
        m_identity = std::make_unique<kube::Identity>(config());
        m_client = std::make_unique<kube::ApiClient>(*m_identity);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Front::isUsable() || !Keys::isUsable())
            SKIP_ALL("node or the openssl program is not installed");
        m_folder = std::make_unique<QTemporaryDir>();
        m_keys = std::make_unique<Keys>(m_folder->path());
        QVERIFY(m_keys->makeAuthority(u"ca"_s));
        QVERIFY(m_keys->makeServer(u"server"_s, u"ca"_s,
                                   "IP:127.0.0.1,DNS:localhost,DNS:api.krateyard.invalid"));
    }

    void init()
    {
        QTest::failOnWarning();
        startFront();
    }

    void cleanup()
    {
        m_client.reset();
        m_identity.reset();
        m_front.reset();
    }

    /// What ApiStream builds on: the day this fails, Qt holds HTTP/2 servers back, and bounds of
    /// our own are needless.
    void qtLeavesAnHttp2ServerUnchecked()
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_front->url() + u"/flood?bytes=%1"_s.arg(64 * MiB)));
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(m_keys->read(u"ca.crt"_s)));
        request.setSslConfiguration(tls);
        std::unique_ptr<QNetworkReply> reply(network.get(request));
        reply->setReadBufferSize(256 * 1024);
        QTRY_COMPARE_WITH_TIMEOUT(sentMiB(), 64.0, 20'000);
        QVERIFY(reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool());
    }

    void aPausedStreamOfItsOwnHoldsTheServerBackAndLosesNothing()
    {
        Reader other(*m_client, drip());
        other.stream->start();
        QTRY_COMPARE(other.bytes, 2);
        const double before = residentMiB();
        Reader reader(*m_client, flood(200 * MiB, false));
        reader.stream->setPaused(true);
        reader.stream->start();
        QTRY_VERIFY(reader.opened);
        const double sent = sentInTheEnd();
        const double more = residentMiB() - before;
        qInfo("HTTP/1.1, paused: %.1f MiB left the server, %.1f MiB more here", sent, more);
        QVERIFY(sent < 16); // what the kernel's and the server's own buffers take
        QVERIFY(more < 16);
        QCOMPARE(reader.bytes, 0);
        m_front->tell("drip x");
        QTRY_COMPARE(other.bytes, 4);

        reader.stream->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(reader.bytes, 200 * MiB, 30'000);
        QTRY_COMPARE(reader.ends, 1);
        QVERIFY(!reader.error);
        QVERIFY(reader.inOrder);
        QCOMPARE(m_front->count("connections"), 2);
    }

    void aServerWithoutHttp2HasAConnectionForEach()
    {
        startFront(Front::NoHttp2);
        std::vector<std::unique_ptr<Reader>> readers;
        for (int i = 0; i < 30; ++i) {
            readers.push_back(std::make_unique<Reader>(*m_client, drip()));
            readers.back()->stream->start();
        }
        for (const auto &reader : readers)
            QTRY_COMPARE(reader->bytes, 2);
        QCOMPARE(m_front->count("connections"), 30);
        Reader reader(*m_client, flood(1000 * MiB, true));
        reader.stream->setPaused(true);
        reader.stream->start();
        QTRY_COMPARE_WITH_TIMEOUT(reader.ends, 1, 20'000);
        QVERIFY(reader.stream->isOverrun()); // or Qt would gather all of it
        QVERIFY(sentInTheEnd() < 128);
    }

    void aServerThatAllowsFewStreamsServesAll()
    {
        startFront(10);
        std::vector<std::unique_ptr<Reader>> readers;
        for (int i = 0; i < 35; ++i) {
            readers.push_back(std::make_unique<Reader>(*m_client, drip()));
            readers.back()->stream->start();
        }
        for (const auto &reader : readers)
            QTRY_COMPARE_WITH_TIMEOUT(reader->bytes, 2, 10'000);
        // Ten, ten more on a second connection, and the others on their own.
        QCOMPARE(m_front->count("openStreams"), 20);
        QCOMPARE(m_front->count("connections"), 2 + 15);
    }

    void aShortPauseOfASharedStreamLosesNothing()
    {
        Reader reader(*m_client, flood(6 * MiB, true));
        reader.stream->setPaused(true);
        reader.stream->start();
        QTRY_COMPARE_WITH_TIMEOUT(sentMiB(), 6.0, 20'000);
        QCOMPARE(reader.bytes, 0);
        reader.stream->setPaused(false);
        QTRY_COMPARE(reader.ends, 1);
        QVERIFY(!reader.error);
        QCOMPARE(reader.bytes, 6 * MiB);
        QVERIFY(reader.inOrder);
    }

    void aSharedStreamThatIsNotReadIsCutOffAndTheOthersGoOn_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("paused") << true;
        QTest::newRow("read too slowly") << false;
    }

    void aSharedStreamThatIsNotReadIsCutOffAndTheOthersGoOn()
    {
        QFETCH(const bool, paused);
        Reader other(*m_client, drip());
        other.stream->start();
        QTRY_COMPARE(other.bytes, 2);
        const double before = residentMiB();
        Reader reader(*m_client, flood(1000 * MiB, true));
        reader.busyMs = 5;
        reader.stream->setPaused(paused);
        reader.stream->start();
        double most = 0;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                most = qMax(most, residentMiB() - before);
                return reader.ends > 0;
            }(),
            20'000);
        const double sent = sentInTheEnd();
        qInfo("HTTP/2: cut off after %.1f MiB, %.1f MiB more here; %.1f MiB were read", sent, most,
              double(reader.bytes) / double(MiB));
        QVERIFY(reader.error);
        QCOMPARE(reader.error->kind, Error::Kind::Unreachable);
        QVERIFY(reader.stream->isOverrun());
        QVERIFY(reader.inOrder);
        QVERIFY(most < 64);
        QVERIFY(sent < 128);
        QTRY_COMPARE(m_front->count("openStreams"), 1);
        m_front->tell("drip x");
        QTRY_COMPARE(other.bytes, 4);
        QCOMPARE(m_front->count("connections"), 1);
    }

    void streamsShareAConnectionThroughAProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        for (const auto &scheme : {u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s})
            QTest::newRow(qPrintable(scheme)) << scheme;
    }

    void streamsShareAConnectionThroughAProxy()
    {
        QFETCH(const QString, scheme);
        const auto kind =
            scheme.startsWith("socks"_L1) ? TestProxy::Kind::Socks5 : TestProxy::Kind::Http;
        const auto tls = m_keys->serverConfiguration(u"server"_s);
        TestProxy proxy(kind, "jo", "pw", scheme == "https"_L1 ? &tls : nullptr);
        auto proxied = config();
        proxied.server = u"https://api.krateyard.invalid:%1"_s.arg(m_front->port());
        proxied.proxyUrl = u"%1://jo:pw@127.0.0.1:%2"_s.arg(scheme).arg(proxy.port());
        kube::Identity identity(proxied);
        kube::ApiClient client(identity);
        std::vector<std::unique_ptr<Reader>> readers;
        for (int i = 0; i < 10; ++i) {
            readers.push_back(std::make_unique<Reader>(client, drip()));
            readers.back()->stream->start();
        }
        for (const auto &reader : readers)
            QTRY_COMPARE(reader->bytes, 2);
        m_front->tell("drip x");
        for (const auto &reader : readers)
            QTRY_COMPARE(reader->bytes, 4);
        const auto said = m_front->tell("count");
        QCOMPARE(said["http2"_L1].toInt(), 10);
        QCOMPARE(said["connections"_L1].toInt(), 1);
        QVERIFY(!proxy.asked.isEmpty());
        for (const auto &asked : proxy.asked)
            QCOMPARE(asked, u"api.krateyard.invalid:%1"_s.arg(m_front->port()));
        // The proxy's way does not change who is held back, or that the end is noticed.
        m_front->tell("cut");
        for (const auto &reader : readers)
            QTRY_COMPARE(reader->ends, 1);
    }
};

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"
