// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>

#include <functional>

class QEvent;

namespace workspace {

/// Hands a mouse, hover or wheel event on to a part that does not begin at 0,0 of its content but
/// at `origin`; other events go as they are. Returns whether the part used it.
bool handOn(QEvent &event, QPointF origin, const std::function<bool(QEvent &)> &part);

} // namespace workspace
