// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loglines.h"

#include "kube/logstore/linetable.h"

#include <QTest>

using namespace logstore;
using namespace Qt::StringLiterals;

/// What a line says about its level.
class LineLevelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theLevelIsInTheWords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("level");
        const auto row = [](const char *line, Level level) {
            QTest::newRow(line) << QByteArray(line) << int(level);
        };
        row("", Level::None);
        row("GET /healthz 200", Level::None);
        row("ERROR cannot connect", Level::Error);
        row("an error in INFO", Level::Info); // capitals before small letters
        row("this is informed terror", Level::None);
        row("level=warn msg=\"an error\"", Level::Warn);
        row("INFO level=error", Level::Error);
        row("{\"ts\":1,\"level\":\"debug\",\"msg\":\"ERROR\"}", Level::Debug);
        row("{\"severity\": \"CRITICAL\"}", Level::Error);
        row("E0102 15:04:05.678901 1 controller.go:12] info", Level::Error);
        row("I0102 15:04:05.678901 1 controller.go:12] error", Level::Info);
        row("X0102 15:04:05 warning", Level::Warn);
        row("\x1b[31mERROR\x1b[0m red", Level::Error);
        row("\x1b[1;32minfo\x1b[0m", Level::Info);
        row("[notice] started", Level::Info);
        row("panic: runtime error", Level::Error);
        row("TRACE x", Level::Debug);
        row("level level=trace", Level::Debug);
        for (const auto *word :
             {"err", "error", "fatal", "panic", "severe", "crit", "critical", "emerg"})
            row(word, Level::Error);
        for (const auto *word : {"warn", "warning", "lvl=warn", "severity: warn", "level=warn"})
            row(word, Level::Warn);
        row("info", Level::Info);
        row("debug", Level::Debug);
        row("x CRITICAL", Level::Error); // eight letters, at the end
        row("criticals are none", Level::None);
        row("severitys=warnings", Level::None);
        row("level=criticals", Level::None);
        row("error\xc3\xa4 is a word with more letters", Level::Error);
    }
    void theLevelIsInTheWords()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, level);
        QCOMPARE(int(levelOf(line)), level);
        LevelScanner scanner;
        const auto levels = levelsIn(scanner, QByteArray(line + '\n'));
        QCOMPARE(levels.size(), 1UL);
        QCOMPARE(int(levels[0]), level);
    }

    void farWordsDoNotCount()
    {
        const QByteArray far = QByteArray(512, '.') + "ERROR";
        QCOMPARE(levelOf(far), Level::None);
        LevelScanner scanner;
        QCOMPARE(levelsIn(scanner, QByteArray(far + "\nERROR\n")),
                 (std::vector{Level::None, Level::Error}));
    }

    void manyLinesAtOnceAreReadAsEachAlone()
    {
        QRandomGenerator random(20260102);
        LevelScanner scanner;
        for (int round = 0; round < 200; ++round) {
            QByteArrayList lines;
            for (int i = random.bounded(200); i >= 0; --i)
                lines << loglines::strange(random);
            const auto levels = levelsIn(scanner, QByteArray(lines.join('\n') + '\n'));
            QCOMPARE(levels.size(), size_t(lines.size()));
            for (qsizetype i = 0; i < lines.size(); ++i) {
                QVERIFY2(levels[size_t(i)] == levelOf(lines[i]),
                         lines[i].toPercentEncoding(" :").constData());
            }
        }
    }

private:
    /// Of all lines at once, as few and among many; none when these differ.
    static std::vector<Level> levelsIn(LevelScanner &scanner, const QByteArray &lines)
    {
        const auto few = scanned(scanner, lines);
        auto many = scanned(scanner, QByteArray(lines + QByteArray(20 * 1024, '.') + '\n'));
        many.pop_back();
        return few == many ? few : std::vector<Level>();
    }
    static std::vector<Level> scanned(LevelScanner &scanner, const QByteArray &lines)
    {
        std::vector<logstore::NewLine> found;
        for (qsizetype begin = 0; begin < lines.size(); begin = lines.indexOf('\n', begin) + 1)
            found.push_back({.offset = quint32(begin)});
        scanner.scan(lines, found);
        std::vector<Level> levels;
        for (const auto &line : found)
            levels.push_back(line.level);
        return levels;
    }
};

QTEST_GUILESS_MAIN(LineLevelsTest)
#include "tst_linelevels.moc"
