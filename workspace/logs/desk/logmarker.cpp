// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/logmarker.h"

#include "workspace/logs/view/logpanes.h"

namespace workspace {

LogMarker::LogMarker(LogPanes &panes, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
{
    setBookmarks(std::make_unique<LogBookmarks>(nullptr, QString()));
}

void LogMarker::setBookmarks(std::unique_ptr<LogBookmarks> bookmarks)
{
    m_bookmarks = std::move(bookmarks);
    connect(m_bookmarks.get(), &LogBookmarks::changed, this, &LogMarker::changed);
    m_panes.setNotes([this](const LogModel::Line &line) {
        return m_bookmarks->noteOf(line.time, m_panes.store().sources().value(line.source));
    });
}

std::optional<QString> LogMarker::noteOf(qint64 number) const
{
    const auto line = m_panes.model().line(number);
    return m_bookmarks->noteOf(line.time, m_panes.store().sources().value(line.source));
}

void LogMarker::setNote(qint64 number, const std::optional<QString> &note)
{
    const auto line = m_panes.model().line(number);
    if (!m_bookmarks->set(line.time, m_panes.store().sources().value(line.source), note))
        Q_EMIT refused();
}

void LogMarker::goTo(qint64 time)
{
    if (const auto number = m_panes.store().numberAt(time); number < m_panes.store().end())
        m_panes.pane().reveal(number);
}

bool LogMarker::goToNext()
{
    const auto now = m_panes.model().line(m_panes.pane().lineOfKeys()).time;
    const auto next = m_bookmarks->after(now);
    if (next)
        goTo(next->time);
    return next.has_value();
}

} // namespace workspace
