// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/collection/collectioncontent.h"
#include "workspace/commands/passingnote.h"
#include "workspace/detached/contentsurface.h"
#include "workspace/detached/detachedwindow.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/help/helppanel.h"
#include "workspace/spotlight/spotlightpanel.h"
#include "workspace/topbar/topbar.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QJsonObject>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// In a window on its own, and on a krate that only the keys are at, a person works as on the yard.
class DetachedWorkTest : public QObject, private support::DemoYard
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(serve()); }
    void init()
    {
        // What the offscreen platform says about every menu.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        QVERIFY(openYard());
        open(u"pods/shop"_s);
    }
    void cleanup() { closeYard(); }

    void aRowDraggedOntoTheYardOpensItsKrate()
    {
        auto &shown = detach();
        const QPoint row = rowOf(shown);
        auto &canvas = m_window->canvas();
        const QPoint ground = canvas.mapToGlobal(QPoint(40, canvas.height() - 160));
        QVERIFY(!shown.geometry().contains(ground));
        drag(shown, row, ground);
        QTRY_COMPARE(m_document->krates().size(), 2UL);
        QCOMPARE(opened().object->kind, u"Pod"_s);
        QCOMPARE(opened().object->nameSpace, u"shop"_s);
        const QPointF world = canvas.toWorld(canvas.mapFromGlobal(ground));
        QVERIFY(layout::bounds(opened()).adjusted(-600, -600, 600, 600).contains(world));
        QVERIFY(ghost()->isHidden());
        QVERIFY(shown.isActiveWindow()); // to go on dragging
    }

    void aRowDroppedElsewhereOrThoughtBetterOfOpensNothing()
    {
        auto &shown = detach();
        const QPoint row = rowOf(shown);
        drag(shown, row, m_window->topBar().mapToGlobal(QPoint(20, 20)));
        drag(shown, row, shown.mapToGlobal(QPoint(shown.width() / 2, 12)));
        drag(shown, row, QPoint(3000, 3000));
        auto &surface = shown.surface();
        auto &canvas = m_window->canvas();
        const QPoint ground = canvas.mapToGlobal(QPoint(40, canvas.height() - 160));
        QTest::mousePress(&surface, Qt::LeftButton, {}, row);
        move(surface, row + QPoint(12, 4));
        move(surface, surface.mapFromGlobal(ground));
        QVERIFY(ghost()->isVisible());
        QTest::keyClick(&surface, Qt::Key_Escape);
        QVERIFY(ghost()->isHidden());
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, surface.mapFromGlobal(ground));
        QTest::qWait(0);
        QCOMPARE(m_document->krates().size(), 1UL);
    }

    void spotlightComesForwardAndGivesTheKeysBack()
    {
        auto &shown = detach();
        QTest::keyClick(&shown.surface(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(spotlight()->isVisible());
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClicks(QApplication::focusWidget(), u"copy this view"_s);
        QTRY_VERIFY(!spotlight()->hits().empty());
        QCOMPARE(spotlight()->hits().front().entry.id, u"window.kubectl"_s);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"get pod"_s), qPrintable(copied));
        QTRY_VERIFY(shown.isActiveWindow());
        QTest::keyClick(&shown.surface(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(shown.isActiveWindow());
    }

    void shortcutsCountThereSaveThoseOfTheYard()
    {
        auto &shown = detach();
        auto &surface = shown.surface();
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&surface, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"kubectl"_s));
        QVERIFY(shown.findChild<PassingNote *>()->isVisible()); // where the person looks
        QTest::keyClick(&surface, Qt::Key_P, Qt::AltModifier);
        QVERIFY(m_document->krates().begin()->second.pinned);
        QTest::keyClick(&surface, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_document->krates().begin()->second.pinned);
        m_window->canvas().setSelection({m_document->krates().begin()->first});
        const auto zoom = m_window->canvas().view().zoom;
        QTest::keyClick(&shown, Qt::Key_Delete);
        QTest::keyClick(&shown, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_document->krates().size(), 1UL);
        QCOMPARE(m_window->canvas().view().zoom, zoom);
        QTest::keyClick(&surface, Qt::Key_F1);
        auto *help = m_window->findChild<HelpPanel *>();
        QTRY_VERIFY(help->isVisible() && m_window->isActiveWindow());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(shown.isActiveWindow());
        QTest::keyClick(&surface, Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(m_document->krates().size(), 2UL);
        QTRY_VERIFY(m_window->isActiveWindow()); // that is where the journal is
    }

    void theMenuIsAboutItsRows()
    {
        auto &shown = detach();
        const QPoint row = rowOf(shown);
        QTest::mouseClick(&shown.surface(), Qt::LeftButton, {}, row);
        QContextMenuEvent event(QContextMenuEvent::Mouse, row, shown.surface().mapToGlobal(row));
        QCoreApplication::sendEvent(&shown.surface(), &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        for (const auto *action : menu->actions())
            texts << action->text();
        QVERIFY(texts.contains(u"Copy this view as kubectl"_s));
        QVERIFY(texts.contains(u"Bring window back to the yard"_s));
        QVERIFY(texts.filter(u"Delete"_s).size() > 0);
        menu->close();
    }

    void aKrateThatTheKeysAreAtIsWhatCommandsAreAbout()
    {
        open(u"deployment/shop/storefront:yaml"_s);
        auto &canvas = m_window->canvas();
        canvas.setFocusedWindow({});
        const auto deployment = krateOf(u"storefront"_s);
        for (const auto key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            if (canvas.focusedKrate() != deployment.id)
                QTest::keyClick(&canvas, key);
        }
        QCOMPARE(canvas.focusedKrate(), deployment.id);
        QCOMPARE(m_window->commandedKrate(), deployment.id);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&canvas, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"storefront"_s));
        QTest::keyClick(&canvas, Qt::Key_D, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(krateOf(u"storefront"_s).windows.size(), 2UL);
        QTRY_VERIFY(m_window->commands().find(u"action.restart"_s)->canRun());
    }

    void oneThatIsSelectedIsWhatCommandsAreAbout()
    {
        open(u"deployment/shop/storefront:yaml"_s);
        auto &canvas = m_window->canvas();
        canvas.setFocusedWindow({});
        const auto pods = krateOf(u"pods · shop"_s);
        QVERIFY(!pods.id.isEmpty());
        canvas.setSelection({pods.id});
        QCOMPARE(m_window->commandedKrate(), pods.id);
        QVERIFY(!m_window->commands().find(u"action.restart"_s)->canRun()); // of a list: nothing
        QTest::keyClick(&canvas, Qt::Key_M, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(krateOf(u"pods · shop"_s).minimized);
        QVERIFY(!m_window->commands().find(u"window.close"_s)->canRun()); // no window has the keys
    }

    void theMenuOfAKrateAndItsCommandsAreTheSame()
    {
        const auto pods = krateOf(u"pods · shop"_s);
        auto &canvas = m_window->canvas();
        const auto &windowId = pods.windows.front().id;
        canvas.setFocusedWindow(windowId);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(&canvas, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList offered;
        for (const auto *action : menu->actions())
            offered << action->text() + u'|' + action->shortcut().toString();
        menu->close();
        for (const auto &line :
             {u"Fly to krate|"_s, u"Fit krate into view|"_s, u"Pin krate|Alt+P"_s,
              u"Duplicate krate|"_s, u"Minimise krate|Alt+Shift+M"_s, u"Dismiss krate|Ctrl+Alt+W"_s,
              u"Duplicate window|Alt+A"_s, u"Close window|Ctrl+W"_s, u"Maximise window|Alt+Z"_s})
            QVERIFY2(offered.contains(line), qPrintable(line + u"\n"_s + offered.join(u'\n')));
        QVERIFY(!offered.contains(u"Tidy its windows|"_s)); // they are
        yard::resizeWindow(*m_document, pods.id, windowId, Qt::RightEdge, {150, 0});
        QVERIFY(m_window->commands().run(u"krate.tidy"_s));
        QCOMPARE(krateOf(u"pods · shop"_s).windows.front().rect.size(),
                 layout::defaultSize(View::Collection));
        QVERIFY(!m_window->commands().find(u"krate.tidy"_s)->canRun());
        m_document->undo();
        QVERIFY(m_window->commands().find(u"krate.tidy"_s)->canRun());
        for (const auto &id :
             {u"krate.show"_s, u"krate.fit"_s, u"krate.pin"_s, u"krate.duplicate"_s,
              u"krate.minimise"_s, u"krate.dismiss"_s, u"window.close"_s})
            QVERIFY2(m_window->commands().find(id)->canRun(), qPrintable(id));
    }

private:
    void open(const QString &target)
    {
        const auto before = m_document->krates().size();
        m_window->openTarget(*OpenTarget::parse(target), {});
        QTRY_COMPARE(m_document->krates().size(), before + 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 10'000);
    }

    /// The list in a window over the main one's middle.
    DetachedWindow &detach()
    {
        const auto id = m_document->krates().begin()->second.windows.front().id;
        m_window->move(0, 0);
        m_window->detached().detach(id);
        auto &shown = *m_window->detached().window(id);
        shown.move(400, 150); // the offscreen screen is small
        shown.resize(380, 400);
        if (!QTest::qWaitForWindowActive(&shown))
            qFatal("The window has not the keys.");
        shown.surface().setFocus();
        return shown;
    }

    QPoint rowOf(const DetachedWindow &shown) const
    {
        auto *list = support::DemoYard::shown<CollectionContent>(View::Collection);
        if (!QTest::qWaitFor([list] { return list->model().rowCount() > 2; }))
            qFatal("The list is empty.");
        Q_UNUSED(shown)
        return {160, 150};
    }

    static void move(QWidget &widget, QPoint to)
    {
        QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &event);
    }

    static void drag(DetachedWindow &shown, QPoint row, QPoint toGlobal)
    {
        auto &surface = shown.surface();
        const QPoint to = surface.mapFromGlobal(toGlobal);
        QTest::mousePress(&surface, Qt::LeftButton, {}, row);
        move(surface, row + QPoint(12, 4));
        move(surface, to);
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, to);
    }

    QWidget *ghost() const { return m_window->findChild<QWidget *>(u"dragGhost"_s); }
    SpotlightPanel *spotlight() const { return m_window->findChild<SpotlightPanel *>(); }

    KrateRecord krateOf(const QString &label) const
    {
        for (const auto &[id, krate] : m_document->krates()) {
            if (krate.label == label)
                return krate;
        }
        return {};
    }

    /// The one that is about an object.
    KrateRecord opened() const
    {
        for (const auto &[id, krate] : m_document->krates()) {
            if (krate.object)
                return krate;
        }
        return {};
    }
};

QTEST_MAIN(DetachedWorkTest)
#include "tst_detachedwork.moc"
