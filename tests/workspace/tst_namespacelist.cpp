// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/namespaces/namespacelist.h"
#include "workspace/namespaces/namespacememory.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::NamespaceList;

class NamespaceListTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<kube::PackedItem> items(const QStringList &names)
    {
        std::vector<kube::PackedItem> items;
        for (const auto &name : names) {
            kube::ResourceItem item;
            item.meta.uid = u"uid-"_s + name;
            item.meta.name = name;
            items.emplace_back(item);
        }
        return items;
    }
    static QStringList rows(const NamespaceList &list)
    {
        QStringList rows;
        for (int i = 0; i < list.rowCount(); ++i)
            rows.append(list.name(i));
        return rows;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void offersAllThenWhatIsKnown()
    {
        NamespaceList list;
        const QAbstractItemModelTester tester(&list);
        list.begin({u"shop"_s}, {u"team-b"_s});
        list.addListed(items({u"kube-system"_s, u"shop"_s}));
        QCOMPARE(rows(list), (QStringList{{}, u"kube-system"_s, u"shop"_s, u"team-b"_s}));
        QCOMPARE(list.chosen(), QStringList{u"team-b"_s});
        QCOMPARE(list.index(0).data(NamespaceList::CheckedRole).toBool(), false);
        QCOMPARE(list.index(3).data(NamespaceList::CheckedRole).toBool(), true);
    }

    void typingNarrowsAndWhatBeginsSoComesFirst()
    {
        NamespaceList list;
        list.begin({}, {});
        list.addListed(items({u"a-shop"_s, u"billing"_s, u"shop"_s, u"shop-dev"_s}));
        list.setFilter(u"shop"_s);
        QCOMPARE(rows(list), (QStringList{u"shop"_s, u"shop-dev"_s, u"a-shop"_s}));
        list.setFilter({});
        QCOMPARE(list.rowCount(), 5);
    }

    void aNameThatIsNotListedCanBeTyped()
    {
        NamespaceList list;
        const QAbstractItemModelTester tester(&list);
        list.begin({}, {});
        list.setFilter(u"team-a"_s);
        QCOMPARE(rows(list), QStringList{u"team-a"_s});
        QVERIFY(list.index(0).data(NamespaceList::TypedRole).toBool());
        list.toggle(0);
        QCOMPARE(list.chosen(), QStringList{u"team-a"_s});
        list.setFilter({});
        QCOMPARE(rows(list), (QStringList{{}, u"team-a"_s}));
        list.setFilter(u"not a name"_s);
        QCOMPARE(list.rowCount(), 0);
        QCOMPARE(list.bestRow(), -1);
    }

    void severalCanBeCheckedAndAllUnchecksThem()
    {
        NamespaceList list;
        list.begin({u"a"_s, u"b"_s, u"c"_s}, {});
        list.toggle(1);
        list.toggle(3);
        QCOMPARE(list.chosen(), (QStringList{u"a"_s, u"c"_s}));
        list.toggle(1);
        QCOMPARE(list.chosen(), QStringList{u"c"_s});
        list.toggle(0);
        QVERIFY(list.chosen().isEmpty());
        QVERIFY(list.index(0).data(NamespaceList::CheckedRole).toBool());
    }

    void namespacesThatComeAndGoAreFollowed()
    {
        NamespaceList list;
        list.begin({}, {});
        list.addListed(items({u"a"_s, u"b"_s}));
        using kube::ItemEvent;
        list.apply({{ItemEvent::Type::Added, items({u"c"_s}).front()},
                    {ItemEvent::Type::Deleted, items({u"a"_s}).front()},
                    {ItemEvent::Type::Deleted, items({u"unknown"_s}).front()}});
        QCOMPARE(rows(list), (QStringList{{}, u"b"_s, u"c"_s}));
    }

    void fiftyThousandAreFilteredAtOnce()
    {
        QStringList names;
        for (int i = 0; i < 50'000; ++i)
            names.append(u"team-%1-namespace"_s.arg(i, 5, 10, QChar(u'0')));
        NamespaceList list;
        list.begin({}, {});
        for (qsizetype at = 0; at < names.size(); at += 500)
            list.addListed(items(names.sliced(at, 500)));
        QCOMPARE(list.known(), 50'000);
        QElapsedTimer clock;
        clock.start();
        list.setFilter(u"team-04999"_s);
        const auto took = clock.elapsed();
        QCOMPARE(list.rowCount(), 2); // and what was typed
        QVERIFY2(took < 500, "a keystroke took half a second"); // some 10 ms where nobody disturbs
        qInfo("50,000 namespaces filtered in %lld ms", took);
    }

    void namesAreDnsLabels()
    {
        using workspace::isNamespaceName;
        QVERIFY(isNamespaceName(u"a"_s));
        QVERIFY(isNamespaceName(u"team-1"_s));
        QVERIFY(!isNamespaceName({}));
        QVERIFY(!isNamespaceName(u"-a"_s));
        QVERIFY(!isNamespaceName(u"a-"_s));
        QVERIFY(!isNamespaceName(u"Team"_s));
        QVERIFY(!isNamespaceName(u"a.b"_s));
        QVERIFY(!isNamespaceName(QString(64, u'a')));
    }

    void theLastChosenAreRememberedFirst()
    {
        workspace::NamespaceMemory memory;
        QSignalSpy changed(&memory, &workspace::NamespaceMemory::changed);
        memory.remember(u"prod"_s, {u"a"_s});
        memory.remember(u"prod"_s, {u"b"_s, u"c"_s});
        memory.remember(u"prod"_s, {u"a"_s});
        QCOMPARE(memory.of(u"prod"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(memory.of(u"other"_s).isEmpty());
        QCOMPARE(changed.size(), 3);
        memory.remember(u"prod"_s, {u"a"_s});
        memory.remember(u"prod"_s, {});
        QCOMPARE(changed.size(), 3);
        for (int i = 0; i < 100; ++i)
            memory.remember(u"prod"_s, {u"n%1"_s.arg(i)});
        QCOMPARE(memory.of(u"prod"_s).size(), workspace::NamespaceMemory::Most);
        QCOMPARE(memory.of(u"prod"_s).value(0), u"n99"_s);
    }
};

QTEST_MAIN(NamespaceListTest)
#include "tst_namespacelist.moc"
