// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/lib0/columns.h"

namespace lib0 {

void RleEncoder::write(quint8 value)
{
    if (m_value == value) {
        ++m_count;
        return;
    }
    if (m_value)
        m_encoder.writeVarUint(m_count - 1);
    m_encoder.writeUint8(value);
    m_value = value;
    m_count = 1;
}

quint8 RleDecoder::read()
{
    if (m_left == 0 && !m_forEver) {
        m_value = m_decoder.readUint8();
        m_forEver = m_decoder.atEnd();
        m_left = m_forEver ? 0 : m_decoder.readVarUint() + 1;
    }
    if (!m_forEver)
        --m_left;
    return m_decoder.ok() ? m_value : 0;
}

void UintOptRleEncoder::write(quint64 value)
{
    if (m_count > 0 && m_value == value) {
        ++m_count;
        return;
    }
    flush();
    m_value = value;
    m_count = 1;
}

void UintOptRleEncoder::flush()
{
    if (m_count == 0)
        return;
    m_encoder.writeVarInt(m_value, m_count > 1);
    if (m_count > 1)
        m_encoder.writeVarUint(m_count - 2);
    m_count = 0;
}

QByteArray UintOptRleEncoder::take()
{
    flush();
    return m_encoder.take();
}

quint64 UintOptRleDecoder::read()
{
    if (m_left == 0) {
        const auto number = m_decoder.readVarInt();
        m_value = number.magnitude;
        m_left = number.negative ? m_decoder.readVarUint() + 2 : 1;
    }
    --m_left;
    return m_decoder.ok() ? m_value : 0;
}

void IntDiffOptRleEncoder::write(qint64 value)
{
    if (m_count > 0 && value - m_last == m_difference) {
        ++m_count;
    } else {
        flush();
        m_difference = value - m_last;
        m_count = 1;
    }
    m_last = value;
}

void IntDiffOptRleEncoder::flush()
{
    if (m_count == 0)
        return;
    m_encoder.writeVarInt(m_difference * 2 + (m_count > 1 ? 1 : 0));
    if (m_count > 1)
        m_encoder.writeVarUint(m_count - 2);
    m_count = 0;
}

QByteArray IntDiffOptRleEncoder::take()
{
    flush();
    return m_encoder.take();
}

qint64 IntDiffOptRleDecoder::read()
{
    if (m_left == 0) {
        // Between two numbers that fit lies up to twice as much, and there is the bit for the run.
        // Yjs loses such jumps; only somebody who makes up clocks has them.
        const auto number = m_decoder.readVarInt(4 * MaxSafeInteger).value();
        // The lowest bit says that a run follows; an odd negative number rounds down.
        m_difference = number >> 1;
        m_left = (number & 1) != 0 ? m_decoder.readVarUint() + 2 : 1;
    }
    --m_left;
    m_value += m_difference;
    const bool inRange = m_value <= qint64(MaxSafeInteger) && m_value >= -qint64(MaxSafeInteger);
    if (!inRange)
        m_decoder.fail(QLatin1StringView("a number is too large"));
    return m_decoder.ok() ? m_value : 0;
}

void StringEncoder::write(QByteArrayView utf8)
{
    m_texts.append(utf8);
    m_lengths.write(utf16Length(utf8));
}

QByteArray StringEncoder::take()
{
    Encoder encoder;
    encoder.writeVarBytes(m_texts);
    encoder.writeRaw(m_lengths.take());
    m_texts.clear();
    return encoder.take();
}

static QByteArrayView lengthsIn(QByteArrayView bytes)
{
    Decoder decoder(bytes);
    decoder.readVarBytes();
    return decoder.rest();
}

StringDecoder::StringDecoder(QByteArrayView bytes)
    : m_lengths(lengthsIn(bytes))
{
    if (bytes.isEmpty())
        return;
    Decoder decoder(bytes);
    m_texts = decoder.readVarString();
    m_ok = decoder.ok();
}

QByteArray StringDecoder::read()
{
    auto units = m_lengths.read();
    QByteArray text;
    while (units > 0 && !m_texts.isEmpty()) {
        const auto bytes = utf8Length(m_texts[0]);
        if (bytes == 4 && (m_halfRead || units == 1)) { // one half of a pair
            text.append(ReplacementCharacter);
            m_halfRead = !m_halfRead;
            --units;
            if (m_halfRead)
                continue;
        } else {
            text.append(m_texts.first(bytes));
            units -= bytes == 4 ? 2 : 1;
        }
        m_texts = m_texts.sliced(bytes);
    }
    m_ok &= units == 0;
    return text;
}

} // namespace lib0
