// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/releasecontent.h"

#include "workspace/textview/handon.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace workspace {

bool ReleaseContent::key(int key)
{
    if (m_asked) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            act(u"do"_s);
        else if (key == Qt::Key_Escape && m_asked->stage != RollbackStage::Running)
            closeQuestion();
        else
            return false;
        return true;
    }
    switch (key) {
    case Qt::Key_BracketLeft: moveShown(1); return true;
    case Qt::Key_BracketRight: moveShown(-1); return true;
    case Qt::Key_V:
        if (m_view == View::Values)
            act(m_state.computed ? u"values"_s : u"computed"_s);
        else if (m_view == View::History)
            act(m_state.comparesValues ? u"compare:manifest"_s : u"compare:values"_s);
        else
            return false;
        return true;
    default: return false;
    }
}

bool ReleaseContent::handleInput(QEvent &event)
{
    if (!hasText())
        return false;
    if (event.type() == QEvent::KeyPress && !m_pane.isFindOpen()) {
        const auto &press = static_cast<const QKeyEvent &>(event);
        const bool plain = !(press.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (plain && key(press.key()))
            return true;
    }
    if (!showsDiff())
        return m_pane.handleInput(event);
    const auto at = pointerOf(event);
    const auto toDiff = [this](QEvent &moved) { return m_diff.handleInput(moved); };
    if (!at && !m_pane.isFindOpen())
        return m_diff.handleInput(event) || m_pane.handleInput(event);
    if (at && at->y() >= diffTop())
        return handOn(event, {0, diffTop()}, toDiff);
    return m_pane.handleInput(event);
}

Qt::CursorShape ReleaseContent::cursorAt(QPointF position) const
{
    if (showsDiff() && position.y() >= diffTop())
        return m_diff.cursorAt(position - QPointF(0, diffTop()));
    return hasText() ? m_pane.cursorAt(position) : Qt::ArrowCursor;
}

} // namespace workspace
