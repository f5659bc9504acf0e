// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/terminal/flood.h"
#include "workspace/terminal/ptyfeed.h"
#include "workspace/terminal/streamfilter.h"

#include <QTimer>

#include <memory>

class QTermWidget;

namespace workspace {

/// Feeds bytes into a terminal widget: straight into its emulation where the widget lets us (the
/// slot Konsole::Session::onReceiveBlock of QTermWidget 2.1), which spares the bytes their way
/// through the kernel; else by its pty.
///
/// What arrives while the terminal is idle is shown at once; a flood is taken in a few milliseconds
/// a turn of the event loop, so that keys and paints come in between. Of a flood that is faster
/// than the terminal, the lines that would have left its history before anybody could have seen
/// them are left out. GUI thread only.
class TerminalFeed : public QObject
{
    Q_OBJECT

public:
    enum class Road { Straight, Pty };
    /// Straight; by pty they are PtyFeed's.
    static constexpr qint64 HighWater = 4 * 1024 * 1024;
    static constexpr qint64 LowWater = 128 * 1024;

    /// `terminal` is borrowed, must be started, and must outlive the feed.
    explicit TerminalFeed(QTermWidget &terminal, Road wished = Road::Straight,
                          QObject *parent = nullptr);

    void write(const QByteArray &sent);
    qint64 waiting() const;
    Road road() const { return m_pty ? Road::Pty : Road::Straight; }
    /// The terminal is taking bytes just now: what it sends meanwhile answers them (its type, where
    /// the cursor is), and was not typed. Never true by pty.
    bool isFeeding() const { return m_feeding; }
    /// Bytes that nobody could have seen.
    qint64 leftOut() const { return m_leftOut; }

Q_SIGNALS:
    /// More than HighWater waits (true), or less than LowWater again (false).
    void congested(bool congested);
    /// Some bytes reached the terminal.
    void fed();

private:
    void pump();
    void leaveOut();
    bool feed(QByteArrayView bytes);
    void drop();

    QTermWidget &m_terminal;
    QObject *m_session = nullptr; ///< the widget's own
    std::unique_ptr<PtyFeed> m_pty;
    StreamFilter m_filter;
    QByteArray m_unfinished; ///< the begin of a sequence: nothing that could be shown
    std::deque<FloodBlock> m_queue;
    ScrollState m_scroll;
    qsizetype m_offset = 0; ///< how much of the first block is gone
    qint64 m_waiting = 0;
    qint64 m_leftOut = 0;
    QTimer m_next;
    bool m_feeding = false;
    bool m_congested = false;
};

} // namespace workspace
