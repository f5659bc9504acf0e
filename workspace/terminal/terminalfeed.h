// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
/// a turn of the event loop, so that keys and paints come in between. GUI thread only.
class TerminalFeed : public QObject
{
    Q_OBJECT

public:
    enum class Road { Straight, Pty };

    /// `terminal` is borrowed, must be started, and must outlive the feed.
    explicit TerminalFeed(QTermWidget &terminal, Road wished = Road::Straight,
                          QObject *parent = nullptr);

    void write(const QByteArray &bytes);
    qint64 waiting() const;
    Road road() const { return m_pty ? Road::Pty : Road::Straight; }
    /// The terminal is taking bytes just now: what it sends meanwhile answers them (its type, where
    /// the cursor is), and was not typed. Never true by pty.
    bool isFeeding() const { return m_feeding; }

Q_SIGNALS:
    /// More than PtyFeed::HighWater waits (true), or less than LowWater again (false).
    void congested(bool congested);
    /// Some bytes reached the terminal.
    void fed();

private:
    void pump();
    bool feed(const char *bytes, int size);

    QObject *m_session = nullptr; ///< the widget's own
    std::unique_ptr<PtyFeed> m_pty;
    StreamFilter m_filter;
    std::deque<QByteArray> m_queue;
    qsizetype m_offset = 0; ///< how much of the first block is gone
    qint64 m_waiting = 0;
    QTimer m_next;
    bool m_feeding = false;
    bool m_congested = false;
};

} // namespace workspace
