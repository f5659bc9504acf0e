// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/accessiblewalk.h"
#include "support/demoyard.h"

#include "kube/cluster.h"
#include "workspace/actions/actioncenter.h"
#include "workspace/detached/detachedwindow.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/look/overlaypanel.h"
#include "workspace/namespaces/namespacepicker.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/tools/toolcenter.h"
#include "workspace/topbar/topbar.h"
#include "workspace/window/contentrows.h"
#include "workspace/yard/yardactions.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QJsonObject>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using workspace::ObjectId;
using workspace::View;

/// The whole program on the demo yard: everything in it has a role and a name, and is reached by
/// keys.
class AccessibilityTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        // What the offscreen platform says about every menu.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        QVERIFY(openYard());
        QTRY_VERIFY(m_clusters->opened(u"demo"_s) && m_clusters->opened(u"demo"_s)->hasResources());
        QTest::mouseMove(&m_window->canvas(), {3, 3}); // over no window
    }
    void cleanup() { closeYard(); }

    void everyViewOfAnObjectIsTold()
    {
        open(u"pod/shop/"_s + runningPod()
             + u":yaml,describe,logs,shell,changes,inspect,topology"_s);
        const auto found = look(*m_window);
        for (const auto *line :
             {"Canvas: Yard", "Button: Pin", "Button: Minimise", "Button: Dismiss",
              "Button: Maximise", "Button: Close window", "Button: Show in its own window",
              "PageTab: Shell", "ToolBar: Zoom", "Button: Zoom in", "Graphic: Minimap"})
            QVERIFY2(found.has(QLatin1StringView(line)), line);
        QVERIFY(found.names.filter(QRegularExpression(u"^Document: .*YAML"_s)).size() == 1);
        QVERIFY(!found.names.filter(QRegularExpression(u"^Terminal: Shell in"_s)).isEmpty());
        // Lines of the text itself.
        QVERIFY(!found.names.filter(QRegularExpression(u"^StaticText: kind: Pod"_s)).isEmpty());
    }

    void everyKindOfListIsToldRowByRow()
    {
        for (const auto &target :
             {u"pods/shop"_s, u"deployments"_s, u"namespaces"_s, u"nodes"_s, u"events/shop"_s})
            open(target);
        const auto found = look(*m_window);
        const auto rows = found.names.filter(QRegularExpression(u"^ListItem: .+"_s));
        QVERIFY2(rows.size() > 20, qPrintable(rows.join(u'\n')));
        QVERIFY(found.names.filter(QRegularExpression(u"^List: .+"_s)).size() >= 4);
    }

    void theWindowsOfOurOwnKindsAreToldRowByRow()
    {
        m_window->journal().add({.at = QDateTime::currentDateTimeUtc(),
                                 .context = u"demo"_s,
                                 .action = u"Scale"_s,
                                 .object = u"deployment/storefront"_s,
                                 .nameSpace = u"shop"_s,
                                 .apiVersion = u"apps/v1"_s,
                                 .kind = u"Deployment"_s,
                                 .name = u"storefront"_s,
                                 .kubectl = u"kubectl scale deployment/storefront"_s});
        m_window->forwards().restore(
            {{u"demo"_s, {.target = {u"Service"_s, u"shop"_s, u"cart"_s}, .port = u"80"_s}}});
        for (const auto &target : {u"releases"_s, u"everything/shop"_s, u"access/shop"_s,
                                   u"release/shop/storefront:values,manifest,history,notes"_s,
                                   u"service/shop/cart:topology"_s})
            open(target);
        for (const auto &id : {u"cluster.journal"_s, u"cluster.forwards"_s}) {
            QVERIFY(m_window->commands().run(id));
            lookAtEveryWindow();
        }
        int windows = 0;
        for (const auto &[id, krate] : m_document->krates()) {
            for (const auto &window : krate.windows) {
                auto *content = m_window->canvas().contentOf(window.id);
                const auto what = m_window->canvas().titleOf(window.id);
                QVERIFY2(content, qPrintable(what));
                QVERIFY2(!content->accessibleText().isEmpty(), qPrintable(what));
                QVERIFY2(content->contentRows(), qPrintable(what));
                QTRY_VERIFY2(content->contentRows()->rows() > 0, qPrintable(what));
                QVERIFY2(!content->contentRows()->rowText(0).isEmpty(), qPrintable(what));
                ++windows;
            }
        }
        QCOMPARE(windows, 10);
        look(*m_window);
    }

    void keysGoThroughAllWindows()
    {
        open(u"pods/shop"_s);
        open(u"pod/shop/"_s + runningPod() + u":describe,shell"_s);
        auto &canvas = m_window->canvas();
        canvas.setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QVERIFY(!canvas.focusedWindow().isEmpty());
            reached.insert(canvas.focusedWindow());
            QTRY_VERIFY(m_window->isSettled());
        }
        QCOMPARE(reached.size(), 3);
    }

    void tabReachesEveryButtonOfTheWindow()
    {
        m_window->canvas().setFocus();
        QCOMPARE(support::missedByTab(*m_window), QStringList());
    }

    void theTopBarAndItsMenuAreTold()
    {
        look(m_window->topBar());
        for (auto *button : m_window->topBar().findChildren<QToolButton *>()) {
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
            if (!button->isVisible() || !button->menu())
                continue;
            QTest::keyClick(button, Qt::Key_Space);
            lookAtPopUp();
        }
    }

    void spotlightTellsWhatItFinds()
    {
        auto &canvas = m_window->canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_D);
        auto *spotlight = m_window->findChild<workspace::SpotlightPanel *>();
        QTRY_VERIFY(spotlight->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), u"eployments"_s);
        QTRY_VERIFY(!spotlight->hits().empty());
        const auto found = look(*spotlight);
        QVERIFY(found.has(u"EditableText: Search"_s));
        const auto rows = found.names.filter(QRegularExpression(u"^ListItem: .+"_s));
        QCOMPARE(rows.size(), qMin(30, int(spotlight->hits().size())));
        QVERIFY2(rows.first().contains(u"deployments"_s), qPrintable(rows.first()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!spotlight->isVisible());
    }

    void theNamespacePickerIsTold()
    {
        open(u"pods/shop"_s);
        const auto &krate = m_document->krates().begin()->second;
        m_window->canvas().setFocusedWindow(krate.windows.front().id);
        QTest::keyClick(&m_window->canvas(), Qt::Key_N, Qt::AltModifier);
        auto *picker = m_window->findChild<workspace::NamespacePicker *>();
        QTRY_VERIFY(picker->isVisible());
        QTRY_VERIFY(picker->list().rowCount() > 2);
        const auto found = look(*picker);
        QVERIFY(!found.names.filter(QRegularExpression(u"^ListItem: "_s)).isEmpty());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!picker->isVisible());
    }

    void everyActionAsksInWordsAndByKeys()
    {
        const workspace::ActionSubject web{
            u"demo"_s, {{u"apps/v1"_s, u"Deployment"_s, u"shop"_s, firstOf(u"deployments"_s)}}};
        workspace::CommandSet commands;
        m_window->actions().addCommands(commands, [web] { return web; });
        int asked = 0;
        for (const auto &command : commands.all()) {
            if (!command.canRun())
                continue;
            QVERIFY2(commands.run(command.id), qPrintable(command.id));
            auto &panel = m_window->actions().panel();
            if (panel.isHidden())
                continue; // opens a window instead
            QTRY_VERIFY2(panel.phase() == workspace::ActionPanel::Phase::Asking,
                         qPrintable(command.id));
            look(panel, command.id);
            ++asked;
            const auto missed = support::missedByTab(panel);
            QVERIFY2(missed.isEmpty(), qPrintable(command.id + u": "_s + missed.join(u", "_s)));
            QTest::keyClick(&panel, Qt::Key_Escape);
            QTRY_VERIFY(panel.isHidden());
        }
        QVERIFY2(asked > 4, qPrintable(QString::number(asked)));
    }

    void everyToolAsksInWordsAndByKeys()
    {
        const workspace::ActionSubject pod{u"demo"_s,
                                           {{u"v1"_s, u"Pod"_s, u"shop"_s, runningPod()}}};
        workspace::CommandSet commands;
        m_window->tools().addCommands(commands, [pod] { return pod; });
        QCOMPARE(commands.all().size(), 4UL);
        for (const auto &command : commands.all()) {
            QVERIFY2(commands.run(command.id), qPrintable(command.id));
            QTRY_VERIFY2(shownPanel(), qPrintable(command.id));
            auto *panel = shownPanel();
            look(*panel, command.id);
            const auto missed = support::missedByTab(*panel);
            QVERIFY2(missed.isEmpty(), qPrintable(command.id + u": "_s + missed.join(u", "_s)));
            QTest::keyClick(panel, Qt::Key_Escape);
            QTRY_VERIFY(!shownPanel());
        }
    }

    void helpAndSettingsAreTold()
    {
        for (const auto &id : {u"app.help"_s, u"app.settings"_s}) {
            QVERIFY(m_window->commands().run(id));
            QTRY_VERIFY(shownPanel());
            auto *panel = shownPanel();
            look(*panel, id);
            const auto missed = support::missedByTab(*panel);
            QVERIFY2(missed.isEmpty(), qPrintable(id + u": "_s + missed.join(u", "_s)));
            QTest::keyClick(panel, Qt::Key_Escape);
            QTRY_VERIFY(!shownPanel());
        }
    }

    void theMenuOfAWindowIsTold()
    {
        open(u"pod/shop/"_s + runningPod() + u":describe"_s);
        const auto &krate = m_document->krates().begin()->second;
        auto &canvas = m_window->canvas();
        canvas.setFocusedWindow(krate.windows.front().id);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(&canvas, &event);
        const auto found = lookAtPopUp();
        QVERIFY(found.has(u"MenuItem: Pin krate"_s));
        QVERIFY(found.has(u"MenuItem: Show window in its own window"_s));
    }

    void editorsAreTold()
    {
        m_window->openManifest({});
        QTRY_COMPARE(m_document->krates().size(), 1UL);
        QTRY_VERIFY(m_window->isSettled());
        const auto &krate = m_document->krates().begin()->second;
        m_window->canvas().setFocusedWindow(krate.windows.front().id);
        QTest::keyClick(&m_window->canvas(), Qt::Key_Return); // the first template
        look(*m_window);
    }

    void aWindowOnItsOwnIsToldAndReachedByKeys()
    {
        for (const auto *view : {"describe", "shell", "logs"}) {
            open(u"pod/shop/"_s + runningPod() + u':' + QLatin1StringView(view));
            const auto &krate = m_document->krates().begin()->second;
            const auto id = krate.windows.back().id;
            m_window->detached().detach(id);
            auto *shown = m_window->detached().window(id);
            QVERIFY(QTest::qWaitForWindowActive(shown));
            const auto found = look(*shown);
            QVERIFY(found.has(u"Button: Bring it back"_s));
            QVERIFY(found.has(u"PageTab: Logs"_s));
            m_window->detached().bringBack(id);
            auto &canvas = m_window->canvas();
            QTRY_COMPARE(canvas.focusedWindow(), id);
            QTRY_VERIFY(canvas.hasFocus() || canvas.isAncestorOf(QApplication::focusWidget()));
        }
    }

