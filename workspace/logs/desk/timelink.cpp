// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/timelink.h"

#include <utility>

namespace workspace {

void TimeLink::setOn(bool on)
{
    if (std::exchange(m_isOn, on) != on)
        Q_EMIT toggled(on);
}

void TimeLink::show(qint64 time, const QObject *from)
{
    if (!m_isOn || m_isMoving)
        return;
    m_isMoving = true; // who follows scrolls, too
    Q_EMIT moved(time, from);
    m_isMoving = false;
}

} // namespace workspace
