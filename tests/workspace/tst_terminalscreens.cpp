// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testdata.h"
#include "terminalfixture.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using workspace::TerminalFeed;

namespace {

constexpr QSize Usual(80, 24);

/// Shows recorded bytes, and gives the terminal the sizes that stand between them.
bool play(Screen &screen, const QByteArray &bytes)
{
    static const QRegularExpression size(u"\x1b\\[8;(\\d+);(\\d+)t"_s);
    const auto text = QString::fromLatin1(bytes);
    qsizetype from = 0;
    for (auto it = size.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QSize cells(match.captured(2).toInt(), match.captured(1).toInt());
        if (!screen.show(bytes.sliced(from, match.capturedStart() - from))
            || !screen.resizeTo(cells))
            return false;
        from = match.capturedEnd();
    }
    return screen.show(bytes.sliced(from));
}

QByteArray read(const QString &name)
{
    QFile file(support::testData(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

QStringList linesOf(const QByteArray &file)
{
    auto lines = QString::fromUtf8(file).normalized(QString::NormalizationForm_C).split(u'\n');
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

/// What vim, less, htop and tmux draw, and what no program draws, beside what xterm shows of the
/// same bytes. Recorded by tests/data/terminal/record.
class TerminalScreensTest : public QObject
{
    Q_OBJECT

    static void addRecordings()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name :
             {"vim", "less", "htop", "tmux", "resize", "unicode", "screen", "colour"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    static QByteArray bytesOf(const QString &name)
    {
        return read(u"terminal/"_s + name + u".bytes"_s);
    }
    static QStringList witnessOf(const QString &name)
    {
        return linesOf(read(u"terminal/"_s + name + u".screen"_s));
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QTest::failOnWarning(); }

    void theScreenIsThatOfXterm_data() { addRecordings(); }
    void theScreenIsThatOfXterm()
    {
        QFETCH(QString, name);
        for (const auto road : {TerminalFeed::Road::Straight, TerminalFeed::Road::Pty}) {
            Screen screen(m_look, road);
            QVERIFY(screen.resizeTo(Usual));
            QVERIFY(play(screen, bytesOf(name)));
            QCOMPARE(screen.lines(), witnessOf(name));
        }
    }

    void bytesMayArriveOneByOne_data() { addRecordings(); }
    void bytesMayArriveOneByOne()
    {
        QFETCH(QString, name);
        Screen screen(m_look);
        QVERIFY(screen.resizeTo(Usual));
        auto bytes = bytesOf(name);
        // A size that comes in the middle is played elsewhere.
        const bool isResized = bytes.contains("\x1b[8;");
        if (isResized)
            bytes.truncate(bytes.indexOf("\x1b[8;"));
        Screen whole(m_look);
        QVERIFY(whole.resizeTo(Usual));
        QVERIFY(whole.show(bytes));
        for (qsizetype i = 0; i < bytes.size(); ++i)
            screen.surface().feed(bytes.sliced(i, 1));
        QVERIFY(screen.show({}));
        QCOMPARE(screen.lines(), whole.lines());
        if (!isResized)
            QCOMPARE(screen.lines(), witnessOf(name));
    }

    void anyCutInTwoMakesNoDifference()
    {
        const QByteArray bytes = bytesOf(u"unicode"_s) + bytesOf(u"colour"_s).last(400);
        Screen screen(m_look);
        QVERIFY(screen.resizeTo(Usual));
        QVERIFY(screen.show(bytes));
        const auto wanted = screen.lines();
        for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
            QVERIFY(screen.show("\x1b"
                                "c")); // all is as at first
            screen.surface().feed(bytes.first(cut));
            QVERIFY(screen.show(bytes.sliced(cut)));
            QVERIFY2(screen.lines() == wanted, QByteArray::number(cut).constData());
        }
    }

    void sizesThatStormLeaveTheScreenWhole()
    {
        QRandomGenerator random(7);
        Screen screen(m_look);
        const auto bytes = bytesOf(u"vim"_s);
        for (qsizetype at = 0; at < bytes.size();) {
            const auto size = qMin<qsizetype>(random.bounded(1, 400), bytes.size() - at);
            screen.surface().feed(bytes.sliced(at, size));
            QCoreApplication::processEvents();
            QVERIFY(screen.resizeTo({random.bounded(4, 140), random.bounded(2, 60)}));
            at += size;
        }
        QVERIFY(screen.resizeTo(Usual));
        QVERIFY(screen.show("\x1b\\\x1b[?1049l\x1b[r\x1b[0m" + bytesOf(u"screen"_s)));
        QCOMPARE(screen.lines(), witnessOf(u"screen"_s));
    }

    void coloursOf24BitsAreThosePainted()
    {
        Screen screen(m_look);
        QVERIFY(screen.resizeTo(Usual));
        QVERIFY(screen.show(
            "\x1b[?25l\x1b[2J\x1b[H\x1b[48;2;12;200;34m        \x1b[0m\r\n"
            "\x1b[48;5;196m        \x1b[0m\r\n\x1b[38;2;1;2;250;48;2;1;2;250mXXXXXXXX"));
        const auto cell = [&screen](int line) {
            auto &terminal = screen.surface().terminal();
            const auto image = terminal.grab().toImage();
            const qreal height = qreal(terminal.height() - 10) / 24;
            return QColor(image.pixelColor(30, qRound(5 + height * (line + 0.5))));
        };
        QTRY_COMPARE(cell(0), QColor(12, 200, 34)); // painted within a few milliseconds
        QCOMPARE(cell(1), QColor(255, 0, 0));
        QCOMPARE(cell(2), QColor(1, 2, 250));
    }

    void programsGetTheMouse()
    {
        Screen screen(m_look);
        QVERIFY(screen.resizeTo(Usual));
        QVERIFY(screen.show("\x1b[?1000h\x1b[?1006h"));
        QSignalSpy typed(&screen.surface(), &workspace::ShellSurface::typed);
        auto *display = screen.surface().focusProxy();
        QTest::mouseClick(display, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(typed.size(), 2);
        QVERIFY(typed.at(0).at(0).toByteArray().startsWith("\x1b[<0;"));
        QVERIFY(typed.at(0).at(0).toByteArray().endsWith("M"));
        QVERIFY(typed.at(1).at(0).toByteArray().endsWith("m"));
        QTest::mouseClick(display, Qt::MiddleButton, {}, {100, 100}); // no paste
        QCOMPARE(typed.size(), 4);
        QVERIFY(typed.at(2).at(0).toByteArray().startsWith("\x1b[<1;"));
    }

private:
    workspace::Look m_look{workspace::Theme::darkTheme()};
};

QTEST_MAIN(TerminalScreensTest)
#include "tst_terminalscreens.moc"
