// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <cstring>
#include <utility>

namespace lib0 {

/// The largest whole number that every peer can hold: 2^53 - 1 (JavaScript's MAX_SAFE_INTEGER).
inline constexpr quint64 MaxSafeInteger = (quint64(1) << 53) - 1;

/// As JavaScript's TextEncoder does it: a lone surrogate becomes U+FFFD. (QString::toUtf8() makes
/// it a question mark.)
QByteArray toUtf8(QStringView text);

/// Appends values in lib0's encoding to a buffer of its own. Formats: docs/collab.md, "lib0".
///
/// Any thread, one at a time.
class Encoder
{
public:
    Encoder() = default;
    Q_DISABLE_COPY_MOVE(Encoder)

    void writeUint8(quint8 value)
    {
        if (m_at == m_end)
            grow(1);
        *m_at++ = char(value);
    }
    /// 7 bits a byte, least significant first; the high bit says that more follows.
    void writeVarUint(quint64 value)
    {
        if (m_end - m_at < LongestVarInt)
            grow(LongestVarInt);
        for (; value > 0x7f; value >>= 7)
            *m_at++ = char(0x80 | (value & 0x7f));
        *m_at++ = char(value);
    }
    /// First byte: 0x80 more, 0x40 negative, 6 bits; then as writeVarUint(). `negative` beside a
    /// value of 0 is minus zero, which is a value of its own.
    void writeVarInt(quint64 magnitude, bool negative);
    void writeVarInt(qint64 value);
    /// The number of bytes as a varUint, then the bytes. A varString is written so, too: in UTF-8.
    void writeVarBytes(QByteArrayView bytes);
    void writeRaw(QByteArrayView bytes)
    {
        if (m_end - m_at < bytes.size())
            grow(bytes.size());
        if (!bytes.isEmpty())
            std::memcpy(m_at, bytes.data(), size_t(bytes.size()));
        m_at += bytes.size();
    }
    void writeFloat32(float value); ///< big endian, like the next two
    void writeFloat64(double value);
    void writeInt64(qint64 value);

    qsizetype size() const { return m_at - m_begin; } ///< in bytes
    QByteArrayView bytes() const { return {m_begin, size()}; }
    /// What was written; the encoder is empty then.
    QByteArray take();

private:
    static constexpr qsizetype LongestVarInt = 10;
    void grow(qsizetype bytes);

    QByteArray m_bytes; ///< as large as there is room
    char *m_begin = nullptr;
    char *m_at = nullptr;
    char *m_end = nullptr;
};

} // namespace lib0
