// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellfixture.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/shell/askpanels.h"
#include "workspace/shell/pastepanel.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellsurface.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

/// What keeps a person from doing to a shell, or to many, what was not meant.
class ShellSafetyTest : public QObject, private ShellFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(begin()); }
    void cleanup() { m_desk.reset(); }

    // ---- pasting ----

    void severalLinesIntoProductionAreShownFirst()
    {
        m_marks.set(u"prod"_s, {.production = true});
        auto content = running(u"web"_s, u"prod"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        QSignalSpy typed(&surface, &ShellSurface::typed);
        QGuiApplication::clipboard()->setText(u"kubectl get pods\nrm -rf /data\n"_s);
        paste(surface);
        QCOMPARE(typed.size(), 0);
        auto *panel = surface.findChild<workspace::PastePanel *>();
        QVERIFY(panel && panel->isVisible());
        const auto preview = panel->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(preview.contains(u"rm -rf /data"_s), qPrintable(preview));
        QTest::keyClick(surface.focusProxy(), 'x'); // no key goes past the question
        QCOMPARE(typed.size(), 0);
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(panel->isHidden());
        QCOMPARE(typed.size(), 0);

        paste(surface);
        buttonOf(*panel, u"Paste"_s)->click();
        QVERIFY(panel->isHidden());
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.at(0).at(0).toByteArray(), "kubectl get pods\rrm -rf /data\r");
    }

    void aQuestionIsAnsweredInTheBracketsOfTheProgram()
    {
        m_marks.set(u"prod"_s, {.production = true});
        auto content = running(u"web"_s, u"prod"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        surface.feed("\x1b[?2004h");
        QSignalSpy typed(&surface, &ShellSurface::typed);
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        paste(surface);
        buttonOf(*surface.openPanel(), u"Paste"_s)->click();
        QCOMPARE(typed.at(0).at(0).toByteArray(), "\x1b[200~one\rtwo\x1b[201~");
    }

    void oneLineAndOtherContextsAreNotAskedAbout()
    {
        m_marks.set(u"prod"_s, {.production = true});
        auto production = running(u"web"_s, u"prod"_s);
        auto other = running(u"api"_s, u"demo"_s);
        QGuiApplication::clipboard()->setText(u"one line"_s);
        QSignalSpy typed(&surfaceOf(*production), &ShellSurface::typed);
        paste(surfaceOf(*production));
        QCOMPARE(typed.size(), 1);
        QGuiApplication::clipboard()->setText(u"two\nlines"_s);
        QSignalSpy typedThere(&surfaceOf(*other), &ShellSurface::typed);
        paste(surfaceOf(*other));
        QCOMPARE(typedThere.size(), 1);
        m_marks.set(u"demo"_s, {.production = true}); // counts from now on
        paste(surfaceOf(*other));
        QCOMPARE(typedThere.size(), 1);
        QVERIFY(surfaceOf(*other).openPanel());
    }

    void theMiddleButtonAndDropsGoTheSameWay()
    {
        m_marks.set(u"prod"_s, {.production = true});
        auto content = running(u"web"_s, u"prod"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        QSignalSpy typed(&surface, &ShellSurface::typed);
        QMimeData data;
        data.setText(u"one\ntwo\x1b[201~"_s);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(surface.focusProxy(), &enter);
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(surface.focusProxy(), &drop);
        QCOMPARE(typed.size(), 0);
        QVERIFY(surface.openPanel());
        QTest::keyClick(surface.openPanel(), Qt::Key_Escape);
        if (QGuiApplication::clipboard()->supportsSelection())
            QGuiApplication::clipboard()->setText(u"three\nfour"_s, QClipboard::Selection);
        QTest::mouseClick(surface.focusProxy(), Qt::MiddleButton, {}, {60, 60});
        QCOMPARE(typed.size(), 0); // not the terminal's own paste
    }

    // ---- broadcast ----

    void whatIsTypedGoesToThoseThatWereChosen()
    {
        auto web = running(u"web"_s);
        auto api = running(u"api"_s);
        auto db = running(u"db"_s);
        auto &surface = surfaceOf(*web);
        show(surface);
        clickBar(surface, ShellBar::Broadcast);
        auto *panel = surface.findChild<workspace::BroadcastPanel *>();
        QVERIFY(panel && panel->isVisible());
        const auto boxes = panel->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(!buttonOf(*panel, u"Start"_s)->isEnabled()); // nobody is chosen by itself
        QVERIFY(boxes.at(0)->text().contains(u"shop/api"_s));
        boxes.at(0)->setChecked(true);
        buttonOf(*panel, u"Start"_s)->click();
        QVERIFY(panel->isHidden());

        QCOMPARE(surface.bar().state().broadcast, 2);
        QCOMPARE(surfaceOf(*api).bar().state().broadcast, 2);
        QCOMPARE(surfaceOf(*db).bar().state().broadcast, 0);
        type(*web, u"echo to''gether\r"_s);
        QTRY_VERIFY(text(*web).contains(u"\ntogether"_s));
        QTRY_VERIFY(text(*api).contains(u"\ntogether"_s));
        QVERIFY(!text(*db).contains(u"gether"_s));
        // What a terminal answers by itself is nobody else's.
        const auto before = text(*api);
        surface.feed("\x1b[c\x1b[6n");
        QTest::keyClick(surface.focusProxy(), Qt::Key_Escape);
        QVERIFY(m_desk->members().empty());
        QCOMPARE(surfaceOf(*api).bar().state().broadcast, 0);
        type(*web, u"echo a''lone\r"_s);
        QTRY_VERIFY(text(*web).contains(u"\nalone"_s));
        QVERIFY(!text(*api).contains(u"lone"_s));
        QVERIFY(!text(*api).contains(u"[?"_s));
    }

    void oneClickEndsItAndSoDoesAnEnd()
    {
        auto web = running(u"web"_s);
        auto api = running(u"api"_s);
        m_desk->startBroadcast({web.get(), api.get()});
        QCOMPARE(m_desk->members().size(), size_t(2));
        clickBar(surfaceOf(*api), ShellBar::Stop);
        QVERIFY(m_desk->members().empty());
        m_desk->startBroadcast({web.get(), api.get()});
        type(*api, u"exit\r"_s); // both hear it
        QTRY_COMPARE(web->state(), ShellContent::State::Ended);
        QVERIFY(m_desk->members().empty());
        web->start();
        QTRY_COMPARE(web->state(), ShellContent::State::Open);
        QVERIFY(!m_desk->isMember(*web)); // never by itself
        m_desk->startBroadcast({web.get()});
        QVERIFY(m_desk->members().empty()); // one alone is none
    }

    void productionIsAskedAboutOnceMore()
    {
        m_marks.set(u"prod"_s, {.production = true});
        auto web = running(u"web"_s);
        auto api = running(u"api"_s, u"prod"_s);
        auto &surface = surfaceOf(*web);
        show(surface);
        clickBar(surface, ShellBar::Broadcast);
        auto *panel = surface.findChild<workspace::BroadcastPanel *>();
        QVERIFY(panel && panel->isVisible());
        panel->findChild<QCheckBox *>()->setChecked(true);
        buttonOf(*panel, u"Start"_s)->click();
        QVERIFY(panel->isVisible());
        QVERIFY(m_desk->members().empty());
        buttonOf(*panel, u"Type into production"_s)->click();
        QCOMPARE(m_desk->members().size(), size_t(2));
        QVERIFY(m_desk->reachesProduction());
        // And several lines are asked about in each of them.
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        QSignalSpy typed(&surface, &ShellSurface::typed);
        paste(surface);
        QCOMPARE(typed.size(), 0);
        QVERIFY(surface.openPanel());
    }
};

QTEST_MAIN(ShellSafetyTest)
#include "tst_shellsafety.moc"
