// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/topbar/healthdot.h"

#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QPainter>

namespace workspace {
namespace {

Mark markOf(Health health)
{
    switch (health) {
    case Health::Error: return Mark::Cross;
    case Health::Warning: return Mark::Triangle;
    case Health::Pending: return Mark::Clock;
    case Health::Unknown: return Mark::Ring;
    case Health::Ok:
    case Health::Done: return Mark::Check;
    }
    Q_UNREACHABLE_RETURN(Mark::Ring);
}

QColor colourOf(Health health, const Theme &theme)
{
    switch (health) {
    case Health::Error: return theme.error;
    case Health::Warning: return theme.warn;
    case Health::Pending: return theme.info;
    case Health::Unknown:
    case Health::Done: return theme.textFaint;
    case Health::Ok: return theme.ok;
    }
    Q_UNREACHABLE_RETURN(theme.textFaint);
}

} // namespace

QIcon healthIcon(Health health, const Theme &theme, qreal devicePixelRatio)
{
    constexpr int Size = 14;
    QPixmap pixmap(QSize(Size, Size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, markOf(health), QRectF(1, 1, Size - 2, Size - 2), colourOf(health, theme),
              theme.panel);
    return QIcon(pixmap);
}

} // namespace workspace
