// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <malloc.h>

namespace support {

/// How many bytes of the heap are in use; 0 where the allocator does not say (sanitizers).
/// https://man7.org/linux/man-pages/man3/mallinfo.3.html
inline qint64 heapInUse()
{
    const auto memory = mallinfo2();
    return qint64(memory.uordblks) + qint64(memory.hblkhd);
}

} // namespace support
