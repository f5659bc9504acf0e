// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace support {

/// What a time limit of a test is multiplied by: a sanitizer makes everything slower, the server in
/// the test's own process too.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) // GCC has it since 14
inline constexpr int Slowness = 5;
#else
inline constexpr int Slowness = 1;
#endif

} // namespace support
