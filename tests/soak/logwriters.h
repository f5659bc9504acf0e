// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/demo/apiserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStringList>
#include <QTimer>

#include <array>

namespace soak {

/// Twelve pods of an app that write numbered lines ("line 17"), have their files rotated and are
/// restarted, and the network between them and who reads. Lives on the server's thread.
class LogWriters
{
public:
    static constexpr int Pods = 12;
    static constexpr auto NameSpace = "soak";
    using Counts = std::array<int, Pods>;

    /// `server` is borrowed and must outlive this. Writes from now on.
    LogWriters(demo::ApiServer &server, quint32 seed);

    /// How many lines each has written, the first being 0.
    const Counts &written() const { return m_written; }
    /// No more lines, after one last of each: what is missing before it can be seen.
    void pause();
    void goOn();
    /// One of the things that happen to streams: connections are cut, answers end, a file is
    /// rotated before somebody has read it, a container restarts, the server is away for a moment.
    void disturb();
    /// The last of them.
    const QStringList &done() const { return m_done; }

private:
    static QString nameOf(int pod);
    static demo::LogKey keyOf(int pod);
    void write();
    void append(int pod);
    void rotate(int pod);
    void put(int pod);
    void goAway();
    void tell(int pod, const QString &what);

    demo::ApiServer &m_server;
    QRandomGenerator m_random;
    QTimer m_timer;
    Counts m_written{};
    Counts m_restarts{};
    std::array<QElapsedTimer, Pods> m_lives{}; ///< since its last restart
    QStringList m_done;
};

} // namespace soak
