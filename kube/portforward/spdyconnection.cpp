// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/spdyconnection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

static constexpr qint64 FirstWindow = 64 * 1024; // section 2.6.8
static constexpr qint64 LargestWindow = 0x7fffffff;
static constexpr qint64 SendAhead = 256 * 1024;
static constexpr qint64 MostPerStream = 1024 * 1024; // that waits here
static constexpr qint64 MostInAll = 16 * 1024 * 1024;
static constexpr qsizetype MostStreams = 4096; // that the other end may open
static constexpr int BeatMs = 30'000;

SpdyConnection::SpdyConnection(std::unique_ptr<ByteTunnel> tunnel, Role role, QObject *parent)
    : QObject(parent)
    , m_tunnel(std::move(tunnel))
    , m_role(role)
    , m_nextStream(role == Role::Client ? 1 : 2)
    , m_nextPing(role == Role::Client ? 1 : 2)
    , m_window(FirstWindow)
    , m_firstWindow(FirstWindow)
{
    connect(m_tunnel.get(), &ByteTunnel::received, this, &SpdyConnection::read);
    connect(m_tunnel.get(), &ByteTunnel::drained, this, &SpdyConnection::pump);
    connect(m_tunnel.get(), &ByteTunnel::ended, this, &SpdyConnection::end);
    m_heartbeat.setInterval(BeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &SpdyConnection::beat);
}

SpdyConnection::~SpdyConnection()
{
    m_ended = true;
    for (auto *stream : std::as_const(m_streams))
        stream->m_ended = true; // they go as children, and say nothing
}

void SpdyConnection::start()
{
    m_heartbeat.start();
    m_tunnel->start();
}

SpdyStream *SpdyConnection::open(const SpdyHeaders &headers, bool last)
{
    if (m_ended || m_goneAway || m_nextStream > 0x7ffffff0)
        return nullptr;
    auto *stream = new SpdyStream(*this, m_nextStream, headers);
    m_nextStream += 2;
    stream->m_localLast = last;
    m_streams.insert(stream->m_id, stream);
    send({.type = SpdyFrame::Type::SynStream,
          .stream = stream->m_id,
          .last = last,
          .headers = headers});
    return stream;
}

void SpdyConnection::close()
{
    if (m_ended)
        return;
    send({.type = SpdyFrame::Type::GoAway, .stream = m_lastSeen});
    m_goneAway = true;
    m_tunnel->close();
}

void SpdyConnection::read(const QByteArray &bytes)
{
    m_silentBeats = 0;
    std::vector<SpdyFrame> frames;
    const bool isGood = m_reader.read(bytes, frames);
    const QPointer<SpdyConnection> alive(this);
    for (const auto &frame : frames) {
        if (alive && !m_ended)
            take(frame);
    }
    if (alive && !m_ended && !isGood)
        end(m_reader.problem());
}

void SpdyConnection::take(const SpdyFrame &frame)
{
    auto *stream = m_streams.value(frame.stream);
    switch (frame.type) {
    case SpdyFrame::Type::SynStream: return accept(frame);
    case SpdyFrame::Type::Settings: return takeSettings(frame);
    case SpdyFrame::Type::Ping:
        if (frame.value % 2 != m_nextPing % 2)
            send(frame); // section 2.6.5: theirs goes back as it is
        return;
    case SpdyFrame::Type::GoAway: m_goneAway = true; return;
    case SpdyFrame::Type::WindowUpdate:
        m_countsWindows = true;
        if (stream)
            return stream->take(frame);
        if (frame.stream == 0)
            m_window = std::min(m_window + frame.value, LargestWindow);
        return pump();
    case SpdyFrame::Type::Data:
        openWindow(frame.data.size()); // also for a stream that has gone
        if (stream)
            stream->take(frame);
        return;
    case SpdyFrame::Type::SynReply:
    case SpdyFrame::Type::RstStream:
    case SpdyFrame::Type::Headers:
        if (stream)
            stream->take(frame);
        return;
    }
}

