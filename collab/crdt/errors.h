// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/statevector.h"
#include "collab/lib0/decoder.h"

namespace crdt {

/// What a decoder that failed says, as an Error.
inline std::unexpected<Error> unreadable(const lib0::Decoder &decoder)
{
    const auto problem = decoder.problem();
    return std::unexpected(Error(std::string(problem.data(), size_t(problem.size()))));
}

} // namespace crdt
