// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/itemdecoder.h"

#include "kube/watch/jsonsplitter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// The text with ' for ", because moc stumbles over raw strings.
static QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The text with the readable bytes behind it that the decoder asks for.
static std::string padded(const QByteArray &bytes)
{
    auto text = bytes.toStdString();
    text.reserve(text.size() + kube::JsonSplitter::Padding);
    return text;
}

class ItemDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aRowHasItsCellsAndMetadata()
    {
        const auto text = padded(
            quoted("{'cells':['web-1','1/1',0,true,null,{'a':1}],"
                   "'object':{'kind':'PartialObjectMetadata','metadata':{'name':'web-1','namespace'"
                   ":'shop',"
                   "'uid':'u1','resourceVersion':'12','creationTimestamp':'2026-01-01T00:00:00Z',"
                   "'deletionTimestamp':'2026-01-02T00:00:00Z','labels':{'app':'w\\u00e9b'},"
                   "'managedFields':[{'manager':'x'}],"
                   "'ownerReferences':[{'kind':'ReplicaSet','name':'web','uid':'r','controller':"
                   "true}]}}}"));
        const auto row = m_decoder.row({text});
        QVERIFY(row);
        const auto item = row->unpacked();
        QCOMPARE(item.cells,
                 (QStringList{u"web-1"_s, u"1/1"_s, u"0"_s, u"true"_s, QString(), u"{\"a\":1}"_s}));
        QCOMPARE(item.meta.name, u"web-1"_s);
        QCOMPARE(item.meta.nameSpace, u"shop"_s);
        QCOMPARE(item.meta.created, 1767225600);
        QVERIFY(item.meta.deleting);
        QCOMPARE(item.meta.labels.value(u"app"_s), u"wéb"_s);
        QCOMPARE(item.meta.owners.value(0),
                 (kube::OwnerReference{u"ReplicaSet"_s, u"web"_s, u"r"_s, true}));
    }

    void annotationsThatAreWantedAreCellsBehindTheOthers()
    {
        const auto text =
            padded(quoted("{'cells':['web-1'],'object':{'metadata':{'name':'web-1','annotations':{"
                          "'team':'shop','other':'x','note':'a\\nb'}}}}"));
        const auto bare = padded(quoted("{'cells':['web-2'],'object':{'metadata':{}}}"));
        kube::ItemDecoder decoder;
        decoder.setAnnotations({u"note"_s, u"team"_s});
        QCOMPARE(decoder.row({text})->unpacked().cells,
                 (QStringList{u"web-1"_s, u"a\nb"_s, u"shop"_s}));
        QCOMPARE(decoder.row({bare})->unpacked().cells, (QStringList{u"web-2"_s, {}, {}}));
        QCOMPARE(m_decoder.row({text})->unpacked().cells, QStringList{u"web-1"_s});
    }

    void oneLabelIsReadByItself()
    {
        kube::ResourceItem item;
        item.meta.labels = {{u"app"_s, u"web"_s}, {u"empty"_s, {}}, {u"zone"_s, u"b"_s}};
        const kube::PackedItem packed(item);
        QCOMPARE(packed.label(u"zone"_s), u"b"_s);
        QCOMPARE(packed.label(u"empty"_s), QString());
        QVERIFY(!packed.label(u"ap"_s));
        QVERIFY(!kube::PackedItem().label(u"app"_s));
    }

    void aLongRowEventIsReadWithoutItsManagedFields()
    {
        const QByteArray managed = "[{'manager':']','fieldsV1':{'k:{\\'a\\':1}':{"
            + QByteArray("'f:b':{},").repeated(200) + "'.':{}}}}]";
        const QByteArray row =
            "{'cells':['a',1],'object':{'kind':'PartialObjectMetadata','metadata':{"
            "'name':'a','managedFields':"
            + managed + ",'labels':{'managedFields':'no'},'resourceVersion':'6'}}}";
        const auto event = m_decoder.watchEvent(
            padded(quoted("{'type':'ADDED','object':{'kind':'Table','rows':[" + row + "]}}")),
            true);
        QVERIFY(event);
        QCOMPARE(event->items.size(), 1UL);
        const auto item = event->items.front().unpacked();
        QCOMPARE(item.cells, (QStringList{u"a"_s, u"1"_s}));
        QCOMPARE(item.meta.labels.value(u"managedFields"_s), u"no"_s);
        QCOMPARE(item.meta.resourceVersion, u"6"_s);
        QCOMPARE(event->resourceVersion, u"6"_s);
    }

    void anEventMayNameItsTypeLast()
    {
        for (const bool wantTable : {true, false}) {
            const auto event = m_decoder.watchEvent(
                padded(quoted("{'object':{'metadata':{'name':'a','resourceVersion':'5'}},"
                              "'type':'DELETED'}")),
                wantTable);
            QVERIFY(event);
            QCOMPARE(event->type, kube::WatchEvent::Type::Deleted);
            QCOMPARE(event->items.size(), 1UL);
            QCOMPARE(event->items.front().name(), "a");
            // A server that knows no Tables gives rows with a name.
            QCOMPARE(event->items.front().cellCount(), wantTable ? 1 : 0);
        }
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("usual") << QByteArray("2026-01-01T00:00:00Z") << qint64(1'767'225'600);
        QTest::newRow("leap day") << QByteArray("2024-02-29T23:59:59Z") << qint64(1'709'251'199);
        QTest::newRow("no such day") << QByteArray("2026-02-29T00:00:00Z") << qint64(0);
        QTest::newRow("fractions") << QByteArray("2026-01-01T00:00:00.5Z") << qint64(1'767'225'600);
        QTest::newRow("zone") << QByteArray("2026-01-01T01:00:00+01:00") << qint64(1'767'225'600);
        QTest::newRow("letters") << QByteArray("2026-01-01T00:00:xxZ") << qint64(0);
        QTest::newRow("empty") << QByteArray("") << qint64(0);
    }

    void times()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, seconds);
        const auto item =
            m_decoder.object(padded(quoted("{'metadata':{'creationTimestamp':'" + text + "'}}")));
        QVERIFY(item);
        QCOMPARE(item->created(), seconds);
    }

    void whatIsNotUtf8IsRefused()
    {
        const auto text = padded(quoted("{'metadata':{'name':'a'},'spec':{'note':'\xff'}}"));
        QVERIFY(!m_decoder.object(text));
    }

    void managedFieldsAreCutOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("first") << QByteArray(
            quoted("{'metadata':{'managedFields':[{'f':{'a':']}'}}],'name':'a'},'spec':{}}"));
        QTest::newRow("between") << QByteArray(
            quoted("{'metadata':{'uid':'1', 'managedFields' : [ ] , 'name':'a'},'spec':{}}"));
        QTest::newRow("last") << QByteArray(
            quoted("{'metadata':{'name':'a' , 'managedFields':[{}]},'spec':{'managedFields':1}}"));
        QTest::newRow("alone") << QByteArray("{\"metadata\":{\"managedFields\":[{}]},\"spec\":{"
                                             "\"note\":\"\\\"managedFields\\\"\"}}");
        QTest::newRow("none") << (quoted("{'metadata':{'name':'a'}}"));
    }

    void managedFieldsAreCutOut()
    {
        QFETCH(const QByteArray, text);
        auto expected = QJsonDocument::fromJson(text).object();
        auto meta = expected["metadata"_L1].toObject();
        meta.remove("managedFields"_L1);
        expected["metadata"_L1] = meta;

        const auto item = m_decoder.object(padded(text));

        QVERIFY(item);
        QCOMPARE(QJsonDocument::fromJson(item->unpacked().json).object(), expected);
    }

    void eventsOfEveryType()
    {
        const auto added = m_decoder.watchEvent(
            padded(quoted(
                "{'type':'ADDED','object':{'metadata':{'name':'a','resourceVersion':'5'}}}")),
            false);
        QVERIFY(added);
        QCOMPARE(added->type, kube::WatchEvent::Type::Added);
        QCOMPARE(added->resourceVersion, u"5"_s);

        const auto bookmark = m_decoder.watchEvent(
            padded(quoted(
                "{'type':'BOOKMARK','object':{'kind':'Pod','metadata':{'resourceVersion':'9',"
                "'annotations':{'k8s.io/initial-events-end':'true'}}}}")),
            false);
        QVERIFY(bookmark);
        QCOMPARE(bookmark->resourceVersion, u"9"_s);
        QVERIFY(bookmark->initialEventsEnd);

        const auto gone = m_decoder.watchEvent(
            padded(quoted("{'type':'ERROR','object':{'kind':'Status','code':410,'reason':'Expired',"
                          "'message':'too old resource version'}}")),
            true);
        QVERIFY(gone);
        QCOMPARE(gone->error.kind, kube::Error::Kind::Gone);
        QCOMPARE(gone->error.reason, u"Expired"_s);
    }

    void aTableEventBringsColumnsAndRows()
    {
        const auto event = m_decoder.watchEvent(
            padded(quoted("{'type':'MODIFIED','object':{'kind':'Table','columnDefinitions':["
                          "{'name':'Name','type':'string','format':'name','priority':0},"
                          "{'name':'IP','type':'string','priority':1}],"
                          "'rows':[{'cells':['a','1.2.3.4'],'object':{'metadata':{'name':'a','"
                          "resourceVersion':'6'}}}]}}")),
            true);
        QVERIFY(event);
        QCOMPARE(event->columns.size(), 2);
        QCOMPARE(event->columns.at(1).priority, 1);
        QCOMPARE(event->items.size(), 1UL);
        QCOMPARE(event->resourceVersion, u"6"_s);
    }

    void brokenTextGivesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << (quoted("{'type':'ADDED','object':{'metadata':{'na"));
        QTest::newRow("unknown type") << (quoted("{'type':'NEW','object':{}}"));
        QTest::newRow("no object") << (quoted("{'type':'ADDED'}"));
        QTest::newRow("wrong type") << (quoted("{'type':'ADDED','object':{'metadata':[]}}"));
        QTest::newRow("html") << QByteArray("<html></html>");
    }

    void brokenTextGivesNothing()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!m_decoder.watchEvent(padded(text), false));
    }

    void theSummaryOfAList()
    {
        const auto summary = m_decoder.summary(
            padded(quoted("{'kind':'Table','metadata':{'resourceVersion':'44','continue':'abc'},"
                          "'columnDefinitions':[{'name':'Name'}],'rows':[]}")));
        QVERIFY(summary);
        QCOMPARE(summary->resourceVersion, u"44"_s);
        QCOMPARE(summary->continueToken, u"abc"_s);
        QVERIFY(summary->isTable);
        QCOMPARE(summary->columns.size(), 1);
    }

private:
    kube::ItemDecoder m_decoder;
};

QTEST_GUILESS_MAIN(ItemDecoderTest)
#include "tst_itemdecoder.moc"
