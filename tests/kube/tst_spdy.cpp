// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/spdyconnection.h"

#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using kube::SpdyConnection;
using kube::SpdyFrame;
using kube::SpdyReader;
using kube::SpdyStream;
using kube::SpdyWriter;
using Type = SpdyFrame::Type;

namespace {

/// Two ends in one process. What is sent waits until deliver().
class Wire final : public kube::ByteTunnel
{
public:
    void start() override { }
    void send(const QByteArray &bytes) override { waiting += bytes; }
    qint64 bytesWaiting() const override { return waiting.size(); }
    void setPaused(bool on) override { paused = on; }
    void close() override { Q_EMIT ended({}); }

    QByteArray waiting;
    bool paused = false;
};

/// What a test sees of a client, whose server it plays itself.
struct Client
{
    Client()
    {
        auto tunnel = std::make_unique<Wire>();
        wire = tunnel.get();
        connection =
            std::make_unique<SpdyConnection>(std::move(tunnel), SpdyConnection::Role::Client);
        connection->start();
    }
    /// The frames that it has sent since the last call.
    std::vector<SpdyFrame> sent()
    {
        std::vector<SpdyFrame> frames;
        reader.read(std::exchange(wire->waiting, {}), frames);
        return frames;
    }
    qsizetype sentBytes()
    {
        qsizetype bytes = 0;
        for (const auto &frame : sent())
            bytes += frame.data.size();
        return bytes;
    }
    void say(const SpdyFrame &frame) { Q_EMIT wire->received(writer.write(frame)); }
    SpdyStream *openStream()
    {
        auto *stream = connection->open({{"port", "80"}});
        say({.type = Type::SynReply, .stream = stream->id()});
        sent();
        return stream;
    }

    Wire *wire = nullptr;
    std::unique_ptr<SpdyConnection> connection;
    SpdyReader reader;
    SpdyWriter writer;
};

std::vector<SpdyFrame> everyFrame()
{
    return {
        {.type = Type::SynStream,
         .stream = 1,
         .last = true,
         .headers = {{"port", "80"}, {"a", ""}}},
        {.type = Type::SynReply, .stream = 1, .headers = {{"streamtype", "error"}}},
        {.type = Type::Headers, .stream = 3, .last = true, .headers = {{"port", "80"}}},
        {.type = Type::Data, .stream = 1, .data = "some bytes"},
        {.type = Type::Data, .stream = 1, .last = true},
        {.type = Type::RstStream, .stream = 5, .value = SpdyFrame::Cancel},
        {.type = Type::Settings, .settings = {{SpdyFrame::InitialWindowSize, 1000}, {4, 100}}},
        {.type = Type::Ping, .value = 7},
        {.type = Type::WindowUpdate, .stream = 0, .value = 65536},
        {.type = Type::GoAway, .stream = 9, .value = 2},
    };
}

/// Data comes in parts: put together again.
std::vector<SpdyFrame> joined(const std::vector<SpdyFrame> &frames)
{
    std::vector<SpdyFrame> result;
    for (const auto &frame : frames) {
        const bool goesOn = !result.empty() && frame.type == Type::Data
            && result.back().type == Type::Data && !result.back().last && !frame.data.isEmpty();
        if (!goesOn) {
            result.push_back(frame);
            continue;
        }
        result.back().data += frame.data;
        result.back().last = frame.last;
    }
    return result;
}

QByteArray controlFrame(quint16 type, quint32 length, const QByteArray &body)
{
    QByteArray bytes("\x80\x03\0\0\0\0\0\0", 8);
    qToBigEndian(type, bytes.data() + 2);
    qToBigEndian(length, bytes.data() + 4);
    return bytes + body;
}

} // namespace

class SpdyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    // The first bytes that every SPDY/3 client sends: zlib's header and the dictionary's checksum.
    void headersArePackedWithTheDictionaryOfTheProtocol()
    {
        kube::SpdyHeaderPacker packer;
        const auto block = packer.pack({{"host", "a"}});
        QCOMPARE(block.first(6).toHex().last(8), "e3c6a7c2");
        QCOMPARE(block.first(1).toHex(), "78");
    }

    void framesSurviveEveryCut()
    {
        SpdyWriter writer;
        QByteArray bytes;
        for (const auto &frame : everyFrame())
            bytes += writer.write(frame);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            SpdyReader reader;
            std::vector<SpdyFrame> frames;
            QVERIFY(reader.read(QByteArrayView(bytes).first(cut), frames));
            QVERIFY(reader.read(QByteArrayView(bytes).sliced(cut), frames));
            QCOMPARE(joined(frames), everyFrame());
        }
        SpdyReader reader;
        std::vector<SpdyFrame> frames;
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QVERIFY(reader.read(QByteArrayView(bytes).sliced(i, 1), frames));
        QCOMPARE(joined(frames), everyFrame());
    }

    void hostileFramesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("another version") << QByteArray("\x80\x02\0\x06\0\0\0\x04\0\0\0\1", 12);
        QTest::newRow("a control frame without end") << controlFrame(8, 0xffffff, {});
        QTest::newRow("a short reset") << controlFrame(3, 4, QByteArray(4, '\0'));
        QTest::newRow("no ping id") << controlFrame(6, 0, {});
        QTest::newRow("settings that lie") << controlFrame(4, 4, QByteArray("\xff\xff\xff\xff", 4));
        QTest::newRow("headers that are none") << controlFrame(2, 8, QByteArray(8, 'x'));
        const QByteArray bomb = bombBlock();
        QTest::newRow("headers that are a bomb")
            << controlFrame(2, quint32(4 + bomb.size()), QByteArray(4, '\0') + bomb);
    }

    void hostileFramesAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        SpdyReader reader;
        std::vector<SpdyFrame> frames;
        QVERIFY(!reader.read(bytes, frames));
        QVERIFY(frames.empty());
        QVERIFY(!reader.problem().isEmpty());
        QVERIFY(!reader.read("\x80", frames)); // nothing more is read
    }

    void unknownControlFramesAreSkipped()
    {
        SpdyReader reader;
        SpdyWriter writer;
        std::vector<SpdyFrame> frames;
        const QByteArray bytes = controlFrame(77, 3, "abc") + writer.write({.type = Type::Ping});
        QVERIFY(reader.read(bytes, frames));
        QCOMPARE(frames, std::vector<SpdyFrame>{{.type = Type::Ping}});
    }

    void dataIsToldAsItArrivesWhateverLengthItClaims()
    {
        SpdyReader reader;
        std::vector<SpdyFrame> frames;
        QByteArray bytes("\0\0\0\1\1\xff\xff\xff", 8);
        bytes += "abc";
        QVERIFY(reader.read(bytes, frames));
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames.front().data, "abc");
        QVERIFY(!frames.front().last);
    }

    void nothingIsWrittenBeforeTheReply()
    {
        Client client;
        auto *stream = client.connection->open({{"port", "80"}});
        QCOMPARE(stream->room(), 0);
        QSignalSpy replied(stream, &SpdyStream::replied);
        client.say({.type = Type::SynReply, .stream = 1});
        QCOMPARE(replied.size(), 1);
        QVERIFY(stream->room() > 0);
    }

    void aStreamEndsWhenBothEndsHaveFinished()
    {
        Client client;
        QPointer stream = client.openStream();
        QSignalSpy ended(stream, &SpdyStream::ended);
        QSignalSpy finished(stream, &SpdyStream::finished);
        client.say({.stream = 1, .last = true, .data = "bye"});
        QCOMPARE(finished.size(), 1);
        QCOMPARE(ended.size(), 0);
        stream->write("still here");
        stream->finish();
        const auto frames = client.sent();
        QCOMPARE(frames.front().data, "still here");
        QVERIFY(frames.back().last);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.front().front().toString(), QString());
        QTRY_VERIFY(!stream);
        QCOMPARE(client.connection->streamCount(), 0);
    }

    void aServerThatKeepsNoWindowsIsSentWhatTheNetworkTakes()
    {
        Client client;
        auto *stream = client.openStream();
        stream->write(QByteArray(200'000, 'x')); // more than a window
        QVERIFY(stream->room() > 0);
        stream->write(QByteArray(100'000, 'x'));
        QCOMPARE(stream->room(), 0);
        QSignalSpy writable(stream, &SpdyStream::writable);
        const auto first = client.sentBytes();
        Q_EMIT client.wire->drained();
        QCOMPARE(first + client.sentBytes(), 300'000);
        QCOMPARE(writable.size(), 1);
    }

    void theWindowsOfAServerThatKeepsThemAreKept()
    {
        Client client;
        auto *stream = client.openStream();
        client.say({.type = Type::WindowUpdate, .stream = 0, .value = 1'000'000});
        QCOMPARE(stream->room(), 64 * 1024);
        stream->write(QByteArray(64 * 1024 + 5, 'x'));
        QCOMPARE(client.sentBytes(), 64 * 1024);
        QCOMPARE(stream->room(), 0);
        QSignalSpy writable(stream, &SpdyStream::writable);
        Q_EMIT client.wire->drained();
        QCOMPARE(writable.size(), 0);
        client.say({.type = Type::WindowUpdate, .stream = 1, .value = 15});
        QCOMPARE(client.sentBytes(), 5);
        QCOMPARE(writable.size(), 1);
        QCOMPARE(stream->room(), 10);
        client.say(
            {.type = Type::Settings, .settings = {{SpdyFrame::InitialWindowSize, 32 * 1024}}});
        QCOMPARE(stream->room(), 0); // less than nothing
    }

    void windowsAreOpenedAsStreamsConsume()
    {
        Client client;
        auto *stream = client.openStream();
        client.say({.stream = 1, .data = QByteArray(20'000, 'x')});
        const std::vector<SpdyFrame> atOnce{
            {.type = Type::WindowUpdate, .stream = 0, .value = 20'000}};
        QCOMPARE(client.sent(), atOnce);
        stream->consume(20'000);
        const std::vector<SpdyFrame> expected{
            {.type = Type::WindowUpdate, .stream = 1, .value = 20'000}};
        QCOMPARE(client.sent(), expected);
    }

    void whoDoesNotReadHoldsAServerWithoutWindows()
    {
        Client client;
        auto *stream = client.openStream();
        for (int i = 0; i < 40; ++i)
            client.say({.stream = 1, .data = QByteArray(32 * 1024, 'x')});
        QVERIFY(client.wire->paused);
        QVERIFY(client.connection->isHeld());
        stream->consume(40 * 32 * 1024 - 1000);
        QVERIFY(!client.wire->paused);
    }

    void theEndOfTheConnectionEndsItsStreams()
    {
        Client client;
        auto *one = client.openStream();
        auto *two = client.openStream();
        QSignalSpy first(one, &SpdyStream::ended);
        QSignalSpy second(two, &SpdyStream::ended);
        QSignalSpy ended(client.connection.get(), &SpdyConnection::ended);
        Q_EMIT client.wire->ended(u"cut"_s);
        QCOMPARE(first.front().front().toString(), u"cut"_s);
        QCOMPARE(second.size(), 1);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!client.connection->open({}));
    }

    void afterAGoAwayNothingNewIsOpened()
    {
        Client client;
        QPointer stream = client.openStream();
        client.say({.type = Type::GoAway});
        QVERIFY(!client.connection->open({}));
        QVERIFY(stream); // what is open goes on
    }

    void aClientTakesNoStreamsAndAnswersPings()
    {
        Client client;
        client.say({.type = Type::SynStream, .stream = 2, .headers = {{"a", "b"}}});
        client.say({.type = Type::Ping, .value = 2});
        client.say({.type = Type::Ping, .value = 1}); // an answer to one of ours
        const std::vector<SpdyFrame> expected{
            {.type = Type::RstStream, .stream = 2, .value = SpdyFrame::RefusedStream},
            {.type = Type::Ping, .value = 2}};
        QCOMPARE(client.sent(), expected);
    }

    void aResetEndsTheStreamOnly()
    {
        Client client;
        QPointer one = client.openStream();
        QPointer two = client.openStream();
        QSignalSpy ended(one, &SpdyStream::ended);
        client.say({.type = Type::RstStream, .stream = 1, .value = SpdyFrame::Cancel});
        QVERIFY(!ended.front().front().toString().isEmpty());
        QTRY_VERIFY(!one);
        QVERIFY(two);
        client.say({.stream = 1, .data = "late"}); // nobody is there any more
        QCOMPARE(client.connection->streamCount(), 1);
    }

private:
    /// 10 MB of the same byte.
    static QByteArray bombBlock()
    {
        kube::SpdyHeaderPacker packer;
        return packer.pack({{"a", QByteArray(10'000'000, 'a')}});
    }
};

QTEST_GUILESS_MAIN(SpdyTest)
#include "tst_spdy.moc"
