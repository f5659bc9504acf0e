// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/heap.h"
#include "workspace/canvas/paint/corners.h"

#include <QPainter>
#include <QTest>

using namespace workspace;

class CornersTest : public QObject
{
    Q_OBJECT

    static constexpr QRect Rect{10, 10, 80, 60};

    static QImage sheet()
    {
        QImage image(100, 80, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        return image;
    }

private Q_SLOTS:
    void aTranslucentLineIsAsEvenAsAnOpaqueOne()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        boxes.paintEdges(painter, Rect, {.radius = 8, .line = 0x80000000}, Rect);
        painter.end();
        for (const QPoint at : {QPoint(18, 10), QPoint(50, 10), QPoint(81, 10), QPoint(50, 69),
                                QPoint(10, 18), QPoint(10, 61), QPoint(89, 40)})
            QCOMPARE(image.pixelColor(at).red(), 127);
        for (const QPoint at : {QPoint(50, 11), QPoint(17, 10), QPoint(82, 10), QPoint(11, 40)})
            QCOMPARE(image.pixelColor(at), QColor(Qt::white));
    }

    void ofALineOnlyWhatIsSeenIsPainted()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        boxes.paintEdges(painter, Rect, {.radius = 8, .line = 0x80000000}, {0, 0, 50, 80});
        painter.end();
        QCOMPARE(image.pixelColor(49, 10).red(), 127);
        QCOMPARE(image.pixelColor(50, 10), QColor(Qt::white));
    }

    void dashesBeginWhereTheEdgeBegins()
    {
        BoxPainter boxes;
        const BoxStyle style{.radius = 8, .line = 0xff000000, .dash = 5};
        for (const int left : {0, 31}) { // seen as a whole, or from its middle on
            auto image = sheet();
            QPainter painter(&image);
            boxes.paintEdges(painter, Rect, style, {left, 0, 100, 80});
            painter.end();
            for (int x = std::max(left, 18); x < 82; ++x)
                QCOMPARE(image.pixelColor(x, 10), QColor((x - 18) / 5 % 2 ? Qt::white : Qt::black));
        }
    }

    void cutCornersLeaveNothingOutsideThem()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        boxes.cutCorners(painter, Rect, 8);
        boxes.paintCorners(painter, Rect, {.radius = 8, .fill = 0, .line = 0xff0000ff});
        painter.end();
        for (const QPoint at :
             {Rect.topLeft(), Rect.topRight(), Rect.bottomLeft(), Rect.bottomRight()})
            QCOMPARE(image.pixelColor(at).alpha(), 0);
        QCOMPARE(image.pixelColor(17, 17), QColor(Qt::white)); // inside
        QCOMPARE(image.pixelColor(50, 10), QColor(Qt::white)); // between the corners
        QCOMPARE(image.pixelColor(5, 5), QColor(Qt::white)); // beyond the rectangle
    }

    void ofWhatWasPaintedOnlyThePixelsAreKept()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        constexpr int Styles = 200; // fewer than are kept
        const auto paint = [&](int fill) {
            boxes.paintCorners(painter, Rect, {.radius = 8, .fill = QRgb(fill) | 0xff000000});
        };
        paint(1);
        const auto before = support::heapInUse();
        for (int fill = 2; fill < Styles; ++fill)
            paint(fill);
        const auto each = (support::heapInUse() - before) / Styles;
        QVERIFY2(each < 1700, QByteArray::number(each)); // 1024 are pixels
    }

    void aZoomOverManyRadiiKeepsAFewOfThem()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        const auto before = support::heapInUse();
        for (int radius = 1; radius < 200; ++radius) {
            boxes.paintCorners(painter, {0, 0, 2 * radius, 2 * radius},
                               {.radius = radius, .fill = 0xff000000});
        }
        QVERIFY(support::heapInUse() - before < 3 * 1024 * 1024); // all of them would be 40 MiB
    }

    void aZoomOverManyDashesKeepsAFewOfThem()
    {
        BoxPainter boxes;
        auto image = sheet();
        QPainter painter(&image);
        const auto paint = [&](int dash) {
            boxes.paintEdges(painter, Rect, {.radius = 8, .line = 0xff000000, .dash = dash}, Rect);
        };
        for (int dash = 1; dash < 200; ++dash)
            paint(dash);
        const auto before = support::heapInUse();
        for (int dash = 200; dash < 1200; ++dash)
            paint(dash);
        QVERIFY(support::heapInUse() - before < 512 * 1024); // all of them would be 4 MiB
    }
};

QTEST_MAIN(CornersTest)
#include "tst_corners.moc"
