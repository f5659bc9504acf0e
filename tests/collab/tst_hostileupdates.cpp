// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/crdt/updates.h"
#include "collab/hostile.h"
#include "support/testdata.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using crdt::Encoding;
using hostile::harm;
using hostile::UpdateWriter;

namespace {

constexpr char remote = 0; // its address is an origin

/// How the first document of a recorded case of Yjs ended.
QByteArray stateOf(const QString &name, Encoding encoding)
{
    QFile file(support::testData(u"yjs/%1.json"_s.arg(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto ends = QJsonDocument::fromJson(file.readAll())["final"_L1].toObject();
    const auto field = encoding == Encoding::V1 ? "state_v1"_L1 : "state_v2"_L1;
    return QByteArray::fromHex(ends.begin()->toObject()[field].toString().toLatin1());
}

void addStates(std::initializer_list<const char *> names)
{
    QTest::addColumn<QByteArray>("update");
    QTest::addColumn<bool>("isSecond");
    for (const auto *name : names) {
        for (const auto encoding : {Encoding::V1, Encoding::V2}) {
            const bool isSecond = encoding == Encoding::V2;
            QTest::addRow("%s, v%d", name, isSecond ? 2 : 1)
                << stateOf(QString::fromLatin1(name), encoding) << isSecond;
        }
    }
}

Encoding encodingIf(bool isSecond)
{
    return isSecond ? Encoding::V2 : Encoding::V1;
}

} // namespace

/// What a peer can send that is no honest update. It may be refused, or taken as far as it makes
/// sense; the document stays whole. What it costs is measured in tst_updatecost.
class HostileUpdatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void flippedBits_data()
    {
        addStates({"map-deep", "map-conflict-chain", "array-mixed-content", "text-embed",
                   "text-format-conflict", "text-split-surrogate", "undo-redo-cycle"});
    }

    void flippedBits()
    {
        QFETCH(QByteArray, update);
        QFETCH(const bool, isSecond);
        QVERIFY(!update.isEmpty());
        for (qsizetype bit = 0; bit < update.size() * 8; ++bit) {
            update[bit / 8] = char(update[bit / 8] ^ (1 << bit % 8));
            const auto problem = harm(update, encodingIf(isSecond));
            QVERIFY2(problem.isEmpty(),
                     qPrintable(problem + u": "_s + QString::fromLatin1(update.toHex())));
            update[bit / 8] = char(update[bit / 8] ^ (1 << bit % 8));
        }
    }

    void changedBytes_data()
    {
        addStates({"krate-session", "random-mix-4", "random-format-a", "pending-three-chains"});
    }

    void changedBytes()
    {
        QFETCH(const QByteArray, update);
        QFETCH(const bool, isSecond);
        QVERIFY(!update.isEmpty());
        std::mt19937 random(20261122);
        for (int round = 0; round < 300; ++round) {
            auto changed = update;
            for (auto left = random() % 6 + 1; left > 0; --left)
                changed[qsizetype(random() % size_t(changed.size()))] = char(random());
            const auto problem = harm(changed, encodingIf(isSecond));
            QVERIFY2(problem.isEmpty(),
                     qPrintable(problem + u": "_s + QString::fromLatin1(changed.toHex())));
        }
    }

    void cutOff_data()
    {
        addStates({"map-deep", "array-mixed-content", "text-format-conflict", "krate-session",
                   "undo-redo-cycle"});
    }

    void cutOff()
    {
        QFETCH(const QByteArray, update);
        QFETCH(const bool, isSecond);
        crdt::Doc doc({.clientId = 50});
        hostile::fill(doc);
        const auto before = doc.encodeStateAsUpdate();
        for (qsizetype size = 0; size < update.size(); ++size) {
            // Alone in its memory, so that a sanitizer sees who reads past the end.
            const std::vector<char> part(update.begin(), update.begin() + size);
            const QByteArrayView bytes(part.data(), size);
            QVERIFY(!doc.applyUpdate(bytes, &remote, encodingIf(isSecond)));
            if (!isSecond) {
                const std::vector pair{bytes.toByteArray(), update};
                QVERIFY(!crdt::mergeUpdates(pair));
                QVERIFY(!crdt::rangesOfUpdate(bytes));
            }
        }
        QCOMPARE(doc.encodeStateAsUpdate(), before);
        QVERIFY(doc.applyUpdate(update, &remote, encodingIf(isSecond)));
    }

    void countsThatNobodySent_data()
    {
        constexpr auto Most = lib0::MaxSafeInteger;
        QTest::addColumn<QByteArray>("update");
        QTest::newRow("clients") << UpdateWriter().clients(Most).take();
        QTest::newRow("structs") << UpdateWriter().clients(1).block(Most, 1).take();
        QTest::newRow("a text's bytes") << UpdateWriter()
                                               .clients(1)
                                               .block(1, 1)
                                               .byte(4)
                                               .number(1)
                                               .text("t")
                                               .number(Most)
                                               .take();
        QTest::newRow("values") << UpdateWriter()
                                       .clients(1)
                                       .block(1, 1)
                                       .byte(8)
                                       .number(1)
                                       .text("a")
                                       .number(Most)
                                       .take();
        QTest::newRow("values in one") << UpdateWriter()
                                              .clients(1)
                                              .block(1, 1)
                                              .byte(8)
                                              .number(1)
                                              .text("a")
                                              .number(1)
                                              .byte(0x75)
                                              .number(Most)
                                              .take();
        QTest::newRow("JSON texts") << UpdateWriter()
                                           .clients(1)
                                           .block(1, 1)
                                           .byte(2)
                                           .number(1)
                                           .text("a")
                                           .number(Most)
                                           .take();
        QTest::newRow("deleting clients") << UpdateWriter().clients(0).deletes(Most).take();
        QTest::newRow("deleted ranges")
            << UpdateWriter().clients(0).deletes(1).number(1).number(Most).take();
        QTest::newRow("a long run of nothing")
            << UpdateWriter().clients(1).block(1, 1).byte(0).number(Most).deletes(0).take();
        QTest::newRow("a long deleted run") << UpdateWriter()
                                                   .clients(1)
                                                   .block(1, 1)
                                                   .byte(1)
                                                   .number(1)
                                                   .text("a")
                                                   .number(Most)
                                                   .deletes(0)
                                                   .take();
        QTest::newRow("a long gap") << UpdateWriter()
                                           .clients(1)
                                           .block(2, 1)
                                           .byte(10)
                                           .number(Most)
                                           .byte(0)
                                           .number(1)
                                           .deletes(0)
                                           .take();
        QTest::newRow("clocks that are far from each other")
            << UpdateWriter()
                   .clients(2)
                   .block(2, 3)
                   .arrayItem(crdt::Id(1, 0))
                   .arrayItem(crdt::Id(1, Most - 5))
                   .block(1, 1)
                   .byte(1)
                   .number(1)
                   .text("a")
                   .number(Most - 3)
                   .deletes(0)
                   .take();
        QTest::newRow("clocks past the last")
            << UpdateWriter().clients(1).block(1, 1, Most).byte(0).number(Most).deletes(0).take();
        QTest::newRow("a deleted range past the last") << UpdateWriter()
                                                              .clients(0)
                                                              .deletes(1)
                                                              .number(50)
                                                              .number(1)
                                                              .number(1)
                                                              .number(Most)
                                                              .take();
        QTest::newRow("the document's own client, to the end of its clocks")
            << UpdateWriter()
                   .clients(1)
                   .block(1, 50, 20)
                   .byte(0)
                   .number(Most - 20)
                   .deletes(0)
                   .take();
    }

    void countsThatNobodySent()
    {
        QFETCH(const QByteArray, update);
        const auto grown = hostile::growthBy([&update] {
            const auto problem = harm(update, Encoding::V1);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            const std::vector pair{update, update};
            (void)crdt::mergeUpdates(pair);
            (void)crdt::diffUpdate(update, {});
            (void)crdt::stateVectorFromUpdate(update);
            (void)crdt::convertUpdate(update, Encoding::V1, Encoding::V2);
        });
        QVERIFY2(grown < 64, qPrintable(u"%1 MiB"_s.arg(grown)));
    }

    void runsThatNeverEnd_data()
    {
        constexpr auto Many = quint64(1) << 50;
        QTest::addColumn<QByteArray>("update");
        const auto head = hostile::varUints({1, Many, 0}); // one client, its structs, first clock
        const auto ofOneClient = hostile::uintRun(1, Many);
        hostile::Columns columns{.clients = ofOneClient, .rest = head};
        columns.infos = QByteArray(1, 0);
        columns.lengths = hostile::uintRun(1, Many);
        QTest::newRow("structs that hold nothing") << columns.update();
        columns.infos = QByteArray(1, 10);
        QTest::newRow("gaps") << columns.update();
        columns.infos = QByteArray(1, 1);
        columns.parentInfos = QByteArray(1, 1);
        columns.strings = QByteArray(1, 0) + hostile::uintRun(0, Many);
        QTest::newRow("deleted runs") << columns.update();
        columns.infos = QByteArray(1, 4);
        QTest::newRow("empty texts") << columns.update();
        columns.infos = QByteArray(1, 2);
        columns.lengths = hostile::uintRun(Many, 2);
        QTest::newRow("JSON texts") << columns.update();
        columns.infos = QByteArray(1, 7);
        columns.typeRefs = hostile::uintRun(1, Many);
        QTest::newRow("maps") << columns.update();
        columns.infos = QByteArray(1, 6);
        columns.keyClocks = hostile::uintRun(0, 1);
        QTest::newRow("marks") << columns.update();
    }

    void runsThatNeverEnd()
    {
        QFETCH(const QByteArray, update);
        const auto grown = hostile::growthBy([&update] {
            const auto problem = harm(update, Encoding::V2);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            (void)crdt::convertUpdate(update, Encoding::V2, Encoding::V1);
        });
        QVERIFY2(grown < 256, qPrintable(u"%1 MiB"_s.arg(grown)));
    }
};

QTEST_GUILESS_MAIN(HostileUpdatesTest)
#include "tst_hostileupdates.moc"
