// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/encoder.h"
#include "collab/sync/message.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using collab::decode;
using collab::encode;
using collab::Framing;
using collab::Message;
using Kind = collab::Message::Kind;

Q_DECLARE_METATYPE(collab::Message)

class SyncMessagesTest : public QObject
{
    Q_OBJECT

private:
    static QList<QByteArray> framesOf(const QString &name)
    {
        QFile file(support::testData(u"yjs/"_s + name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> frames;
        for (const auto &step : QJsonDocument::fromJson(file.readAll())["steps"_L1].toArray())
            frames.append(QByteArray::fromHex(step["hex"_L1].toString().toLatin1()));
        return frames;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void recordedFramesAreReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<Framing>("framing");
        QTest::addColumn<Message>("message");
        const auto rows = [](const QString &name, Framing framing, const QList<Message> &all) {
            const auto frames = framesOf(name);
            QCOMPARE(frames.size(), all.size());
            for (qsizetype i = 0; i < frames.size(); ++i)
                QTest::newRow(frames[i].toHex()) << frames[i] << framing << all[i];
        };
        const auto state = QByteArray::fromHex("010101002801016d016b017d0100");
        rows(u"sync-handshake.json"_s, Framing::YWebsocket,
             {{.kind = Kind::SyncStep1, .payload = QByteArray(1, '\0')},
              {.kind = Kind::SyncStep1, .payload = "\x01\x01\x01"},
              {.kind = Kind::SyncStep2, .payload = state},
              {.kind = Kind::SyncStep2, .payload = QByteArray(2, '\0')}});
        rows(u"frames-awareness.json"_s, Framing::YWebsocket,
             {{.kind = Kind::Awareness, .payload = "\x01\x01\x01\x0b{\"u\":\"ann\"}"},
              {.kind = Kind::QueryAwareness},
              {.kind = Kind::Denied, .payload = "no access"}});
        rows(u"frames-hocuspocus.json"_s, Framing::Hocuspocus,
             {{.kind = Kind::Token, .payload = "secret", .document = "room"},
              {.kind = Kind::Token, .payload = "secret", .document = "room", .version = "4.8.0"},
              {.kind = Kind::Authenticated, .payload = "read-write", .document = "room"},
              {.kind = Kind::Authenticated, .payload = "readonly", .document = "room"},
              {.kind = Kind::Denied, .payload = "permission-denied", .document = "room"},
              {.kind = Kind::SyncStep1, .payload = "\x01\x01\x01", .document = "room"},
              {.kind = Kind::SyncStep1,
               .payload = "\x01\x01\x01",
               .document = "room",
               .isReply = true},
              {.kind = Kind::SyncStep2, .payload = state, .document = "room"},
              {.kind = Kind::Saved, .document = "room"},
              {.kind = Kind::NotSaved, .document = "room"},
              {.kind = Kind::Stateless, .payload = "hello", .document = "room"},
              {.kind = Kind::Close, .payload = "Server closed the connection", .document = "room"},
              {.kind = Kind::Awareness, .payload = "\x01\x01\x01\x07{\"u\":1}", .document = "room"},
              {.kind = Kind::QueryAwareness, .document = "room"},
              {.kind = Kind::SyncStep1,
               .payload = "\x01\x01\x01",
               .document = QByteArray("room\0abc123", 11)}});
    }
    void recordedFramesAreReadAndWritten()
    {
        QFETCH(QByteArray, frame);
        QFETCH(Framing, framing);
        QFETCH(Message, message);
        const auto read = decode(frame, framing);
        QVERIFY(read);
        QCOMPARE(*read, message);
        QCOMPARE(encode(message, framing).toHex(), frame.toHex());
    }

    void framesAreRefusedAtEveryByteThatIsMissing_data() { recordedFramesAreReadAndWritten_data(); }
    void framesAreRefusedAtEveryByteThatIsMissing()
    {
        QFETCH(QByteArray, frame);
        QFETCH(Framing, framing);
        QFETCH(Message, message);
        for (qsizetype size = 0; size < frame.size(); ++size) {
            const auto read = decode(frame.first(size), framing);
            // A reason or a token may be missing wholly, and a version stands behind the rest.
            const bool mayBe = message.kind == Kind::Close || message.kind == Kind::Token;
            QVERIFY2(!read || (mayBe && *read != message), qPrintable(QString::number(size)));
        }
    }

    void pingsAreASingleByte()
    {
        for (const auto kind : {Kind::Ping, Kind::Pong}) {
            const auto frame = encode({.kind = kind, .document = "room"}, Framing::Hocuspocus);
            QCOMPARE(frame, kind == Kind::Ping ? "\x09" : "\x0a");
            QCOMPARE(decode(frame, Framing::Hocuspocus)->kind, kind);
        }
    }

    void unknownTypesArePassedOver()
    {
        QCOMPARE(decode("\x04", Framing::YWebsocket)->kind, Kind::Unknown);
        QCOMPARE(decode("\x64\x01\x02", Framing::YWebsocket)->kind, Kind::Unknown);
        QCOMPARE(decode("\x02\x07", Framing::YWebsocket)->kind, Kind::Unknown);
        QCOMPARE(decode("\x04room\x63", Framing::Hocuspocus)->kind, Kind::Unknown);
        QCOMPARE(encode({}, Framing::YWebsocket), QByteArray());
    }

    void bytesBehindAMessageArePassedOver()
    {
        const auto read = decode(QByteArray::fromHex("000001002a2a"), Framing::YWebsocket);
        QVERIFY(read);
        QCOMPARE(read->payload, QByteArray(1, '\0'));
    }

    void badFramesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<Framing>("framing");
        const auto row = [](const char *hex, Framing framing) {
            QTest::newRow(hex) << QByteArray::fromHex(hex) << framing;
        };
        row("", Framing::YWebsocket);
        QTest::newRow("empty") << QByteArray() << Framing::Hocuspocus;
        row("0003", Framing::YWebsocket); // a sync message of a kind that there is not
        row("0000ffffffffffffff0f00", Framing::YWebsocket); // a length beyond the end
        row("0000ffffffffffffffffff01", Framing::YWebsocket);
        row("020002c328", Framing::YWebsocket); // no UTF-8
        row("02c32800000100", Framing::Hocuspocus);
        row("04726f6f6d", Framing::Hocuspocus); // a name alone
        row("04726f6f6d0403", Framing::Hocuspocus);
    }
    void badFramesAreRefused()
    {
        QFETCH(QByteArray, frame);
        QFETCH(Framing, framing);
        const auto read = decode(frame, framing);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, collab::Error::Kind::Malformed);
        QVERIFY(!read.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SyncMessagesTest)
#include "tst_syncmessages.moc"
