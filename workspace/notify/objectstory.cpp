// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/notify/objectstory.h"

namespace workspace {

std::optional<ObjectStory::Happening> ObjectStory::see(const StatusBoard::Status &status, Time now)
{
    if (status.isGone) {
        const bool wasKnown = std::exchange(m_state, State::Unknown) != State::Unknown;
        m_fineSince.reset();
        return wasKnown ? std::optional(Happening::Deleted) : std::nullopt;
    }
    const bool isFirst = m_state == State::Unknown;
    switch (status.health) {
    case Health::Unknown: return std::nullopt; // the cluster is away: nothing is known
    case Health::Ok:
    case Health::Done:
        if (isFirst)
            m_state = State::Fine;
        else if (m_state != State::Fine && !m_fineSince)
            m_fineSince = now;
        return std::nullopt;
    case Health::Pending:
    case Health::Warning:
        m_fineSince.reset();
        if (m_state != State::Trouble)
            m_state = State::Moving;
        return std::nullopt;
    case Health::Error:
        m_fineSince.reset();
        if (std::exchange(m_state, State::Trouble) == State::Trouble || isFirst)
            return std::nullopt;
        return Happening::Failing;
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

std::optional<ObjectStory::Happening> ObjectStory::settle(Time now)
{
    if (!m_fineSince || now < *m_fineSince + Settle)
        return std::nullopt;
    m_fineSince.reset();
    const auto before = std::exchange(m_state, State::Fine);
    return before == State::Trouble ? Happening::Recovered : Happening::RolledOut;
}

std::optional<ObjectStory::Time> ObjectStory::settlesAt() const
{
    return m_fineSince ? std::optional(*m_fineSince + Settle) : std::nullopt;
}

} // namespace workspace
