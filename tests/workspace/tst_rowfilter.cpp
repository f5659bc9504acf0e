// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/filterwords.h"
#include "workspace/collection/rowfilter.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Health;
using workspace::FilterWord;
using workspace::RowFilter;

class RowFilterTest : public QObject
{
    Q_OBJECT

    static kube::PackedItem pod(const QString &nameSpace, const QString &name,
                                const QString &status, const QMap<QString, QString> &labels = {})
    {
        kube::ResourceItem item;
        item.meta.uid = nameSpace + u'/' + name;
        item.meta.name = name;
        item.meta.nameSpace = nameSpace;
        item.meta.labels = labels;
        item.cells = {name, status};
        return item;
    }

    /// Which of four pods pass.
    static QString passing(const QString &typed)
    {
        struct Row
        {
            QChar letter = {};
            kube::PackedItem item = {};
            Health health = Health::Ok;
        };
        const std::vector<Row> rows{
            {u'a', pod(u"shop"_s, u"web-1"_s, u"Running"_s, {{u"app"_s, u"web"_s}}), Health::Ok},
            {u'b',
             pod(u"shop"_s, u"web-2"_s, u"CrashLoopBackOff"_s,
                 {{u"app"_s, u"web"_s}, {u"tier"_s, u"front end"_s}}),
             Health::Error},
            {u'c', pod(u"payments"_s, u"db-0"_s, u"Pending"_s, {{u"app"_s, u"Db"_s}}),
             Health::Pending},
            {u'd', pod(u"kube-system"_s, u"job-x"_s, u"Completed"_s), Health::Done}};
        const RowFilter filter(typed);
        QString result;
        for (const auto &row : rows) {
            const auto meta = row.item.meta();
            const QString text =
                meta.nameSpace + u'\n' + meta.name + u'\n' + row.item.cell(1).toLower();
            if (filter.matches({text.toUtf8(), row.health, &row.item, 1}))
                result += row.letter;
        }
        return result;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyTermMustHold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << u""_s << u"abcd"_s;
        QTest::newRow("a word") << u"WEB"_s << u"ab"_s;
        QTest::newRow("two words") << u"web run"_s << u"a"_s;
        QTest::newRow("a word in quotes") << u"\"crashloop\""_s << u"b"_s;
        QTest::newRow("quotes not closed yet") << u"\"web-"_s << u"ab"_s;
        QTest::newRow("not a word") << u"-web"_s << u"cd"_s;
        QTest::newRow("a minus within a word") << u"web-1"_s << u"a"_s;
        QTest::newRow("a minus that nothing follows yet") << u"web -"_s << u"ab"_s;
        QTest::newRow("name") << u"name:web"_s << u"ab"_s;
        QTest::newRow("not the name") << u"-name:web"_s << u"cd"_s;
        QTest::newRow("namespace") << u"ns:pay"_s << u"c"_s;
        QTest::newRow("one namespace or another") << u"ns:pay,system"_s << u"cd"_s;
        QTest::newRow("not in a namespace") << u"-namespace:kube-system"_s << u"abc"_s;
        QTest::newRow("status as the server says") << u"status:crash"_s << u"b"_s;
        QTest::newRow("status by health") << u"status:failed"_s << u"b"_s;
        QTest::newRow("status in the making") << u"status:fai"_s << u"b"_s;
        QTest::newRow("failed or pending") << u"status:failed,pending"_s << u"bc"_s;
        QTest::newRow("done") << u"status:done"_s << u"d"_s;
        QTest::newRow("not failed") << u"-status:failed"_s << u"acd"_s;
        QTest::newRow("label") << u"label:app=web"_s << u"ab"_s;
        QTest::newRow("a label's value in any case") << u"label:app=db"_s << u"c"_s;
        QTest::newRow("a label is there") << u"label:app"_s << u"abc"_s;
        QTest::newRow("a label is not there") << u"-label:app"_s << u"d"_s;
        QTest::newRow("another value") << u"label:app!=web"_s << u"cd"_s;
        QTest::newRow("label in quotes") << u"label:\"tier=front e\""_s << u"b"_s;
        QTest::newRow("expression") << u"re:/^web-[12]$/"_s << u"ab"_s;
        QTest::newRow("expression with a space") << u"re:/web-1$|no such/ run"_s << u"a"_s;
        QTest::newRow("expression without slashes") << u"re:\\d$"_s << u"abc"_s;
        QTest::newRow("not an expression") << u"-re:/\\d/"_s << u"d"_s;
        QTest::newRow("an unknown prefix is a word") << u"foo:bar"_s << u""_s;
        QTest::newRow("all together")
            << u"ns:shop label:app=web -status:failed re:/web/ name:web"_s << u"a"_s;
    }

