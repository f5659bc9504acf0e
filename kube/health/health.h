// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace kube {

/// How an object is doing, worst first.
enum class Health {
    Error, ///< failing
    Warning, ///< works in part, or somebody should look
    Pending, ///< on its way: starting, rolling out, going away
    Ok,
    Unknown, ///< nothing tells
    Done, ///< finished, or scaled to nothing: nothing is expected of it
};

/// The order in which people want to see them: worst first.
constexpr int rankOf(Health health)
{
    return int(health);
}

constexpr Health worse(Health a, Health b)
{
    return rankOf(a) < rankOf(b) ? a : b;
}

/// How many of a group of objects are how: the roll-up to a workload, a namespace, a cluster.
struct HealthCounts
{
    int total = 0;
    int failing = 0; ///< Error
    int warning = 0;
    int pending = 0;
    int ok = 0;
    int unknown = 0;
    int done = 0;

    bool operator==(const HealthCounts &) const = default;

    void add(Health health, int by = 1);
    void add(const HealthCounts &other);
    /// The worst that there is one of; Unknown when there is nothing.
    Health worst() const;
};

} // namespace kube
