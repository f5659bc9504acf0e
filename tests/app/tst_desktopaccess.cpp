// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"
#include "kube/demo/apiserver.h"
#include "support/accessiblewalk.h"
#include "workspace/canvas/yardcanvas.h"
#include "workspace/commands/commandset.h"
#include "workspace/firstrun/firstrunpage.h"
#include "workspace/help/shortcutstext.h"
#include "workspace/look/overlaypanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/topbar/topbar.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace workspace;

/// What the program adds around the yard: all of it has a role and a name, is reached by keys, and
/// stands in the documentation.
class DesktopAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_api.listen()); }

    void init()
    {
        // What the offscreen platform says about every menu.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings().clear();
        QSettings().setValue(u"motion"_s, false);
        QFile file(m_folder->filePath(u"kubeconfig"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_api.kubeconfig()) > 0);
        m_setup = {.files = {{file.fileName()}, true},
                   .usualFiles = {{file.fileName()}, true},
                   .places = {.yards = m_folder->filePath(u"yards"_s),
                              .session = m_folder->filePath(u"session.json"_s)}};
    }

    void cleanup() { m_desktop.reset(); }

    void theFirstPageIsToldAndReachedByKeys()
    {
        open();
        auto *page = window().findChild<FirstRunPage *>();
        QTRY_VERIFY(page->isVisible());
        const auto found = look(*page);
        for (const auto &line :
             {u"Button: Use this context"_s, u"Button: Open a kubeconfig…"_s,
              u"Button: Sign in at a relay…"_s, u"Button: Try the demo"_s, u"List: Contexts"_s})
            QVERIFY2(found.has(line), qPrintable(line + u'\n' + found.names.join(u'\n')));
        QVERIFY(!found.names.filter(QRegularExpression(u"^ListItem: .+"_s)).isEmpty());
        QCOMPARE(support::missedByTab(*page), QStringList());
    }

    void theYardsAndTheirPanelsAreToldAndReachedByKeys()
    {
        openYard();
        auto *button = window().topBar().findChild<QToolButton *>(u"yard"_s);
        QTest::keyClick(button, Qt::Key_Space);
        auto *menu = QApplication::activePopupWidget();
        QVERIFY(menu);
        const auto found = look(*menu);
        QVERIFY(!found.names.filter(QRegularExpression(u"my yard$"_s)).isEmpty());
        QVERIFY(found.has(u"MenuItem: New yard…"_s));
        QTest::keyClick(menu, Qt::Key_Escape);
        for (const auto &id :
             {u"yard.new"_s, u"yard.rename"_s, u"yard.duplicate"_s, u"yard.delete"_s})
            lookAtPanel(id);
    }

    void theReportIsToldAndReachedByKeys()
    {
        openYard();
        const auto found = lookAtPanel(u"report.show"_s);
        QVERIFY(found.has(u"EditableText: The report"_s));
        QVERIFY(found.has(u"Button: Copy"_s));
    }

    void clustersThroughRelaysAreToldAndReachedByKeys()
    {
        openYard();
        const auto asked = lookAtPanel(u"relays.add"_s);
        QVERIFY(asked.has(u"EditableText: Relay"_s));
        QVERIFY(asked.has(u"Button: Sign in"_s));
        const auto listed = lookAtPanel(u"relays.show"_s);
        QVERIFY(listed.has(u"Button: Add a relay…"_s));
    }

    void savingAViewAsksInWordsAndByKeys()
    {
        openYard();
        window().openTarget(*OpenTarget::parse(u"configmaps/shop"_s), {});
        QTRY_VERIFY(window().commands().find(u"view.save"_s)->canRun());
        lookAtPanel(u"view.save"_s);
    }

    void whatIsSaidAboveTheYardIsTold()
    {
        openYard();
        window().notices().say(u"This stands above the yard."_s);
        const QString sentence = u"StaticText: This stands above the yard."_s;
        QTRY_VERIFY(support::walkAccessible(window().notices()).has(sentence));
        const auto found = look(window().notices());
        QVERIFY(found.has(u"Graphic: Information"_s));
        QVERIFY(found.has(u"Button: Dismiss"_s));
        QCOMPARE(support::missedByTab(window()), QStringList());
    }

    void theDocumentedShortcutsAreThoseOfTheProgram()
    {
        openYard();
        const QString path = QStringLiteral(TEST_SHORTCUTS_PAGE);
        const auto page =
            shortcutsMarkdown(shortcutGroups(window().commands(), KeyNames::Portable)).toUtf8();
        if (qEnvironmentVariableIsSet("KRATEYARD_WRITE_DOCS")) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(page) == page.size());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), page);
        QVERIFY(page.contains("Report a problem") && page.contains("New yard"));
    }

private:
    MainWindow &window() const
    {
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                return *window;
        }
        qFatal("There is no window.");
    }

    void open()
    {
        m_desktop = std::make_unique<app::Desktop>(m_setup);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    /// As one finds it the second time.
    void openYard()
    {
        QSettings().setValue(u"welcomed"_s, true);
        open();
        window().canvas().setFocus();
    }

    support::AccessibleWalk look(QWidget &widget, const QString &what = {})
    {
        const auto found = support::walkAccessible(widget);
        if (!found.problems.isEmpty())
            QTest::qFail(qPrintable(what + u'\n' + found.problems.join(u'\n')), __FILE__, __LINE__);
        return found;
    }

    /// Runs the command, walks through what it asks, and leaves by Escape.
    support::AccessibleWalk lookAtPanel(const QString &id)
    {
        support::AccessibleWalk found;
        [&] {
            QVERIFY2(window().commands().run(id), qPrintable(id));
            QTRY_VERIFY2(shownPanel(), qPrintable(id));
            auto *panel = shownPanel();
            found = look(*panel, id);
            QVERIFY2(
                !QAccessible::queryAccessibleInterface(panel)->text(QAccessible::Name).isEmpty(),
                qPrintable(id));
            const auto missed = support::missedByTab(*panel);
            QVERIFY2(missed.isEmpty(), qPrintable(id + u": "_s + missed.join(u", "_s)));
            QTest::keyClick(panel, Qt::Key_Escape);
            QTRY_VERIFY(!shownPanel());
            QVERIFY(window().canvas().hasFocus());
        }();
        return found;
    }

    QWidget *shownPanel() const
    {
        for (auto *panel : window().findChildren<OverlayPanel *>()) {
            if (panel->isVisible())
                return panel;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    demo::ApiServer m_api;
    app::Desktop::Setup m_setup;
    std::unique_ptr<app::Desktop> m_desktop;
};

QTEST_MAIN(DesktopAccessTest)
#include "tst_desktopaccess.moc"
