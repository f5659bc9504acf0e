// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace lib0 {

/// The largest whole number that every peer can hold: 2^53 - 1 (JavaScript's MAX_SAFE_INTEGER).
inline constexpr quint64 MaxSafeInteger = (quint64(1) << 53) - 1;

/// As JavaScript's TextEncoder does it: a lone surrogate becomes U+FFFD. (QString::toUtf8() makes
/// it a question mark.)
QByteArray toUtf8(QStringView text);

/// Appends values in lib0's encoding to a buffer of its own. Formats: docs/collab.md, "lib0".
///
/// A value type; any thread.
class Encoder
{
public:
    void writeUint8(quint8 value) { m_bytes.append(char(value)); }
    /// 7 bits a byte, least significant first; the high bit says that more follows.
    void writeVarUint(quint64 value);
    /// First byte: 0x80 more, 0x40 negative, 6 bits; then as writeVarUint(). `negative` beside a
    /// value of 0 is minus zero, which is a value of its own.
    void writeVarInt(quint64 magnitude, bool negative);
    void writeVarInt(qint64 value);
    /// The number of bytes as a varUint, then the bytes. A varString is written so, too: in UTF-8.
    void writeVarBytes(QByteArrayView bytes);
    void writeRaw(QByteArrayView bytes) { m_bytes.append(bytes); }
    void writeFloat32(float value); ///< big endian, like the next two
    void writeFloat64(double value);
    void writeInt64(qint64 value);

    qsizetype size() const { return m_bytes.size(); }
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    const QByteArray &bytes() const { return m_bytes; }
    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    QByteArray m_bytes;
};

} // namespace lib0
