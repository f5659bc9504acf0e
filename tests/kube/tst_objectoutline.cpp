// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/objectoutline.h"

#include <QRandomGenerator>
#include <QTest>

using kube::ObjectOutline;
using Holder = ObjectOutline::Holder;
using Progress = ObjectOutline::Progress;

/// The text with ' for ", because moc stumbles over raw strings.
static std::string quoted(QByteArray text)
{
    return text.replace('\'', '"').toStdString();
}

class ObjectOutlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void bothWaysToReadABlockAgree()
    {
        QRandomGenerator random(11);
        const std::string_view letters = "\"\\{}[] a:,;\x7f\x80\xfb\xfd";
        for (int round = 0; round < 2000; ++round) {
            std::array<char, kube::JsonBlockSize> block{};
            for (char &c : block)
                c = letters[size_t(random.bounded(int(letters.size())))];
            QCOMPARE(kube::jsonMarks(block.data()), kube::jsonMarksOneByOne(block.data()));
        }
    }

    void partsAreFound_data()
    {
        QTest::addColumn<Holder>("holder");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QByteArray>("managedFields");
        const QByteArray meta = "{'name':'a','managedFields' : [{'f':{'x':']'}}],'l':{'y':[]}}";
        const QByteArray object = "{'kind':'Pod','spec':{'metadata':{'no':1},'list':[[{}]]},"
                                  "'metadata':"
            + meta + ",'status':{'managedFields':[]}}";
        const QByteArray managed = "[{'f':{'x':']'}}]";
        QTest::newRow("object") << Holder::Itself << object << object << meta << managed;
        const QByteArray event = "{'type':'ADDED', 'object': " + object + "}";
        QTest::newRow("event") << Holder::Member << event << object << meta << managed;
        QTest::newRow("row") << Holder::Member
                             << QByteArray("{'cells':[{'object':{}}],'object':" + object + "}")
                             << object << meta << managed;
        QTest::newRow("row of an event")
            << Holder::EventRow
            << QByteArray("{'object':{'metadata':{'managedFields':[]},'rows':[{'object':" + object
                          + ",'cells':[]}]},'type':'X'}")
            << object << meta << managed;
        const QByteArray tricky =
            "{'a\\\\':'\\'metadata\\':{','b\\'metadata':{'managedFields':[1]}}";
        QTest::newRow("looks like it")
            << Holder::Itself << tricky << tricky << QByteArray() << QByteArray();
        const QByteArray twice = "{'object':{'metadata':{'managedFields':[1]}},'object':{}}";
        QTest::newRow("two objects")
            << Holder::Member << twice << QByteArray("{}") << QByteArray() << QByteArray();
        const QByteArray list = "{'metadata':[{'managedFields':[]}]}";
        QTest::newRow("no object")
            << Holder::Itself << list << list << QByteArray() << QByteArray();
        QTest::newRow("empty") << Holder::Itself << QByteArray("{}") << QByteArray("{}")
                               << QByteArray() << QByteArray();
    }

    /// Wherever blocks end: with spaces before it, and cut in two at every byte.
    void partsAreFound()
    {
        QFETCH(const Holder, holder);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, object);
        QFETCH(const QByteArray, metadata);
        QFETCH(const QByteArray, managedFields);
        for (int spaces = 0; spaces < 70; ++spaces) {
            const auto whole = quoted("{" + QByteArray(spaces, ' ') + text.mid(1));
            for (size_t cut = 0; cut < whole.size(); cut += spaces % 7 + 1) {
                ObjectOutline outline(holder, 256);
                QCOMPARE(outline.scan(std::string_view(whole).substr(0, cut)),
                         Progress::Unfinished);
                QCOMPARE(outline.scan(whole + " {"), Progress::Complete);
                QCOMPARE(outline.size(), whole.size());
                const auto found = outline.object(whole);
                const auto isWhole = object == text;
                QCOMPARE(std::string(found.text), isWhole ? whole : quoted(object));
                QCOMPARE(std::string(found.metadata), quoted(metadata));
                QCOMPARE(std::string(found.managedFields), quoted(managedFields));
            }
        }
    }

    void depthIsBounded()
    {
        ObjectOutline outline(Holder::Itself, 10);
        QCOMPARE(outline.scan("{\"a\":" + std::string(9, '[') + std::string(9, ']') + "}"),
                 Progress::Complete);
        ObjectOutline deeper(Holder::Itself, 10);
        QCOMPARE(deeper.scan("{\"a\":" + std::string(10, '[')), Progress::TooDeep);
        ObjectOutline deepest(Holder::Itself, 256);
        QCOMPARE(deepest.scan("{\"a\":" + std::string(10'000, '[')), Progress::TooDeep);
    }
};

QTEST_GUILESS_MAIN(ObjectOutlineTest)
#include "tst_objectoutline.moc"
