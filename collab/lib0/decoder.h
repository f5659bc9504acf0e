// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

namespace lib0 {

/// A whole number as lib0's varInt has it. Minus zero is not zero.
struct VarInt
{
    quint64 magnitude = 0;
    bool negative = false;

    qint64 value() const { return negative ? -qint64(magnitude) : qint64(magnitude); }
    bool operator==(const VarInt &) const = default;
};

/// Reads values in lib0's encoding out of bytes that it borrows.
///
/// Reads never go past the end. The first thing that cannot be read makes the decoder fail for
/// good: from then on every read answers zero or empty at once, so that a caller may check ok() at
/// the end of a record. A loop over a count that was read must check it in each round.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_begin(bytes.data())
    {
    }

    bool ok() const { return m_problem.isEmpty(); }
    /// What was wrong with the bytes, in English, for logs; empty while ok().
    QLatin1StringView problem() const { return m_problem; }
    /// Fails for a reason that only the caller can see; the first one counts.
    void fail(QLatin1StringView problem);

    bool atEnd() const { return m_at == m_end; }
    qsizetype position() const { return m_at - m_begin; } ///< in bytes
    qsizetype left() const { return m_end - m_at; } ///< in bytes
    QByteArrayView rest() const { return QByteArrayView(m_at, m_end - m_at); }

    quint8 readUint8()
    {
        if (m_at == m_end) {
            fail(EarlyEnd);
            return 0;
        }
        return quint8(*m_at++);
    }
    /// Accepts over-long forms (80 00 is 0), and refuses what is larger than MaxSafeInteger.
    quint64 readVarUint()
    {
        if (m_at != m_end && quint8(*m_at) < 0x80)
            return quint8(*m_at++);
        return readLongVarUint();
    }
    VarInt readVarInt();
    /// The same with another limit, below 2^55.
    VarInt readVarInt(quint64 largest);
    /// A varString is read so, too; its UTF-8 is as the peer wrote it: see isValidUtf8().
    QByteArrayView readVarBytes() { return readRaw(readVarUint()); }
    /// A varString; fails when it is not UTF-8.
    QByteArrayView readVarString();
    QByteArrayView readRaw(quint64 size);
    float readFloat32();
    double readFloat64();
    qint64 readInt64();

private:
    static constexpr QLatin1StringView EarlyEnd = QLatin1StringView("it ends too early");
    quint64 readLongVarUint();

    const char *m_at;
    const char *m_end;
    const char *m_begin;
    QLatin1StringView m_problem;
};

/// Whether `bytes` are well-formed UTF-8 (RFC 3629: no surrogates, nothing over-long).
bool isValidUtf8(QByteArrayView bytes);
/// How many bytes the character has that begins with this one; 0 for a byte within a character.
inline qsizetype utf8Length(char byte)
{
    const auto lead = quint8(byte);
    return lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
/// U+FFFD, which stands for each half of a pair of surrogates that was cut in two.
inline constexpr QByteArrayView ReplacementCharacter("\xEF\xBF\xBD");
/// How many UTF-16 units well-formed UTF-8 has: the unit in which Yjs counts text.
quint64 utf16Length(QByteArrayView utf8);

} // namespace lib0
