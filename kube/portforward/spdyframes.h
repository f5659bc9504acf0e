// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/spdyheaders.h"

#include <QString>

#include <optional>
#include <vector>

namespace kube {

/// One frame of SPDY/3.1, or a part of a Data frame.
/// https://www.chromium.org/spdy/spdy-protocol/spdy-protocol-draft3-1/ section 2.6
struct SpdyFrame
{
    /// The numbers are those of the control frames.
    enum class Type : quint16 {
        Data = 0,
        SynStream = 1,
        SynReply = 2,
        RstStream = 3,
        Settings = 4,
        Ping = 6,
        GoAway = 7,
        Headers = 8,
        WindowUpdate = 9,
    };
    /// Status of RstStream. Section 2.6.3.
    enum Reset : quint32 {
        ProtocolError = 1,
        InvalidStream = 2,
        RefusedStream = 3,
        Cancel = 5,
        InternalError = 6,
        FlowControlError = 7,
    };
    static constexpr quint32 InitialWindowSize = 7; ///< id of a setting

    Type type = Type::Data;
    quint32 stream = 0; ///< also GoAway's last good stream
    bool last = false; ///< FLAG_FIN: this end says nothing more on the stream
    /// RstStream and GoAway: the status; Ping: its id; WindowUpdate: the bytes.
    quint32 value = 0;
    SpdyHeaders headers = {}; ///< SynStream, SynReply, Headers
    std::vector<std::pair<quint32, quint32>> settings = {}; ///< id and value
    QByteArray data = {};

    bool operator==(const SpdyFrame &) const = default;
};

/// Takes frames out of a byte stream, however it is cut.
///
/// Bounds: a control frame of at most 64 KiB, of which at most so much waits here; Data frames come
/// in parts as they arrive, whatever length they claim. After a violation nothing more is read.
class SpdyReader
{
public:
    static constexpr quint32 ControlLimit = 64 * 1024; ///< bytes

    /// Appends what was read to `frames`. False after a violation, see problem().
    bool read(QByteArrayView bytes, std::vector<SpdyFrame> &frames);
    QString problem() const { return m_problem; }

private:
    bool readHead(std::vector<SpdyFrame> &frames);
    bool readControl(QByteArrayView body, std::vector<SpdyFrame> &frames);
    bool readSettings(QByteArrayView body, SpdyFrame &frame);
    bool fail(const QString &problem);

    SpdyHeaderUnpacker m_headers;
    QByteArray m_control; ///< head and body of a frame, as far as it is here
    quint32 m_stream = 0; ///< of the Data frame under way
    quint32 m_dataLeft = 0;
    bool m_last = false;
    bool m_inData = false;
    QString m_problem;
};

/// Writes frames; those with headers in the order in which they will be sent. `data` at most
/// 16 MiB - 1.
class SpdyWriter
{
public:
    QByteArray write(const SpdyFrame &frame);

private:
    SpdyHeaderPacker m_headers;
};

} // namespace kube
