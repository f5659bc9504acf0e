// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/commands/commandset.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::Command;
using workspace::CommandSet;
using workspace::shortcutText;

class CommandSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aCommandIsReplacedInItsPlace()
    {
        CommandSet set;
        QSignalSpy changes(&set, &CommandSet::changed);
        set.add({.id = u"a"_s, .name = u"One"_s});
        set.add({.id = u"b"_s, .name = u"Two"_s});
        set.add({.id = u"a"_s, .name = u"Three"_s});
        QCOMPARE(set.all().size(), size_t(2));
        QCOMPARE(set.all().front().name, u"Three"_s);
        set.remove(u"a"_s);
        set.remove(u"unknown"_s);
        QCOMPARE(changes.size(), 4);
        QVERIFY(!set.find(u"a"_s));
    }

    void aKeyRunsTheEnabledCommandOfItsShortcut()
    {
        CommandSet set;
        QStringList ran;
        bool enabled = false;
        set.add({.id = u"first"_s,
                 .shortcuts = {QKeySequence(u"Ctrl+K"_s)},
                 .run = [&ran] { ran << u"first"_s; },
                 .isEnabled = [&enabled] { return enabled; }});
        set.add({.id = u"second"_s,
                 .shortcuts = {QKeySequence(u"F1"_s), QKeySequence(u"Ctrl+K"_s)},
                 .run = [&ran] { ran << u"second"_s; }});
        const QKeyEvent key(QEvent::KeyPress, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(set.match(key)->id, u"second"_s);
        enabled = true;
        QCOMPARE(set.match(key)->id, u"first"_s);
        const QKeyEvent plain(QEvent::KeyPress, Qt::Key_K, Qt::NoModifier);
        QVERIFY(!set.match(plain));
        QVERIFY(set.run(u"first"_s));
        enabled = false;
        QVERIFY(!set.run(u"first"_s));
        QCOMPARE(ran, QStringList{u"first"_s});
    }

    void aSignIsFoundWithTheShiftThatTypesIt()
    {
        CommandSet set;
        set.add({.id = u"help"_s, .shortcuts = {QKeySequence(u"?"_s)}, .run = [] { }});
        set.add({.id = u"letter"_s, .shortcuts = {QKeySequence(u"L"_s)}, .run = [] { }});
        const QKeyEvent sign(QEvent::KeyPress, Qt::Key_Question, Qt::ShiftModifier, u"?"_s);
        QVERIFY(set.match(sign));
        const QKeyEvent capital(QEvent::KeyPress, Qt::Key_L, Qt::ShiftModifier, u"L"_s);
        QVERIFY(!set.match(capital));
        QCOMPARE(shortcutText(*set.find(u"letter"_s)), u"L"_s);
    }

    void aGestureIsOnlyToldOf()
    {
        CommandSet set;
        set.add({.id = u"drag"_s, .shortcuts = {QKeySequence(u"D"_s)}});
        const QKeyEvent key(QEvent::KeyPress, Qt::Key_D, Qt::NoModifier);
        QVERIFY(!set.match(key));
        QVERIFY(!set.run(u"drag"_s));
    }

    void aCommandMayTakeItselfAway()
    {
        CommandSet set;
        set.add({.id = u"once"_s, .run = [&set] { set.remove(u"once"_s); }});
        QVERIFY(set.run(u"once"_s));
        QVERIFY(set.all().empty());
    }
};

QTEST_MAIN(CommandSetTest)
#include "tst_commandset.moc"
