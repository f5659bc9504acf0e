// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/jsonpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// The recorded cases run in tst_oracle; these are of our own. What the reference does was seen by
/// running client-go's util/jsonpath (Kubernetes 1.20) on the same inputs.
class JsonPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void printsLikeTheReference_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &path, const QString &text) {
            QTest::newRow(name) << path << text;
        };
        row("a float", u"{.small} {.large} {.million}"_s, u"1e-07 1e+22 1e+06"_s);
        row("floats in JSON", u"{.numbers}"_s, u"[1e-7,1e+22,1000000,2.5]"_s);
        row("escapes in JSON", u"{.texts}"_s, u"[\"\\u003ca\\u003e\\u0026\",\"é\\n\"]"_s);
        row("a text in bytes", u"{.word.*}"_s, u"195 169"_s);
        row("literals", u"{3}{true}{-1.5}{\"\\x41\\101\\u00e9\"}{'a\\'b'}"_s, u"3true-1.5AAéa'b"_s);
        row("ranges in a range", u"{range .rows[*]}{range .v[*]}{@}{end};{end}"_s, u"12;3;;"_s);
        row("a range without an end", u"{range .rows[*]}{.n}"_s, u"abc"_s);
        row("a filter with a bracket", u"{.rows[?(@.n==\"b\")].v}"_s, u"[3]"_s);
        row("a filter by order", u"{.rows[?(@.n>='b')].n}"_s, u"b c"_s);
        row("an error in exists counts as there", u"{.rows[?(@.v[0])].n}"_s, u"a b c"_s);
        row("steps", u"{.numbers[0:4:3]}"_s, u"1e-07 2.5"_s);
        row("from the end", u"{.numbers[-3:-1]}"_s, u"1e+22 1e+06"_s);
        row("nothing", u"{.numbers[2:2]}|"_s, u"|"_s);
    }

    void printsLikeTheReference()
    {
        QFETCH(const QString, path);
        const auto parsed = kube::JsonPath::parse(path);
        QVERIFY(parsed.has_value());
        const auto text = parsed->print(document(), {.allowMissingKeys = true});
        QVERIFY(text.has_value());
        QTEST(*text, "text");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("and") << u"{.rows[?(@.n==1 && @.v==2)]}"_s;
        QTest::newRow("unclosed") << u"{.a"_s;
        QTest::newRow("unclosed filter") << u"{.a[?(@.b==1]}"_s;
        QTest::newRow("two descents") << u"{....a}"_s;
        QTest::newRow("an index that is none") << u"{.a[x]}"_s;
        QTest::newRow("an unknown escape") << u"{\"\\q\"}"_s;
        QTest::newRow("too long") << QString(kube::JsonPath::TextLimit + 1, u'x');
    }

    void refuses()
    {
        QFETCH(const QString, path);
        const auto parsed = kube::JsonPath::parse(path);
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().kind, kube::Error::Kind::Invalid);
        QVERIFY(!parsed.error().message.isEmpty());
    }

    void failsOn_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<kube::Error::Kind>("kind");
        using enum kube::Error::Kind;
        QTest::newRow("a missing key") << u"{.nope}"_s << NotFound;
        QTest::newRow("an index past the end") << u"{.numbers[9]}"_s << Invalid;
        QTest::newRow("an end too many") << u"{end}"_s << Invalid;
        QTest::newRow("an unknown word") << u"{nothing}"_s << Invalid;
        QTest::newRow("a number like a text") << u"{.rows[?(@.n==1)]}"_s << Invalid;
        QTest::newRow("a float like an integer") << u"{.rows[?(@.k==1)]}"_s << Invalid;
        QTest::newRow("a step back") << u"{.numbers[0:2:-1]}"_s << Invalid;
    }

    void failsOn()
    {
        QFETCH(const QString, path);
        const auto parsed = kube::JsonPath::parse(path);
        QVERIFY(parsed.has_value());
        const auto text = parsed->print(document(), {});
        QVERIFY(!text.has_value());
        QTEST(text.error().kind, "kind");
    }

    void wholeNumbersCompareWhereTheyAreIntegers()
    {
        const auto parsed = kube::JsonPath::parse(u"{.rows[?(@.k==1)].n} {.million}"_s);
        QVERIFY(parsed.has_value());
        const auto text =
            parsed->print(document(), {.numbers = kube::JsonPath::Numbers::WholeIntegers});
        QCOMPARE(text.value_or(QString()), u"a 1000000"_s);
    }

    void boundsTheWork_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("descents") << u"{.rows..[*]..[*]}"_s;
        QTest::newRow("ranges") << u"{range .rows[*]}"_s + u"{range @[*]}"_s.repeated(40);
        QTest::newRow("unions") << u"{.rows"_s + u"[0,1]"_s.repeated(40) + u'}';
    }

    void boundsTheWork()
    {
        QFETCH(const QString, path);
        QJsonValue deep = 1;
        for (int i = 0; i < 200; ++i)
            deep = QJsonArray{deep, deep};
        const auto parsed = kube::JsonPath::parse(path);
        QVERIFY(parsed.has_value());
        QVERIFY(!parsed->print(QJsonObject{{u"rows"_s, deep}}, {.allowMissingKeys = true}));
    }

private:
    static QJsonValue document()
    {
        const QJsonArray rows{
            QJsonObject{{u"n"_s, u"a"_s}, {u"k"_s, 1}, {u"v"_s, QJsonArray{1, 2}}},
            QJsonObject{{u"n"_s, u"b"_s}, {u"k"_s, 2}, {u"v"_s, QJsonArray{3}}},
            QJsonObject{{u"n"_s, u"c"_s}, {u"k"_s, 3}, {u"v"_s, QJsonArray()}}};
        return QJsonObject{{u"rows"_s, rows},
                           {u"numbers"_s, QJsonArray{1e-7, 1e22, 1000000, 2.5}},
                           {u"texts"_s, QJsonArray{u"<a>&"_s, u"é\n"_s}},
                           {u"word"_s, u"é"_s},
                           {u"small"_s, 1e-7},
                           {u"large"_s, 1e22},
                           {u"million"_s, 1000000}};
    }
};

QTEST_GUILESS_MAIN(JsonPathTest)
#include "tst_jsonpath.moc"