private:
    void open(const QString &target)
    {
        const auto before = m_document->krates();
        m_window->openTarget(*workspace::OpenTarget::parse(target), {});
        QTRY_VERIFY(m_document->krates() != before);
        lookAtEveryWindow();
    }
    /// Until each has something to show.
    void lookAtEveryWindow()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 10'000);
        for (const auto &[id, krate] : m_document->krates()) {
            for (const auto &window : krate.windows) {
                const auto *known = m_window->canvas().contentOf(window.id);
                if (known && known->freshness() != workspace::WindowContent::Freshness::Loading)
                    continue;
                m_window->canvas().setView({krate.position + window.rect.center(), 0.92});
                QTRY_VERIFY(m_window->canvas().contentOf(window.id));
                QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 10'000);
            }
        }
    }
    support::AccessibleWalk look(QWidget &widget, const QString &what = {})
    {
        const auto found = support::walkAccessible(widget);
        if (!found.problems.isEmpty())
            QTest::qFail(qPrintable(what + u'\n' + found.problems.join(u'\n')), __FILE__, __LINE__);
        return found;
    }
    support::AccessibleWalk lookAtPopUp()
    {
        auto *menu = QApplication::activePopupWidget();
        if (!menu) {
            QTest::qFail("no menu", __FILE__, __LINE__);
            return {};
        }
        const auto found = look(*menu);
        QTest::keyClick(menu, Qt::Key_Escape);
        return found;
    }
    QWidget *shownPanel() const
    {
        for (auto *panel : m_window->findChildren<workspace::OverlayPanel *>()) {
            if (panel->isVisible())
                return panel;
        }
        return nullptr;
    }
    QString runningPod()
    {
        for (const auto &object : m_demo.store().list({{}, u"v1"_s, u"pods"_s}, u"shop"_s)) {
            if (object["status"_L1]["phase"_L1].toString() == "Running"_L1)
                return object["metadata"_L1]["name"_L1].toString();
        }
        return {};
    }
    QString firstOf(const QString &resource)
    {
        const auto all = m_demo.store().list({u"apps"_s, u"v1"_s, resource}, u"shop"_s);
        return all.empty() ? QString() : all.front()["metadata"_L1]["name"_L1].toString();
    }
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
