// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/window/logpointer.h"

#include "workspace/logs/desk/logsaving.h"
#include "workspace/logs/timeline/logtimeline.h"
#include "workspace/logs/view/logpanes.h"
#include "workspace/logs/window/jumpchip.h"
#include "workspace/logs/window/logquery.h"
#include "workspace/textview/linefield.h"

#include <QMouseEvent>

namespace workspace {

LogPointer::LogPointer(const LogParts &parts, LogActions &actions, LogBar &bar, JumpChip &jump,
                       const Look &look, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_actions(actions)
    , m_bar(bar)
    , m_jump(jump)
    , m_look(look)
{
}

bool LogPointer::handleInput(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress: return press(static_cast<QMouseEvent &>(event));
    case QEvent::MouseButtonRelease: release(); return false;
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
    case QEvent::MouseMove:
        if (const auto at = pointerOf(event))
            return move(*at);
        return false;
    case QEvent::HoverLeave:
    case QEvent::Leave: leave(); return false;
    default: return false;
    }
}

bool LogPointer::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const auto at = event.position();
    auto &timeline = m_parts.timeline;
    const auto button = m_parts.banner.button(); // as the person saw it
    const auto action = m_parts.banner.action();
    m_parts.banner.hush();
    if (m_jump.rect().contains(at)) {
        m_parts.panes.changePanes([](LogPane &pane) { pane.setFollowing(true); });
    } else if (button.contains(at)) {
        act(action);
    } else if (at.y() < LogBar::Height) {
        m_actions.press(m_bar.buttonAt(at));
    } else if ((timeline.isShown() && timeline.strip().press(at))
               || m_parts.query.bar().press(at, m_look)) {
        Q_EMIT updated();
    } else {
        return false;
    }
    return true;
}

void LogPointer::act(LogBanner::Action action)
{
    switch (action) {
    case LogBanner::Action::Cancel: return m_parts.saving.cancel();
    case LogBanner::Action::ReadOn: return m_parts.feed.reconnect();
    case LogBanner::Action::Choose: return m_actions.askFor(LogActions::Menu::Followed);
    case LogBanner::Action::None: return;
    }
}

bool LogPointer::move(QPointF at)
{
    auto &timeline = m_parts.timeline;
    const bool chip = m_jump.hover(at);
    const bool strip = timeline.isShown() && timeline.strip().hover(at);
    const bool drags = timeline.strip().drag(at);
    if (m_bar.hover(at) || strip || chip || drags)
        Q_EMIT updated();
    return drags;
}

void LogPointer::leave()
{
    m_bar.hover({-1, -1});
    m_parts.timeline.strip().hover({-1, -1});
    m_jump.leave();
    Q_EMIT updated();
}

void LogPointer::release()
{
    if (const auto range = m_parts.timeline.strip().release())
        m_actions.goTo(*range);
}

Qt::CursorShape LogPointer::cursorAt(QPointF position) const
{
    if (m_jump.rect().contains(position) || m_parts.banner.button().contains(position)
        || m_bar.buttonAt(position) != LogBar::None)
        return Qt::PointingHandCursor;
    if (m_parts.query.bar().isOverField(position))
        return Qt::IBeamCursor;
    if (m_parts.timeline.isOver(position))
        return Qt::SplitHCursor;
    return m_parts.panes.isOverText(position) ? Qt::IBeamCursor : Qt::ArrowCursor;
}

} // namespace workspace
