// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/statevector.h"
#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"

#include <functional>
#include <map>
#include <vector>

namespace crdt {

/// Clocks of one client, from `clock` to before end().
struct ClockRange
{
    quint64 clock = 0;
    quint64 length = 0;

    quint64 end() const { return clock + length; }
    bool operator==(const ClockRange &) const = default;
};

/// Which units were deleted: ranges of clocks for each client. A value type.
///
/// Also serves to name what an undo step inserted.
class DeleteSet
{
public:
    using Ranges = std::vector<ClockRange>;
    using Clients = std::map<quint64, Ranges, std::greater<>>;

    bool isEmpty() const { return m_clients.empty(); }
    qsizetype rangeCount() const;
    const Clients &clients() const { return m_clients; }
    /// Those of clients(), the first that was added first.
    const std::vector<quint64> &asAdded() const { return m_asAdded; }

    void add(quint64 client, ClockRange range);
    void add(quint64 client, const Ranges &ranges);
    void add(const DeleteSet &other);
    /// Takes out what `other` has, too. Both are normalised.
    void remove(const DeleteSet &other);
    /// Sorts the ranges and joins those that touch: what contains() and write() ask for.
    void normalise();
    bool contains(Id id) const;

    /// The highest client first; version 2 writes differences.
    void write(lib0::Encoder &encoder) const;
    void writeV2(lib0::Encoder &encoder) const;
    static DeleteSet read(lib0::Decoder &decoder);
    static DeleteSet readV2(lib0::Decoder &decoder);
    /// Goes past one; answers whether it says anything.
    static bool skip(lib0::Decoder &decoder);

private:
    Clients m_clients;
    std::vector<quint64> m_asAdded;
};

/// Sorts and joins what touches or overlaps.
void normalise(DeleteSet::Ranges &ranges);

} // namespace crdt
