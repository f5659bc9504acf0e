// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace workspace {

/// A QR code (ISO/IEC 18004): a square of modules, row by row.
struct QrCode
{
    static constexpr int QuietZone = 4; ///< modules around it that stay light

    int size = 0; ///< modules to a side
    std::vector<bool> dark = {}; ///< size × size

    bool isDark(int x, int y) const { return dark[size_t(y) * size_t(size) + size_t(x)]; }
};

/// With error correction M, in the smallest size that fits; nothing when it is too long (2331
/// bytes), or empty.
std::optional<QrCode> qrCodeOf(const QByteArray &text);

} // namespace workspace
