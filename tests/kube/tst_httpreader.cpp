// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/httpreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using kube::HttpHead;
using kube::HttpReader;
using State = HttpReader::State;

/// What is read of an HTTP/1.1 answer, however it is cut on the way.
class HttpReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anAnswerIsReadHoweverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<State>("state"); ///< before the connection ends
        const auto row = [](const char *name, const QByteArray &answer, const QByteArray &body,
                            State state = State::Done) {
            QTest::newRow(name) << answer << body << state;
        };
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        row("chunks", chunked + "4\r\none\n\r\nB\r\ntwo\nthree\nf\r\n0\r\n\r\n",
            "one\ntwo\nthree\nf");
        row("no chunk", chunked + "0\r\n\r\n", "");
        row("extensions", chunked + "3;a=b;c=\"d;e\"\r\nabc\r\n2 ;x\r\nde\r\n0;end\r\n\r\n",
            "abcde");
        row("sizes in both cases and with zeros",
            chunked + "0000a\r\n0123456789\r\nA\r\nabcdefghij\r\n000\r\n\r\n",
            "0123456789abcdefghij");
        row("trailers", chunked + "1\r\nx\r\n0\r\nX-One: 1\r\nX-Two: 2\r\n\r\n", "x");
        row("line breaks in a chunk", chunked + "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n");
        row("chunks in capitals",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: CHUNKED\r\n\r\n1\r\nx\r\n0\r\n\r\n", "x");
        row("chunks beside a length",
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: "
            "chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
            "x");
        row("a length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "abc");
        row("the same length twice",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "abc");
        row("no length", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "");
        row("up to the end", "HTTP/1.0 200 OK\r\n\r\nabc", "abc", State::Body);
        row("no content", "HTTP/1.1 204 No Content\r\n\r\n", "");
        row("without a reason", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx", "x");
        row("interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
            "x");
        row("more than was said", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200", "x");
        row("half a chunk", chunked + "5\r\nab", "ab", State::Body);
        row("no last chunk", chunked + "2\r\nab\r\n", "ab", State::Body);
        row("half of the last chunk", chunked + "2\r\nab\r\n0\r\n", "ab", State::Body);
        row("less than was said", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", "ab",
            State::Body);
        row("half a head", "HTTP/1.1 200 OK\r\nContent-Le", "", State::Head);

        row("no HTTP", "SSH-2.0-OpenSSH_9.2p1\r\n\r\n", "", State::Broken);
        row("a strange code", "HTTP/1.1 2x0 OK\r\n\r\n", "", State::Broken);
        row("an unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "",
            State::Broken);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "", State::Broken);
        row("two lengths in a line", "HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\nabc", "",
            State::Broken);
        row("a length below nothing", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "",
            State::Broken);
        row("a length beyond numbers",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "", State::Broken);
        row("a size that is none", chunked + "xyz\r\n", "", State::Broken);
        row("a size below nothing", chunked + "-1\r\n", "", State::Broken);
        row("an empty size", chunked + "\r\n", "", State::Broken);
        row("a size with words behind it", chunked + "1 x y\r\nz\r\n0\r\n\r\n", "z");
        row("a size that goes on in letters", chunked + "1g\r\n", "", State::Broken);
        row("a size beyond numbers", chunked + "fffffffffffffffff\r\n", "", State::Broken);
        row("a size beyond the limit", chunked + "10000000001\r\n", "", State::Broken);
        row("a size without a line break", chunked + "1\nx", "", State::Broken);
        row("a chunk that is longer", chunked + "1\r\nxyz", "x", State::Broken);
        row("a chunk that ends in half a line break", chunked + "1\r\nx\rz", "x", State::Broken);
    }

    void anAnswerIsReadHoweverItIsCut()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QByteArray, body);
        QFETCH(const State, state);
        for (qsizetype cut = 0; cut <= answer.size(); ++cut) {
            HttpReader reader;
            auto got = taken(reader, answer.first(cut));
            got += taken(reader, answer.sliced(cut));
            QCOMPARE(got, body);
            QCOMPARE(reader.state(), state);
        }
        HttpReader reader;
        QByteArray got;
        for (const char byte : answer)
            got += taken(reader, QByteArray(1, byte));
        QCOMPARE(got, body);
        QCOMPARE(reader.state(), state);
        QCOMPARE(reader.problem().isEmpty(), state != State::Broken);
    }

    void theEndOfTheConnectionEndsOnlySomeAnswers()
    {
        HttpReader endless;
        QCOMPARE(taken(endless, "HTTP/1.1 200 OK\r\n\r\nabc"), "abc");
        endless.finish();
        QCOMPARE(endless.state(), State::Done);
        for (const auto *answer :
             {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
              "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"}) {
            HttpReader cut;
            taken(cut, answer);
            cut.finish();
            QCOMPARE(cut.state(), State::Broken);
            QVERIFY(!cut.problem().isEmpty());
        }
    }

    void theHeadIsKept()
    {
        HttpReader reader;
        taken(reader,
              "HTTP/1.1 429 Too Many\r\nRetry-After:  7 \r\nno header\r\nb@d: x\r\n: x\r\n\r\n");
        QCOMPARE(reader.head().code, 429);
        QCOMPARE(reader.head().headers.value("retry-after"), "7");
        QCOMPARE(reader.head().headers.size(), 1);
    }

    void whatIsTooLongIsNotWaitedFor()
    {
        const QByteArray much(100, 'x');
        const auto fills = [&much](QByteArray answer, qsizetype limit) {
            HttpReader reader;
            taken(reader, answer);
            qsizetype size = 0;
            for (; reader.state() != State::Broken && size < 2 * limit; size += much.size())
                taken(reader, much);
            return size;
        };
        QCOMPARE_LE(fills("HTTP/1.1 200 OK\r\nX-Y: ", HttpHead::Limit), HttpHead::Limit + 100);
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        QCOMPARE_LE(fills(chunked + "1;", HttpReader::LineLimit), HttpReader::LineLimit + 100);
        QCOMPARE_LE(fills(chunked + "0\r\n", HttpHead::Limit), HttpHead::Limit + 100);

        HttpReader waiting;
        for (int i = 0; i < 10'000 && waiting.state() == State::Head; ++i)
            taken(waiting, "HTTP/1.1 100 Continue\r\n\r\n");
        QCOMPARE(waiting.state(), State::Broken);
        HttpReader trailing;
        taken(trailing, chunked + "0\r\n");
        for (int i = 0; i < 10'000 && trailing.state() == State::Body; ++i)
            taken(trailing, "X: y\r\n");
        QCOMPARE(trailing.state(), State::Broken);
    }

private:
    static QByteArray taken(HttpReader &reader, QByteArray bytes)
    {
        bytes.truncate(reader.take(bytes.data(), bytes.size()));
        return bytes;
    }
};

QTEST_GUILESS_MAIN(HttpReaderTest)
#include "tst_httpreader.moc"
