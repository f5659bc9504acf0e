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
        // The word that was typed is what the eye looks for.
        QCOMPARE(charMatches(u"check", SpotlightName(u"checkout-k1")),
                 (std::vector<int>{0, 1, 2, 3, 4}));
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

    void aCommandIsFoundByItsOtherWordsOnce()
    {
        SpotlightIndex index;
        index.setSource(u"commands"_s,
                        {{.type = SpotlightEntry::Type::Command,
                          .name = u"Quit Krateyard"_s,
                          .id = u"quit"_s,
                          .aliases = {u"exit"_s, u"quit"_s}}});
        const auto byAlias = index.search({.text = u"exit"_s}, 8);
        QCOMPARE(byAlias.size(), size_t(1));
        QCOMPARE(byAlias[0].entry.id, u"quit"_s);
        QVERIFY(byAlias[0].letters.empty()); // they are not in the name that is shown
        QCOMPARE(index.search({.text = u"quit"_s}, 8).size(), size_t(1));
    }

    void tellsWhatThingsAreCalledNow()
    {
        SpotlightIndex index;
        const SpotlightEntry before{
            .type = SpotlightEntry::Type::Krate, .name = u"pods"_s, .id = u"k1"_s};
        auto now = before;
        now.name = u"pods · shop"_s;
        QVERIFY(!index.current(before));
        index.setSource(u"krates"_s, {now});
        QCOMPARE(index.current(before), now);
        const auto pod = object(u"Pod"_s, u"web"_s);
        QCOMPARE(index.current(pod), pod); // it may be there and not be listed yet
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
        // Far more than it takes (bench_spotlight tells), as others may use the machine.
        static constexpr qint64 GenerousMs = 16 * 8;
        for (const auto &text : {u"c"_s, u"ch"_s, u"cho"_s, u"chow"_s, u"chow1"_s, u"w"_s, u""_s}) {
            QElapsedTimer timer;
            timer.start();
            const auto hits = index.search({.text = text}, 200);
            const auto took = timer.elapsed();
            QVERIFY(!hits.empty());
            QVERIFY2(took < GenerousMs, qPrintable(u"%1: %2 ms"_s.arg(text).arg(took)));
        }
    }
};

QTEST_GUILESS_MAIN(SpotlightIndexTest)
#include "tst_spotlightindex.moc"
