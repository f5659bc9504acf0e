// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <cstddef>

/// How a PackedItem's bytes are laid out: what its writer (packing.cpp) and its reader
/// (packeditem.cpp) must agree on. Private to both.
namespace kube::layout {

constexpr size_t UuidText = 36;
constexpr size_t UuidBytes = 16;
constexpr std::array<size_t, 4> UuidDashes{8, 13, 18, 23};
/// Where the two digits of each byte begin.
constexpr std::array<size_t, UuidBytes> UuidDigits{0,  2,  4,  6,  9,  11, 14, 16,
                                                   19, 21, 24, 26, 28, 30, 32, 34};

// The first byte after uid, name and namespace.
constexpr quint8 IsDeleting = 1;
constexpr quint8 IsNumbered = 2; ///< the resourceVersion is a number

} // namespace kube::layout
