// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/encoder.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace lib0 {

QByteArray toUtf8(QStringView text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QString whole = text.toString();
    for (qsizetype i = 0; i < whole.size(); ++i) {
        const bool isPair =
            whole[i].isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (whole[i].isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole.toUtf8();
}

void Encoder::grow(qsizetype bytes)
{
    const auto written = size();
    m_bytes.resizeForOverwrite(std::max<qsizetype>(32, written + bytes + written / 2));
    m_begin = m_bytes.data();
    m_at = m_begin + written;
    m_end = m_begin + m_bytes.size();
}

QByteArray Encoder::take()
{
    m_bytes.truncate(size());
    auto bytes = std::exchange(m_bytes, {});
    m_begin = m_at = m_end = nullptr;
    return bytes;
}

void Encoder::writeVarInt(quint64 magnitude, bool negative)
{
    char bytes[LongestVarInt];
    int size = 0;
    bytes[size++] =
        char((magnitude > 0x3f ? 0x80 : 0) | (negative ? 0x40 : 0) | (magnitude & 0x3f));
    for (magnitude >>= 6; magnitude > 0; magnitude >>= 7)
        bytes[size++] = char((magnitude > 0x7f ? 0x80 : 0) | (magnitude & 0x7f));
    writeRaw({bytes, size});
}

void Encoder::writeVarInt(qint64 value)
{
    writeVarInt(value < 0 ? 0 - quint64(value) : quint64(value), value < 0);
}

void Encoder::writeVarBytes(QByteArrayView bytes)
{
    writeVarUint(quint64(bytes.size()));
    writeRaw(bytes);
}

void Encoder::writeFloat32(float value)
{
    const auto big = qToBigEndian(std::bit_cast<quint32>(value));
    writeRaw({reinterpret_cast<const char *>(&big), qsizetype(sizeof big)});
}

void Encoder::writeFloat64(double value)
{
    writeInt64(std::bit_cast<qint64>(value));
}

void Encoder::writeInt64(qint64 value)
{
    const auto big = qToBigEndian(value);
    writeRaw({reinterpret_cast<const char *>(&big), qsizetype(sizeof big)});
}

} // namespace lib0
