// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/anycoding.h"
#include "collab/lib0/columns.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using lib0::Any;
using lib0::Decoder;
using lib0::Encoder;

namespace {

QByteArray encoded(const Any &any)
{
    Encoder encoder;
    lib0::writeAny(encoder, any);
    return encoder.take();
}

Any decoded(const QByteArray &bytes)
{
    Decoder decoder(bytes);
    auto any = lib0::readAny(decoder);
    return decoder.ok() && decoder.atEnd() ? any : Any(u"not read: "_s + decoder.problem());
}

bool canRead(const QByteArray &bytes)
{
    Decoder decoder(bytes);
    lib0::readAny(decoder);
    return decoder.ok();
}

bool isCanonical(const QByteArray &bytes)
{
    Decoder decoder(bytes);
    return lib0::skipAny(decoder) && decoder.ok() && decoder.atEnd();
}

QByteArray nestedArrays(int depth)
{
    return QByteArray(depth - 1, '\x75').replace('\x75', QByteArray("\x75\x01")) + '\x7e';
}

/// Of the vectors in tests/data/yjs: type, and pairs of value and bytes.
QJsonObject vectorsOf(const QString &name)
{
    QFile file(support::testData(u"yjs/"_s + name + u".json"_s));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

template<typename Column>
QByteArray columnOf(const QJsonArray &values)
{
    Column column;
    for (const auto &value : values)
        column.write(value.toInt());
    return column.take();
}

template<typename Column>
QJsonArray readColumn(const QByteArray &bytes, qsizetype count)
{
    QJsonArray values;
    Column column(bytes);
    for (; count > 0; --count)
        values.append(qint64(column.read()));
    return column.decoder().ok() ? values : QJsonArray({u"not read"_s});
}

QByteArray encodedVector(const QString &type, const QJsonValue &value)
{
    Encoder encoder;
    if (type == "varuint"_L1) {
        encoder.writeVarUint(value.toString().toULongLong());
        return encoder.take();
    }
    if (type == "varstring"_L1) {
        encoder.writeVarBytes(value.toString().toUtf8());
        return encoder.take();
    }
    return type == "rle_uint8"_L1 ? columnOf<lib0::RleEncoder>(value.toArray())
                                  : columnOf<lib0::IntDiffOptRleEncoder>(value.toArray());
}

QJsonValue decodedVector(const QString &type, const QByteArray &bytes, const QJsonValue &value)
{
    Decoder decoder(bytes);
    if (type == "varuint"_L1)
        return QString::number(decoder.readVarUint());
    if (type == "varstring"_L1)
        return QString::fromUtf8(decoder.readVarString());
    const auto count = value.toArray().size();
    return type == "rle_uint8"_L1 ? readColumn<lib0::RleDecoder>(bytes, count)
                                  : readColumn<lib0::IntDiffOptRleDecoder>(bytes, count);
}

} // namespace

class Lib0Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void recordedCasesAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name :
             {"lib0-varuint", "lib0-varstring", "lib0-rle-uint8", "lib0-int-diff-opt-rle"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void recordedCasesAreReadAndWritten()
    {
        QFETCH(QString, name);
        const auto vectors = vectorsOf(name);
        const auto type = vectors["type"_L1].toString();
        const auto cases = vectors["cases"_L1].toArray();
        QVERIFY(cases.size() > 5);
        for (const auto &entry : cases) {
            const auto value = entry["value"_L1];
            const auto hex = entry["hex"_L1].toString().toLatin1();
            QCOMPARE(encodedVector(type, value).toHex(), hex);
            QCOMPARE(decodedVector(type, QByteArray::fromHex(hex), value), value);
        }
    }

    void wholeNumbersKeepTheirSign_data()
    {
        QTest::addColumn<quint64>("magnitude");
        QTest::addColumn<bool>("negative");
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *hex, quint64 magnitude, bool negative) {
            QTest::newRow(hex) << magnitude << negative << QByteArray(hex);
        };
        row("00", 0, false);
        row("40", 0, true); // minus zero
        row("3f", 63, false);
        row("8001", 64, false);
        row("41", 1, true);
        row("7f", 63, true);
        row("c001", 64, true);
        row("bfffffff0f", 2147483647, false);
        row("ffffffff0f", 2147483647, true);
        row("bfffffffffffff1f", lib0::MaxSafeInteger, false);
        row("ffffffffffffff1f", lib0::MaxSafeInteger, true);
    }
    void wholeNumbersKeepTheirSign()
    {
        QFETCH(quint64, magnitude);
        QFETCH(bool, negative);
        QFETCH(QByteArray, hex);
        Encoder encoder;
        encoder.writeVarInt(magnitude, negative);
        const auto bytes = encoder.take();
        QCOMPARE(bytes.toHex(), hex);
        Decoder decoder(bytes);
        QCOMPARE(decoder.readVarInt(), (lib0::VarInt{magnitude, negative}));
        QVERIFY(decoder.atEnd());
    }

    void numbersThatNoPeerCanHoldAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isUint");
        QTest::addColumn<bool>("isInt");
        const auto row = [](const char *hex, bool isUint, bool isInt) {
            QTest::newRow(hex) << QByteArray::fromHex(hex) << isUint << isInt;
        };
        row("ffffffffffffff0f", true, true); // 2^53 - 1 as an unsigned one
        row("8080808080808010", false, true); // 2^53; signed it is 2^52
        row("bfffffffffffff3f", false, false);
        row("ffffffffffffffffff01", false, false);
        row("80808080808080808001", false, false); // 2^63
        row("8000", true, true); // longer than need be
        row("80808080808080808080808000", true, true);
        row("ff8080808080808080808000", true, true);
    }
    void numbersThatNoPeerCanHoldAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isUint);
        QFETCH(bool, isInt);
        Decoder unsignedOnes(bytes);
        const auto value = unsignedOnes.readVarUint();
        QCOMPARE(unsignedOnes.ok(), isUint);
        QVERIFY(isUint || value == 0);
        Decoder signedOnes(bytes);
        signedOnes.readVarInt();
        QCOMPARE(signedOnes.ok(), isInt);
    }
    void aNumberDoesNotGoOnForEver()
    {
        const QByteArray bytes = QByteArray(5000, '\x80') + '\0';
        Decoder decoder(bytes);
        QCOMPARE(decoder.readVarUint(), 0u);
        QVERIFY(!decoder.ok());
        Decoder other(bytes);
        other.readVarInt();
        QVERIFY(!other.ok());
    }

    void anysAreWrittenAsLib0DoesIt_data()
    {
        QTest::addColumn<Any>("any");
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *hex, const Any &any) {
            QTest::newRow(hex) << any << QByteArray(hex);
        };
        row("7f", {});
        row("7e", nullptr);
        row("79", false);
        row("78", true);
        row("7d00", 0);
        row("7d40", -0.0);
        row("7d2a", 42);
        row("7dbfffffff0f", 2147483647);
        row("7dffffffff0f", -2147483647);
        row("7ccf000000", -2147483648.0);
        row("7c4f000000", 2147483648.0);
        row("7c3f000000", 0.5);
        row("7c7f800000", std::numeric_limits<double>::infinity());
        row("7b7ff8000000000000", std::numeric_limits<double>::quiet_NaN());
        row("7b3fb999999999999a", 0.1);
        row("7b7fefffffffffffff", std::numeric_limits<double>::max());
        row("7affffffffffffffff", Any::BigInt(-1));
        row("7700", u""_s);
        row("7704f09f9a80", u"🚀"_s);
        row("7403010200", QByteArray("\x01\x02\x00", 3));
        row("7500", Any::Array());
        row("75027d017e", Any::Array{1, nullptr});
        row("7602016278016179", Any::Object{{u"b"_s, true}, {u"a"_s, false}});
    }
    void anysAreWrittenAsLib0DoesIt()
    {
        QFETCH(Any, any);
        QFETCH(QByteArray, hex);
        QCOMPARE(encoded(any).toHex(), hex);
        const auto again = decoded(QByteArray::fromHex(hex));
        QCOMPARE(encoded(again).toHex(), hex);
        const auto *number = any.number();
        QVERIFY(again == any || (number && std::isnan(*number)));
        QVERIFY(isCanonical(QByteArray::fromHex(hex)) || (number && std::isnan(*number)));
    }

    void loneSurrogatesAreReplaced()
    {
        QCOMPARE(encoded(QString(QChar(0xd83d))).toHex(), "7703efbfbd"_ba);
        const QString text = u"a\xde80🚀"_s + QChar(0xd83d) + QChar(0xd83d);
        QCOMPARE(lib0::toUtf8(text), "a\uFFFD🚀\uFFFD\uFFFD"_ba);
    }

    void whatIsNotWrittenSoIsNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto *hex : {
                 "7d8000", // over-long
                 "7d8080808010", // more than 31 bits
                 "7c3f800000", // 1 as a float32
                 "7b3ff0000000000000", // 1 as a float64
                 "7b3fe0000000000000", // 0.5 as a float64
                 "7b7ff8000000000001", // another NaN
                 "7581007e", // count over-long
                 "76020161780161 78", // the same key twice
                 "76020162780130 78", // an array index behind another key
             })
            QTest::newRow(hex) << QByteArray::fromHex(hex);
    }
    void whatIsNotWrittenSoIsNotCanonical()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(canRead(bytes) || bytes.startsWith("\x75\x81"));
        QVERIFY(!isCanonical(bytes));
    }

    void objectsHaveTheirKeysInJavaScriptsOrder()
    {
        const Any::Object entries = {{u"b"_s, 1}, {u"10"_s, 2}, {u"a"_s, 3},
                                     {u"2"_s, 4}, {u"b"_s, 5},  {u"01"_s, 6}};
        const Any::Object wanted = {
            {u"2"_s, 4}, {u"10"_s, 2}, {u"b"_s, 5}, {u"a"_s, 3}, {u"01"_s, 6}};
        QCOMPARE(lib0::inKeyOrder(entries), wanted);
        QCOMPARE(*decoded(encoded(entries)).object(), wanted);
    }
    void largeObjectsKeepEachKeyOnce()
    {
        Any::Object entries;
        for (int i = 0; i < 100; ++i)
            entries.emplace_back(u"k%1"_s.arg(i % 50), i);
        const auto once = lib0::inKeyOrder(entries);
        QCOMPARE(once.size(), 50u);
        QCOMPARE(once.front().first, u"k0"_s);
        QCOMPARE(once.front().second, Any(50));
    }

    void truncatedBytesAreRefusedAtEveryByte()
    {
        const Any any = Any::Object{{u"list"_s, Any::Array{1, 0.5, 0.1, Any::BigInt(7)}},
                                    {u"text"_s, u"häß🚀"_s},
                                    {u"bytes"_s, QByteArray("abc")},
                                    {u"map"_s, Any::Object{{u"x"_s, nullptr}, {u"y"_s, {}}}},
                                    {u"n"_s, -70000}};
        const auto bytes = encoded(any);
        QCOMPARE(decoded(bytes), any);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto prefix = bytes.first(size);
            QVERIFY2(!canRead(prefix), qPrintable(QString::number(size)));
            Decoder decoder(prefix);
            lib0::skipAny(decoder);
            QVERIFY2(!decoder.ok(), qPrintable(QString::number(size)));
            QVERIFY(!decoder.problem().isEmpty());
        }
    }

    void badValuesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto *hex : {"73", "80", "00", "ff", "7701ff", "7702c328", "7703eda080",
                                "75ffffffffffffff0f7e", "76ffffffffffffff0f0161", "74ffffffff0f00"})
            QTest::newRow(hex) << QByteArray::fromHex(hex);
    }
    void badValuesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!canRead(bytes));
        Decoder decoder(bytes);
        lib0::skipAny(decoder);
        QVERIFY(!decoder.ok());
    }

    void valuesNestOnlySoDeep()
    {
        const auto deepest = nestedArrays(lib0::DeepestAny);
        QVERIFY(canRead(deepest));
        QVERIFY(isCanonical(deepest));
        const auto tooDeep = nestedArrays(lib0::DeepestAny + 1);
        QVERIFY(!canRead(tooDeep));
        QVERIFY(!isCanonical(tooDeep));
        QVERIFY(!canRead(nestedArrays(1'000'000)));
    }

    void aDecoderThatFailedStaysSo()
    {
        const QByteArray bytes("\x05\x01\x02");
        Decoder decoder(bytes);
        QVERIFY(decoder.readVarBytes().isEmpty());
        QVERIFY(!decoder.ok());
        QVERIFY(decoder.atEnd());
        QCOMPARE(decoder.readUint8(), quint8(0));
        QCOMPARE(decoder.readFloat64(), 0.0);
        const auto problem = decoder.problem();
        decoder.fail("another"_L1);
        QCOMPARE(decoder.problem(), problem);
    }

    void textIsCountedInUtf16Units()
    {
        QCOMPARE(lib0::utf16Length("aä€🚀"), 5u);
        QVERIFY(lib0::isValidUtf8("aä€🚀"));
        QVERIFY(!lib0::isValidUtf8("\xc0\x80"));
        QVERIFY(!lib0::isValidUtf8("\xed\xa0\x80"));
        QVERIFY(!lib0::isValidUtf8("\xf4\x90\x80\x80"));
    }

    void runsAreWrittenAsUintOptRleDoesIt()
    {
        lib0::UintOptRleEncoder column;
        for (const quint64 value : {0u, 0u, 0u, 1u, 2u, 2u, 300u})
            column.write(value);
        QCOMPARE(column.take().toHex(),
                 "400101"
                 "4200"
                 "ac04"_ba); // a run of 0: minus zero
    }

    void columnsComeBackAsTheyWere()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            lib0::RleEncoder bytes;
            lib0::UintOptRleEncoder uints;
            lib0::IntDiffOptRleEncoder ints;
            std::vector<quint64> values;
            const auto range = quint64(1) << (random() % 50);
            quint64 value = 0;
            for (auto left = random() % 60; left > 0; --left) {
                if (random() % 3 != 0)
                    value = random() % range;
                values.push_back(value);
                bytes.write(quint8(value));
                uints.write(value);
                ints.write(qint64(value));
            }
            const auto byteColumn = bytes.take();
            const auto uintColumn = uints.take();
            const auto intColumn = ints.take();
            lib0::RleDecoder byteReader(byteColumn);
            lib0::UintOptRleDecoder uintReader(uintColumn);
            lib0::IntDiffOptRleDecoder intReader(intColumn);
            for (const auto wanted : values) {
                QCOMPARE(byteReader.read(), quint8(wanted));
                QCOMPARE(uintReader.read(), wanted);
                QCOMPARE(intReader.read(), qint64(wanted));
            }
            QVERIFY(uintReader.decoder().ok() && intReader.decoder().ok());
            QVERIFY(uintReader.decoder().atEnd() && intReader.decoder().atEnd());
        }
    }

    void differencesMayFall()
    {
        lib0::IntDiffOptRleEncoder column;
        for (const qint64 value : {10, 8, 6, 4, 4, 4, 1000, -5})
            column.write(value);
        const auto bytes = column.take();
        lib0::IntDiffOptRleDecoder reader(bytes);
        for (const qint64 value : {10, 8, 6, 4, 4, 4, 1000, -5})
            QCOMPARE(reader.read(), value);
        QVERIFY(reader.decoder().ok());
    }

    void columnsThatEndTooEarlyFail()
    {
        lib0::UintOptRleDecoder uints{QByteArrayView()};
        QCOMPARE(uints.read(), 0u);
        QVERIFY(!uints.decoder().ok());
        lib0::RleDecoder bytes{QByteArrayView()};
        QCOMPARE(bytes.read(), quint8(0));
        QVERIFY(!bytes.decoder().ok());
        const auto far = QByteArray::fromHex("beffffffffffff1f").repeated(3);
        lib0::IntDiffOptRleDecoder ints(far); // the third sum is larger than MaxSafeInteger
        QVERIFY(ints.read() > 0);
        QVERIFY(ints.read() > 0);
        QVERIFY(ints.decoder().ok());
        QCOMPARE(ints.read(), 0);
        QVERIFY(!ints.decoder().ok());
    }

    void theLastRunOfBytesGoesOnForEver()
    {
        lib0::RleDecoder reader("\x05");
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(reader.read(), quint8(5));
    }

    void textsOfAColumnComeBack()
    {
        lib0::StringEncoder column;
        const QByteArrayList texts = {"a", "", "äöü", "🚀🚀", "x", "x", "x"};
        for (const auto &text : texts)
            column.write(text);
        const auto bytes = column.take();
        lib0::StringDecoder reader(bytes);
        for (const auto &text : texts)
            QCOMPARE(reader.read(), text);
        QVERIFY(reader.ok());
        reader.read();
        QVERIFY(!reader.ok());
    }

    void aPairThatIsCutBecomesTwoReplacements()
    {
        Encoder encoder;
        encoder.writeVarBytes("a🚀b");
        lib0::UintOptRleEncoder lengths;
        lengths.write(2);
        lengths.write(2);
        const QByteArray bytes = encoder.take() + lengths.take();
        lib0::StringDecoder reader(bytes);
        QCOMPARE(reader.read(), "a\uFFFD"_ba);
        QCOMPARE(reader.read(), "\uFFFDb"_ba);
        QVERIFY(reader.ok());
    }

    void qtsJsonHasWhatItCanHold()
    {
        const Any any = Any::Object{{u"u"_s, {}}, {u"n"_s, Any::Array{{}, 1, NAN}}};
        const QJsonObject wanted = {{u"n"_s, QJsonArray{QJsonValue::Null, 1, QJsonValue::Null}}};
        QCOMPARE(lib0::toJson(any).toObject(), wanted);
        QCOMPARE(lib0::toJson(lib0::fromJson(wanted)), QJsonValue(wanted));
        QVERIFY(lib0::toJson(Any()).isUndefined());
    }
};

QTEST_GUILESS_MAIN(Lib0Test)
#include "tst_lib0.moc"
