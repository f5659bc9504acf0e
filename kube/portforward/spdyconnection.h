// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/portforward/bytetunnel.h"
#include "kube/portforward/spdyframes.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace kube {

class SpdyConnection;

/// One stream of a SPDY connection, its owner. Deletes itself after `ended`: hold it in a QPointer.
class SpdyStream : public QObject
{
    Q_OBJECT

public:
    quint32 id() const { return m_id; }
    const SpdyHeaders &headers() const { return m_headers; } ///< of the SynStream

    /// How many bytes may be written now; `writable` tells when it is more than 0 again. Always 0
    /// before the other end has answered: Go's server drops what comes earlier.
    qint64 room() const;
    void write(const QByteArray &bytes); ///< more than room() is taken, too, and waits here
    void finish(); ///< nothing more is written, after what waits
    void reset(SpdyFrame::Reset why = SpdyFrame::Cancel);
    void reply(); ///< accepts a stream that the other end opened
    /// Says that so many of the received bytes are gone. Whoever does not say so holds the other
    /// end back: by SPDY's windows, or, as Go's server knows none, with the whole connection.
    void consume(qint64 bytes);

    bool isFinished() const { return m_remoteLast; } ///< by the other end

Q_SIGNALS:
    void replied();
    void received(const QByteArray &bytes);
    void finished(); ///< the other end says nothing more
    void writable();
    /// Both ends have finished, or the stream or its connection broke: then `why` says so.
    void ended(const QString &why);

private:
    friend class SpdyConnection;
    SpdyStream(SpdyConnection &connection, quint32 id, SpdyHeaders headers);
    void take(const SpdyFrame &frame);
    qint64 allowed() const;
    void flush();
    void end(const QString &why);

    SpdyConnection &m_connection;
    quint32 m_id;
    SpdyHeaders m_headers;
    qint64 m_window; ///< what the other end takes
    QByteArray m_waiting; ///< written, not sent
    qint64 m_pending = 0; ///< received, not consumed
    qint64 m_unsaid = 0; ///< consumed, but not told the other end
    bool m_finishing = false;
    bool m_replied = false;
    bool m_localLast = false;
    bool m_remoteLast = false;
    bool m_ended = false;
    mutable bool m_full = false; ///< somebody waits for `writable`
};

/// SPDY/3.1 over a tunnel, either end of it: many streams over one connection.
///
/// The windows of streams are opened as they consume, that of the connection at once, lest one who
/// does not read holds all; those of the other end are kept once it has shown that it
/// keeps any, by a WindowUpdate or a Settings frame: the Go implementation that all Kubernetes
/// servers use (github.com/moby/spdystream) has none, takes what TCP brings and skips such frames.
/// From such a one at most 1 MiB a stream and 16 MiB in all wait here, then the tunnel is paused.
/// At most 256 KiB are sent ahead of the network. Pings every 30 s; ends when three are not
/// answered. Ends once, with `ended`, after its streams.
class SpdyConnection : public QObject
{
    Q_OBJECT

public:
    enum class Role { Client, Server };

    SpdyConnection(std::unique_ptr<ByteTunnel> tunnel, Role role, QObject *parent = nullptr);
    ~SpdyConnection() override;

    void start();
    /// Opens a stream; nullptr when the other end wants no more. With `last` we write nothing.
    SpdyStream *open(const SpdyHeaders &headers, bool last = false);
    int streamCount() const { return int(m_streams.size()); }
    /// Whether somebody who does not read holds the whole connection.
    bool isHeld() const { return m_held; }
    void close(); ///< says GoAway and ends

Q_SIGNALS:
    void opened(kube::SpdyStream *stream); ///< by the other end
    void ended(const QString &why);

private:
    friend class SpdyStream;
    void read(const QByteArray &bytes);
    void take(const SpdyFrame &frame);
    void accept(const SpdyFrame &frame);
    void takeSettings(const SpdyFrame &frame);
    void pump();
    void beat();
    void judgeHold();
    void openWindow(qint64 bytes);
    void send(const SpdyFrame &frame);
    void forget(SpdyStream &stream);
    void end(const QString &why);

    std::unique_ptr<ByteTunnel> m_tunnel;
    Role m_role;
    SpdyReader m_reader;
    SpdyWriter m_writer;
    QHash<quint32, SpdyStream *> m_streams; ///< children
    QTimer m_heartbeat;
    quint32 m_nextStream;
    quint32 m_lastSeen = 0; ///< the last stream that the other end opened
    quint32 m_lastServed = 0; ///< where pump() goes on
    quint32 m_nextPing;
    qint64 m_window; ///< of the connection as a whole
    qint64 m_firstWindow; ///< of a new stream
    qint64 m_pending = 0;
    qint64 m_unsaid = 0;
    int m_silentBeats = 0;
    bool m_countsWindows = false; ///< whether the other end does
    bool m_held = false;
    bool m_goneAway = false;
    bool m_ended = false;
};

} // namespace kube
