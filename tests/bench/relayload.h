// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

namespace bench {

/// Peers that load a relay at 127.0.0.1, all in one yard or each in one of its own.
///
/// Each moves a krate of its own and tells a state of its own, so many times a second, whether the
/// relay keeps up or not; what it sends carries the time and is looked for in all that comes back.
struct RelayLoad
{
    int port = 0;
    qint64 pid = 0; ///< of the relay
    bool isHocuspocus = false; ///< its framing; else y-websocket's
    int peers = 0;
    int yards = 1;
    double movesPerSecond = 20;
    double statesPerSecond = 10;
    double warmUp = 2; ///< seconds
    double seconds = 5; ///< that are measured
};

struct RelayFigures
{
    double offered = 0; ///< deliveries a second, when each message reaches everybody
    double delivered = 0; ///< a second
    double p50 = 0; ///< milliseconds from sending to arriving
    double p99 = 0;
    double processor = 0; ///< microseconds of the relay's for each delivery
    double resident = 0; ///< MiB of the relay at the end
    double own = 0; ///< share of a core that these peers took themselves
    int lost = 0; ///< connections that ended
};

/// Runs it; a figure of 0 delivered means that the relay did not answer.
RelayFigures runLoad(const RelayLoad &load);

/// Peers that connect, hear what is there, and then say nothing for as long as this lives.
class IdlePeers
{
public:
    explicit IdlePeers(const RelayLoad &load);
    ~IdlePeers();
    Q_DISABLE_COPY_MOVE(IdlePeers)

    int synced() const; ///< how many were answered
    class Private;

private:
    std::unique_ptr<Private> m_private;
};

/// A relay that is none: it sends every message on to everybody as it is, as fast as one thread
/// can. What nothing that speaks WebSocket can do better. Prints its port and serves until it is
/// killed.
int runBareFanOut();

} // namespace bench
