// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/export/passondevice.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace workspace {

/// Takes over what the painter is like just before each thing that it draws.
class PassOnDevice::Engine final : public QPaintEngine
{
public:
    explicit Engine(QPainter &target)
        : QPaintEngine(AllFeatures)
        , m_target(target)
    {
    }

    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState & /*state*/) override { }

    void drawPath(const QPainterPath &path) override
    {
        follow();
        m_target.drawPath(path);
    }
    void drawRects(const QRectF *rects, int count) override
    {
        follow();
        m_target.drawRects(rects, count);
    }
    void drawLines(const QLineF *lines, int count) override
    {
        follow();
        m_target.drawLines(lines, count);
    }
    void drawEllipse(const QRectF &rect) override
    {
        follow();
        m_target.drawEllipse(rect);
    }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        follow();
        if (mode == PolylineMode)
            m_target.drawPolyline(points, count);
        else
            m_target.drawPolygon(points, count,
                                 mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &source) override
    {
        follow();
        m_target.drawPixmap(rect, pixmap, source);
    }
    void drawImage(const QRectF &rect, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags flags) override
    {
        follow();
        m_target.drawImage(rect, image, source, flags);
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        follow();
        m_target.setFont(item.font());
        m_target.drawText(at, item.text());
    }

    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

private:
    void follow()
    {
        const auto &from = *painter();
        const auto transform = from.transform();
        const bool isClipped = from.hasClipping();
        const auto clip = isClipped ? transform.map(from.clipPath()) : QPainterPath();
        if (isClipped != m_target.hasClipping() || clip != m_clip) {
            m_clip = clip;
            m_target.setTransform({});
            if (isClipped)
                m_target.setClipPath(clip);
            else
                m_target.setClipping(false);
        }
        if (m_target.transform() != transform)
            m_target.setTransform(transform);
        m_target.setPen(from.pen());
        m_target.setBrush(from.brush());
        m_target.setOpacity(from.opacity());
    }

    QPainter &m_target;
    QPainterPath m_clip; ///< of the target, in its device's coordinates
};

PassOnDevice::PassOnDevice(QPainter &target)
    : m_target(target)
    , m_engine(std::make_unique<Engine>(target))
{
}

PassOnDevice::~PassOnDevice() = default;

QPaintEngine *PassOnDevice::paintEngine() const
{
    return m_engine.get();
}

int PassOnDevice::metric(PaintDeviceMetric metric) const
{
    const auto &device = *m_target.device();
    switch (metric) {
    case PdmWidth: return device.width();
    case PdmHeight: return device.height();
    case PdmWidthMM: return device.widthMM();
    case PdmHeightMM: return device.heightMM();
    case PdmNumColors: return device.colorCount();
    case PdmDepth: return device.depth();
    case PdmDpiX: return device.logicalDpiX();
    case PdmDpiY: return device.logicalDpiY();
    case PdmPhysicalDpiX: return device.physicalDpiX();
    case PdmPhysicalDpiY: return device.physicalDpiY();
    case PdmDevicePixelRatio: return qRound(device.devicePixelRatio());
    case PdmDevicePixelRatioScaled:
        return qRound(device.devicePixelRatioF() * devicePixelRatioFScale());
    case PdmDevicePixelRatioF_EncodedA:
    case PdmDevicePixelRatioF_EncodedB: return encodeMetricF(metric, device.devicePixelRatioF());
    }
    Q_UNREACHABLE_RETURN(0);
}

} // namespace workspace
