// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/logstore/bytescan.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace logstore;

class ByteScanTest : public QObject
{
    Q_OBJECT

    static std::vector<quint32> keysIn(QByteArrayView bytes, qsizetype from = 0)
    {
        std::vector<quint32> places;
        findKeys(bytes, from, places);
        return places;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aKeyIsFoundAtEveryPlace_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const auto *key : {"level", "LEVEL", "Level", "lvl", "LvL", "severity", "SEVERITY"})
            QTest::newRow(key) << QByteArray(key);
    }

    void aKeyIsFoundAtEveryPlace()
    {
        QFETCH(const QByteArray, key);
        for (qsizetype at = 0; at < 600; ++at) {
            const QByteArray bytes = QByteArray(at, '.') + key + QByteArray(600 - at, ' ');
            QCOMPARE(keysIn(bytes), std::vector{quint32(at)});
            QCOMPARE(keysIn(bytes.first(at + key.size())), std::vector{quint32(at)});
            QCOMPARE(keysIn(bytes, at), std::vector{quint32(at)});
            QVERIFY(keysIn(bytes, at + 1).empty());
        }
    }

    void keysAmongLettersAreFoundInOrder()
    {
        QRandomGenerator random(12);
        static constexpr QByteArrayView Letters = "leveLVEsr iIx";
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 1000; ++i)
                bytes.append(Letters[random.bounded(int(Letters.size()))]);
            const auto places = keysIn(bytes);
            QVERIFY(std::ranges::is_sorted(places, std::ranges::less_equal()));
            const auto lower = bytes.toLower();
            for (const auto *key : {"level", "lvl", "sever"}) {
                for (auto at = lower.indexOf(key); at >= 0; at = lower.indexOf(key, at + 1))
                    QVERIFY(std::ranges::binary_search(places, quint32(at)));
            }
        }
    }

    void otherWordsAreNoPlaces()
    {
        QVERIFY(keysIn({}).empty());
        QVERIFY(keysIn("v").empty());
        QVERIFY(keysIn(QByteArray("GET /api/v1/value eva ive olv vvv lve l\x16l ").repeated(50))
                    .empty());
    }

    void oneByteTellsItsKind()
    {
        for (qsizetype size : {1, 31, 32, 33, 500}) {
            const QByteArray plain(size, 'a');
            QVERIFY(kindsIn(plain).isAscii);
            QVERIFY(!kindsIn(plain).hasEscapes);
            for (qsizetype at = 0; at < size; ++at) {
                auto bytes = plain;
                bytes[at] = '\x1b';
                QVERIFY(kindsIn(bytes).isAscii);
                QVERIFY(kindsIn(bytes).hasEscapes);
                bytes[at] = '\x80';
                QVERIFY(!kindsIn(bytes).isAscii);
                QVERIFY(!kindsIn(bytes).hasEscapes);
            }
        }
        QVERIFY(kindsIn({}).isAscii);
        QVERIFY(!kindsIn({}).hasEscapes);
    }
};

QTEST_APPLESS_MAIN(ByteScanTest)

#include "tst_bytescan.moc"
