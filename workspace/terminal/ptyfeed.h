// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <deque>

namespace workspace {

/// Feeds bytes into a pty's slave side without ever blocking.
///
/// The terminal reads the other side on the same thread, and the pty holds a few kilobytes: bytes
/// wait in a queue and go in as the pty takes them, at most 32 KiB at a time.
class PtyFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 HighWater = 512 * 1024;
    static constexpr qint64 LowWater = 128 * 1024;

    /// Makes the pty raw and non-blocking. The descriptor is borrowed.
    explicit PtyFeed(int slave, QObject *parent = nullptr);

    void write(const QByteArray &bytes);
    qint64 waiting() const { return m_waiting; }

Q_SIGNALS:
    /// More than HighWater waits (true), or less than LowWater again (false).
    void congested(bool congested);
    /// Some bytes reached the terminal.
    void fed();

private:
    void pump();

    int m_slave;
    QSocketNotifier m_notifier;
    std::deque<QByteArray> m_queue;
    qsizetype m_offset = 0; ///< how much of the first block is gone
    qint64 m_waiting = 0;
    bool m_congested = false;
};

} // namespace workspace
