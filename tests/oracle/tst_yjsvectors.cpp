// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/json.h"
#include "oracle/anyaccess.h"
#include "oracle/yjsreplay.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using lib0::Any;

/// Our documents beside what Yjs itself did, byte by byte.
class YjsVectorsTest : public QObject
{
    Q_OBJECT

private:
    static Any vectorIn(const QString &name)
    {
        QFile file(support::testData(u"yjs/"_s + name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return lib0::parseJson(file.readAll()).value_or(Any());
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void agreesWithYjs_data()
    {
        QTest::addColumn<QString>("name");
        const auto names = QDir(support::testData(u"yjs"_s)).entryList({u"*.json"_s}, QDir::Files);
        for (const auto &name : names) {
            // Whole messages of the protocols are for the tests of those.
            const bool isCase = name != "INDEX.json"_L1
                && oracle::textOf(oracle::member(vectorIn(name), "kind"_L1)) != "frames"_L1;
            if (isCase)
                QTest::newRow(qPrintable(name)) << name;
        }
    }

    void agreesWithYjs()
    {
        QFETCH(const QString, name);
        const auto recorded = vectorIn(name);
        const auto problems = oracle::YjsReplay(recorded).run();
        QVERIFY2(problems.isEmpty(),
                 qPrintable(problems.first(qMin(5, problems.size())).join(u'\n')));
    }

    void linesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing known")
            << QByteArray(R"({"cmd":"dance"})") << QByteArray(R"({"unsupported":true})");
        QTest::newRow("no JSON") << QByteArray(
            "{\"cmd\":") << QByteArray(R"({"ok":false,"error":"the line is not a JSON object"})");
        QTest::newRow("no document")
            << QByteArray(R"({"cmd":"state","doc":"A"})")
            << QByteArray(R"({"ok":false,"error":"there is no such document"})");
        // The order of keys is the writer's; only array indexes go first.
        QTest::newRow("order") << QByteArray(
            R"({"cmd":"lib0","type":"any","value":{"b":1,"a":{"$undef":true},"2":"\ud83d","10":null}})")
                               << QByteArray(
                                      R"({"hex":"760401327703efbfbd0231307e01627d0101617f"})");
        QTest::newRow("values")
            << QByteArray(
                   R"({"cmd":"lib0_decode","type":"any","hex":"75057f7d407bfff80000000000007a00000000000000017402ff00"})")
            << QByteArray(
                   R"({"value":[{"$undef":true},{"$num":"-0"},{"$num":"NaN"},{"$big":"1"},{"$u8":"ff00"}]})");
    }

    void linesAreAnswered()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, answer);
        QCOMPARE(oracle::YjsOracle().answerLine(line), answer);
    }
};

QTEST_GUILESS_MAIN(YjsVectorsTest)
#include "tst_yjsvectors.moc"
