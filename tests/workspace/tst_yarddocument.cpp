// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"
#include "workspace/yard/yardfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace workspace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static KrateRecord podKrate(const QString &name)
{
    return {.cluster = u"kind"_s,
            .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, name},
            .label = name};
}

/// A krate that makes sense, under an id of its own.
static KrateRecord krateOf(const QString &id)
{
    auto krate = podKrate(id);
    krate.id = id;
    return krate;
}

class YardDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aTransactionIsOneChange()
    {
        YardDocument document;
        std::vector<YardChange> changes;
        connect(&document, &YardDocument::changed, this,
                [&](const YardChange &change) { changes.push_back(change); });
        document.transact(u"two"_s, [](YardTransaction &t) {
            t.put(krateOf(u"a"_s));
            t.put(krateOf(u"b"_s));
        });
        document.transact(u"mix"_s, [](YardTransaction &t) {
            t.edit(u"a"_s)->minimized = true;
            t.remove(u"b"_s);
            t.put(krateOf(u"c"_s));
        });
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].added, QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(changes[1].added, QStringList({u"c"_s}));
        QCOMPARE(changes[1].updated, QStringList({u"a"_s}));
        QCOMPARE(changes[1].removed, QStringList({u"b"_s}));
    }

    void anEditThatChangesNothingLeavesNoTrace()
    {
        YardDocument document;
        QSignalSpy changed(&document, &YardDocument::changed);
        document.transact(u"nothing"_s, [](YardTransaction &t) {
            t.put(krateOf(u"a"_s));
            t.remove(u"a"_s);
        });
        QCOMPARE(changed.size(), 0);
        QVERIFY(!document.canUndo());
    }

    void undoAndRedoGoBackAndForth()
    {
        YardDocument document;
        const auto id = yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        const auto before = document.krates();
        yard::setMinimized(document, id, true);
        const auto after = document.krates();
        QVERIFY(!document.undoLabel().isEmpty());
        document.undo();
        QCOMPARE(document.krates(), before);
        document.redo();
        QCOMPARE(document.krates(), after);
        document.undo();
        document.undo();
        QVERIFY(document.krates().empty());
        QVERIFY(!document.canUndo());
    }

    void anEditSeesWhatItHasDone()
    {
        YardDocument document;
        document.transact(u"one"_s, [&](YardTransaction &t) {
            t.put(krateOf(u"a"_s));
            QCOMPARE(t.nextSeq(), 1u);
            t.edit(u"a"_s)->seq = t.nextSeq();
            QVERIFY(t.nextSeq() > t.krates().at(u"a"_s).seq);
            auto front = krateOf(u"b"_s);
            front.seq = 900;
            t.put(front);
            QCOMPARE(t.nextSeq(), 901u);
            t.remove(u"b"_s);
            QVERIFY(!t.edit(u"b"_s));
        });
        QCOMPARE(document.krates().size(), 1u);
    }

    void whatWasDismissedComesBackWithItsWindows()
    {
        YardDocument document;
        const auto id =
            yard::open(document, podKrate(u"web"_s), {View::Logs, View::Shell}, {3000, 3000});
        yard::addWindow(document, id, View::Yaml);
        const auto before = document.krates();
        yard::dismiss(document, id);
        QVERIFY(document.krates().empty());
        document.undo();
        QCOMPARE(document.krates(), before);
        yard::setMinimized(document, id, true);
        document.undo();
        document.undo(); // the third window
        QCOMPARE(document.krate(id)->windows.size(), 2u);
    }

    void aMoveIsOneSmallUpdate()
    {
        YardDocument document;
        Krates many;
        for (int i = 0; i < 500; ++i) {
            auto krate = krateOf(QString::number(i));
            krate.position = {i % 25 * 450.0, i / 25 * 390.0};
            krate.minimized = true;
            many.emplace(krate.id, krate);
        }
        document.reset(many);
        QCOMPARE(document.krates(), many);
        QSignalSpy updates(&document.doc(), &crdt::Doc::updated);
        QSignalSpy changes(&document, &YardDocument::changed);
        document.transact(u"Move"_s,
                          [](YardTransaction &t) { t.edit(u"7"_s)->position += QPointF(5, 5); });
        QCOMPARE(updates.size(), 1);
        QVERIFY(updates[0][0].toByteArray().size() < 80);
        QCOMPARE(changes.size(), 1);
        const auto change = changes[0][0].value<YardChange>();
        QCOMPARE(change.updated, QStringList(u"7"_s));
        QVERIFY(change.added.isEmpty() && change.removed.isEmpty());
    }

    void whoHearsOfAChangeMayMakeTheNext()
    {
        YardDocument document;
        connect(&document, &YardDocument::changed, this, [&](const YardChange &change) {
            if (change.added.contains(u"a"_s))
                yard::setPinned(document, u"a"_s, true);
        });
        document.transact(u"one"_s, [](YardTransaction &t) { t.put(krateOf(u"a"_s)); });
        QVERIFY(document.krate(u"a"_s)->pinned);
        document.undo();
        QVERIFY(!document.krate(u"a"_s)->pinned);
    }

    void openingTwiceUsesTheSameKrate()
    {
        YardDocument document;
        const auto first = yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        yard::setMinimized(document, first, true);
        const auto second =
            yard::open(document, podKrate(u"web"_s), {View::Logs, View::Yaml}, {9000, 3000});
        QCOMPARE(second, first);
        QCOMPARE(document.krates().size(), 1);
        QCOMPARE(document.krate(first)->windows.size(), 2);
        QVERIFY(!document.krate(first)->minimized);
    }

    void openedKratesStandApart()
    {
        YardDocument document;
        for (int i = 0; i < 12; ++i)
            yard::open(document, podKrate(QString::number(i)), {View::Yaml, View::Logs},
                       {6000, 4000});
        for (const auto &[a, first] : document.krates()) {
            for (const auto &[b, second] : document.krates())
                QVERIFY(a == b || !layout::bounds(first).intersects(layout::bounds(second)));
        }
    }

    void closingTheLastWindowDismissesTheKrate()
    {
        YardDocument document;
        const auto id = yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        yard::closeWindow(document, id, document.krate(id)->windows[0].id);
        QVERIFY(!document.krate(id));
        yard::closeWindow(document, id, u"gone"_s); // a peer was faster: nothing happens
    }

    void aYardSurvivesTheWayThroughJson()
    {
        YardDocument document;
        yard::open(document, podKrate(u"web"_s), {View::Logs, View::Shell}, {3000, 3000});
        yard::open(document,
                   {.cluster = u"kind"_s,
                    .collection = CollectionScope{u"v1"_s, u"Pod"_s, {}},
                    .label = u"Pods"_s},
                   {View::Collection}, {5000, 3000});
        const auto loaded = yardFromJson(toJson(document.krates()));
        QCOMPARE(loaded.problems, QStringList());
        QCOMPARE(loaded.krates, document.krates());
    }

    void badEntriesAreKeptOutAndSaid()
    {
        YardDocument document;
        const auto id = yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        auto root = QJsonDocument::fromJson(toJson(document.krates())).object();
        auto list = root[u"krates"_s].toArray();
        auto broken = list[0].toObject();
        broken[u"id"_s] = QString();
        list.append(broken); // no id
        list.append(42); // no object
        list.append(list[0]); // the same id again
        auto first = list[0].toObject();
        first[u"wx"_s] = 1e300;
        first[u"windows"_s] =
            QJsonArray{first[u"windows"_s].toArray()[0], QJsonObject{{u"view"_s, u"tv"_s}}};
        list[0] = first;
        root[u"krates"_s] = list;
        const auto loaded = yardFromJson(QJsonDocument(root).toJson());
        QCOMPARE(loaded.krates.size(), 1);
        QCOMPARE(loaded.krates.at(id).windows.size(), 1);
        QVERIFY(loaded.krates.at(id).position.x() <= 12000);
        QCOMPARE(loaded.problems.size(), 2);
    }

    void everyPrefixOfAFileIsHarmless()
    {
        YardDocument document;
        yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
        const auto json = toJson(document.krates());
        for (qsizetype size = 0; size < json.trimmed().size(); ++size)
            QVERIFY(!yardFromJson(json.first(size)).problems.isEmpty());
    }

    void aFileFromTheFutureIsNotRead()
    {
        QCOMPARE(yardFromJson(R"({"version": 99, "krates": []})").problems.size(), 1);
    }

    void changesReachTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"yards/one.json"_s);
        YardDocument document;
        QString id;
        {
            YardFile file(document, path);
            file.setDelay(1ms);
            QCOMPARE(file.load(), QStringList());
            QSignalSpy saved(&file, &YardFile::saved);
            id = yard::open(document, podKrate(u"web"_s), {View::Logs}, {3000, 3000});
            QTRY_COMPARE(saved.size(), 1);
            file.setDelay(1h);
            yard::setMinimized(document, id, true); // written when the file is closed
        }
        YardDocument again;
        YardFile file(again, path);
        QCOMPARE(file.load(), QStringList());
        QCOMPARE(again.krates(), document.krates());
        QVERIFY(!again.canUndo());
    }

    void aBrokenFileIsPutAside()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"one.json"_s);
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"version\": 1, ");
        broken.close();
        YardDocument document;
        YardFile file(document, path);
        QCOMPARE(file.load().size(), 2);
        QVERIFY(QFile::exists(path + u".broken"_s));
    }
};

QTEST_GUILESS_MAIN(YardDocumentTest)
#include "tst_yarddocument.moc"
