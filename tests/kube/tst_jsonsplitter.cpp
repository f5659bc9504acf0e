// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/jsonsplitter.h"

#include <QRandomGenerator>
#include <QTest>

using kube::JsonSplitter;

/// The text with ' for ", because moc stumbles over raw strings.
static QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

class JsonSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void elementsAreTheSameWhereverTheInputIsCut()
    {
        const QByteArray list = "{\"kind\":\"PodList\",\"metadata\":{\"items\":[1]},\n"
                                "\"items\":[{\"a\":\"}]\\\"{\"},{\"b\":[{\"c\":\"\\\\\"}]} , {}],"
                                "\"tail\":[{\"no\":1}]}";
        const std::vector<std::string> expected{"{\"a\":\"}]\\\"{\"}", "{\"b\":[{\"c\":\"\\\\\"}]}",
                                                "{}"};
        for (qsizetype cut = 0; cut <= list.size(); ++cut) {
            JsonSplitter splitter;
            std::vector<std::string> elements;
            const JsonSplitter::Sink sink = [&](std::string_view element) {
                elements.emplace_back(element);
            };
            QVERIFY(splitter.feed(QByteArrayView(list).first(cut), sink));
            QVERIFY(splitter.feed(QByteArrayView(list).sliced(cut), sink));
            QVERIFY(splitter.isComplete());
            QCOMPARE(elements, expected);
            QVERIFY(!splitter.hasRows());
            QVERIFY(splitter.skeleton().find("\"items\":[]") != std::string::npos);
            QVERIFY(splitter.skeleton().find("\"no\"") != std::string::npos);
        }
    }

    void rowsOfATableAreElements()
    {
        JsonSplitter splitter;
        int count = 0;
        QVERIFY(splitter.feed(quoted("{'kind':'Table','rows':[{'cells':[]},{'cells':[1]}]}"),
                              [&](std::string_view) { ++count; }));
        QCOMPARE(count, 2);
        QVERIFY(splitter.hasRows());
    }

    void garbageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("strings as elements") << (quoted("{'items':['x']}"));
        QTest::newRow("lists as elements") << (quoted("{'items':[[]]}"));
        QTest::newRow("something after the end") << QByteArray("{} x");
        QTest::newRow("too deep") << (quoted("{'items':[{'a':")) + QByteArray(300, '[');
    }

    void garbageIsRefused()
    {
        QFETCH(const QByteArray, text);
        JsonSplitter splitter;
        QVERIFY(!splitter.feed(text, [](std::string_view) { }));
        QVERIFY(!splitter.feed("{}", [](std::string_view) { })); // and stays refused
    }

    void anElementThatNeverEndsIsRefused()
    {
        JsonSplitter splitter;
        bool good = splitter.feed(quoted("{'items':[{'a':'"), [](std::string_view) { });
        const QByteArray block(1024 * 1024, 'x');
        for (int i = 0; i < 32 && good; ++i)
            good = splitter.feed(block, [](std::string_view) { });
        QVERIFY(!good);
    }

    void randomBytesNeverCrash()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            JsonSplitter splitter;
            QByteArray text = quoted("{'items':[{'a':[1,'x\\n']},{}]}");
            for (int i = 0; i < 3; ++i)
                text[random.bounded(int(text.size()))] = char(random.bounded(256));
            splitter.feed(text, [](std::string_view) { });
        }
    }
};

QTEST_GUILESS_MAIN(JsonSplitterTest)
#include "tst_jsonsplitter.moc"
