// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightindex.h"

#include "workspace/spotlight/spotlightscore.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class SpotlightIndexTest : public QObject
{
    Q_OBJECT

    static SpotlightEntry object(const QString &kind, const QString &name)
    {
        return {.name = name, .cluster = u"demo"_s, .object = {u"v1"_s, kind, u"shop"_s, name}};
    }

    static QStringList names(const std::vector<SpotlightHit> &hits)
    {
        QStringList all;
        for (const auto &hit : hits)
            all.append(kindShort(hit.entry) + u' ' + hit.entry.name);
        return all;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void scoresLetters()
    {
        QCOMPARE(charScore(u"w", SpotlightName(u"web")), 6); // a letter and a word's start
        QCOMPARE(charScore(u"we", SpotlightName(u"web")), 10); // and a run
        QCOMPARE(charScore(u"wb", SpotlightName(u"web")), 7);
        QCOMPARE(charScore(u"wa", SpotlightName(u"web-api")), 12); // two word starts
        QCOMPARE(charScore(u"api", SpotlightName(u"web-api")), 6 + 4 + 4);
        QCOMPARE(charScore(u"web", SpotlightName(u"wxexb-web")), 14); // the best way, not the first
        QCOMPARE(charScore(u"cm", SpotlightName(u"ConfigMap")), 12); // capitals start words
        QVERIFY(!charScore(u"bw", SpotlightName(u"web")));
        QVERIFY(!charScore(u"webs", SpotlightName(u"web")));
        QCOMPARE(charScore(u"", SpotlightName(u"web")), 0);
    }

    void tellsWhichLettersCounted()
    {
        QCOMPARE(charMatches(u"web", SpotlightName(u"wxexb-web")), (std::vector<int>{6, 7, 8}));
        QCOMPARE(charMatches(u"wa", SpotlightName(u"web-api")), (std::vector<int>{0, 4}));
        QCOMPARE(charMatches(u"x", SpotlightName(u"web")), std::vector<int>());
    }

    void kindsWeighIn()
    {
        SpotlightIndex index;
        index.setSource(u"test"_s,
                        {object(u"Pod"_s, u"web"_s), object(u"Deployment"_s, u"web"_s),
                         object(u"Secret"_s, u"web"_s), object(u"Service"_s, u"web"_s)});
        const auto hits = index.search({.text = u"web"_s}, 8);
        QCOMPARE(names(hits),
                 QStringList({u"deploy web"_s, u"svc web"_s, u"sec web"_s, u"pod web"_s}));
        QCOMPARE(hits[0].score, 140 + 50);
        QCOMPARE(hits[3].score, 140 + 16);
    }

    void aPillNarrowsToOneKind()
    {
        SpotlightIndex index;
        index.setSource(u"test"_s, {object(u"Pod"_s, u"web"_s), object(u"Deployment"_s, u"web"_s)});
        QCOMPARE(kindOfAlias(u" PO"_s), u"Pod"_s);
        QCOMPARE(kindOfAlias(u"deploy"_s), u"Deployment"_s);
        QVERIFY(kindOfAlias(u"web"_s).isEmpty());
        QCOMPARE(names(index.search({.kind = u"Pod"_s, .text = u"w"_s}, 8)),
                 QStringList({u"pod web"_s}));
        QCOMPARE(names(index.search({.kind = u"Pod"_s, .text = {}}, 8)),
                 QStringList({u"pod web"_s}));
    }

    void typingOnAndBackFindsTheSame()
    {
        SpotlightIndex index;
        index.setSource(u"test"_s,
                        {object(u"Pod"_s, u"web-api"_s), object(u"Pod"_s, u"worker"_s),
                         object(u"Pod"_s, u"db"_s)});
        QCOMPARE(index.search({.text = u"w"_s}, 8).size(), size_t(2));
        QCOMPARE(names(index.search({.text = u"wa"_s}, 8)), QStringList({u"pod web-api"_s}));
        QCOMPARE(index.search({.text = u"w"_s}, 8).size(), size_t(2));
        index.setSource(u"more"_s, {object(u"Pod"_s, u"wasm"_s)});
        QCOMPARE(index.search({.text = u"wa"_s}, 8).size(), size_t(2));
        index.removeSource(u"test"_s);
        QCOMPARE(index.size(), size_t(1));
    }

    void remembersWhatWasOpened()
    {
        SpotlightIndex index;
        for (int i = 0; i < 12; ++i)
            index.noteOpened(object(u"Pod"_s, u"p%1"_s.arg(i)));
        index.noteOpened(object(u"Pod"_s, u"p9"_s));
        QCOMPARE(index.recent().size(), size_t(8));
        QCOMPARE(index.recent()[0].name, u"p9"_s);
        QCOMPARE(index.recent()[1].name, u"p11"_s);
    }

    void searchesManyEntries()
    {
        std::vector<SpotlightEntry> entries;
        entries.reserve(50'000);
        for (int i = 0; i < 50'000; ++i)
            entries.push_back(
                object(i % 3 ? u"Pod"_s : u"Service"_s,
                       u"checkout-worker-%1-%2"_s.arg(i * 7919 % 65'521, 0, 16).arg(i % 97)));
        SpotlightIndex index;
        index.setSource(u"test"_s, entries);
        for (const auto &text : {u"c"_s, u"ch"_s, u"cho"_s, u"chow"_s, u"chow1"_s}) {
            QElapsedTimer timer;
            timer.start();
            const auto hits = index.search({.text = text}, 200);
            qInfo("50,000 entries, \"%s\": %.1f ms", qPrintable(text),
                  double(timer.nsecsElapsed()) / 1e6);
            QVERIFY(!hits.empty());
        }
    }
};

QTEST_GUILESS_MAIN(SpotlightIndexTest)
#include "tst_spotlightindex.moc"