void SpdyConnection::accept(const SpdyFrame &frame)
{
    const bool isTheirs = frame.stream % 2 != m_nextStream % 2 && frame.stream > m_lastSeen;
    if (!isTheirs)
        return end(u"a stream was opened twice"_s);
    m_lastSeen = frame.stream;
    if (m_role == Role::Client || m_streams.size() >= MostStreams)
        return send({.type = SpdyFrame::Type::RstStream,
                     .stream = frame.stream,
                     .value = SpdyFrame::RefusedStream});
    auto *stream = new SpdyStream(*this, frame.stream, frame.headers);
    m_streams.insert(frame.stream, stream);
    stream->m_remoteLast = frame.last;
    Q_EMIT opened(stream);
}

void SpdyConnection::takeSettings(const SpdyFrame &frame)
{
    m_countsWindows = true;
    for (const auto &[id, value] : frame.settings) {
        if (id != SpdyFrame::InitialWindowSize)
            continue;
        // Section 2.6.8: holds for the streams that are open, too, whose windows may be less than
        // nothing then.
        const auto size = std::min<qint64>(value, LargestWindow);
        for (auto *stream : std::as_const(m_streams))
            stream->m_window += size - m_firstWindow;
        m_firstWindow = size;
    }
    pump();
}

/// Lets streams that wait write on, one after the other, beginning after the one that was last.
void SpdyConnection::pump()
{
    auto ids = m_streams.keys();
    std::ranges::sort(ids);
    std::ranges::rotate(ids, std::ranges::upper_bound(ids, m_lastServed));
    const QPointer<SpdyConnection> alive(this);
    for (const auto id : std::as_const(ids)) {
        if (!alive || m_ended || m_tunnel->bytesWaiting() >= SendAhead)
            return;
        auto *stream = m_streams.value(id);
        if (!stream)
            continue;
        m_lastServed = id;
        stream->flush();
        if (m_streams.value(id) != stream || !stream->m_full || stream->room() <= 0)
            continue;
        stream->m_full = false;
        Q_EMIT stream->writable();
    }
}

void SpdyConnection::beat()
{
    if (!m_held && ++m_silentBeats > 3)
        return end(u"the server does not answer any more"_s); // half-open
    send({.type = SpdyFrame::Type::Ping, .value = m_nextPing});
    m_nextPing += 2;
}

/// Reads on or not. Only a peer without windows can bring so much that it must be held.
void SpdyConnection::judgeHold()
{
    const auto most = [this] {
        qint64 largest = 0;
        for (const auto *stream : std::as_const(m_streams))
            largest = std::max(largest, stream->m_pending);
        return largest;
    };
    const bool hold = m_held ? m_pending > MostInAll / 2 || most() > MostPerStream / 4
                             : m_pending > MostInAll || most() > MostPerStream;
    if (hold == m_held)
        return;
    m_held = hold;
    m_silentBeats = 0;
    m_tunnel->setPaused(hold);
}

/// Of the connection as a whole.
void SpdyConnection::openWindow(qint64 bytes)
{
    m_unsaid += bytes;
    if (m_unsaid >= FirstWindow / 4)
        send({.type = SpdyFrame::Type::WindowUpdate, .value = quint32(std::exchange(m_unsaid, 0))});
}

void SpdyConnection::send(const SpdyFrame &frame)
{
    if (!m_ended)
        m_tunnel->send(m_writer.write(frame));
}

void SpdyConnection::forget(SpdyStream &stream)
{
    m_streams.remove(stream.m_id);
    m_pending -= std::exchange(stream.m_pending, 0);
    if (!m_ended)
        judgeHold();
}

void SpdyConnection::end(const QString &why)
{
    if (std::exchange(m_ended, true))
        return;
    m_heartbeat.stop();
    const QPointer<SpdyConnection> alive(this);
    const auto streams = m_streams.values();
    for (auto *stream : streams) {
        if (alive && m_streams.contains(stream->m_id))
            stream->end(why);
    }
    if (!alive)
        return;
    m_tunnel->disconnect(this);
    m_tunnel.release()->deleteLater(); // this may run inside one of its signals
    Q_EMIT ended(why);
}

} // namespace kube
