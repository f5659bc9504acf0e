// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <expected>
#include <map>
#include <string>

namespace crdt {

/// Why bytes of a peer were not taken. The text is English, for logs; it has none of the content.
struct Error
{
    std::string message = {};
    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// Names one unit that a client inserted: a value, a UTF-16 unit of text, a mark.
struct Id
{
    quint64 client = 0; ///< below 2^53; Yjs draws 32 bits at random
    quint64 clock = 0; ///< from 0 without a gap for each client; below 2^53

    auto operator<=>(const Id &) const = default;
};

/// What a replica knows: for each client, the clock that is expected next.
///
/// A value type. Encoded as the number of clients, then client and clock, the highest client first.
class StateVector
{
public:
    quint64 clock(quint64 client) const; ///< 0 for a client that is not in it
    void set(quint64 client, quint64 clock) { m_clocks[client] = clock; }
    const std::map<quint64, quint64, std::greater<>> &clocks() const { return m_clocks; }
    bool isEmpty() const { return m_clocks.empty(); }

    QByteArray encode() const;
    static Result<StateVector> decode(QByteArrayView bytes);

    bool operator==(const StateVector &) const = default;

private:
    std::map<quint64, quint64, std::greater<>> m_clocks;
};

} // namespace crdt
