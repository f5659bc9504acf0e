// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/logs/logline.h"

#include <QByteArray>

#include <array>
#include <deque>

namespace workspace {

/// The newest lines of a log as bytes in large blocks. Every line has a number that stays its own
/// when older lines are dropped: numbers run from begin() to end().
class LogBuffer
{
public:
    static constexpr qint64 LineLimit = 200'000;
    static constexpr qint64 ByteLimit = 256 * 1024 * 1024;

    /// Appends one line without its newline; the first `stampSize` bytes are a time stamp, which a
    /// space follows. Older lines go when a limit is passed.
    void append(QByteArrayView raw, qsizetype stampSize, LogLevel level);
    void clear();

    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_end; }
    /// The line with this number, which must be in the buffer.
    LogLine at(qint64 number) const;
    /// How many lines of a level are in the buffer.
    qint64 count(LogLevel level) const { return m_counts[size_t(level)]; }
    qint64 bytes() const { return m_bytes; }

private:
    struct Entry
    {
        quint32 offset = 0;
        quint32 length = 0; ///< with stamp
        quint16 stamp = 0;
        LogLevel level = LogLevel::None;
    };
    struct Block
    {
        QByteArray bytes = {};
        std::vector<Entry> entries = {};
        qint64 first = 0; ///< number of the first entry
    };
    const Entry &entryAt(qint64 number, const Block *&block) const;
    void dropFirst();

    std::deque<Block> m_blocks;
    std::array<qint64, LogLevelCount> m_counts{};
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_bytes = 0;
};

} // namespace workspace
