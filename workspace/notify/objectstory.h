// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/clusters/statusboard.h"

#include <chrono>
#include <optional>

namespace workspace {

/// Turns the states of one object into what is worth telling. Time comes in from any steady clock.
///
/// A failure is told at once; that all is well only when it has stayed so for a while, so that a
/// pod that crashes again and again is not told to have recovered each time.
class ObjectStory
{
public:
    enum class Happening {
        RolledOut, ///< was on its way, has arrived
        Failing,
        Recovered, ///< failed before
        Deleted,
    };
    using Time = std::chrono::milliseconds;
    /// How long all must be well before it is told.
    static constexpr Time Settle = std::chrono::seconds(10);

    /// What the object is like now, the first time as where the story begins.
    std::optional<Happening> see(const StatusBoard::Status &status, Time now);
    bool isKnown() const { return m_state != State::Unknown; }
    /// Whether good news has settled by now.
    std::optional<Happening> settle(Time now);
    /// When settle() is to be called next; nothing: not before see().
    std::optional<Time> settlesAt() const;

private:
    enum class State { Unknown, Fine, Moving, Trouble };

    State m_state = State::Unknown; ///< that people know of
    std::optional<Time> m_fineSince = {}; ///< while it is not settled
};

} // namespace workspace
