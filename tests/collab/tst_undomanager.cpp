// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/doc.h"
#include "collab/crdt/undomanager.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const char Remote = 0;

class UndoManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anOverwrittenValueComesBack()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, EachItsOwn);
        map.set(u"k", lib0::Any(1));
        map.set(u"k", lib0::Any(2));
        QVERIFY(manager.undo());
        QCOMPARE(map.any(u"k"), lib0::Any(1));
        QVERIFY(manager.undo());
        QVERIFY(!map.contains(u"k"));
        QVERIFY(!manager.undo());
        QVERIFY(manager.redo());
        QVERIFY(manager.redo());
        QCOMPARE(map.any(u"k"), lib0::Any(2));
        QVERIFY(!manager.canRedo());
    }

    void aRemovedMapComesBackWithAllThatWasInIt()
    {
        crdt::Doc doc;
        auto krates = doc.map(u"krates");
        krates.setMap(u"k1",
                      {.entries = {{u"x"_s, lib0::Any(1)},
                                   {u"windows"_s, crdt::NewMap{{{u"w"_s, lib0::Any(7)}}}}}});
        crdt::UndoManager manager(doc, {krates}, EachItsOwn);
        krates.remove(u"k1");
        QVERIFY(manager.undo());
        QCOMPARE(krates.map(u"k1").any(u"x"), lib0::Any(1));
        QCOMPARE(krates.map(u"k1").map(u"windows").any(u"w"), lib0::Any(7));
    }

    void aValueReplacedAndRemovedWithItsMapComesBackEverywhere()
    {
        crdt::Doc doc({.clientId = 1});
        auto krates = doc.map(u"krates");
        auto krate = krates.setMap(u"k1", {.entries = {{u"x"_s, lib0::Any(1)}}});
        crdt::UndoManager manager(doc, {krates}, EachItsOwn);
        doc.transact([&] {
            krate.set(u"x", lib0::Any(2));
            krates.remove(u"k1");
        });
        QVERIFY(manager.undo());
        crdt::Doc other({.clientId = 2});
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &Remote));
        QCOMPARE(krates.map(u"k1").any(u"x"), lib0::Any(1));
        QCOMPARE(other.map(u"krates").map(u"k1").any(u"x"), lib0::Any(1));
    }

    void whatOthersDidStays()
    {
        crdt::Doc doc({.clientId = 1});
        crdt::Doc other({.clientId = 2});
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, EachItsOwn);
        map.set(u"mine", lib0::Any(1));
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &Remote));
        other.map(u"m").set(u"theirs", lib0::Any(2));
        other.map(u"m").set(u"mine", lib0::Any(3)); // theirs since
        QVERIFY(doc.applyUpdate(other.encodeStateAsUpdate(), &Remote));

        manager.undo();
        QCOMPARE(map.any(u"theirs"), lib0::Any(2));
        QCOMPARE(map.any(u"mine"), lib0::Any(3));
        QCOMPARE(manager.undoSteps(), size_t(0)); // theirs were never noted
    }

    void quickEditsAreOneStep()
    {
        crdt::Doc doc;
        auto text = doc.text(u"t");
        crdt::UndoManager manager(doc, {text}, {.captureTimeout = 1h});
        text.insert(0, u"a");
        text.insert(1, u"b");
        QCOMPARE(manager.undoSteps(), size_t(1));
        manager.stopCapturing();
        text.insert(2, u"c");
        QCOMPARE(manager.undoSteps(), size_t(2));
        manager.undo();
        QCOMPARE(text.toString(), u"ab"_s);
        manager.undo();
        QCOMPARE(text.toString(), QString());
    }

    void onlyTrackedOriginsAreNoted()
    {
        static const char tidying = 0;
        crdt::Doc doc;
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, EachItsOwn);
        doc.transact([&] { map.set(u"k", lib0::Any(1)); }, &tidying);
        QVERIFY(!manager.canUndo());
        doc.map(u"other").set(u"k", lib0::Any(1)); // out of its scope
        QVERIFY(!manager.canUndo());
    }

    void aNewEditEndsWhatCouldBeRedone()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, EachItsOwn);
        map.set(u"k", lib0::Any(1));
        manager.undo();
        QVERIFY(manager.canRedo());
        map.set(u"k", lib0::Any(2));
        QVERIFY(!manager.canRedo());
    }

    void notesGoWithTheirSteps()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, EachItsOwn);
        QSignalSpy changes(&manager, &crdt::UndoManager::changed);
        map.set(u"k", lib0::Any(1));
        manager.setLastNote(u"Move krate"_s);
        QCOMPARE(manager.undoNote(), u"Move krate"_s);
        manager.undo();
        QCOMPARE(manager.redoNote(), u"Move krate"_s);
        QCOMPARE(manager.undoNote(), QString());
        manager.redo();
        QCOMPARE(manager.undoNote(), u"Move krate"_s);
        QCOMPARE(changes.size(), 3);
    }

    void stepsBeyondTheDepthAreForgotten()
    {
        crdt::Doc doc;
        auto map = doc.map(u"m");
        crdt::UndoManager manager(doc, {map}, {.captureTimeout = 0ms, .depth = 3});
        for (int i = 0; i < 10; ++i)
            map.set(u"k", lib0::Any(i));
        QCOMPARE(manager.undoSteps(), size_t(3));
        while (manager.undo()) { }
        QCOMPARE(map.any(u"k"), lib0::Any(6));
        manager.clear();
        QVERIFY(!manager.canUndo());
        QVERIFY(!manager.canRedo());
    }

private:
    const crdt::UndoManager::Options EachItsOwn{.captureTimeout = 0ms};
};

QTEST_GUILESS_MAIN(UndoManagerTest)
#include "tst_undomanager.moc"
