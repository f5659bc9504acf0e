// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <deque>
#include <mutex>

namespace kube {

/// Bytes on their way from a reader thread to whoever takes them, a block at a time. Two threads.
class BlockQueue
{
public:
    /// What may wait; a last block may go beyond.
    static constexpr qsizetype Most = 1024 * 1024;

    /// Returns whether the taker is to be told: it had found nothing the last time.
    bool push(QByteArray block);
    /// Whether the one who pushes has to wait; then take() tells when to go on.
    bool isFull();

    struct Taken
    {
        QByteArray block = {}; ///< null: there is none
        bool isFreed = false; ///< whoever waits may push again
    };
    Taken take();
    bool isEmpty() const;

private:
    mutable std::mutex m_mutex;
    std::deque<QByteArray> m_blocks;
    qsizetype m_bytes = 0;
    bool m_isTakerIdle = true;
    bool m_isHeld = false;
};

} // namespace kube
