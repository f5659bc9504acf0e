// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/spdyconnection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 SendAhead = 256 * 1024;
static constexpr qsizetype FrameSize = 32 * 1024; // as Go writes them
static constexpr qint64 SayAfter = 16 * 1024; // bytes until a window is opened again

static QString textOf(quint32 reset)
{
    switch (reset) {
    case SpdyFrame::ProtocolError: return u"a protocol error"_s;
    case SpdyFrame::RefusedStream: return u"the stream was refused"_s;
    case SpdyFrame::Cancel: return u"the other end gave up"_s;
    case SpdyFrame::InternalError: return u"an internal error of the server"_s;
    default: return u"the stream was reset (%1)"_s.arg(reset);
    }
}

SpdyStream::SpdyStream(SpdyConnection &connection, quint32 id, SpdyHeaders headers)
    : QObject(&connection)
    , m_connection(connection)
    , m_id(id)
    , m_headers(std::move(headers))
    , m_window(connection.m_firstWindow)
{
}

/// What may be sent now.
qint64 SpdyStream::allowed() const
{
    if (m_ended || !m_replied || m_connection.m_ended)
        return 0;
    const auto ahead = SendAhead - m_connection.m_tunnel->bytesWaiting();
    return m_connection.m_countsWindows ? std::min({ahead, m_window, m_connection.m_window})
                                        : ahead;
}

qint64 SpdyStream::room() const
{
    if (m_ended || m_finishing || !m_replied)
        return 0;
    const auto room = allowed() - m_waiting.size();
    m_full = m_full || room <= 0;
    return std::max<qint64>(room, 0);
}

void SpdyStream::write(const QByteArray &bytes)
{
    if (m_ended || m_finishing)
        return;
    m_waiting += bytes;
    flush();
}

/// Sends what waits, as far as the other end's windows and the network allow.
void SpdyStream::flush()
{
    qsizetype at = 0;
    while (at < m_waiting.size()) {
        const auto size = std::min({qint64(FrameSize), m_waiting.size() - at, allowed()});
        if (size <= 0)
            break;
        m_window -= size;
        m_connection.m_window -= size;
        m_connection.send({.stream = m_id, .data = m_waiting.sliced(at, size)});
        at += size;
    }
    m_waiting.remove(0, at);
    if (!m_finishing || !m_waiting.isEmpty() || m_ended || std::exchange(m_localLast, true))
        return;
    m_connection.send({.stream = m_id, .last = true});
    if (m_remoteLast)
        end({});
}

void SpdyStream::finish()
{
    m_finishing = true;
    if (!m_localLast)
        flush();
}

void SpdyStream::reset(SpdyFrame::Reset why)
{
    if (m_ended)
        return;
    m_connection.send({.type = SpdyFrame::Type::RstStream, .stream = m_id, .value = why});
    end(textOf(why));
}

void SpdyStream::reply()
{
    if (m_ended || std::exchange(m_replied, true))
        return;
    m_connection.send({.type = SpdyFrame::Type::SynReply, .stream = m_id});
}

void SpdyStream::consume(qint64 bytes)
{
    const auto gone = std::min(bytes, m_pending);
    if (gone <= 0 || m_ended)
        return;
    m_pending -= gone;
    m_unsaid += gone;
    m_connection.m_pending -= gone;
    if (m_unsaid >= SayAfter && !m_remoteLast)
        m_connection.send({.type = SpdyFrame::Type::WindowUpdate,
                           .stream = m_id,
                           .value = quint32(std::exchange(m_unsaid, 0))});
    m_connection.judgeHold();
}

void SpdyStream::take(const SpdyFrame &frame)
{
    const QPointer<SpdyStream> alive(this);
    switch (frame.type) {
    case SpdyFrame::Type::RstStream: return end(textOf(frame.value));
    case SpdyFrame::Type::WindowUpdate:
        m_window = std::min<qint64>(m_window + frame.value, 0x7fffffff);
        return m_connection.pump();
    case SpdyFrame::Type::SynReply:
        if (std::exchange(m_replied, true))
            return end(u"a protocol error"_s);
        Q_EMIT replied();
        break;
    case SpdyFrame::Type::Data:
        if (m_remoteLast)
            return reset(SpdyFrame::ProtocolError);
        m_pending += frame.data.size();
        m_connection.m_pending += frame.data.size();
        if (!frame.data.isEmpty())
            Q_EMIT received(frame.data);
        if (alive)
            m_connection.judgeHold();
        break;
    default: break;
    }
    if (!alive || m_ended || !frame.last || std::exchange(m_remoteLast, true))
        return;
    Q_EMIT finished();
    if (alive && m_localLast)
        end({});
}

void SpdyStream::end(const QString &why)
{
    if (std::exchange(m_ended, true))
        return;
    m_connection.forget(*this);
    Q_EMIT ended(why);
    deleteLater();
}

} // namespace kube
