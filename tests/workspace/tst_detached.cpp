// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"
#include "paintedhost.h"

#include "workspace/canvas/chrome.h"
#include "workspace/commands/commandkeys.h"
#include "workspace/commands/commandset.h"
#include "workspace/detached/contentsurface.h"
#include "workspace/detached/detachedwindow.h"
#include "workspace/detached/detachedwindows.h"
#include "workspace/detached/windowcommands.h"
#include "workspace/session/session.h"

#include <QAccessible>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>

/// A window of the yard as a window of the desktop, and back.
class DetachedTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        CanvasFixture::init();
        m_session.restore({});
        start();
    }

    void cleanup()
    {
        m_detached.reset();
        m_keys.reset();
        CanvasFixture::cleanup();
    }

    void whatItShowsMovesOverAndComesBackAsItWas()
    {
        auto *shown = content(0);
        shown->usesKeys = true;
        detachByKey();
        QCOMPARE(detached(0)->surface().content(), shown);
        QVERIFY(detached(0)->isWindow());
        QCOMPARE(detached(0)->windowTitle(), u"YAML · web · shop"_s);
        QTRY_COMPARE(shown->size, QSizeF(detached(0)->surface().size()));
        QTest::keyClicks(&detached(0)->surface(), u"abc"_s);
        QCOMPARE(shown->typed, u"abc"_s);
        for (const bool dark : {true, false}) {
            m_look->setTheme(dark ? Theme::darkTheme() : Theme::lightTheme());
            takePicture(*detached(0), u"detached-%1"_s.arg(dark ? u"dark"_s : u"light"_s));
        }
        detached(0)->close();
        QTRY_VERIFY(!detached(0));
        QCOMPARE(content(0), shown);
        QCOMPARE(shown->typed, u"abc"_s);
        QCOMPARE(m_canvas->focusedWindow(), window(0).id);
        QTRY_VERIFY(shown->size.width() < 400); // that of the yard again
    }

    void aLiveWidgetWorksInIt()
    {
        auto *edit = new QLineEdit; // owned by the content
        content(0)->live = edit;
        hover(onWindow(0, {190, 200}));
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(edit->parentWidget(), m_canvas.get());
        QTest::keyClick(edit, Qt::Key_W, Qt::AltModifier);
        QTRY_VERIFY(detached(0));
        QTRY_COMPARE(edit->window(), detached(0));
        QTRY_VERIFY(edit->isVisible());
        QTest::keyClicks(edit, u"kubectl"_s);
        QTest::keyClick(edit, Qt::Key_W, Qt::AltModifier);
        QTRY_VERIFY(!detached(0));
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"kubectl"_s);
        hover({5, 5});
        hover(onWindow(0, {190, 200}));
        QTRY_COMPARE(edit->parentWidget(), m_canvas.get());
        QTRY_VERIFY(edit->isVisible());
    }

    void itsButtonBringsItBack()
    {
        detachByKey();
        auto *button = detached(0)->findChild<QPushButton *>();
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!detached(0));
        QVERIFY(!m_canvas->isLent(window(0).id));
    }

    void theYardsButtonBringsItBackToo()
    {
        detachByKey();
        const WindowChrome chrome(window(0).rect.size(), detailViews(u"Pod"), View::Yaml);
        const QPoint at = onWindow(0, chrome.bringBack().center());
        hover(at);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(!detached(0));
    }

    void itsTabsSwitchTheView()
    {
        detachByKey();
        auto *tabs = detached(0)->findChild<QTabBar *>();
        QVERIFY(tabs);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QTRY_COMPARE(window(0).view, View::Logs);
        QTRY_COMPARE(detached(0)->surface().content(), m_canvas->contentOf(window(0).id));
        QVERIFY(detached(0)->surface().content());
        QTest::keyClick(&detached(0)->surface(), Qt::Key_D, Qt::AltModifier);
        QTRY_COMPARE(window(0).view, View::Describe);
        QCOMPARE(tabs->currentIndex(), 1);
        QCOMPARE(detached(0)->windowTitle(), u"Describe · web · shop"_s);
        m_document->undo();
        QCOMPARE(window(0).view, View::Logs);
        QCOMPARE(tabs->currentIndex(), 2);
    }

    void itGoesWithItsKrate()
    {
        detachByKey();
        QPointer<DetachedWindow> shown = detached(0);
        const auto access = QAccessible::uniqueId(QAccessible::queryAccessibleInterface(shown));
        yard::dismiss(*m_document, m_krate);
        QTRY_VERIFY(!shown);
        // Qt's cache knows widgets by their address: what stays in it is taken for the next one
        // there.
        QVERIFY(!QAccessible::accessibleInterface(access));
        m_document->undo();
        QVERIFY(!m_canvas->isLent(window(0).id));
        QVERIFY(m_session.section(u"detached"_s).isEmpty());
    }

    void theNextStartShowsItAgainWhereItWas()
    {
        detachByKey();
        detached(0)->resize(555, 444);
        detached(0)->move(70, 60);
        const auto id = window(0).id;
        m_detached->end();
        QVERIFY(!m_detached->isDetached(id));
        QVERIFY(!m_canvas->isLent(id));
        QVERIFY(m_session.section(u"detached"_s).contains(id));
        m_detached.reset();
        start();
        QTRY_VERIFY(m_detached->isDetached(id));
        QCOMPARE(detached(0)->size(), QSize(555, 444));
    }

    void closingTheApplicationDoesNotBringItBack()
    {
        detachByKey();
        QEvent quit(QEvent::Quit);
        const auto id = window(0).id;
        m_detached->eventFilter(QCoreApplication::instance(), &quit);
        QVERIFY(m_session.section(u"detached"_s).contains(id));
    }

    void anotherYardLeavesItAloneUntilItsOwnComesAgain()
    {
        detachByKey();
        const auto own = m_document->krates();
        const auto id = window(0).id;
        m_document->reset({});
        QVERIFY(!m_detached->isDetached(id));
        QVERIFY(m_session.section(u"detached"_s).contains(id));
        m_document->reset(own);
        QTRY_VERIFY(m_detached->isDetached(id));
    }

    void strangeSessionsDoNoHarm()
    {
        m_detached.reset();
        m_session.restore({{u"detached"_s, QJsonObject{{u"nobody"_s, u"?"_s}, {window(0).id, 5}}}});
        start();
        QTRY_VERIFY(m_detached->isDetached(window(0).id));
        QVERIFY(detached(0)->isVisible());
    }

    void commandsDoTheSame()
    {
        CommandSet commands;
        addWindowCommands(
            commands, [this] { return placeOfKeys(*m_canvas, *m_document, *m_detached); },
            *m_canvas, *m_document, *m_detached);
        hover({5, 5});
        QVERIFY(!commands.run(u"window.detach"_s)); // nothing has the keys
        hover(onWindow(0, {190, 200}));
        QVERIFY(commands.run(u"window.maximise"_s));
        QCOMPARE(m_canvas->maximisedWindow(), window(0).id);
        QVERIFY(commands.run(u"window.maximise"_s));
        QVERIFY(commands.run(u"window.duplicate"_s));
        QCOMPARE(record().windows.size(), 3UL);
        QVERIFY(commands.run(u"window.view.l"_s));
        QVERIFY(commands.run(u"krate.pin"_s));
        QVERIFY(record().pinned);
        QVERIFY(commands.run(u"krate.duplicate"_s));
        QCOMPARE(m_document->krates().size(), 2UL);
        m_canvas->setFocusedWindow(window(0).id);
        QVERIFY(commands.run(u"window.detach"_s));
        QVERIFY(detached(0));
        for (const auto &command : commands.all())
            QVERIFY2(!command.name.isEmpty() && !command.group.isEmpty(), qPrintable(command.id));
    }

private:
    void start()
    {
        m_keys = std::make_unique<CommandKeys>(m_commands, *m_canvas, [] { return false; });
        m_detached =
            std::make_unique<DetachedWindows>(*m_canvas, *m_document, m_session, *m_keys, *m_look);
    }
    DetachedWindow *detached(size_t index) const { return m_detached->window(window(index).id); }
    void detachByKey()
    {
        hover(onWindow(0, {190, 200}));
        QTest::keyClick(m_canvas.get(), Qt::Key_W, Qt::AltModifier);
        QVERIFY(detached(0));
        QVERIFY(QTest::qWaitForWindowExposed(detached(0)));
    }

    Session m_session;
    CommandSet m_commands;
    std::unique_ptr<CommandKeys> m_keys;
    std::unique_ptr<DetachedWindows> m_detached;
};

QTEST_MAIN(DetachedTest)
#include "tst_detached.moc"
