// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/decoder.h"

#include "collab/lib0/encoder.h"

#include <QUtf8StringView>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace lib0 {

using namespace Qt::StringLiterals;

void Decoder::fail(QLatin1StringView problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
    m_at = m_end;
}

quint64 Decoder::readLongVarUint()
{
    quint64 value = 0;
    for (int shift = 0;; shift += 7) {
        const quint64 byte = readUint8();
        // An over-long form may go on with zeros for a while; what does not fit may not.
        if (shift >= 63 ? (byte & 0x7f) != 0 || shift > 126 : false)
            fail("a number is too large"_L1);
        if (shift < 63)
            value |= (byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    if (value > MaxSafeInteger)
        fail("a number is too large"_L1);
    return ok() ? value : 0;
}

VarInt Decoder::readVarInt()
{
    return readVarInt(MaxSafeInteger);
}

VarInt Decoder::readVarInt(quint64 largest)
{
    const auto first = readUint8();
    VarInt number{.magnitude = quint64(first & 0x3f), .negative = (first & 0x40) != 0};
    quint64 byte = first;
    for (int shift = 6; (byte & 0x80) != 0; shift += 7) {
        byte = readUint8();
        if (shift > 53 && (byte & 0x7f) != 0)
            fail("a number is too large"_L1);
        else if (shift > 126)
            fail("a number is too long"_L1);
        else if (shift <= 53)
            number.magnitude |= (byte & 0x7f) << shift;
    }
    if (number.magnitude > largest)
        fail("a number is too large"_L1);
    return ok() ? number : VarInt();
}

QByteArrayView Decoder::readRaw(quint64 size)
{
    if (size > quint64(left())) {
        fail(EarlyEnd);
        return {};
    }
    const QByteArrayView bytes(m_at, qsizetype(size));
    m_at += size;
    return bytes;
}

QByteArrayView Decoder::readVarString()
{
    const auto bytes = readVarBytes();
    if (!isValidUtf8(bytes)) {
        fail("a text is not UTF-8"_L1);
        return {};
    }
    return bytes;
}

float Decoder::readFloat32()
{
    const auto bytes = readRaw(sizeof(quint32));
    return ok() ? std::bit_cast<float>(qFromBigEndian<quint32>(bytes.data())) : 0;
}

double Decoder::readFloat64()
{
    return std::bit_cast<double>(readInt64());
}

qint64 Decoder::readInt64()
{
    const auto bytes = readRaw(sizeof(qint64));
    return ok() ? qFromBigEndian<qint64>(bytes.data()) : 0;
}

static bool isAscii(QByteArrayView bytes)
{
    return std::ranges::none_of(bytes, [](char byte) { return quint8(byte) >= 0x80; });
}

bool isValidUtf8(QByteArrayView bytes)
{
    return isAscii(bytes) || QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

quint64 utf16Length(QByteArrayView utf8)
{
    // A lead byte opens a character; one of four bytes is a pair of surrogates.
    quint64 length = 0;
    for (const char byte : utf8)
        length += quint64((quint8(byte) & 0xc0) != 0x80) + quint64(quint8(byte) >= 0xf0);
    return length;
}

} // namespace lib0
