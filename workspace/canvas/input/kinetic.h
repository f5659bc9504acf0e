// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>

#include <optional>
#include <vector>

namespace workspace {

/// Lets a pan that was let go in motion run out by itself. Time comes in as milliseconds of any
/// steady clock; ways are pixels.
class KineticPan
{
public:
    /// The fingers or the pointer moved on by `step`.
    void track(QPointF step, qint64 now);
    /// Let go. Goes on when it was fast enough just now; returns whether it does.
    bool release(qint64 now);
    /// How far to go since the last call; none when it has come to rest.
    std::optional<QPointF> advance(qint64 now);
    void stop();
    bool isRunning() const { return m_running; }

private:
    struct Sample
    {
        QPointF step = {};
        qint64 time = 0;
    };

    std::vector<Sample> m_samples; ///< of the last moments, oldest first
    QPointF m_speed; ///< pixels a millisecond
    qint64 m_last = 0;
    bool m_running = false;
};

} // namespace workspace
