// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/heap.h"
#include "workspace/look/look.h"
#include "workspace/topbar/healthdot.h"

#include <QTest>

using namespace workspace;

class HealthDotTest : public QObject
{
    Q_OBJECT

    static QImage painted(Health health, qreal ratio = 1)
    {
        auto image = healthIcon(health, Theme::darkTheme()).pixmap({16, 16}, ratio).toImage();
        image.setDevicePixelRatio(1);
        return image;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyHealthHasItsOwn()
    {
        const QList<QImage> all{painted(Health::Ok), painted(Health::Pending),
                                painted(Health::Warning), painted(Health::Error)};
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].size(), QSize(16, 16));
            QCOMPARE(all[i].pixelColor(0, 0), QColor(Qt::transparent));
            QCOMPARE(all.indexOf(all[i]), i);
        }
    }

    void atTwiceThePixelsItIsDrawnTwiceAsLarge()
    {
        const auto large = painted(Health::Error, 2);
        QCOMPARE(large.size(), QSize(32, 32));
        QVERIFY(large != painted(Health::Error).scaled(32, 32));
    }

    void inAWideRectangleItStaysRound()
    {
        const auto icon = healthIcon(Health::Ok, Theme::darkTheme());
        const auto wide = icon.pixmap({40, 16}, 1).toImage();
        QCOMPARE(wide.size(), QSize(40, 16));
        QCOMPARE(wide.copy(12, 0, 16, 16), painted(Health::Ok));
        QCOMPARE(wide.pixelColor(10, 8), QColor(Qt::transparent));
    }

    void oneThatIsMadeAnewLeavesNothingBehind()
    {
        painted(Health::Error);
        const auto before = support::heapInUse();
        for (int i = 0; i < 1000; ++i)
            painted(Health::Error);
        const auto grown = support::heapInUse() - before;
        QVERIFY2(grown < 128 * 1024, QByteArray::number(grown));
    }
};

QTEST_MAIN(HealthDotTest)

#include "tst_healthdot.moc"
