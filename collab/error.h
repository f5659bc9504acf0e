// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace collab {

/// Why something of a peer, or for the peers, was not taken. None of the content is in the text.
struct Error
{
    enum class Kind {
        Malformed, ///< no peer that keeps to the protocol sends such bytes
        TooLarge, ///< more than one of our limits allows
    };

    Kind kind = Kind::Malformed;
    QString message = {}; ///< English, for logs

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

} // namespace collab
