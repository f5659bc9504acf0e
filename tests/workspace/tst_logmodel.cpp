// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/stamp.h"
#include "workspace/logs/ansitext.h"
#include "workspace/logs/logmodel.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using logstore::Level;
using workspace::LogModel;

/// A log as it arrives and what is seen of it.
struct Log
{
    logstore::LogStore store{QDir::tempPath()};
    struct
    {
        logstore::LogStore &store;
        const logstore::SourceId source = store.source({});
        void receive(QByteArrayView bytes) { store.append(source, bytes); }
    } intake{store};
    LogModel model{store};
};

static QStringList textsOf(const LogModel &model)
{
    QStringList texts;
    for (qint64 row = 0; row < model.rowCount(); ++row)
        texts.append(QString::fromUtf8(model.line(model.numberAt(row)).bytes));
    return texts;
}

class LogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void stampsAreTakenOff()
    {
        Log log;
        auto &model = log.model;
        log.intake.receive(
            "2026-01-02T03:04:05.123456789Z INFO a\n2026-01-02T03:04:06+02:00 b\nnone\n");

        QCOMPARE(textsOf(model), (QStringList{u"INFO a"_s, u"b"_s, u"none"_s}));
        QCOMPARE(logstore::stampText(model.line(0).time), "2026-01-02T03:04:05.123456789Z");
        QCOMPARE(logstore::stampText(model.line(1).time), "2026-01-02T01:04:06Z");
        QCOMPARE(model.line(2).time, logstore::NoTime);
    }

    void linesAreTheSameWhereverBytesAreCut()
    {
        const auto bytes =
            u"2026-01-02T03:04:05Z eins ä€😀\r\n\n2026-01-02T03:04:05Z zwei\nhalf"_s.toUtf8();
        const QStringList wanted{u"eins ä€😀"_s, {}, u"zwei"_s, u"half"_s};
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            Log log;
            auto &model = log.model;
            log.intake.receive(bytes.first(cut));
            log.intake.receive(bytes.sliced(cut));
            QCOMPARE(textsOf(model), wanted);
        }
        Log log;
        auto &model = log.model;
        for (const char byte : bytes)
            log.intake.receive(QByteArrayView(&byte, 1));
        QCOMPARE(textsOf(model), wanted);
    }

    void longLinesAreCutAtTenThousandCharacters()
    {
        const auto fits = QString(10'000, u'ä');
        for (const qsizetype block :
             {qsizetype(1), qsizetype(7), qsizetype(4096), qsizetype(50'000)}) {
            Log log;
            auto &model = log.model;
            const auto bytes = (fits + u'\n' + fits + u"x\nnext\n").toUtf8();
            for (qsizetype at = 0; at < bytes.size(); at += block)
                log.intake.receive(
                    QByteArrayView(bytes).sliced(at, qMin(block, bytes.size() - at)));
            QCOMPARE(textsOf(model), (QStringList{fits, fits + u"...[truncated]", u"next"_s}));
        }
    }

    void aHundredThousandLinesAreCompleteAndInOrder()
    {
        QByteArray bytes;
        for (int i = 0; i < 100'000; ++i) {
            bytes += "2026-01-02T03:04:05.123456789Z INFO request " + QByteArray::number(i)
                + " served in 12 ms from 10.0.0.1 with status 200\n";
        }
        Log log;
        auto &model = log.model;
        for (qsizetype at = 0; at < bytes.size(); at += 16'000)
            log.intake.receive(
                QByteArrayView(bytes).sliced(at, qMin<qsizetype>(16'000, bytes.size() - at)));
        QCOMPARE(model.rowCount(), 100'000);
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray wanted = "INFO request " + QByteArray::number(i) + ' ';
            QVERIFY(model.line(model.numberAt(i)).bytes.startsWith(wanted));
        }
        QCOMPARE(model.store().count(Level::Info), 100'000);
        model.setFilter(u"request 99999 "_s);
        QVERIFY(model.progress());
        QTRY_COMPARE(model.rowCount(), 1);
        QTRY_VERIFY(!model.progress());
        QCOMPARE(model.numberAt(0), 99'999);
    }

    void filterAndLevelsChooseRows()
    {
        Log log;
        auto &model = log.model;
        log.intake.receive("INFO one\nERROR two\nplain\nWARN Three\nERROR fo");
        QCOMPARE(model.rowCount(), 5);

        model.setLevelShown(Level::Info, false);
        QCOMPARE(textsOf(model), (QStringList{u"ERROR two"_s, u"WARN Three"_s, u"ERROR fo"_s}));
        model.setFilter(u"error"_s);
        QCOMPARE(textsOf(model), (QStringList{u"ERROR two"_s, u"ERROR fo"_s}));
        log.intake.receive("ur\nERROR five\n");
        QCOMPARE(textsOf(model), (QStringList{u"ERROR two"_s, u"ERROR four"_s, u"ERROR five"_s}));
        QCOMPARE(model.rowOf(model.numberAt(1)), 1);

        model.setLevelShown(Level::Info, true);
        model.setFilter(u"!o"_s);
        QCOMPARE(textsOf(model),
                 (QStringList{u"plain"_s, u"WARN Three"_s, u"ERROR five"_s})
                     .filter(QRegularExpression(u"^[^oO]*$"_s)));
        model.setFilter(u"^(plain|info)"_s);
        QCOMPARE(textsOf(model), (QStringList{u"INFO one"_s, u"plain"_s}));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 6);
    }

    void findingLeavesTheRowsAlone()
    {
        Log log;
        auto &model = log.model;
        QByteArray bytes;
        for (int i = 0; i < 60'000; ++i)
            bytes += "INFO a line of some length that fills blocks " + QByteArray::number(i) + '\n';
        log.intake.receive(bytes);
        model.setFilter(u"7"_s);
        QTRY_VERIFY(!model.progress());
        const auto shown = model.rowCount();
        model.setFind(u"99"_s);
        QCOMPARE(model.rowCount(), shown);
        QTRY_VERIFY(!model.progress());
        QCOMPARE(model.rowCount(), shown);
        QCOMPARE_GT(model.foundCount(), 0);
    }

    void findGoesRound()
    {
        Log log;
        auto &model = log.model;
        log.intake.receive("a hit\nb\n\x1b[31mc h\x1b[0mit\nd\n");
        model.setFind(u"hit"_s);
        QCOMPARE(model.foundCount(), 2);
        QCOMPARE(model.findFrom(-1, true), 0);
        QCOMPARE(model.findFrom(0, true), 2);
        QCOMPARE(model.findFrom(2, true), 0);
        QCOMPARE(model.findFrom(0, false), 2);
        QCOMPARE(model.foundIndex(2), 2);
        QCOMPARE(model.foundIndex(1), 0);
    }

    void colonsMakeColoursAndShapesEnd()
    {
        const auto line =
            workspace::ansiText("\x1b[38:2::10:20:30ma\x1b[48:2:1:2:3mb\x1b[38:5:9;3;9mc"
                                "\x1b[23;29;7md\x1b[27;4:3me\x1b[4:0;58:2::9:9:9mf\x1b[39;49mg");
        QCOMPARE(line.text, u"abcdefg"_s);
        QCOMPARE(line.spans.size(), 7U);
        QCOMPARE(line.spans[0].foreground, workspace::AnsiSpan::RgbFlag | 0x0a141e);
        QCOMPARE(line.spans[1].background, workspace::AnsiSpan::RgbFlag | 0x010203);
        QCOMPARE(line.spans[2].foreground, 9);
        QVERIFY(line.spans[2].italic && line.spans[2].strike);
        QVERIFY(!line.spans[3].italic && !line.spans[3].strike && line.spans[3].inverse);
        QVERIFY(!line.spans[4].inverse && line.spans[4].underline);
        QVERIFY(!line.spans[5].underline);
        QCOMPARE(line.spans[5].foreground, 9); // 58 colours the line below, not the letter
        QCOMPARE(line.spans[6], (workspace::AnsiSpan{.start = 6, .length = 1}));
    }

    void neighboursAreShownOverTheEndsOfBlocks()
    {
        Log log;
        auto &model = log.model;
        QByteArray bytes;
        const QByteArray filling(1000, 'x');
        for (int i = 0; i < 5000; ++i)
            bytes += filling + QByteArray::number(i) + '\n';
        log.intake.receive(bytes);
        QVERIFY(log.store.blocks().size() > 3);
        const auto second = log.store.blocks()[1].first;
        model.setContext(2);
        for (const auto hit : {second - 1, second}) {
            model.setFilter(u"x"_s + QString::number(hit) + u'$');
            QTRY_VERIFY(!model.progress());
            QCOMPARE(model.rowCount(), 5);
            for (qint64 i = 0; i < 5; ++i)
                QCOMPARE(model.numberAt(i), hit - 2 + i);
        }
    }

    void anyNumberOfStreamsIsChosenWithOneSearch()
    {
        Log log;
        auto &model = log.model;
        for (int i = 0; i < 5; ++i)
            log.store.append(log.store.source(u"pod-"_s + QString::number(i)), "a line\n");
        QSignalSpy changed(&model, &LogModel::changed);
        model.setSourceShown(3, false);
        const auto once = changed.size();
        QCOMPARE(model.rowCount(), 4);
        changed.clear();
        model.setHiddenSources({true, true, false, true, false, true});
        QCOMPARE(changed.size(), once);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isSourceShown(4) && !model.isSourceShown(5));
        changed.clear();
        model.setHiddenSources({});
        QCOMPARE(changed.size(), once);
        QCOMPARE(model.rowCount(), 5);
        model.setHiddenSources({false, false}); // hides none, either
        QCOMPARE(changed.size(), once);
    }

    void escapesBecomeSpans()
    {
        const auto line = workspace::ansiText("a\x1b[1;31mred\x1b[0m\tb\x1b[38;5;208mo\x1b[48;2;1;"
                                              "2;3mx\x1b[K\x1b]0;title\x07z\x1b[3");
        QCOMPARE(line.text, u"ared    boxz"_s);
        QCOMPARE(line.spans.size(), 6U);
        QCOMPARE(line.spans[1].foreground, 1);
        QVERIFY(line.spans[1].bold);
        QCOMPARE(line.spans[2].foreground, workspace::AnsiSpan::DefaultColor);
        QCOMPARE(line.spans[3].foreground, 208);
        QCOMPARE(line.spans[4].background, 0x1010203);
        int covered = 0;
        for (const auto &span : line.spans) {
            QCOMPARE(span.start, covered);
            covered += span.length;
        }
        QCOMPARE(covered, line.text.size());
    }
};

QTEST_GUILESS_MAIN(LogModelTest)
#include "tst_logmodel.moc"
