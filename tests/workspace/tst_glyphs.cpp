// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/heap.h"
#include "workspace/look/glyphs.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace workspace;

/// Every drawing, and how it is painted.
class GlyphsTest : public QObject
{
    Q_OBJECT

    /// A picture of `units` × `units` logical pixels with a glyph in all of it.
    static QImage painted(Glyph glyph, int units, qreal ratio, QPointF at = {})
    {
        QImage image(qCeil(units * ratio), qCeil(units * ratio),
                     QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintGlyph(painter, glyph, QRectF(at, QSizeF(units, units)), Qt::black);
        painter.end();
        image.setDevicePixelRatio(1);
        return image;
    }

    /// The darkest pixel: 255 where a line covers a pixel wholly.
    static int mostInk(const QImage &image)
    {
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, qAlpha(image.pixel(x, y)));
        }
        return most;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyGlyphHasADrawingThatCanBeRead()
    {
        for (int i = 0; i < GlyphCount; ++i) {
            const auto file = glyphFile(Glyph(i));
            const QSvgRenderer drawing(file);
            QVERIFY2(drawing.isValid(), qPrintable(file));
            QCOMPARE(drawing.viewBox(), QRect(0, 0, 16, 16));
            QVERIFY2(mostInk(painted(Glyph(i), 16, 1)) > 120, qPrintable(file));
        }
        QCOMPARE(QDir(u":/glyphs"_s).entryList().size(), GlyphCount);
    }

    void noDrawingLeavesItsSquare()
    {
        for (int i = 0; i < GlyphCount; ++i) {
            QSvgRenderer drawing(glyphFile(Glyph(i)));
            QImage around(20 * 8, 20 * 8, QImage::Format_ARGB32_Premultiplied);
            around.fill(Qt::transparent);
            QPainter painter(&around);
            drawing.render(&painter, QRectF(16, 16, 128, 128));
            painter.end();
            around.setPixelColor(0, 0, Qt::transparent);
            QPainter eraser(&around);
            eraser.setCompositionMode(QPainter::CompositionMode_Clear);
            eraser.fillRect(16, 16, 128, 128, Qt::black);
            eraser.end();
            QVERIFY2(mostInk(around) == 0, qPrintable(glyphFile(Glyph(i))));
        }
    }

    void everyKindOfAUsualClusterHasItsOwn()
    {
        // kubectl api-resources of a cluster as it is set up, with the kinds of what is usual on
        // it.
        const QStringList kinds{u"Pod"_s,
                                u"PodTemplate"_s,
                                u"ReplicationController"_s,
                                u"Deployment"_s,
                                u"ReplicaSet"_s,
                                u"StatefulSet"_s,
                                u"DaemonSet"_s,
                                u"ControllerRevision"_s,
                                u"Job"_s,
                                u"CronJob"_s,
                                u"Service"_s,
                                u"Endpoints"_s,
                                u"EndpointSlice"_s,
                                u"Ingress"_s,
                                u"IngressClass"_s,
                                u"NetworkPolicy"_s,
                                u"ConfigMap"_s,
                                u"Secret"_s,
                                u"PersistentVolume"_s,
                                u"PersistentVolumeClaim"_s,
                                u"StorageClass"_s,
                                u"VolumeAttachment"_s,
                                u"CSIDriver"_s,
                                u"CSINode"_s,
                                u"Node"_s,
                                u"Namespace"_s,
                                u"Event"_s,
                                u"ResourceQuota"_s,
                                u"LimitRange"_s,
                                u"HorizontalPodAutoscaler"_s,
                                u"PodDisruptionBudget"_s,
                                u"PriorityClass"_s,
                                u"RuntimeClass"_s,
                                u"Lease"_s,
                                u"ServiceAccount"_s,
                                u"Role"_s,
                                u"ClusterRole"_s,
                                u"RoleBinding"_s,
                                u"ClusterRoleBinding"_s,
                                u"CertificateSigningRequest"_s,
                                u"CustomResourceDefinition"_s,
                                u"APIService"_s,
                                u"MutatingWebhookConfiguration"_s,
                                u"ValidatingWebhookConfiguration"_s,
                                u"FlowSchema"_s,
                                u"PriorityLevelConfiguration"_s,
                                u"ComponentStatus"_s,
                                u"PodMetrics"_s,
                                u"NodeMetrics"_s,
                                u"Release"_s};
        QHash<QByteArray, QString> pictures;
        for (const auto &kind : kinds) {
            const auto glyph = glyphForKind(kind);
            QVERIFY2(glyph != Glyph::CustomResource, qPrintable(kind));
            const auto picture = painted(glyph, 32, 1);
            const auto pixels = QByteArray::fromRawData(
                reinterpret_cast<const char *>(picture.constBits()), picture.sizeInBytes());
            QVERIFY2(!pictures.contains(pixels),
                     qPrintable(QString(kind + u" looks like "_s + pictures.value(pixels))));
            pictures.insert(QByteArray(pixels.constData(), pixels.size()), kind);
        }
        QCOMPARE(glyphForKind(u"Session"_s), Glyph::CustomResource);
        QCOMPARE(glyphForKind({}), Glyph::CustomResource);
    }

