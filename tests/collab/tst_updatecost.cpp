// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/undomanager.h"
#include "collab/crdt/updates.h"
#include "collab/hostile.h"
#include "support/slowness.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using crdt::Encoding;
using hostile::harm;
using hostile::UpdateWriter;

namespace {

constexpr char remote = 0; // its address is an origin

constexpr quint8 TextItem = 4;
constexpr quint8 MarkItem = 6;
constexpr quint8 MapItem = 7;
constexpr quint8 AnyItem = 8;
constexpr quint8 WithOrigin = 0x80;
constexpr quint8 WithRight = 0x40;

/// What this thread works, whatever else the machine does.
class ProcessorClock
{
public:
    void start() { m_begin = now(); }
    qint64 elapsed() const { return now() - m_begin; } ///< milliseconds

private:
    static qint64 now()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    }

    qint64 m_begin = 0;
};

} // namespace

/// Time and memory follow the size of what a peer sent, however it is made up.
class UpdateCostTest : public QObject
{
    Q_OBJECT

private:
    /// What took longer is not linear, on any machine.
    static constexpr int PatienceMs = 10'000 * support::Slowness;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void mapsInMaps()
    {
        constexpr quint64 Depth = 20'000;
        UpdateWriter writer;
        writer.clients(1).block(Depth, 1).map();
        for (quint64 clock = 0; clock + 1 < Depth; ++clock)
            writer.map(crdt::Id(1, clock));
        const auto update = writer.deletes(0).take();
        const auto problem = harm(update, Encoding::V1);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        crdt::Doc doc({.clientId = 50});
        crdt::UndoManager undo(doc, {doc.map(u"m")}, {});
        int told = 0;
        doc.observeDeep(doc.map(u"m"), [&told](const auto &, crdt::Origin) { ++told; });
        QVERIFY(doc.applyUpdate(update, &remote));
        doc.map(u"m").remove(u"k");
        (void)undo.undo();
        (void)toAny(doc.map(u"m"));
        doc.map(u"m").clear();
        QCOMPARE_GE(told, 2);
        crdt::Doc other({.clientId = 51});
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &remote));
        QCOMPARE(other.map(u"m").size(), 0);
    }

    /// Each client's unit lies behind that of the next one.
    void clientsThatWaitForEachOther()
    {
        constexpr quint64 Clients = 40'000;
        UpdateWriter writer;
        writer.clients(Clients);
        for (quint64 client = Clients; client > 0; --client) {
            writer.block(1, client);
            if (client < Clients)
                writer.arrayItem(crdt::Id(client + 1, 0));
            else
                writer.arrayItem();
        }
        checkArray(writer.deletes(0).take(), Clients);
    }

    void clientsThatWaitForTheOneBefore()
    {
        constexpr quint64 Clients = 40'000;
        UpdateWriter writer;
        writer.clients(Clients);
        for (quint64 client = Clients; client > 0; --client) {
            writer.block(1, client);
            if (client > 1)
                writer.arrayItem(crdt::Id(client - 1, 0));
            else
                writer.arrayItem();
        }
        checkArray(writer.deletes(0).take(), Clients);
    }

    /// All of them wrote at the same place, and none knew of another.
    void clientsInConflict()
    {
        constexpr quint64 Clients = 40'000;
        UpdateWriter writer;
        writer.clients(Clients);
        for (quint64 client = Clients; client > 0; --client)
            writer.block(1, client).arrayItem();
        checkArray(writer.deletes(0).take(), Clients);
    }

    void rangesThatAreDeletedAgainAndAgain()
    {
        constexpr quint64 Units = 20'000;
        constexpr quint64 Ranges = 50'000;
        UpdateWriter writer;
        writer.clients(1).block(Units, 1).arrayItem();
        for (quint64 clock = 1; clock < Units; ++clock)
            writer.arrayItemBefore(crdt::Id(1, clock - 1)); // never one with its neighbour
        writer.deletes(1).number(1).number(Ranges);
        for (quint64 range = 0; range < Ranges; ++range)
            writer.number(0).number(Units);
        checkArray(writer.take(), 0);
    }

    void updatesThatWait()
    {
        constexpr quint64 Updates = 5'000;
        crdt::Doc doc({.clientId = 50});
        qsizetype bytes = 0;
        ProcessorClock clock;
        clock.start();
        for (quint64 client = 100; client < 100 + Updates; ++client) {
            const auto update = UpdateWriter()
                                    .clients(1)
                                    .block(1, client, 7)
                                    .arrayItem(crdt::Id(client, 6))
                                    .deletes(0)
                                    .take();
            bytes += update.size();
            QVERIFY(doc.applyUpdate(update, &remote));
        }
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QVERIFY(doc.hasPendingStructs());
        QCOMPARE_LE(doc.pendingBytes(), bytes);
        QCOMPARE(doc.structCount(), 0);
    }

    void updatesOfManyAreMerged()
    {
        std::vector<QByteArray> updates;
        for (quint64 clock = 0; clock < 10'000; ++clock)
            updates.push_back(UpdateWriter()
                                  .clients(1)
                                  .block(1, clock % 2 == 0 ? 1 : 1'000'000 - clock, clock / 2)
                                  .byte(0)
                                  .number(1)
                                  .deletes(0)
                                  .take());
        ProcessorClock clock;
        clock.start();
        const auto merged = crdt::mergeUpdates(updates);
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QVERIFY(merged);
        const auto ranges = crdt::rangesOfUpdate(*merged);
        QVERIFY(ranges);
        QCOMPARE(ranges->size(), 5'001u);
    }

    void longItemsAreCutAgainAndAgain_data()
    {
        QTest::addColumn<quint8>("kind");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<quint64>("units"); // that it has
        QTest::addColumn<bool>("fromEnd");
        for (const bool fromEnd : {false, true}) {
            const auto *where = fromEnd ? "from its end" : "from its beginning";
            QTest::addRow("a text, %s", where) << TextItem << "x"_ba << quint64(1) << fromEnd;
            QTest::addRow("a text of pairs, %s", where)
                << TextItem << "\xF0\x9F\xA6\x80"_ba << quint64(2) << fromEnd;
            QTest::addRow("values, %s", where) << AnyItem << "\x7D\x01"_ba << quint64(1) << fromEnd;
        }
    }

    /// One item of a client, and many of another, each of which lies within the first one.
    void longItemsAreCutAgainAndAgain()
    {
        QFETCH(const quint8, kind);
        QFETCH(const QByteArray, unit);
        QFETCH(const quint64, units);
        QFETCH(const bool, fromEnd);
        constexpr quint64 Length = 400'000;
        constexpr quint64 Cuts = 20'000;
        const auto content = unit.repeated(qsizetype(Length / units));
        UpdateWriter writer;
        writer.clients(2).block(1, 2).byte(kind).number(1).text("a");
        if (kind == TextItem)
            writer.text(content);
        else
            writer.number(Length).raw(content);
        writer.block(Cuts, 1);
        for (quint64 cut = 0; cut < Cuts; ++cut) {
            const auto clock = fromEnd ? Length - 2 - 2 * cut : 2 * cut; // within each pair
            writer.byte(kind | WithOrigin).number(2).number(clock);
            if (kind == TextItem)
                writer.text("y");
            else
                writer.value();
        }
        const auto update = writer.deletes(0).take();

        crdt::Doc doc({.clientId = 50});
        ProcessorClock clock;
        clock.start();
        QVERIFY(doc.applyUpdate(update, &remote));
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QCOMPARE(doc.structCount(), qsizetype(2 * Cuts + 1));
        if (kind == TextItem) {
            auto expected = QString::fromUtf8(content);
            QString cutUp;
            for (quint64 at = 0; at < Length; ++at) {
                const bool isCut = (fromEnd ? at >= Length - 2 * Cuts : at < 2 * Cuts);
                cutUp += isCut && units == 2 ? QChar(QChar::ReplacementCharacter)
                                             : expected[qsizetype(at)];
                if (isCut && at % 2 == 0)
                    cutUp += u'y';
            }
            QVERIFY(doc.text(u"a").toString() == cutUp);
        } else {
            QCOMPARE(doc.array(u"a").size(), qsizetype(Length + Cuts));
        }
        crdt::Doc other({.clientId = 51});
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &remote));
        QVERIFY(other.encodeStateAsUpdate() == doc.encodeStateAsUpdate());
    }

    /// Each of them lies in the one before, and each changes.
    void changesFarWithin()
    {
        constexpr quint64 Depth = 10'000;
        UpdateWriter maps;
        maps.clients(1).block(Depth, 1).map();
        for (quint64 clock = 0; clock + 1 < Depth; ++clock)
            maps.map(crdt::Id(1, clock));
        UpdateWriter values;
        values.clients(1).block(Depth, 2);
        for (quint64 clock = 0; clock < Depth; ++clock)
            values.byte(0x28).number(0).number(1).number(clock).text("v").value();

        crdt::Doc doc({.clientId = 50});
        crdt::UndoManager undo(doc, {doc.map(u"m")}, {});
        QVERIFY(doc.applyUpdate(maps.deletes(0).take(), &remote));
        size_t told = 0;
        doc.observeDeep(doc.map(u"m"), [&told](const auto &events, crdt::Origin) {
            told += events.size();
            QCOMPARE(events.back().path.size(), size_t(crdt::Event::MostParts));
        });
        const auto update = values.deletes(0).take();
        const auto grown = hostile::growthBy([&] { QVERIFY(doc.applyUpdate(update, &remote)); });
        QVERIFY2(grown < 128, qPrintable(u"%1 MiB"_s.arg(grown)));
        QCOMPARE(told, size_t(crdt::Event::MostParts));
    }

    /// Maps in one list, all of which change.
    void changesOfAllInAList()
    {
        constexpr quint64 Maps = 60'000;
        UpdateWriter maps;
        maps.clients(1).block(Maps, 1).byte(MapItem).number(1).text("a").number(1);
        for (quint64 clock = 1; clock < Maps; ++clock)
            maps.byte(MapItem | WithOrigin).number(1).number(clock - 1).number(1);
        UpdateWriter values;
        values.clients(1).block(Maps, 2);
        for (quint64 clock = 0; clock < Maps; ++clock)
            values.byte(0x28).number(0).number(1).number(clock).text("v").value();

        crdt::Doc doc({.clientId = 50});
        QVERIFY(doc.applyUpdate(maps.deletes(0).take(), &remote));
        std::vector<quint64> indexes;
        doc.observeDeep(doc.array(u"a"), [&indexes](const auto &events, crdt::Origin) {
            for (const auto &event : events)
                indexes.push_back(std::get<quint64>(event.path.at(0)));
        });
        ProcessorClock clock;
        clock.start();
        QVERIFY(doc.applyUpdate(values.deletes(0).take(), &remote));
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QCOMPARE(quint64(indexes.size()), Maps);
        std::ranges::sort(indexes);
        for (quint64 i = 0; i < Maps; ++i)
            QCOMPARE(indexes[i], i);
    }

    /// A text with a mark, all of which is deleted piece by piece.
    void piecesOfTextAroundMarks()
    {
        constexpr quint64 Pieces = 80'000;
        UpdateWriter writer;
        writer.clients(1).block(Pieces + 1, 1);
        writer.byte(MarkItem).number(1).text("t").text("bold").text("true");
        for (quint64 clock = 0; clock < Pieces; ++clock) // never one with its neighbour
            writer.byte(TextItem | WithRight).number(1).number(clock).text("x");
        crdt::Doc doc({.clientId = 50});
        QVERIFY(doc.applyUpdate(writer.deletes(0).take(), &remote));
        QCOMPARE(quint64(doc.text(u"t").size()), Pieces);
        const auto deletion = UpdateWriter()
                                  .clients(0)
                                  .deletes(1)
                                  .number(1)
                                  .number(1)
                                  .number(1)
                                  .number(Pieces)
                                  .take();
        ProcessorClock clock;
        clock.start();
        QVERIFY(doc.applyUpdate(deletion, &remote));
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QCOMPARE(doc.text(u"t").size(), 0);
    }

private:
    void checkArray(const QByteArray &update, quint64 size)
    {
        crdt::Doc doc({.clientId = 1'000'000});
        ProcessorClock clock;
        clock.start();
        QVERIFY(doc.applyUpdate(update, &remote));
        QCOMPARE_LT(clock.elapsed(), PatienceMs);
        QVERIFY(!doc.hasPendingStructs());
        QCOMPARE(quint64(doc.array(u"a").size()), size);
        crdt::Doc other({.clientId = 1'000'001});
        QVERIFY(other.applyUpdate(doc.encodeStateAsUpdate(), &remote));
        QCOMPARE(quint64(other.array(u"a").size()), size);
    }
};

QTEST_GUILESS_MAIN(UpdateCostTest)
#include "tst_updatecost.moc"
