// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/timelead.h"

#include "workspace/logs/desk/timelink.h"
#include "workspace/logs/view/logpanes.h"

namespace workspace {

TimeLead::TimeLead(LogPanes &panes, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
{
    connect(&m_panes, &LogPanes::scrolled, this, &TimeLead::lead);
}

void TimeLead::setLink(TimeLink *link)
{
    m_link = link;
    connect(link, &TimeLink::toggled, this, &TimeLead::toggled);
    connect(link, &TimeLink::moved, this, [this](qint64 time, const QObject *from) {
        if (from != this)
            follow(time);
    });
}

bool TimeLead::hasLink() const
{
    return !m_link.isNull();
}

bool TimeLead::isLinked() const
{
    return m_link && m_link->isOn();
}

void TimeLead::setLinked(bool linked)
{
    if (m_link)
        m_link->setOn(linked);
}

void TimeLead::lead(LogPane *pane)
{
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    const auto time = pane->timesInView().first;
    if (time != logstore::NoTime) {
        m_panes.showBeside(pane, time);
        if (m_link)
            m_link->show(time, this);
    }
    m_isFollowing = false;
}

void TimeLead::goToWanted()
{
    if (m_wanted && m_panes.store().count() > 0)
        follow(*m_wanted);
}

void TimeLead::follow(qint64 time)
{
    m_isFollowing = true;
    // Lines that a link asks for may be on their way.
    if (m_panes.store().numberAt(time) < m_panes.store().end())
        m_wanted.reset();
    m_panes.changePanes([time](LogPane &pane) { pane.showTime(time); });
    m_isFollowing = false;
}

} // namespace workspace