    void atTwiceThePixelsItIsDrawnTwiceAsLarge()
    {
        for (int i = 0; i < GlyphCount; ++i) {
            const auto glyph = Glyph(i);
            QCOMPARE(painted(glyph, 16, 2), painted(glyph, 32, 1));
            QVERIFY2(painted(glyph, 16, 2) != painted(glyph, 16, 1).scaled(32, 32),
                     qPrintable(glyphFile(glyph)));
        }
    }

    void betweenTwoPixelsItIsAsSharpAsOnOne()
    {
        const auto straight = painted(Glyph::Logs, 16, 1);
        QCOMPARE(mostInk(straight), 255);
        QCOMPARE(painted(Glyph::Logs, 16, 1, {0.3, -0.4}), straight);
        QCOMPARE(painted(Glyph::Logs, 16, 1.5, {0.1, 0.1}), painted(Glyph::Logs, 24, 1));
    }

    void itHasTheColourThatWasAsked()
    {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintGlyph(painter, Glyph::Minus, QRectF(0, 0, 32, 32), QColor(10, 200, 60));
        paintGlyph(painter, Glyph::Minus, QRectF(0, 0, 32, 32), QColor(10, 200, 60));
        painter.end();
        QCOMPARE(image.pixelColor(16, 16), QColor(10, 200, 60));
        QCOMPARE(image.pixelColor(16, 4), QColor(Qt::transparent));
    }

    void thePainterIsLeftAsItWas()
    {
        QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        QPainter painter(&image);
        painter.scale(0.7, 0.7);
        painter.setPen(Qt::red);
        const auto before = painter.transform();
        paintGlyph(painter, Glyph::Pod, QRectF(3, 3, 16, 16), Qt::blue);
        QCOMPARE(painter.transform(), before);
        QCOMPARE(painter.pen(), QPen(Qt::red));
    }

    void ofWhatWasPaintedOnlyThePixelsAreKept()
    {
        QImage sheet(16, 16, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&sheet);
        constexpr int Colors = 1000; // fewer than fit
        const auto paint = [&painter](int color) {
            paintGlyph(painter, Glyph::Pod, QRectF(0, 0, 16, 16), QColor::fromRgb(QRgb(color)));
        };
        paint(1);
        const auto before = support::heapInUse();
        for (int color = 2; color < Colors; ++color)
            paint(color);
        const auto each = (support::heapInUse() - before) / Colors;
        QVERIFY2(each < 1700, QByteArray::number(each)); // 1024 are pixels
    }

    void onPaperItStaysADrawing()
    {
        QBuffer buffer;
        QSvgGenerator paper;
        paper.setOutputDevice(&buffer);
        paper.setSize({32, 32});
        QPainter painter(&paper);
        paintGlyph(painter, Glyph::Secret, QRectF(0, 0, 32, 32), QColor(200, 30, 30));
        painter.end();
        QVERIFY(!buffer.data().contains("<image"));
        QVERIFY(buffer.data().contains("#c81e1e"));
    }
};

QTEST_MAIN(GlyphsTest)
#include "tst_glyphs.moc"
