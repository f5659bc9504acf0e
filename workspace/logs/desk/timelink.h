// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace workspace {

/// Moves the windows of a yard together in time: who scrolls says where it is, the others follow.
/// Off until a person turns it on. One per yard, on the GUI thread.
class TimeLink final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// A window shows what happened at `time` (nanoseconds since 1970), and so shall the others.
    /// Nothing happens while it is off, or while others follow.
    void show(qint64 time, const QObject *from);

Q_SIGNALS:
    void toggled(bool on);
    void moved(qint64 time, const QObject *from);

private:
    bool m_isOn = false;
    bool m_isMoving = false;
};

} // namespace workspace
