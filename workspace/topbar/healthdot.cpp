// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topbar/healthdot.h"

#include "workspace/look/healthlook.h"
#include "workspace/look/look.h"

#include <QPainter>

namespace workspace {
QIcon healthIcon(Health health, const Theme &theme, qreal devicePixelRatio)
{
    constexpr int Size = 14;
    QPixmap pixmap(QSize(Size, Size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, markOf(health), QRectF(1, 1, Size - 2, Size - 2), colorOf(theme, health),
              theme.panel);
    return QIcon(pixmap);
}

} // namespace workspace
