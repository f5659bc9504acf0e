// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/decoder.h"
#include "collab/lib0/encoder.h"

#include <QByteArray>

#include <optional>

/// The run-length and delta coders in which an update of version 2 keeps each of its fields
/// (docs/collab.md, "update v2"). Encoders gather a run until take(); decoders borrow their bytes
/// and fail as Decoder does.
namespace lib0 {

/// Bytes with the length of their runs. The last run has none: a reader may go on for ever.
class RleEncoder
{
public:
    void write(quint8 value);
    QByteArray take() { return m_encoder.take(); }

private:
    Encoder m_encoder;
    std::optional<quint8> m_value;
    quint64 m_count = 0;
};

class RleDecoder
{
public:
    explicit RleDecoder(QByteArrayView bytes)
        : m_decoder(bytes)
    {
    }

    quint8 read();
    const Decoder &decoder() const { return m_decoder; }

private:
    Decoder m_decoder;
    quint8 m_value = 0;
    quint64 m_left = 0;
    bool m_forEver = false;
};

/// Whole numbers; a run is the number negated and its length less two.
class UintOptRleEncoder
{
public:
    void write(quint64 value);
    QByteArray take();

private:
    void flush();

    Encoder m_encoder;
    quint64 m_value = 0;
    quint64 m_count = 0;
};

class UintOptRleDecoder
{
public:
    explicit UintOptRleDecoder(QByteArrayView bytes)
        : m_decoder(bytes)
    {
    }

    quint64 read();
    const Decoder &decoder() const { return m_decoder; }

private:
    Decoder m_decoder;
    quint64 m_value = 0;
    quint64 m_left = 0;
};

/// Whole numbers as runs of equal differences from one to the next.
class IntDiffOptRleEncoder
{
public:
    void write(qint64 value);
    QByteArray take();

private:
    void flush();

    Encoder m_encoder;
    qint64 m_last = 0;
    qint64 m_difference = 0;
    quint64 m_count = 0;
};

class IntDiffOptRleDecoder
{
public:
    explicit IntDiffOptRleDecoder(QByteArrayView bytes)
        : m_decoder(bytes)
    {
    }

    qint64 read();
    const Decoder &decoder() const { return m_decoder; }

private:
    Decoder m_decoder;
    qint64 m_value = 0;
    qint64 m_difference = 0;
    quint64 m_left = 0;
};

/// All texts as one, then their lengths in UTF-16 units.
class StringEncoder
{
public:
    void write(QByteArrayView utf8);
    QByteArray take();

private:
    QByteArray m_texts;
    UintOptRleEncoder m_lengths;
};

class StringDecoder
{
public:
    explicit StringDecoder(QByteArrayView bytes);

    /// UTF-8. A text that begins or ends within a pair of surrogates has U+FFFD there.
    QByteArray read();
    bool ok() const { return m_ok && m_lengths.decoder().ok(); }

private:
    QByteArrayView m_texts; ///< what has not been read yet
    UintOptRleDecoder m_lengths;
    bool m_halfRead = false; ///< the first unit of the pair at the front is gone
    bool m_ok = true;
};

} // namespace lib0
