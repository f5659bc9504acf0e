// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

#include <chrono>

namespace relay {

/// What one room may cost, and one peer in it. Beyond a limit the peer is dropped with a reason.
struct RoomLimits
{
    using Milliseconds = std::chrono::milliseconds;

    Milliseconds tick = Milliseconds(16); ///< changes of this time go out as one
    Milliseconds idleFor = std::chrono::seconds(30); ///< without a peer; then it leaves memory

    int peers = 2'000;
    qsizetype documentBytes = 64 * 1024 * 1024; ///< stored; the first change beyond it is the last
    qsizetype unsavedBytes = 16 * 1024 * 1024; ///< what waits to be taken in; as much may be stored
    int recordsBeforeCompaction = 500;
    qsizetype bytesBeforeCompaction = 1024 * 1024;

    qsizetype messageBytes = 16 * 1024 * 1024;
    double messagesPerSecond = 500; ///< of one peer, on average
    double messageBurst = 2'000;
    double bytesPerSecond = 4 * 1024 * 1024;
    double byteBurst = 32 * 1024 * 1024;
    qsizetype awarenessBytes = 16 * 1024; ///< of one client's state
    int clientsPerPeer = 16; ///< client ids for which one peer sends awareness

    qint64 backlogBytes = 128 * 1024; ///< with more to be sent a peer is told nothing new
    Milliseconds stalledFor = std::chrono::seconds(20); ///< without taking a byte of its backlog
    /// A client id whose connection was silent for so long may go on over another one. Those who
    /// are there renew their awareness every 15 s.
    Milliseconds silentFor = std::chrono::seconds(20);
    /// How much earlier than its owner somebody may repeat a client's awareness.
    Milliseconds claimedFor = std::chrono::seconds(5);

    bool operator==(const RoomLimits &) const = default;
};

/// Other limits for the yards of some names.
struct YardLimits
{
    QString yards = {}; ///< in which `*` stands for anything
    RoomLimits limits = {};

    bool operator==(const YardLimits &) const = default;
};

} // namespace relay
