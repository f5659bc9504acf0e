// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/look/stamps.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace workspace {

static constexpr qsizetype MostImages = 200;

void Stamps::draw(QPainter &painter, const QRectF &box, int sign, const QColor &color,
                  const std::function<void(QPainter &)> &paint)
{
    const auto toDevice = painter.deviceTransform();
    const qreal scale = toDevice.m11();
    if (painter.paintEngine()->type() != QPaintEngine::Raster
        || toDevice.type() > QTransform::TxScale || scale <= 0
        || !qFuzzyCompare(scale, toDevice.m22()))
        return paint(painter);
    const QSize pixels(int(std::ceil(box.width() * scale)), int(std::ceil(box.height() * scale)));
    if (m_images.size() >= MostImages)
        m_images.clear();
    auto &image = m_images[{sign, color.rgba(), scale, pixels}];
    if (image.isNull()) {
        image = QImage(pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter own(&image);
        own.setRenderHint(QPainter::Antialiasing);
        own.scale(scale, scale);
        own.translate(-box.topLeft());
        paint(own);
    }
    painter.save();
    painter.setWorldTransform(toDevice.inverted() * painter.worldTransform()); // in pixels
    painter.drawImage(toDevice.map(box.topLeft()).toPoint(), image);
    painter.restore();
}

} // namespace workspace
