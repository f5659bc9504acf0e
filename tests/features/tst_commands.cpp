// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/spotlight/spotlightpanel.h"

#include <QApplication>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using workspace::SpotlightEntry;
using workspace::View;

/// What can be done: by keys, from Spotlight, whatever has the keys.
class CommandsTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init() { QVERIFY(openYard()); }
    void cleanup() { closeYard(); }

    void aKeyThatNoWindowUsesRunsItsCommand()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(spotlight()->isVisible());
        QVERIFY(spotlight()->query().isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!spotlight()->isVisible());
        key(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QCOMPARE(m_document->krates().begin()->second.label, u"Journal"_s);
    }

    void whileSpotlightIsOpenItsKeysAreItsOwn()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(spotlight()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(spotlight()->isVisible());
        QVERIFY(m_document->krates().empty());
    }

    void spotlightFindsACommandByAnotherWordAndShowsItsKey()
    {
        const auto hit = find(u"kubectx demo"_s);
        QCOMPARE(hit.type, SpotlightEntry::Type::Command);
        QCOMPARE(hit.id, u"context/demo"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        const auto quit = find(u"exit"_s);
        QCOMPARE(quit.id, u"app.quit"_s);
        QCOMPARE(quit.shortcut, QKeySequence(u"Ctrl+Q"_s).toString(QKeySequence::NativeText));
    }

    void commandsAreAboutTheWindowThatHadTheKeys()
    {
        openPod(u":yaml"_s);
        point(View::Yaml);
        const auto logs = find(u"its logs"_s);
        QCOMPARE(logs.id, u"view.l"_s);
        QVERIFY(logs.name.endsWith(m_pod));
        takePicture(u"commands-beside"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(krate().windows.size(), 2UL);
        QCOMPARE(krate().windows.back().view, View::Logs);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(krate().windows.size(), 1UL);
        point(View::Yaml);
        key(Qt::Key_D, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(krate().windows.size(), 2UL);
        QCOMPARE(krate().windows.back().view, View::Describe);
    }

    void anActionIsAKeyAndAPlaceInThePalette()
    {
        m_window->openTarget(*workspace::OpenTarget::parse(u"deployment/shop/storefront:yaml"_s),
                             {});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QTRY_VERIFY(m_window->isSettled());
        point(View::Yaml);
        const auto restart = find(u"restart storefront"_s);
        QCOMPARE(restart.id, u"action.restart"_s);
        QVERIFY(!restart.shortcut.isEmpty());
        takePicture(u"commands-action"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        point(View::Yaml);
        key(Qt::Key_R, Qt::AltModifier | Qt::ShiftModifier);
        auto &panel = m_window->actions().panel();
        QTRY_VERIFY(panel.isVisible());
        key(Qt::Key_J, Qt::ControlModifier); // what asks has the person's attention
        QCOMPARE(m_document->krates().size(), 1UL);
        panel.dismiss();
    }

    void aContextIsMadeReadOnlyAndItsActionsAreGone()
    {
        openPod(u":yaml"_s);
        point(View::Yaml);
        QCOMPARE(find(u"context read-only"_s).id, u"context.read-only"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_window->contextMarks().of(u"demo"_s).readOnly);
        point(View::Yaml);
        QVERIFY(!m_window->commands().find(u"action.delete"_s)->canRun());
        QVERIFY(m_window->commands().run(u"context.writable"_s));
        QVERIFY(m_window->commands().find(u"action.delete"_s)->canRun());
    }

    void withoutAWindowThereIsNothingToOpenBeside()
    {
        const auto *command = m_window->commands().find(u"view.l"_s);
        QVERIFY(command && !command->canRun());
        key(Qt::Key_L, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(m_document->krates().empty());
    }

    void aShellKeepsItsKeysAndGivesUpOnlyTheDocumentedOnes()
    {
        openPod(u":shell"_s);
        point(View::Shell);
        QTRY_VERIFY(QApplication::focusWidget() != &m_window->canvas());
        const QPointer<QWidget> terminal = QApplication::focusWidget();
        QVERIFY(m_window->canvas().isAncestorOf(terminal));
        const QKeySequence find(u"Ctrl+Shift+F"_s); // the shell's own moves the focus to its field
        for (const auto &command : m_window->commands().all()) {
            for (const auto &shortcut : command.shortcuts) {
                const auto typed = shortcut[0];
                if (command.everywhere.contains(shortcut) || shortcut == find)
                    continue;
                const auto before = m_document->krates().size();
                QTest::keyClick(terminal.data(), typed.key(), typed.keyboardModifiers());
                QVERIFY2(!spotlight()->isVisible() && m_document->krates().size() == before,
                         qPrintable(command.id));
                QCOMPARE(QApplication::focusWidget(), terminal.data());
            }
        }
        QTest::keyClick(terminal.data(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(spotlight()->isVisible());
    }

    void noShortcutMeansTwoThings()
    {
        // A window has its own keys before the others are asked.
        const auto sortOf = [](const QString &id) {
            return id.startsWith("keys."_L1) ? id.section(u'.', 0, 1) : QString();
        };
        QHash<QString, QString> taken;
        for (const auto &command : m_window->commands().all()) {
            if (!command.run)
                continue;
            for (const auto &shortcut : command.shortcuts) {
                const QString key = sortOf(command.id) + u' ' + shortcut.toString();
                QVERIFY2(!taken.contains(key),
                         qPrintable(QString(command.id + u" and "_s + taken.value(key))));
                taken.insert(key, command.id);
            }
        }
    }

private:
    workspace::SpotlightPanel *spotlight() const
    {
        return m_window->findChild<workspace::SpotlightPanel *>();
    }

    void key(Qt::Key key, Qt::KeyboardModifiers held)
    {
        m_window->canvas().setFocus();
        QTest::keyClick(&m_window->canvas(), key, held);
    }

    /// Types it into Spotlight; what stands first then.
    SpotlightEntry find(const QString &typed)
    {
        key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), typed);
        return spotlight()->hits().empty() ? SpotlightEntry() : spotlight()->hits().front().entry;
    }

    void openPod(const QString &views)
    {
        for (const auto &object : m_demo.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            if (object["status"_L1]["phase"_L1].toString() == "Running"_L1)
                m_pod = object["metadata"_L1]["name"_L1].toString();
        }
        m_window->openTarget(*workspace::OpenTarget::parse(u"pod/shop/"_s + m_pod + views), {});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QTRY_VERIFY(m_window->isSettled());
    }

    const workspace::KrateRecord &krate() const { return m_document->krates().begin()->second; }

    /// Moves the pointer over the first window of that view.
    void point(View view)
    {
        auto &canvas = m_window->canvas();
        const auto record =
            std::ranges::find(krate().windows, view, &workspace::WindowRecord::view);
        const auto at = canvas.toScreen(krate().position + record->rect.center()).toPoint();
        QTest::mouseMove(&canvas, at + QPoint(1, 1));
        QTest::mouseMove(&canvas, at);
        QTRY_COMPARE(canvas.focusedWindow(), record->id);
    }

    QString m_pod;
};

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
