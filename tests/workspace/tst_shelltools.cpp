// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintedhost.h"
#include "shellfixture.h"
#include "workspace/look/look.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/shell/askpanels.h"
#include "workspace/shell/shellbar.h"
#include "workspace/shell/shellcontent.h"
#include "workspace/shell/shelldesk.h"
#include "workspace/shell/shellfindbar.h"
#include "workspace/shell/shellsurface.h"
#include "workspace/terminal/linkwatch.h"
#include "workspace/terminal/terminalsearch.h"
#include "workspace/terminal/termwidget.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// What a shell window offers beside the shell: search, links, choices, transcript.
class ShellToolsTest : public QObject, private ShellFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(begin());
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    }
    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        m_desk.reset();
    }

    // ---- finding ----

    void textIsFoundInWhatHasScrolledAway()
    {
        ShellSurface surface(*m_look);
        show(surface);
        QByteArray lines;
        for (int i = 0; i < 500; ++i)
            lines += "line " + QByteArray::number(i) + (i % 100 == 7 ? " Needle 漢字\r\n" : "\r\n");
        surface.feed(lines);
        QTest::keyClick(surface.focusProxy(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto &bar = surface.findBar();
        QVERIFY(bar.isVisible());
        auto *field = bar.findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"needle"_s);
        QCOMPARE(bar.search().count(), 5);
        QCOMPARE(bar.search().current(), 4); // the newest first
        QCOMPARE(surface.terminal().selectedText().trimmed(), u"Needle"_s);
        const auto picture = [&surface] { return surface.terminal().grab().toImage(); };
        const auto newest = picture();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(bar.search().current(), 3);
        QTRY_VERIFY(picture() != newest); // the hit is in view
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bar.search().current(), 0); // around
        field->setText(u"NEEDLE"_s);
        QCOMPARE(bar.search().count(), 0); // a capital letter makes case count
        field->setText(u"字"_s);
        QCOMPARE(bar.search().count(), 5);
        QCOMPARE(surface.terminal().selectedText().trimmed(), u"字"_s); // wide ones have two cells
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }

    void aHitStandsOut()
    {
        ShellSurface surface(*m_look);
        show(surface);
        surface.feed("\x1b[?25lneedle\r\nneedle\r\n"); // all fits: nothing scrolls
        const auto picture = [&surface] {
            QTest::qWait(80); // the terminal paints after 40 ms
            return surface.terminal().grab().toImage();
        };
        const auto plain = picture();
        surface.find();
        auto *field = surface.findBar().findChild<QLineEdit *>();
        field->setText(u"needle"_s);
        QCOMPARE(surface.findBar().search().count(), 2);
        const auto second = picture();
        QVERIFY(second != plain);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(picture() != second);
    }

    void hitsMayGoOnInTheNextRowAndComeLater()
    {
        ShellSurface surface(*m_look);
        show(surface);
        const int columns = surface.cells().width();
        surface.feed(QByteArray(columns - 3, '.') + "needle\r\n");
        surface.find();
        auto &bar = surface.findBar();
        bar.findChild<QLineEdit *>()->setText(u"needle"_s);
        QCOMPARE(bar.search().count(), 1);
        surface.feed("another needle\r\n");
        QTRY_COMPARE(bar.search().count(), 2);
        QCOMPARE(bar.search().current(), 0); // the one that was in view
    }

    // ---- links and bell ----

    void linksTellWhereTheyLeadAndOpenWithCtrl()
    {
        auto content = running(u"web"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        surface.feed("\x1b[2J\x1b[H"
                     "https://example.org/path?a=1\r\nfile:///etc/passwd\r\n");
        auto *display = surface.focusProxy();
        const QPoint onLink(40, 14);
        // The terminal looks for links when it paints.
        QTRY_VERIFY((QTest::mouseMove(display, {40, 200}), QTest::mouseMove(display, onLink),
                     !surface.bar().passingText().isEmpty()));
        QVERIFY2(surface.bar().passingText().contains(u"https://example.org/path?a=1"_s),
                 qPrintable(surface.bar().passingText()));
        QTest::mouseClick(display, Qt::LeftButton, {}, onLink);
        QVERIFY(m_opened.isEmpty());
        QTest::mouseClick(display, Qt::LeftButton, Qt::ControlModifier, onLink);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/path?a=1"_s)});
        QTest::mouseMove(display, {40, 30});
        QTRY_VERIFY(surface.bar().passingText().isEmpty());
    }

    void onlyWebAndMailAreLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("link");
        QTest::newRow("https") << u"https://a.example/x"_s << u"https://a.example/x"_s;
        QTest::newRow("www") << u"www.a.example"_s << u"http://www.a.example"_s;
        QTest::newRow("mail") << u"me@a.example"_s << u"mailto:me@a.example"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("ftp") << u"ftp://a.example"_s << QString();
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("no host") << u"https://"_s << QString();
    }
    void onlyWebAndMailAreLinks()
    {
        QFETCH(QString, text);
        QFETCH(QString, link);
        QCOMPARE(workspace::linkFrom(text).toString(), link);
    }

    void aBellShowsASignUnlessThePersonDoesNotWantIt()
    {
        auto content = running(u"web"_s);
        auto &surface = surfaceOf(*content);
        surface.feed("\a");
        QTRY_VERIFY(surface.bar().state().ringing);
        auto quiet = m_preferences.values();
        quiet.bell = workspace::PreferenceValues::Bell::Off;
        m_preferences.set(quiet);
        auto other = running(u"api"_s);
        QSignalSpy rang(&surfaceOf(*other), &ShellSurface::rang);
        QTRY_VERIFY((surfaceOf(*other).feed("\a"), !rang.isEmpty()));
        QVERIFY(!surfaceOf(*other).bar().state().ringing);
    }

    // ---- what runs ----

    void aPersonChoosesWhatRuns()
    {
        auto content = running(u"web"_s);
        content->run(ShellChoice::named(u"zsh"_s));
        QTRY_COMPARE(content->state(), ShellContent::State::Ended); // the demo has none
        QCOMPARE(content->exitStatus().code, 127);
        content->run({ShellChoice::Kind::Own, u"echo 'one two' three"_s});
        QTRY_VERIFY2(text(*content).contains(u"one two three"_s), qPrintable(text(*content)));
        QCOMPARE(content->options().command, (QStringList{u"echo"_s, u"one two"_s, u"three"_s}));
        content->run(ShellChoice::named(u"sh"_s));
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        QVERIFY(text(*content).contains(u"one two three"_s)); // what was there stays
    }

    void aCommandLineIsTakenApartAsAShellWould()
    {
        const auto words = [](const QString &line) {
            return ShellChoice{ShellChoice::Kind::Own, line}.command();
        };
        QCOMPARE(words(u"a  'b c' \"d e\" f\\ g '' h\"i\"'j'"_s),
                 (QStringList{u"a"_s, u"b c"_s, u"d e"_s, u"f g"_s, u""_s, u"hij"_s}));
        QCOMPARE(words(u"  "_s), QStringList());
    }

    void attachingJoinsWithWhatTheContainerWasGiven()
    {
        putPod(u"tty"_s,
               {QJsonObject{{u"name"_s, u"app"_s}, {u"tty"_s, true}, {u"stdin"_s, true}}});
        auto content = running(u"tty"_s);
        content->run({ShellChoice::Kind::Attach, {}});
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        content->send("echo at''tached\r");
        QTRY_VERIFY2(text(*content).contains(u"\nattached"_s), qPrintable(text(*content)));
        QVERIFY(content->options().attached);

        auto deaf = running(u"web"_s);
        deaf->run({ShellChoice::Kind::Attach, {}});
        QTRY_VERIFY2(text(*deaf).contains(u"reads nothing"_s), qPrintable(text(*deaf)));
    }

    void aCommandIsAskedFor()
    {
        auto content = running(u"web"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        clickBar(surface, ShellBar::Shell);
        auto *menu = surface.findChild<QMenu *>();
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto own = std::ranges::find_if(
            actions, [](const QAction *action) { return action->text().contains(u"your own"_s); });
        QVERIFY(own != actions.end());
        (*own)->trigger();
        menu->close();
        auto *panel = surface.findChild<workspace::CommandPanel *>();
        QVERIFY(panel && panel->isVisible());
        QTest::keyClicks(panel->findChild<QLineEdit *>(), u"echo hello"_s);
        QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(text(*content).contains(u"\nhello"_s));
    }

    // ---- transcript, text size, menu, outage ----

    void aTranscriptHoldsWhatWasPrinted()
    {
        const QTemporaryDir folder;
        auto content = running(u"web"_s);
        auto &surface = surfaceOf(*content);
        show(surface);
        clickBar(surface, ShellBar::Record);
        auto *panel = surface.findChild<workspace::TranscriptPanel *>();
        QVERIFY(panel && panel->isVisible());
        auto *path = panel->findChild<QLineEdit *>();
        path->setText(u"/nowhere/x.log"_s);
        buttonOf(*panel, u"Start"_s)->click();
        QVERIFY(panel->isVisible()); // says why, and asks again
        path->setText(folder.filePath(u"shell.log"_s));
        buttonOf(*panel, u"Start"_s)->click();
        QVERIFY(panel->isHidden());
        QVERIFY(surface.bar().state().recording);
        QVERIFY2(surface.bar().message().contains(u"shell.log"_s),
                 qPrintable(surface.bar().message()));
        type(*content, u"echo re''corded\r"_s);
        QTRY_VERIFY(text(*content).contains(u"\nrecorded"_s));
        clickBar(surface, ShellBar::Record);
        QVERIFY(!surface.bar().state().recording);
        QFile file(folder.filePath(u"shell.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto written = file.readAll();
        QVERIFY2(written.startsWith("# shop/web · app, demo"), written.constData());
        QVERIFY2(written.contains("\nrecorded\n"), written.constData());
        QVERIFY(!written.contains('\x1b'));
    }

    void thePersonsTextSizeIsThatOfEveryTerminal()
    {
        auto web = running(u"web"_s);
        auto api = running(u"api"_s);
        const auto before = surfaceOf(*api).cells();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(surfaceOf(*web).focusProxy(), Qt::Key_Plus,
                            Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_preferences.values().terminalFont, 17);
        QTRY_VERIFY(surfaceOf(*api).cells().width() < before.width());
        m_desk->setTerminalFont(500);
        QCOMPARE(m_preferences.values().terminalFont,
                 workspace::PreferenceValues::LargestTerminalFont);
    }

    void theMenuActsOnTheTerminal()
    {
        ShellSurface surface(*m_look);
        show(surface);
        surface.feed("one\r\ntwo\r\n");
        QTest::mouseClick(surface.focusProxy(), Qt::RightButton, {}, {50, 50});
        auto *menu = surface.findChild<QMenu *>();
        QVERIFY(menu);
        QStringList names;
        for (auto *action : menu->actions()) {
            names << action->text().section(u'\t', 0, 0);
            if (names.last() == "Select all"_L1)
                action->trigger();
        }
        for (const auto *name : {"Copy", "Paste", "Select all", "Find…", "Clear"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), name);
        menu->close();
        surface.copy();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"one\ntwo"_s));
        QByteArray lines;
        for (int i = 0; i < 200; ++i)
            lines += "line\r\n";
        surface.feed(lines);
        QTRY_VERIFY(surface.terminal().historyLinesCount() > 0);
        QSignalSpy typed(&surface, &ShellSurface::typed);
        surface.clear();
        QTRY_COMPARE(surface.terminal().historyLinesCount(), 0);
        QCOMPARE(typed.at(0).at(0).toByteArray(), "\x0c");
    }

    void aShellLostInAnOutageComesBackWithTheServer()
    {
        auto content = running(u"web"_s);
        content->send("echo be''fore\r");
        QTRY_VERIFY(text(*content).contains(u"\nbefore"_s));
        m_client->setReachable(false);
        m_server->dropConnections();
        QTRY_COMPARE(content->state(), ShellContent::State::Ended);
        m_client->setReachable(true);
        QTRY_COMPARE(content->state(), ShellContent::State::Open);
        QVERIFY(text(*content).contains(u"\nbefore"_s)); // what was there stays
        // One that ended by itself does not.
        content->send("exit\r");
        QTRY_COMPARE(content->state(), ShellContent::State::Ended);
        m_client->setReachable(false);
        m_client->setReachable(true);
        QCOMPARE(content->state(), ShellContent::State::Ended);
    }

    void pictures()
    {
        for (const auto &theme : {workspace::Theme::darkTheme(), workspace::Theme::lightTheme()}) {
            m_look->setTheme(theme);
            m_marks.set(u"prod"_s, {.production = true});
            const auto suffix = theme.dark ? u"-dark"_s : u"-light"_s;
            auto web = running(u"web"_s, u"prod"_s);
            auto api = running(u"api"_s);
            web->setContainers({u"app"_s, u"proxy"_s});
            auto &surface = surfaceOf(*web);
            for (const qreal zoom : {0.6, 1.0, 1.5}) {
                surface.setZoom(zoom);
                surface.resize((QSizeF(560, 400) * zoom).toSize());
                const auto name = [&](const QString &what) -> QString {
                    return u"shelltools-"_s + what + suffix + QString::number(zoom);
                };
                type(*web, u"ls\recho Krateyard https://example.org\r"_s);
                QTRY_VERIFY(text(*web).contains(u"\nKrateyard"_s));
                QGuiApplication::clipboard()->setText(
                    u"kubectl -n shop delete pod web-1\nkubectl -n shop delete pod web-2\n"_s);
                paste(surface);
                takePicture(surface, name(u"paste"_s));
                QTest::keyClick(surface.openPanel(), Qt::Key_Escape);
                surface.find();
                surface.findBar().findChild<QLineEdit *>()->setText(u"krateyard"_s);
                QTest::qWait(80); // the terminal paints after 40 ms
                takePicture(surface, name(u"find"_s));
                surface.findBar().close();
                clickBar(surface, ShellBar::Broadcast);
                surface.openPanel()->findChild<QCheckBox *>()->setChecked(true);
                buttonOf(*surface.openPanel(), u"Start"_s)->click();
                takePicture(surface, name(u"broadcast-ask"_s));
                buttonOf(*surface.openPanel(), u"Type into production"_s)->click();
                takePicture(surface, name(u"broadcast"_s));
                m_desk->endBroadcast();
                surface.feed("\a");
                clickBar(surface, ShellBar::Record);
                takePicture(surface, name(u"transcript"_s));
                QTest::keyClick(surface.openPanel(), Qt::Key_Escape);
            }
        }
    }

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private:
    QList<QUrl> m_opened;
};

QTEST_MAIN(ShellToolsTest)
#include "tst_shelltools.moc"
