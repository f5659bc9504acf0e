// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>

namespace relay {

/// Which versions are kept of one yard.
struct VersionLimits
{
    /// So long after the first change that no version holds, one is made.
    std::chrono::seconds every = std::chrono::hours(1);
    int recent = 24; ///< of those made like that, so many of the newest
    int daily = 14; ///< and of older ones the last of so many days
    int named = 100; ///< that people made
    qint64 bytes = 256 * 1024 * 1024; ///< that all of them take in the store

    bool operator==(const VersionLimits &) const = default;
};

} // namespace relay
