// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/encoder.h"

#include <QtEndian>

#include <bit>

namespace lib0 {

static constexpr int LongestVarInt = 10;

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

void Encoder::writeVarUint(quint64 value)
{
    char bytes[LongestVarInt];
    int size = 0;
    for (; value > 0x7f; value >>= 7)
        bytes[size++] = char(0x80 | (value & 0x7f));
    bytes[size++] = char(value);
    m_bytes.append(bytes, size);
}

void Encoder::writeVarInt(quint64 magnitude, bool negative)
{
    char bytes[LongestVarInt];
    int size = 0;
    bytes[size++] =
        char((magnitude > 0x3f ? 0x80 : 0) | (negative ? 0x40 : 0) | (magnitude & 0x3f));
    for (magnitude >>= 6; magnitude > 0; magnitude >>= 7)
        bytes[size++] = char((magnitude > 0x7f ? 0x80 : 0) | (magnitude & 0x7f));
    m_bytes.append(bytes, size);
}

void Encoder::writeVarInt(qint64 value)
{
    writeVarInt(value < 0 ? 0 - quint64(value) : quint64(value), value < 0);
}

void Encoder::writeVarBytes(QByteArrayView bytes)
{
    writeVarUint(quint64(bytes.size()));
    m_bytes.append(bytes);
}

void Encoder::writeFloat32(float value)
{
    const auto big = qToBigEndian(std::bit_cast<quint32>(value));
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void Encoder::writeFloat64(double value)
{
    writeInt64(std::bit_cast<qint64>(value));
}

void Encoder::writeInt64(qint64 value)
{
    const auto big = qToBigEndian(value);
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

} // namespace lib0
