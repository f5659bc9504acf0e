// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/watch/objectstore.h"

#include "kube/demo/apiserver.h"
#include "kube/demo/story/story.h"
#include "kube/demo/tablerenderer.h"
#include "kube/watch/decodequeue.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::ObjectStore;
using kube::PackedItem;
using kube::ResourceItem;
using Put = ObjectStore::Put;

class ObjectStoreTest : public QObject
{
    Q_OBJECT

    static ResourceItem pod(const QString &name, const QString &version = u"17"_s)
    {
        ResourceItem item;
        item.meta.uid = name;
        item.meta.name = name;
        item.meta.nameSpace = u"shop"_s;
        item.meta.resourceVersion = version;
        item.meta.created = 1'767'225'600;
        item.meta.labels = {{u"app"_s, u"web"_s}, {u"tier"_s, u"frönt"_s}};
        item.cells = {name, u"1/1"_s, u"Running"_s, QString(), u"5m"_s};
        return item;
    }

    /// The pods of the demo's story, as its Table answer decodes.
    static std::vector<ResourceItem> demoPods()
    {
        demo::ApiServer server;
        demo::Story story(server);
        const auto resource = *server.store().resource({{}, u"v1"_s, u"pods"_s});
        const auto table = demo::TableRenderer(server.store())
                               .table(resource, server.store().list(resource.gvr()), {},
                                      demo::IncludeObject::Metadata, true);
        kube::DecodeQueue queue(kube::DecodeQueue::Form::ListOfRows);
        std::vector<ResourceItem> items;
        connect(&queue, &kube::DecodeQueue::decoded, &queue,
                [&items](const kube::DecodedBatch &batch) {
                    for (const auto &item : batch.items)
                        items.push_back(item.unpacked());
                });
        queue.push(QJsonDocument(table).toJson(QJsonDocument::Compact));
        [&] { QTRY_VERIFY(!items.empty()); }();
        return items;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void packingKeepsEverything_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::addColumn<QString>("version");
        QTest::newRow("usual") << u"0f8fad5b-d9cb-469f-a165-70867728950e"_s << u"123456"_s;
        QTest::newRow("capitals") << u"0F8FAD5B-D9CB-469F-A165-70867728950E"_s << u"007"_s;
        QTest::newRow("static pod")
            << u"0f8fad5bd9cb469fa16570867728950e"_s << u"18446744073709551615"_s;
        QTest::newRow("dashes elsewhere") << u"0f8fad5bd-9cb-469f-a165-7086772895-0"_s << u"1.2"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("long") << QString(300, u'x') << u"99999999999999999999"_s;
    }

    void packingKeepsEverything()
    {
        QFETCH(QString, uid);
        QFETCH(QString, version);
        auto item = pod(u"wéb-1"_s, version);
        item.meta.uid = uid;
        item.meta.deleting = true;
        item.meta.owners = {{u"ReplicaSet"_s, u"web"_s, uid, true, u"apps/v1"_s},
                            {u"Node"_s, u"n"_s, u"u"_s}};
        item.cells.append(QString(1000, u'é'));
        item.json = "{\"a\": [1]}";
        const PackedItem packed(item);
        QCOMPARE(packed.unpacked(), item);
        QCOMPARE(packed.meta(), item.meta);
        QCOMPARE(packed.uid(), uid);
        QCOMPARE(packed.created(), item.meta.created);
        QCOMPARE(packed.labels(), item.meta.labels);
        QCOMPARE(packed.cellCount(), item.cells.size());
        for (qsizetype i = -1; i <= item.cells.size(); ++i)
            QCOMPARE(packed.cell(i), item.cells.value(i));
        const auto key = PackedItem::keyOf(uid);
        QCOMPARE(packed.uidKey(), std::string_view(key.constData(), size_t(key.size())));
        QCOMPARE(PackedItem().unpacked(), ResourceItem());
    }

    void aVersionThatIsKnownIsTheSame()
    {
        ObjectStore store;
        PackedItem first(pod(u"a"_s));
        QCOMPARE(store.put(first), Put::Added);
        auto older = pod(u"a"_s);
        older.cells[4] = u"6m"_s;
        PackedItem aged(older);
        QCOMPARE(store.put(aged), Put::Same);
        store.expectOtherCells();
        QCOMPARE(store.put(aged), Put::Modified);
        PackedItem next(pod(u"a"_s, u"18"_s));
        QCOMPARE(store.put(next), Put::Modified);
        PackedItem unversioned(pod(u"b"_s, {}));
        QCOMPARE(store.put(unversioned), Put::Added);
        QCOMPARE(store.put(unversioned), Put::Same);
        older = pod(u"b"_s, {});
        older.cells[4] = u"6m"_s;
        PackedItem changed(older);
        QCOMPARE(store.put(changed), Put::Modified);
        QCOMPARE(store.size(), 2U);
        QVERIFY(store.remove(changed));
        QVERIFY(!store.remove(changed));
        QCOMPARE(store.find(first.uidKey())->unpacked(), pod(u"a"_s, u"18"_s));
    }

    void aListDropsWhatItDoesNotName()
    {
        ObjectStore store;
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s}) {
            PackedItem item(pod(name));
            store.put(item);
        }
        store.beginList(); // a try that fails
        PackedItem b(pod(u"b"_s));
        store.put(b);
        store.beginList();
        PackedItem a(pod(u"a"_s));
        PackedItem d(pod(u"d"_s));
        store.put(a);
        store.put(d);
        QStringList gone;
        for (const auto &item : store.endList())
            gone.append(item.uid());
        gone.sort();
        QCOMPARE(gone, (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(store.size(), 2U);
    }

    void equalLabelsAreKeptOnce()
    {
        ObjectStore store;
        PackedItem a(pod(u"a"_s));
        PackedItem b(pod(u"b"_s));
        store.put(a);
        store.put(b);
        QVERIFY(a.labelBytes().constData() == b.labelBytes().constData());
        // Labels that nobody has any more do not pile up.
        for (int i = 0; i < 5000; ++i) {
            auto item = pod(u"c"_s, QString::number(i));
            item.meta.labels[u"round"_s] = QString::number(i);
            PackedItem packed(item);
            store.put(packed);
        }
        QVERIFY2(store.bytes() < 250'000, qPrintable(QString::number(store.bytes())));
    }

    void aPodTakesLittle()
    {
        const auto pods = demoPods();
        QVERIFY(pods.size() > 10);
        ObjectStore store;
        for (int copy = 0; copy < 100; ++copy) {
            for (const auto &pod : pods) {
                auto item = pod;
                item.meta.uid = u"%1-%2"_s.arg(QString::number(copy, 16).rightJustified(8, u'0'),
                                               item.meta.uid.mid(9));
                PackedItem packed(item);
                store.put(packed);
            }
        }
        QCOMPARE(store.size(), pods.size() * 100);
        const auto each = double(store.bytes()) / double(store.size());
        qInfo("%.0f bytes an object", each);
        QVERIFY(each < 400);
    }
};

QTEST_GUILESS_MAIN(ObjectStoreTest)
#include "tst_objectstore.moc"