    void everyTermMustHold()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        QCOMPARE(passing(typed), expected);
        QCOMPARE(RowFilter(typed).problem(), QString());
    }

    void aSlashIsWrittenWithABackslash()
    {
        QCOMPARE(workspace::filterWords(u"re:/a\\/b\\d/ x"_s),
                 (std::vector<FilterWord>{{u"re"_s, u"a/b\\d"_s}, {{}, u"x"_s}}));
    }

    void aBadExpressionIsSaidAndIgnored()
    {
        const RowFilter filter(u"re:/web(/ web"_s);
        QVERIFY(!filter.problem().isEmpty());
        QCOMPARE(passing(u"re:/web(/ web"_s), u"ab"_s);
    }

    /// An expression that would take 2^60 steps takes next to none, and is said to.
    void anExpressionThatBacktracksForeverIsGivenUp_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isGivenUp");
        QTest::newRow("nested") << u"(a+)+$"_s << true;
        QTest::newRow("alternatives") << u"(a|aa)+$"_s << true;
        QTest::newRow("limits that somebody typed") << u"(*LIMIT_MATCH=4000000000)(a+)+$"_s << true;
        QTest::newRow("an end that is not there") << u"(?:(?=(a+))\\1?)*(a*)*b"_s << false;
        QTest::newRow("a plain one") << u"a+!"_s << false;
    }

    void anExpressionThatBacktracksForeverIsGivenUp()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isGivenUp);
        const RowFilter filter(u"re:/"_s + pattern + u'/');
        const QByteArray text = "ns\n" + QByteArray(60, 'a') + "!\nrunning";
        QElapsedTimer clock;
        clock.start();
        int passed = 0;
        for (int row = 0; row < 20'000; ++row)
            passed += filter.matches({text, Health::Ok, nullptr, -1}) ? 1 : 0;
        qInfo("20,000 rows: %lld ms, %d pass", clock.elapsed(), passed);
        QVERIFY(clock.elapsed() < 2000);
        QVERIFY(filter.problem().isEmpty() == !isGivenUp);
    }

    void typingOnNarrows()
    {
        QVERIFY(RowFilter(u"web r"_s).narrows(RowFilter(u"we"_s)));
        QVERIFY(!RowFilter(u"we"_s).narrows(RowFilter(u"web"_s)));
        QVERIFY(!RowFilter(u"-web"_s).narrows(RowFilter(u"-we"_s)));
        QVERIFY(!RowFilter(u"ns:shop"_s).narrows(RowFilter(u"ns:sho"_s)));
        QVERIFY(!RowFilter(u"ns:a"_s).narrows(RowFilter(u"ns"_s)));
    }

    void theKeyAtTheEndIsCompleted()
    {
        QCOMPARE(RowFilter::completed(u"st"_s), u"status:"_s);
        QCOMPARE(RowFilter::completed(u"web -la"_s), u"web -label:"_s);
        QCOMPARE(RowFilter::completed(u"n"_s), QString()); // name or ns
        QCOMPARE(RowFilter::completed(u"web"_s), QString());
        QCOMPARE(RowFilter::completed(u"st "_s), QString());
    }

    /// Whatever is typed: no warning, no end that is not reached.
    void anythingCanBeTyped()
    {
        const QString letters = u"ab:-\"/\\(),=! re:ns:status:*+?[]{}|^$"_s;
        quint32 state = 7;
        for (int round = 0; round < 4000; ++round) {
            QString typed;
            for (int i = 0; i < 24; ++i) {
                state = state * 1664525 + 1013904223;
                typed += letters[qsizetype(state >> 8) % letters.size()];
            }
            passing(typed);
        }
    }
};

QTEST_MAIN(RowFilterTest)
#include "tst_rowfilter.moc"
