// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/strips.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class StripsTest : public QObject
{
    Q_OBJECT

    /// A scroll bar on grey.
    static QImage painted(qreal scale, qreal y, bool isInStrips)
    {
        QImage image(60, 700, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::gray);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.translate(3.25, y);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(200, 40, 40, 97));
        const QRectF bar(0, 0, 7.5, 310.7);
        const auto paint = [&] { painter.drawRoundedRect(bar, 3.75, 3.75); };
        if (isInStrips)
            workspace::paintInStrips(painter, bar, paint);
        else
            paint();
        return image;
    }

    static QImage paintedBar(qreal scale, bool isInParts, qreal clippedAt = 400)
    {
        QImage image(60, 700, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::gray);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setClipRect(QRectF(0, 0, 30, clippedAt));
        const QRectF bar(10, 4, 7, 310);
        const QColor color(200, 40, 40, 97);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        if (isInParts)
            workspace::paintBar(painter, bar, color);
        else
            painter.drawRoundedRect(bar, 3.5, 3.5);
        painter.drawRect(QRectF(1, 1, 5, 5)); // the painter is as it was
        return image;
    }

    /// How much a byte of a pixel differs at most.
    static int furthest(const QImage &one, const QImage &other)
    {
        int most = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < 4 * one.width(); ++x)
                most =
                    std::max(most, std::abs(one.constScanLine(y)[x] - other.constScanLine(y)[x]));
        }
        return most;
    }

    /// Of this process: the threads that Qt's pools have made.
    static int pooledThreads()
    {
        const QDir tasks(u"/proc/self/task"_s);
        const auto ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return int(std::ranges::count_if(ids, [&tasks](const QString &id) {
            QFile name(tasks.filePath(id + u"/comm"_s));
            return name.open(QFile::ReadOnly) && name.readAll().startsWith("Thread (pooled)");
        }));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void noOtherThreadIsWoken()
    {
#ifndef Q_OS_LINUX
        QSKIP("threads are counted in /proc, which is Linux's");
#endif
        QCOMPARE(pooledThreads(), 0);
        QVERIFY(!painted(2, 5, true).isNull());
        QVERIFY(!paintedBar(2, true).isNull());
        QCOMPARE(pooledThreads(), 0);
    }

    void aBarOnWholePixelsIsThatOfQt()
    {
        QCOMPARE(paintedBar(1, true), paintedBar(1, false));
        QVERIFY(furthest(paintedBar(2, true), paintedBar(2, false)) <= 4);
        QCOMPARE(paintedBar(1, true, 200), paintedBar(1, false, 200)); // as much as is seen
        QVERIFY(paintedBar(1, true, 200) != paintedBar(1, true));
    }

    void thePixelsAreTheSame_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<qreal>("y");
        for (const qreal scale : {0.3, 1.0, 1.37, 2.0}) {
            for (const qreal y : {0.0, 10.4, -50.6})
                QTest::addRow("%g at %g", scale, y) << scale << y;
        }
    }

    void thePixelsAreTheSame()
    {
        QFETCH(const qreal, scale);
        QFETCH(const qreal, y);
        QCOMPARE(painted(scale, y, true), painted(scale, y, false));
    }
};

QTEST_MAIN(StripsTest)
#include "tst_strips.moc"
