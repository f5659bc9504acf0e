// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/canvas/paint/picture.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

class PictureTest : public QObject
{
    Q_OBJECT

private:
    static void red(QPainter &painter, QSizeF size)
    {
        painter.fillRect(QRectF(QPointF(), size), Qt::red);
        painter.fillRect(QRectF(0, 0, size.width() / 2, size.height()), Qt::blue);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFrameWithABudgetPaintsAtLeastOne()
    {
        PicturePainter painter;
        painter.begin(1);
        QVERIFY(painter.hasTime());
        Picture picture;
        painter.repaint(picture, {100, 80}, 1, red);
        QVERIFY(picture.fits({100, 80}, 1));
        QVERIFY(!painter.hasTime());
    }

    void framesWithoutABudgetRestButNotForLong()
    {
        PicturePainter painter;
        painter.begin();
        QStringList said;
        for (int frame = 0; frame < 6; ++frame) {
            painter.begin(-1);
            said.append(painter.hasTime() ? u"paints"_s : u"rests"_s);
        }
        QCOMPARE(said.join(u' '), u"rests rests paints rests rests paints"_s);
    }

    void farBelowItsScaleThePictureIsDrawnFromTheHalfOne()
    {
        PicturePainter painter;
        painter.begin();
        Picture picture;
        painter.repaint(picture, {200, 100}, 1, red);
        QCOMPARE(picture.imageFor(200).size(), QSize(200, 100));
        QCOMPARE(picture.imageFor(150).size(), QSize(200, 100));
        QCOMPARE(picture.imageFor(135).size(), QSize(100, 50));
        QCOMPARE(picture.imageFor(110).pixelColor(20, 20), QColor(Qt::blue));
        QCOMPARE(picture.imageFor(110).pixelColor(80, 20), QColor(Qt::red));
        QCOMPARE(picture.bytes(), 4 * (200 * 100 + 100 * 50));

        const auto green = [](QPainter &p, QSizeF size) {
            p.fillRect(QRectF(QPointF(), size), Qt::green);
        };
        painter.touchUp(picture, {}, green);
        QCOMPARE(picture.imageFor(90).pixelColor(20, 20), QColor(Qt::green));
    }

    void aPartIsPaintedOverInTheImageAndItsHalf()
    {
        PicturePainter painter;
        painter.begin();
        Picture picture;
        painter.repaint(picture, {100, 50}, 2, red);
        painter.touchUp(picture, {10, 10, 20, 20}, [](QPainter &p, QSizeF size) {
            p.fillRect(QRectF(QPointF(), size), Qt::green);
        });
        QCOMPARE(picture.image.pixelColor(40, 40), QColor(Qt::green));
        QCOMPARE(picture.image.pixelColor(10, 40), QColor(Qt::blue));
        QCOMPARE(picture.half.pixelColor(20, 20), QColor(Qt::green));
        QCOMPARE(picture.half.pixelColor(29, 29), QColor(Qt::green));
        QCOMPARE(picture.half.pixelColor(31, 20), QColor(Qt::blue));
        QCOMPARE(picture.half.pixelColor(80, 20), QColor(Qt::red));
    }

    void halvesThatNobodyZoomsToWaitAndAreNotUsed()
    {
        PicturePainter painter;
        painter.begin();
        Picture picture;
        painter.repaint(picture, {100, 50}, 2, red);
        painter.setCalm(true);
        const auto green = [](QPainter &p, QSizeF size) {
            p.fillRect(QRectF(QPointF(), size), Qt::green);
        };
        painter.touchUp(picture, {10, 10, 10, 10}, green);
        painter.touchUp(picture, {40, 10, 10, 10}, green);
        QCOMPARE(picture.half.pixelColor(15, 15), QColor(Qt::blue)); // as it was
        QCOMPARE(picture.imageFor(90).size(), QSize(200, 100)); // the image stands in for it
        PicturePainter::catchUp(picture);
        QCOMPARE(picture.imageFor(90).size(), QSize(100, 50));
        QCOMPARE(picture.half.pixelColor(15, 15), QColor(Qt::green));
        QCOMPARE(picture.half.pixelColor(45, 15), QColor(Qt::green));

        painter.repaint(picture, {100, 80}, 2, green); // of another size than its half
        QCOMPARE(picture.imageFor(90).size(), QSize(200, 160));
        PicturePainter::catchUp(picture);
        QCOMPARE(picture.half.size(), QSize(100, 80));
    }

    void anOddSizeLeavesTheLastPixelOut()
    {
        PicturePainter painter;
        painter.begin();
        Picture picture;
        painter.repaint(picture, {201, 101}, 1, red);
        QCOMPARE(picture.imageFor(90).size(), QSize(100, 50));
    }

    void aHalfPixelIsTheMeanOfFour()
    {
        PicturePainter painter;
        painter.begin();
        Picture picture;
        painter.repaint(picture, {64, 64}, 1, [](QPainter &p, QSizeF) {
            for (int x = 0; x < 64; x += 2)
                p.fillRect(x, 0, 1, 64, Qt::white);
            for (int x = 1; x < 64; x += 2)
                p.fillRect(x, 0, 1, 64, Qt::black);
        });
        const auto colour = picture.imageFor(20).pixelColor(10, 10);
        QVERIFY2(qAbs(colour.red() - 127) <= 1, qPrintable(colour.name()));
        QCOMPARE(colour.alpha(), 255);
    }
};

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
