// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/anycoding.h"
#include "collab/lib0/json.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using lib0::Any;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    // What node answers to JSON.stringify(JSON.parse(text)).
    void textIsWrittenAgainAsJavaScriptDoesIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("again");
        const auto row = [](const char *text, const char *again) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(again);
        };
        row(R"({"b":1,"a":[true,false,null,"x"]})", R"({"b":1,"a":[true,false,null,"x"]})");
        row(" { \"b\" :\t1 ,\n\"a\": [ ] , \"c\":{ } } ", R"({"b":1,"a":[],"c":{}})");
        row(R"({"b":1,"10":2,"a":3,"2":4,"b":5,"01":6,"-1":7})",
            R"({"2":4,"10":2,"b":5,"a":3,"01":6,"-1":7})");
        row("\"\\u00e9\\ud83d\\ude80\\/\\b\\f\\n\\r\\t\\\"\\\\\\u0001\\u007f\\u2028\"",
            "\"é🚀/\\b\\f\\n\\r\\t\\\"\\\\\\u0001\x7f\u2028\"");
        row(R"("\ud83d \uDE80x\ud83d")", R"("\ud83d \ude80x\ud83d")");
        row("\"\\u0000é€🚀\"", "\"\\u0000é€🚀\"");
        row("-0", "0");
        row("0.0", "0");
        row("1.50", "1.5");
        row("-0.5", "-0.5");
        row("1e3", "1000");
        row("1E+21", "1e+21");
        row("123456789012345680000", "123456789012345680000");
        row("100000000000000000000", "100000000000000000000");
        row("1e21", "1e+21");
        row("1.7976931348623157e308", "1.7976931348623157e+308");
        row("1e400", "null");
        row("-1e400", "null");
        row("1e99999999999999999999", "null");
        row("-1e-99999999999999999999", "0");
        row("0.0001e400", "null");
        row("1e-400", "0");
        row("5e-324", "5e-324");
        row("0.000001", "0.000001");
        row("0.0000012", "0.0000012");
        row("0.0000001", "1e-7");
        row("1.25e-7", "1.25e-7");
        row("0.1", "0.1");
        row("9007199254740993", "9007199254740992");
        row("12345.678", "12345.678");
        row("0.30000000000000004", "0.30000000000000004");
    }
    void textIsWrittenAgainAsJavaScriptDoesIt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, again);
        const auto any = lib0::parseJson(text);
        QVERIFY(any);
        QCOMPARE(lib0::stringify(*any), again);
        QCOMPARE(lib0::stringify(*lib0::parseJson(again)), again);
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto *text : {"",
                                 " ",
                                 "{",
                                 "}",
                                 "[1,]",
                                 "[,1]",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{\"a\" 1}",
                                 "{\"a\":}",
                                 "01",
                                 "-",
                                 "+1",
                                 "1.",
                                 ".5",
                                 "1e",
                                 "1e+",
                                 "0x1",
                                 "NaN",
                                 "Infinity",
                                 "undefined",
                                 "nul",
                                 "truee",
                                 "\"",
                                 "\"\\\"",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\\u+123\"",
                                 "\"\n\"",
                                 "'a'",
                                 "1 2",
                                 "[1]]",
                                 "\"\\",
                                 "\"\\u",
                                 "\xff",
                                 "\"\xed\xa0\x80\""})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!lib0::parseJson(text));
    }

    void valuesNestOnlySoDeep()
    {
        const auto nested = [](int depth) -> QByteArray {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        QVERIFY(lib0::parseJson(nested(lib0::DeepestAny)));
        QVERIFY(!lib0::parseJson(nested(lib0::DeepestAny + 1)));
        QVERIFY(!lib0::parseJson(nested(1'000'000)));
        QVERIFY(!lib0::parseJson(QByteArray(1'000'000, '[')));
    }

    void whatJsonHasNotIsWrittenAsJavaScriptDoesIt()
    {
        const Any any = Any::Object{{u"u"_s, {}},
                                    {u"list"_s, Any::Array{{}, NAN, INFINITY}},
                                    {u"bytes"_s, QByteArray("\x01\xff")},
                                    {u"big"_s, Any::BigInt(-7)}};
        QCOMPARE(lib0::stringify({}), "undefined"_ba);
        QCOMPARE(lib0::stringify(any),
                 R"({"list":[null,null,null],"bytes":{"0":1,"1":255},"big":-7})"_ba);
    }

    void theOrderOfKeysDoesNotMatterToAReader()
    {
        const auto same = [](const char *left, const char *right) {
            return lib0::isSameJson(*lib0::parseJson(left), *lib0::parseJson(right));
        };
        QVERIFY(same(R"({"a":1,"b":[{"x":1,"y":2}]})", R"({"b":[{"y":2,"x":1}],"a":1})"));
        QVERIFY(same("-0", "0"));
        QVERIFY(!same(R"({"a":1})", R"({"a":1,"b":2})"));
        QVERIFY(!same(R"({"a":1})", R"({"b":1})"));
        QVERIFY(!same("[1,2]", "[2,1]"));
        QVERIFY(!same("{}", "[]"));
        QVERIFY(!same("null", "0"));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
