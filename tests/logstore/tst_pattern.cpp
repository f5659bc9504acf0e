// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loglines.h"

#include "kube/logstore/pattern.h"
#include "kube/logstore/patterntext.h"

#include <QRegularExpression>
#include <QTest>

using namespace logstore;
using namespace Qt::StringLiterals;

/// Texts and expressions in whole blocks, beside the same in one line after the other.
class PatternTest : public QObject
{
    Q_OBJECT

    static QList<int> found(const QString &pattern, const QByteArray &block)
    {
        const auto ascii = std::ranges::all_of(block, [](char c) { return quint8(c) < 0x80; });
        const auto lines = int(block.count('\n'));
        const auto bits = Pattern(pattern).find(block, lines, ascii, block.contains('\x1b'));
        QList<int> indexes;
        for (int i = 0; i < lines; ++i) {
            if (bits.at(i))
                indexes << i;
        }
        return indexes;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void linesThatMatchAreFound_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QList<int>>("lines");
        // 0 "GET /cart 200", 1 "get /CART 500", 2 "", 3 "a\x1b[31mb\x1b[0mc", 4 "naïve ÄRGER"
        QTest::newRow("small letters ignore case") << u"get"_s << QList{0, 1};
        QTest::newRow("a capital does not") << u"GET"_s << QList{0};
        QTest::newRow("expression") << u"\\d00$"_s << QList{0, 1};
        QTest::newRow("begin") << u"^g"_s << QList{0, 1};
        QTest::newRow("no line is crossed") << u"200\\sget"_s << QList<int>();
        QTest::newRow("no class crosses") << u"200[^x]+"_s << QList<int>();
        QTest::newRow("empty lines") << u"^$"_s << QList{2};
        QTest::newRow("everything") << u".*"_s << QList{0, 1, 2, 3, 4};
        QTest::newRow("colours are not there") << u"abc"_s << QList{3};
        QTest::newRow("begin behind colours") << u"^abc$"_s << QList{3};
        QTest::newRow("turned round") << u"!get"_s << QList{2, 3, 4};
        QTest::newRow("look-ahead") << u"get(?= .CART)"_s << QList{1};
        QTest::newRow("look-ahead, small") << u"get(?=.*500)"_s << QList{1};
        QTest::newRow("back reference") << u"(0)\\1"_s << QList{0, 1};
        QTest::newRow("beyond ASCII") << u"ärger"_s << QList{4};
        QTest::newRow("beyond ASCII, exact") << u"ÄR"_s << QList{4};
        QTest::newRow("one character, two bytes") << u"na.?ve"_s << QList{4};
        QTest::newRow("no expression") << u"[31"_s << QList<int>();
        QTest::newRow("subject") << u"\\Aget"_s << QList{0, 1};
        QTest::newRow("nothing") << QString() << QList{0, 1, 2, 3, 4};
    }
    void linesThatMatchAreFound()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QList<int>, lines);
        const QByteArrayList text{"GET /cart 200", "get /CART 500", "", "a\x1b[31mb\x1b[0mc",
                                  "na\xc3\xafve \xc3\x84RGER"};
        QCOMPARE(found(pattern, QByteArray(text.join('\n') + '\n')), lines);
        for (int i = 0; i < text.size(); ++i)
            QCOMPARE(Pattern(pattern).matches(text[i]), lines.contains(i));
    }

    void textThatIsInEveryMatchIsSeen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("id=[0-9a-f]*dead[0-9a-f]*") << "dead"_ba;
        QTest::newRow("user=u40[0-9]+ took=1") << "user=u40"_ba;
        QTest::newRow("^begin.end$") << "begin"_ba;
        QTest::newRow("colou?r") << "colo"_ba;
        QTest::newRow("a*bc+d") << "bc"_ba;
        QTest::newRow("ab{0,2}cd") << "cd"_ba;
        QTest::newRow("v1\\.32\\d") << "v1"_ba;
        QTest::newRow("[]ab]cd[^]e]f") << "cd"_ba;
        QTest::newRow("[\\]abc]d") << "d"_ba;
        for (const auto *unclear :
             {"a|bcd", "(abc)?", "abc(?i)d", "\\x41bcd", "\\Q*abc", "[[:alpha:]bc]d", "{abc}d",
              "a{b|c}d", "abc\\", "[abc", "\\p{Lu}abc", "na\xc3\xafve"})
            QTest::newRow(unclear) << QByteArray();
    }
    void textThatIsInEveryMatchIsSeen()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(textInEveryMatch(QTest::currentDataTag()), text);
    }

    void anExpressionIsFoundByItsText()
    {
        QRandomGenerator random(44);
        for (const auto &text :
             {u"id=[0-9]*dead"_s, u"err.*7$"_s, u"WAR?N\\s"_s, u"![ab]+cde?d"_s}) {
            const Pattern pattern(text);
            for (const int others : {0, 3, 200}) { // with few and with many lines that have it
                QByteArrayList lines;
                for (int i = 0; i < 400; ++i) {
                    static const QByteArrayList Parts{"id=", "12",   "dead", "err", "7",
                                                      "WA",  "RN",   "WAN",  " ",   "ab",
                                                      "cd",  "cded", "Err"};
                    QByteArray line(int(random.bounded(4)), '.');
                    const int parts = random.bounded(others + 1) == 0 ? random.bounded(7) : 0;
                    for (int part = 0; part < parts; ++part)
                        line += Parts[random.bounded(int(Parts.size()))];
                    lines << line;
                }
                QList<int> wanted;
                for (int i = 0; i < lines.size(); ++i) {
                    if (pattern.matches(lines[i]))
                        wanted << i;
                }
                QCOMPARE(found(text, QByteArray(lines.join('\n') + '\n')), wanted);
            }
        }
    }

    void aBlockAnswersAsItsLinesDo()
    {
        QRandomGenerator random(42);
        const QStringList patterns{u"err"_s,      u"Warn"_s,           u"e.?r"_s,
                                   u"^level"_s,   u"\\bwarn\\b"_s,     u"(a|b)+c?"_s,
                                   u"[^e]r"_s,    u"x\\s*7"_s,         u"é"_s,
                                   u"É|日"_s,     u"!info"_s,          u"a*"_s,
                                   u"(?<=e)r"_s,  u"\\d{2}:\\d{2}$"_s, u"."_s,
                                   u"(aa|a)+b"_s, u"[[:upper:]]{3}"_s};
        for (const auto &text : patterns) {
            const Pattern pattern(text);
            for (int round = 0; round < 40; ++round) {
                QByteArrayList lines;
                for (int i = random.bounded(80); i >= 0; --i)
                    lines << loglines::strange(random);
                const auto all = found(text, QByteArray(lines.join('\n') + '\n'));
                for (int i = 0; i < lines.size(); ++i) {
                    QVERIFY2(
                        all.contains(i) == pattern.matches(lines[i]),
                        qPrintable(QString(text + u" in "_s
                                           + QString::fromLatin1(lines[i].toPercentEncoding()))));
                }
            }
        }
    }

    void itAgreesWithQtsExpressions()
    {
        QRandomGenerator random(43);
        for (const auto &text : {u"e.?r"_s, u"^level=\\w+"_s, u"\\bwarn\\b"_s, u"[^e]r|日"_s}) {
            const QRegularExpression expression(text, QRegularExpression::CaseInsensitiveOption);
            const Pattern pattern(text);
            for (int i = 0; i < 2000; ++i) {
                const auto line = withoutEscapes(loglines::strange(random));
                if (line.contains('\xff'))
                    continue; // Qt makes a character of it
                QVERIFY2(pattern.matches(line)
                             == expression.match(QString::fromUtf8(line)).hasMatch(),
                         line.toPercentEncoding().constData());
            }
        }
    }

    void aSingleLineAnswersToo_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const auto &pattern : {u"err"_s, u"^.?a[^x]"_s, u"!\\d+$"_s, u"\\d+$"_s})
            QTest::newRow(qPrintable(pattern)) << pattern;
    }
    void aSingleLineAnswersToo()
    {
        QFETCH(const QString, pattern);
        const QByteArray line = "2026-6097-27T11:18:01Z line1";
        QCOMPARE(found(pattern, QByteArray(line + '\n')).size(),
                 Pattern(pattern).matches(line) ? 1 : 0);
    }

    void placesAreInCharacters()
    {
        using Range = Pattern::Range;
        QCOMPARE(Pattern(u"b+"_s).rangesIn(u"äbb😀B b"_s),
                 (std::vector<Range>{{1, 2}, {5, 1}, {7, 1}}));
        QCOMPARE(Pattern(u"ä"_s).rangesIn(u"Ää"_s), (std::vector<Range>{{0, 1}, {1, 1}}));
        QCOMPARE(Pattern(u"!b"_s).rangesIn(u"b"_s), std::vector<Range>());
        QCOMPARE(Pattern(u"x*"_s).rangesIn(u"ab"_s), std::vector<Range>());
        QCOMPARE(Pattern(u"a"_s).rangesIn(QString(1000, u'a')).size(), 500UL);
    }

    void aHostileExpressionEnds()
    {
        const QByteArray line = QByteArray(30'000, 'a') + "!";
        QVERIFY(!Pattern(u"(a+)+$(?=b)"_s).matches(line));
    }

    void anEscapeNeverTakesALine()
    {
        QCOMPARE(withoutEscapes("a\x1b[31\nb\x1b]x\nc\x1b\nd\x1b[1mE\x1b"), "a\nb\nc\ndE"_ba);
    }
};

QTEST_GUILESS_MAIN(PatternTest)
#include "tst_pattern.moc"
