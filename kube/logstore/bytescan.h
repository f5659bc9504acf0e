// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <vector>

namespace logstore {

/// What kinds of bytes there are.
struct ByteKinds
{
    bool isAscii = true;
    bool hasEscapes = false;
};
ByteKinds kindsIn(QByteArrayView bytes);

/// Where the words "level", "lvl" and "severity" may begin, in order and in any case: all of those
/// places, and a few others. Added to `places`, counted from the beginning of `bytes`.
void findKeys(QByteArrayView bytes, qsizetype from, std::vector<quint32> &places);

} // namespace logstore
