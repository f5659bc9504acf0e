// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintedhost.h"
#include "shellfixture.h"
#include "workspace/terminal/termwidget.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

class ShellContentTest : public QObject, private ShellFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(begin());
        QTest::failOnWarning(); // whatever it is about
        putPod(u"web"_s, {support::containerOf(u"app"_s), support::containerOf(u"proxy"_s)});
    }

    void keysSendWhatXtermSends_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("held");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, Qt::Key key, Qt::KeyboardModifiers held,
                            const QByteArray &bytes) {
            QTest::newRow(name) << key << held << bytes;
        };
        row("Backspace", Qt::Key_Backspace, {}, "\x7f");
        row("Home", Qt::Key_Home, {}, "\x1b[H");
        row("End", Qt::Key_End, {}, "\x1b[F");
        row("F1", Qt::Key_F1, {}, "\x1bOP");
        row("F5", Qt::Key_F5, {}, "\x1b[15~");
        row("Delete", Qt::Key_Delete, {}, "\x1b[3~");
        row("Up", Qt::Key_Up, {}, "\x1b[A");
        row("Ctrl+Left", Qt::Key_Left, Qt::ControlModifier, "\x1b[1;5D");
        row("Ctrl+Right", Qt::Key_Right, Qt::ControlModifier, "\x1b[1;5C");
        row("Return", Qt::Key_Return, {}, "\r");
        row("Tab", Qt::Key_Tab, {}, "\t");
        row("Ctrl+C", Qt::Key_C, Qt::ControlModifier, "\x03");
    }

    void keysSendWhatXtermSends()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        ShellSurface surface(*m_look);
        QByteArray typed;
        connect(&surface, &ShellSurface::typed, this,
                [&typed](const QByteArray &bytes) { typed += bytes; });
        const auto text = key == Qt::Key_C ? u"\x03"_s : QString();
        QKeyEvent event(QEvent::KeyPress, key, held, text);
        QCoreApplication::sendEvent(surface.focusProxy(), &event);
        QTEST(typed, "bytes");
    }

    void aShellRunsAndAnswers()
    {
        auto content = make();
        PaintedHost host(*content, *m_look, {380, 326});
        host.grab(); // the first picture starts it
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        QCOMPARE(content->statusText(), u"Live"_s);
        type(*content, u"echo hel''lo\r"_s);
        QTRY_VERIFY2(textOf(*content).contains(u"hello"_s), qPrintable(textOf(*content)));
    }

    void exitingOffersAnother()
    {
        auto content = make();
        content->start();
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        type(*content, u"exit 3\r"_s);
        QTRY_COMPARE(content->state(), ShellContent::State::Ended);
        QCOMPARE(content->exitStatus().code, 3);
        QVERIFY(content->statusText().contains(u'3'));
        QTRY_VERIFY(textOf(*content).contains(u"exit code 3"_s)); // the text stays
        QVERIFY(textOf(*content).contains(u"exit 3"_s));
        type(*content, u"\r"_s);
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        QVERIFY(textOf(*content).contains(u"exit code 3"_s));
    }

    void aLostConnectionSaysSoAndComesBack()
    {
        auto content = make();
        content->start();
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        m_server->dropConnections();
        QTRY_COMPARE(content->state(), ShellContent::State::Ended);
        QVERIFY(content->statusText().contains(u"lost"_s));
        clickBar(surfaceOf(*content), ShellBar::Reconnect);
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
    }

    void pasteIsBracketedAndHarmless()
    {
        ShellSurface surface(*m_look);
        QByteArray typed;
        connect(&surface, &ShellSurface::typed, this,
                [&typed](const QByteArray &bytes) { typed += bytes; });
        QGuiApplication::clipboard()->setText(u"one\ntwo\x1b[201~ three"_s);
        QTest::keyClick(surface.focusProxy(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(typed, "one\rtwo[201~ three");
        typed.clear();
        surface.feed("\x1b[?2004h");
        QTRY_COMPARE(pasted(surface, typed), "\x1b[200~one\rtwo[201~ three\x1b[201~");
    }

    void muchOutputArrivesWhole()
    {
        ShellSurface surface(*m_look);
        surface.resize(600, 400);
        QSignalSpy congested(&surface, &ShellSurface::congested);
        QByteArray bytes;
        for (int i = 0; i < 300'000; ++i)
            bytes += "\x1b[32mline\x1b[0m " + QByteArray::number(i) + "\r\n";
        for (qsizetype at = 0; at < bytes.size(); at += 30'000)
            surface.feed(bytes.sliced(at, qMin<qsizetype>(30'000, bytes.size() - at)));
        QCOMPARE(congested.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(congested.size(), 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(surface).contains(u"line 299999"_s), 20'000);
        QVERIFY(surface.terminal().historyLinesCount() <= ShellSurface::HistoryLines);
    }

    void sizeFollowsTheWidget()
    {
        auto content = make();
        content->setSize({380, 326});
        content->start();
        QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                     qPrintable(content->statusText()));
        const auto cells = surfaceOf(*content).cells();
        QVERIFY(cells.width() > 30 && cells.width() < 70);
        type(*content, u"stty size\r"_s);
        const auto wanted = u"%1 %2"_s.arg(cells.height()).arg(cells.width());
        QTRY_VERIFY2(textOf(*content).contains(wanted), qPrintable(textOf(*content)));
    }

    void pictures()
    {
        for (const auto &theme : {workspace::Theme::darkTheme(), workspace::Theme::lightTheme()}) {
            m_look->setTheme(theme);
            const auto suffix = theme.dark ? u"-dark"_s : u"-light"_s;
            auto content = make();
            content->setContainers({u"app"_s, u"proxy"_s});
            PaintedHost host(*content, *m_look, {380, 326});
            host.grab();
            QTRY_VERIFY2(content->state() == ShellContent::State::Open,
                         qPrintable(content->statusText()));
            type(*content, u"ls\recho Krateyard\r"_s);
            QTRY_VERIFY(textOf(*content).count(u"Krateyard"_s) > 1);
            surfaceOf(*content).feed(
                "\x1b[31mred \x1b[32mgreen \x1b[33myellow \x1b[34mblue "
                "\x1b[35mmagenta \x1b[36mcyan \x1b[37mwhite\x1b[0m\r\n"
                "\x1b[1;91mred \x1b[92mgreen \x1b[93myellow \x1b[94mblue "
                "\x1b[95mmagenta \x1b[96mcyan\x1b[0m \x1b[7minverse\x1b[0m\r\n");
            QTRY_VERIFY(textOf(*content).contains(u"inverse"_s));
            takePicture(host, u"shell"_s + suffix);
            type(*content, u"\rexit 3\r"_s);
            QTRY_COMPARE(content->state(), ShellContent::State::Ended);
            QTRY_VERIFY(textOf(*content).contains(u"exit code 3"_s));
            takePicture(host, u"shell-ended"_s + suffix);
        }
    }

private:
    static QString textOf(ShellSurface &surface)
    {
        auto &terminal = surface.terminal();
        const int history = terminal.historyLinesCount();
        terminal.setSelectionStart(qMax(0, history - 100), 0);
        // The widget selects a block: up to the last column.
        terminal.setSelectionEnd(history + terminal.screenLinesCount() - 1,
                                 terminal.screenColumnsCount() - 1);
        const auto text = terminal.selectedText();
        terminal.setSelectionStart(0, 0);
        terminal.setSelectionEnd(0, 0);
        return text;
    }
    static QString textOf(ShellContent &content) { return textOf(surfaceOf(content)); }
    static QByteArray pasted(ShellSurface &surface, QByteArray &typed)
    {
        typed.clear();
        surface.paste();
        return typed;
    }
};

QTEST_MAIN(ShellContentTest)
#include "tst_shellcontent.moc"
