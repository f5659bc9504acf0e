// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>
#include <functional>

namespace collab {

/// How Awareness measures out time and memory.
struct AwarenessOptions
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds renewAfter = std::chrono::seconds(15); ///< the own state is told again
    Milliseconds outdatedAfter = std::chrono::seconds(30); ///< a state is dropped that was not
    Milliseconds checkEvery = std::chrono::seconds(3); ///< 0: only when check() is called
    /// At most one message of the own state in this time: one a frame. The first goes out when
    /// control returns to the event loop, later ones at the end of it. 0: each at once.
    Milliseconds tellEvery = Milliseconds(33);
    std::function<qint64()> now = {}; ///< milliseconds that never go back; by default the system's

    qsizetype stateBytes = 64 * 1024; ///< of one state's text
    size_t states = 4096;
    qsizetype totalBytes = 16 * 1024 * 1024; ///< of all states' text
    size_t remembered = 4096; ///< clients that went and whose clocks are still known

    /// Nothing happens by itself: for tests, and for those who drive it step by step.
    static AwarenessOptions manual();
};

} // namespace collab
