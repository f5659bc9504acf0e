// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/terminal/terminalfeed.h"
#include "workspace/terminal/terminalsearch.h"
#include "workspace/terminal/termwidget.h"

#include <QEventLoop>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using workspace::floodBlockOf;
using workspace::ScrollState;
using workspace::TerminalFeed;

namespace {

/// A terminal that is fed, and everything it holds.
class Terminal
{
public:
    explicit Terminal(TerminalFeed::Road road)
    {
        m_widget.setHistorySize(1000);
        m_widget.resize(700, 400);
        m_widget.startTerminalTeletype();
        m_feed = std::make_unique<TerminalFeed>(m_widget, road);
        QObject::connect(&m_widget, &QTermWidget::sendData, &m_widget,
                         [this](const char *bytes, int size) { m_said.append(bytes, size); });
        m_widget.show();
    }

    bool feed(const QByteArray &bytes, qsizetype block)
    {
        m_said.clear();
        for (qsizetype at = 0; at < bytes.size(); at += block)
            m_feed->write(bytes.sliced(at, qMin(block, bytes.size() - at)));
        m_feed->write("\x1b[5n");
        QEventLoop loop; // waiting by naps of 10 ms would let a pty fill 300 times
        QObject::connect(&m_widget, &QTermWidget::sendData, &loop, [this, &loop] {
            if (m_said.endsWith("\x1b[0n"))
                loop.quit();
        });
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        if (!m_said.endsWith("\x1b[0n"))
            loop.exec();
        return m_said.endsWith("\x1b[0n");
    }
    QStringList rows()
    {
        const auto rows = workspace::rowsOf(
            m_widget, 0, m_widget.historyLinesCount() + m_widget.screenLinesCount());
        return {rows.begin(), rows.end()};
    }
    QImage picture()
    {
        m_widget.setSelectionStart(-1, m_widget.screenColumnsCount() - 1);
        QTest::qWait(100); // it paints after 40 ms
        return m_widget.grab().toImage();
    }
    TerminalFeed &feeding() { return *m_feed; }

private:
    QTermWidget m_widget{0};
    std::unique_ptr<TerminalFeed> m_feed;
    QByteArray m_said;
};

QByteArray colourText(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "\x1b[3" + QByteArray::number(i % 8) + "mline " + QByteArray::number(i)
            + "\x1b[0m \x1b[1;48;5;" + QByteArray::number(i % 256) + "m äöü 漢字 "
            + QByteArray(i % 90, '=') + "\x1b[m\r\n";
    return text;
}

} // namespace

/// What arrives faster than a terminal can show it.
class TerminalFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QTest::failOnWarning(); }

    void whatIsLeftOutMakesNoDifference_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<qsizetype>("block");
        QTest::addColumn<bool>("leavesOut");
        QTest::newRow("text") << QByteArray("end") << qsizetype(32'000) << true;
        QTest::newRow("uneven blocks") << QByteArray("end") << qsizetype(7'919) << true;
        QTest::newRow("one block") << QByteArray("end") << qsizetype(900'000'000) << false;
        QTest::newRow("colours go on")
            << QByteArray(colourText(20) + "\x1b[44;33mend") << qsizetype(32'000) << true;
        QTest::newRow("a full screen after it")
            << QByteArray("\x1b[?1049h\x1b[2J\x1b[Hfull") << qsizetype(32'000) << true;
    }
    void whatIsLeftOutMakesNoDifference()
    {
        QFETCH(QByteArray, end);
        QFETCH(qsizetype, block);
        QByteArray text = "\x1b[?25l\x1b[35m" + colourText(16'000);
        text += end;
        Terminal fast(TerminalFeed::Road::Straight);
        QVERIFY(fast.feed(text, block));
        QTEST(fast.feeding().leftOut() > 0, "leavesOut");
        Terminal slow(TerminalFeed::Road::Pty);
        QVERIFY(slow.feed(text, 32'000));
        QCOMPARE(slow.feeding().leftOut(), 0);
        QCOMPARE(fast.rows(), slow.rows());
        QCOMPARE(fast.picture(), slow.picture());
    }

    void aColourWithoutEndIsKept()
    {
        QByteArray text = "\x1b[?25l\x1b[32;45m";
        for (int i = 0; i < 90'000; ++i)
            text += "line " + QByteArray::number(i) + " \r\n";
        Terminal fast(TerminalFeed::Road::Straight);
        QVERIFY(fast.feed(text, 32'000));
        QVERIFY(fast.feeding().leftOut() > 0);
        Terminal slow(TerminalFeed::Road::Pty);
        QVERIFY(slow.feed(text, 32'000));
        QCOMPARE(fast.rows(), slow.rows());
        QCOMPARE(fast.picture(), slow.picture());
    }

    /// Where lines do not scroll the whole screen, each of them may stay.
    void marginsAndFullScreensAreShownWhole_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("margins") << QByteArray("top\x1b[3;10r\x1b[3;1H");
        QTest::newRow("full screen") << QByteArray("\x1b[?1049h");
        QTest::newRow("a mode between others") << QByteArray("\x1b[?25;1049;7h");
    }
    void marginsAndFullScreensAreShownWhole()
    {
        QFETCH(QByteArray, begin);
        Terminal fast(TerminalFeed::Road::Straight);
        QVERIFY(fast.feed(begin, 1000));
        QVERIFY(fast.feed(colourText(16'000), 32'000));
        QCOMPARE(fast.feeding().leftOut(), 0);
        QVERIFY(fast.feed("\x1b[r\x1b[?1049l\x1b[?25h", 1000));
        QVERIFY(fast.feed(colourText(16'000), 32'000));
        QVERIFY(fast.feeding().leftOut() > 0);
    }

    void blocksTellWhatTheyAre()
    {
        QVERIFY(floodBlockOf("text äöü 漢 \x1b[1;38:2::3m\r\n\tx\n").isPlain);
        QCOMPARE(floodBlockOf("a\nb\nc").lines, 2);
        for (const auto *bytes : {"\a", "\x1b[2J", "\x1b[3;1H", "\x1b]0;x\a", "\x1b", "\x1b[3",
                                  "\x0e", "\b", "\xc2\x9b", "\xc2", "\v", "\x1b[?25m"})
            QVERIFY2(!floodBlockOf(QByteArray(bytes)).isPlain, bytes);
    }

    void sequencesThatAreCutWaitForTheirEnd()
    {
        QCOMPARE(workspace::unfinished("text\x1b"), 1);
        QCOMPARE(workspace::unfinished("text\x1b[1;3"), 5);
        QCOMPARE(workspace::unfinished("text\x1b[1;3m"), 0);
        QCOMPARE(workspace::unfinished("text"), 0);
        QCOMPARE(workspace::unfinished("\x1b(B"), 0);
    }

    void theStateOfScrollingIsFollowed()
    {
        ScrollState state;
        QVERIFY(state.scrollsWhole());
        state.take("\x1b[2;5r");
        QVERIFY(!state.scrollsWhole());
        state.take("\x1b[r");
        QVERIFY(state.scrollsWhole());
        state.take("\x1b[?47h\x1b[?6h");
        state.take("\x1b[?47l");
        QVERIFY(!state.scrollsWhole());
        state.take("\x1b[!p");
        QVERIFY(state.scrollsWhole());
        state.take("\x1b[?1047h\x1b"
                   "c");
        QVERIFY(state.scrollsWhole());
    }
};

QTEST_MAIN(TerminalFeedTest)
#include "tst_terminalfeed.moc"
