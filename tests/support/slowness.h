// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace support {

/// What a time limit of a test is multiplied by: a sanitizer makes everything slower, the server in
/// the test's own process too.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int Slowness = 5;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr int Slowness = 5;
#else
inline constexpr int Slowness = 1;
#endif
#else
inline constexpr int Slowness = 1;
#endif

} // namespace support
