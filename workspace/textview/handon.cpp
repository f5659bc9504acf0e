// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/handon.h"

#include <QHoverEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace workspace {

bool handOn(QEvent &event, QPointF origin, const std::function<bool(QEvent &)> &part)
{
    if (const auto *wheel = dynamic_cast<const QWheelEvent *>(&event)) {
        QWheelEvent moved(wheel->position() - origin, wheel->globalPosition(), wheel->pixelDelta(),
                          wheel->angleDelta(), wheel->buttons(), wheel->modifiers(), wheel->phase(),
                          wheel->inverted());
        return part(moved);
    }
    if (const auto *hover = dynamic_cast<const QHoverEvent *>(&event)) {
        QHoverEvent moved(hover->type(), hover->position() - origin, hover->globalPosition(),
                          hover->oldPosF(), hover->modifiers());
        return part(moved);
    }
    if (const auto *mouse = dynamic_cast<const QMouseEvent *>(&event)) {
        QMouseEvent moved(mouse->type(), mouse->position() - origin, mouse->globalPosition(),
                          mouse->button(), mouse->buttons(), mouse->modifiers());
        return part(moved);
    }
    return part(event);
}

} // namespace workspace
