// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/help/helppanel.h"
#include "workspace/logs/logcontent.h"
#include "workspace/namespaces/namespacepicker.h"
#include "workspace/spotlight/spotlightpanel.h"

#include <QAccessible>
#include <QApplication>
#include <QJsonObject>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace workspace;

/// The help tells what the program does, because it is made from what the program does.
class HelpTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void openedByAQuestionMarkAndLeftByEscape()
    {
        QVERIFY(!help()); // panels are made when they are first wanted
        QTest::keyClick(&m_window->canvas(), Qt::Key_Question, Qt::ShiftModifier);
        QTRY_VERIFY(help() && help()->isVisible());
        QVERIFY(!m_window->findChild<SpotlightPanel *>()->isVisible());
        QVERIFY(search()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!help()->isVisible());
        QVERIFY(m_window->canvas().hasFocus());
        QTest::keyClick(&m_window->canvas(), Qt::Key_F1);
        QTRY_VERIFY(help()->isVisible());
        takePicture(u"help-dark"_s);
        m_look.setTheme(Theme::lightTheme());
        takePicture(u"help-light"_s);
        m_look.setTheme(Theme::darkTheme());
    }

    void findsALineByItsNameItsKeyAndItsOtherWords()
    {
        QTest::keyClick(&m_window->canvas(), Qt::Key_F1);
        for (const auto &typed : {u"wrap long"_s, u"ctrl+shift+k"_s, u"cli"_s}) {
            search()->setText({});
            QTest::keyClicks(search(), typed);
            QVERIFY2(shownLines() > 0 && shownLines() < 6, qPrintable(typed));
        }
        search()->setText({});
        QTest::keyClicks(search(), u"krate a frame"_s);
        QCOMPARE(shownLines(), 1); // the product's words are there, too
        search()->setText({});
        QTest::keyClicks(search(), u"xyzzy"_s);
        QCOMPARE(shownLines(), 0);
    }

    void enterDoesWhatTheLineSays()
    {
        QTest::keyClick(&m_window->canvas(), Qt::Key_F1);
        QTest::keyClicks(search(), u"journal"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QVERIFY(!help()->isVisible());
        QCOMPARE(m_document->krates().begin()->second.label, u"Journal"_s);
    }

    void aScreenReaderReadsTheKeyWithTheLine()
    {
        QTest::keyClick(&m_window->canvas(), Qt::Key_F1);
        QTest::keyClicks(search(), u"ctrl+,"_s);
        auto *tree = help()->findChild<QTreeWidget *>();
        QCOMPARE(tree->accessibleName(), u"Keys"_s);
        const auto spoken = tree->currentItem()->data(0, Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"Settings"_s) && spoken.contains(u"Ctrl+,"_s),
                 qPrintable(spoken));
        QVERIFY(!search()->accessibleName().isEmpty());
    }

    void everyKeyThatIsToldOfALogDoesSomethingInIt()
    {
        QString pod;
        for (const auto &object : m_demo.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            if (object["status"_L1]["phase"_L1].toString() == "Running"_L1)
                pod = object["metadata"_L1]["name"_L1].toString();
        }
        m_window->openTarget(*OpenTarget::parse(u"pod/shop/"_s + pod + u":logs"_s), {});
        QTRY_VERIFY(shown<LogContent>(View::Logs));
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto at =
            canvas.toScreen(krate.position + krate.windows.front().rect.center()).toPoint();
        QTest::mouseMove(&canvas, at + QPoint(1, 1));
        QTest::mouseMove(&canvas, at);
        QTRY_VERIFY(!canvas.focusedWindow().isEmpty());
        auto *log = shown<LogContent>(View::Logs);
        int tried = 0;
        for (const auto &command : m_window->commands().all()) {
            if (!command.id.startsWith("keys.logs."_L1) || !command.run)
                continue;
            const auto typed = command.shortcuts.first()[0];
            QKeyEvent press(QEvent::KeyPress, typed.key(), typed.keyboardModifiers());
            QVERIFY2(log->handleInput(press), qPrintable(command.id));
            QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            log->handleInput(escape); // out of a field that it opened
            ++tried;
        }
        QVERIFY(tried > 10);
        // The same from the palette: the window gets the key.
        QVERIFY(!log->pane().areStampsShown() || m_window->commands().run(u"keys.logs.stamps"_s));
        QVERIFY(!log->pane().areStampsShown());
        QVERIFY(m_window->commands().run(u"keys.logs.stamps"_s));
        QVERIFY(log->pane().areStampsShown());
    }

    void aListIsWorkedFromThePaletteAsByItsKeys()
    {
        m_window->openTarget(*OpenTarget::parse(u"pods/shop"_s), {});
        QTRY_VERIFY(shown<CollectionContent>(View::Collection));
        auto *list = shown<CollectionContent>(View::Collection);
        QTRY_VERIFY(list->model().rowCount() > 2);
        auto &commands = m_window->commands();
        QVERIFY(!commands.run(u"keys.list.all"_s)); // it has not the keys
        auto &canvas = m_window->canvas();
        const auto &krate = m_document->krates().begin()->second;
        const auto at =
            canvas.toScreen(krate.position + krate.windows.front().rect.center()).toPoint();
        QTest::mouseMove(&canvas, at + QPoint(1, 1));
        QTest::mouseMove(&canvas, at);
        QTRY_VERIFY(!canvas.focusedWindow().isEmpty());
        QVERIFY(commands.run(u"keys.list.all"_s));
        QCOMPARE(int(list->selectedObjects().size()), list->model().rowCount());
        QVERIFY(!commands.run(u"keys.logs.wrap"_s)); // and is no log
        list->setFilter(u"web"_s);
        QVERIFY(commands.run(u"keys.list.clear"_s));
        QVERIFY(list->filter().isEmpty());
        QVERIFY(commands.run(u"keys.list.namespaces"_s));
        QTRY_VERIFY(m_window->findChild<NamespacePicker *>()->isVisible());
    }

private:
    HelpPanel *help() const { return m_window->findChild<HelpPanel *>(); }
    QLineEdit *search() const { return help()->findChild<QLineEdit *>(); }

    int shownLines() const
    {
        int count = 0;
        auto *tree = help()->findChild<QTreeWidget *>();
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            for (int j = 0; j < tree->topLevelItem(i)->childCount(); ++j)
                count += tree->topLevelItem(i)->child(j)->isHidden() ? 0 : 1;
        }
        return count;
    }
};

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
