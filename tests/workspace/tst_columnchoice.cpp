// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/columnchoice.h"
#include "workspace/session/session.h"

#include "kube/objectref.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::ColumnChoice;
using workspace::ColumnMemory;
using workspace::Session;

class ColumnChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aChoiceIsReadAsItWasWritten()
    {
        const ColumnChoice choice{.shown = {u"name"_s, u"label/app"_s, u"cell/Age"_s},
                                  .widths = {{u"name"_s, 210.5}},
                                  .sortedBy = u"label/app"_s,
                                  .isDescending = true,
                                  .isTree = true};
        QCOMPARE(ColumnChoice::fromJson(choice.toJson()), choice);
        QCOMPARE(ColumnChoice::fromJson({}), ColumnChoice());
        QVERIFY(ColumnChoice().toJson().isEmpty());
    }

    void whatIsWrongOrTooMuchIsLeftOut()
    {
        QJsonArray many{1, u""_s, u"name"_s, u"name"_s, QString(5000, u'x'), QJsonObject()};
        for (int i = 0; i < 200; ++i)
            many.append(u"label/%1"_s.arg(i));
        const auto choice = ColumnChoice::fromJson(
            {{u"shown"_s, many},
             {u"widths"_s,
              QJsonObject{{u"a"_s, -5}, {u"b"_s, 1e9}, {u"c"_s, u"wide"_s}, {u"d"_s, 80}}},
             {u"sort"_s, QString(5000, u'x')},
             {u"tree"_s, u"yes"_s}});
        QCOMPARE(choice.shown.size(), ColumnChoice::MostColumns);
        QCOMPARE(choice.shown.first(), u"name"_s);
        QCOMPARE(choice.widths, (QHash<QString, qreal>{{u"d"_s, 80}}));
        QCOMPARE(choice.sortedBy, QString());
        QVERIFY(!choice.isTree);
        QCOMPARE(ColumnChoice::fromJson({{u"shown"_s, 7}, {u"widths"_s, u"x"_s}}), ColumnChoice());
    }

    void eachKindHasItsOwn()
    {
        Session session;
        ColumnMemory memory(session);
        memory.set(u"Pod"_s, {.shown = {u"name"_s}});
        memory.set(u"Deployment.apps"_s, {.isTree = true});
        QCOMPARE(ColumnMemory(session).of(u"Pod"_s).shown, QStringList{u"name"_s});
        QVERIFY(memory.of(u"Deployment.apps"_s).isTree);
        QCOMPARE(memory.of(u"Service"_s), ColumnChoice());
        memory.set(u"Pod"_s, {});
        QVERIFY(!session.section(u"columns"_s).contains(u"Pod"_s));
    }

    void theOldestOfTooManyKindsGoes()
    {
        Session session;
        ColumnMemory memory(session);
        for (int i = 0; i < ColumnMemory::MostKinds + 5; ++i) {
            memory.set(u"Kind%1"_s.arg(i), {.sortedBy = u"name"_s});
            memory.set(u"Kind0"_s,
                       {.sortedBy = u"name"_s, .isDescending = i % 2 == 0}); // used again and again
        }
        QCOMPARE(session.section(u"columns"_s).size(), ColumnMemory::MostKinds);
        QCOMPARE(memory.of(u"Kind0"_s).sortedBy, u"name"_s);
        QCOMPARE(memory.of(u"Kind1"_s), ColumnChoice());
        QCOMPARE(memory.of(u"Kind104"_s).sortedBy, u"name"_s);
    }

    void aSectionOfNonsenseIsNoChoice()
    {
        Session session;
        session.setSection(u"columns"_s,
                           {{u"Pod"_s, 5}, {u"Node"_s, QJsonObject{{u"turn"_s, u"x"_s}}}});
        ColumnMemory memory(session);
        QCOMPARE(memory.of(u"Pod"_s), ColumnChoice());
        memory.set(u"Node"_s, {.isTree = true});
        QVERIFY(memory.of(u"Node"_s).isTree);
    }

    void aKindIsTheSameInEveryVersion()
    {
        QCOMPARE(
            ColumnMemory::keyOf({.group = u"apps"_s, .version = u"v1"_s, .kind = u"Job"_s}),
            ColumnMemory::keyOf({.group = u"apps"_s, .version = u"v1beta1"_s, .kind = u"Job"_s}));
    }
};

QTEST_MAIN(ColumnChoiceTest)
#include "tst_columnchoice.moc"
