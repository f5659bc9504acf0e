// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace crdt {

/// Which places of `one` stay which places of `two`, both growing: as many as there are, unless
/// what differs is so long (a thousand by a thousand) that only its ends are compared.
std::vector<std::pair<size_t, size_t>> matchSequences(const std::vector<int> &one,
                                                      const std::vector<int> &two);

} // namespace crdt
