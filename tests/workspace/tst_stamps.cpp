// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/stamps.h"

#include <QPainter>
#include <QTest>

class StampsTest : public QObject
{
    Q_OBJECT

    workspace::Stamps m_stamps;
    int m_painted = 0;

    void draw(QPainter &painter, QPointF corner, int sign, const QColor &color)
    {
        const QRectF box(corner, QSizeF(16, 16));
        m_stamps.draw(painter, box, sign, color, [&](QPainter &own) {
            ++m_painted;
            own.setPen(QPen(color, 1.9));
            own.drawLine(box.topLeft() + QPointF(4, 8), box.topLeft() + QPointF(12, 11 + sign));
        });
    }
    static QImage grey(qreal scale)
    {
        QImage image((QSizeF(100, 60) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::gray);
        return image;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_stamps.clear();
        m_painted = 0;
    }

    void onWholePixelsItIsWhatWasPainted_data()
    {
        QTest::addColumn<qreal>("scale");
        for (const qreal scale : {0.5, 1.0, 2.0})
            QTest::addRow("%g", scale) << scale;
    }

    void onWholePixelsItIsWhatWasPainted()
    {
        QFETCH(const qreal, scale);
        auto stamped = grey(scale);
        auto painted = grey(scale);
        for (auto *image : {&stamped, &painted}) {
            QPainter painter(image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(scale, scale);
            painter.translate(6, 8);
            if (image == &stamped) {
                draw(painter, {10, 4}, 1, Qt::red);
            } else {
                painter.setPen(QPen(Qt::red, 1.9));
                painter.drawLine(QPointF(14, 12), QPointF(22, 16));
            }
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::blue); // the painter is as it was
            painter.drawRect(QRectF(50, 20, 7.3, 9));
        }
        QCOMPARE(stamped, painted);
    }

    void onlyWhatLooksOtherwiseIsPaintedAgain()
    {
        auto image = grey(1);
        QPainter painter(&image);
        for (const int row : {0, 1, 2})
            draw(painter, {10.3, row * 17.5}, 1, Qt::red);
        QCOMPARE(m_painted, 1);
        draw(painter, {30, 4}, 2, Qt::red);
        draw(painter, {30, 24}, 1, Qt::blue);
        QCOMPARE(m_painted, 3);
        painter.scale(2, 2);
        draw(painter, {20, 4}, 1, Qt::red);
        QCOMPARE(m_painted, 4);
    }

    void whatIsTurnedIsPaintedAsItIs()
    {
        auto image = grey(1);
        QPainter painter(&image);
        painter.rotate(30);
        draw(painter, {20, 4}, 1, Qt::red);
        draw(painter, {20, 4}, 1, Qt::red);
        QCOMPARE(m_painted, 2);
    }
};

QTEST_MAIN(StampsTest)
#include "tst_stamps.moc"
