// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/window/logactions.h"
#include "workspace/logs/window/logbanner.h"

class QMouseEvent;

namespace workspace {

class JumpChip;
class Look;

/// What the pointer does in a log window outside of its lines: presses buttons, chooses in the
/// timeline, puts the cursor into a field. GUI thread only.
class LogPointer final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive this.
    LogPointer(const LogParts &parts, LogActions &actions, LogBar &bar, JumpChip &jump,
               const Look &look, QObject *parent = nullptr);

    /// Whether the event was used; the lines get the others.
    bool handleInput(QEvent &event);
    Qt::CursorShape cursorAt(QPointF position) const;

Q_SIGNALS:
    void updated(); ///< something under the pointer looks different

private:
    bool press(const QMouseEvent &event);
    void act(LogBanner::Action action);
    bool move(QPointF at);
    void leave();
    void release();

    LogParts m_parts;
    LogActions &m_actions;
    LogBar &m_bar;
    JumpChip &m_jump;
    const Look &m_look;
};

} // namespace workspace
