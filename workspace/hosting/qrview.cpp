// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/hosting/qrview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace workspace {

static constexpr int Side = 236; // logical pixels, at the most
static const QColor Dark(0x0b, 0x0e, 0x13);

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(Side, Side);
}

void QrView::setText(const QByteArray &text)
{
    m_code = qrCodeOf(text);
    setFixedSize(sizeHint());
    update();
}

QSize QrView::sizeHint() const
{
    if (!m_code)
        return {Side, Side};
    const qreal ratio = devicePixelRatioF();
    const int whole =
        (m_code->size + 2 * QrCode::QuietZone) * moduleSize(*m_code, int(Side * ratio));
    const int side = int(std::ceil(whole / ratio)); // no more than what is painted
    return {side, side};
}

int QrView::moduleSize(const QrCode &code, int pixels)
{
    return std::max(1, pixels / (code.size + 2 * QrCode::QuietZone));
}

/// In the screen's own pixels, so that no edge falls between two.
void QrView::paintEvent(QPaintEvent *)
{
    if (!m_code)
        return;
    const qreal ratio = devicePixelRatioF();
    const int pixels = int(Side * ratio);
    const int module = moduleSize(*m_code, pixels);
    const int whole = (m_code->size + 2 * QrCode::QuietZone) * module;
    QImage image(whole, whole, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter modules(&image);
    for (int y = 0; y < m_code->size; ++y) {
        for (int x = 0; x < m_code->size; ++x) {
            if (m_code->isDark(x, y))
                modules.fillRect((x + QrCode::QuietZone) * module, (y + QrCode::QuietZone) * module,
                                 module, module, Dark);
        }
    }
    modules.end();
    image.setDevicePixelRatio(ratio);
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), image);
}

} // namespace workspace
