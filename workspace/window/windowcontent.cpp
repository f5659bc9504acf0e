// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/window/windowcontent.h"

namespace workspace {

bool WindowContent::handleInput(QEvent &)
{
    return false;
}

Qt::CursorShape WindowContent::cursorAt(QPointF) const
{
    return Qt::ArrowCursor;
}

QString WindowContent::toolTipAt(QPointF) const
{
    return {};
}

void WindowContent::setLiveZoom(qreal) { }

} // namespace workspace
