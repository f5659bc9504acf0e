// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace workspace {

/// Keeps the last lines of this program's log, each redacted() before it is kept. While it lives,
/// it stands before the message handler that was there, and hands on to it. One at a time; lines
/// may come from any thread.
class RecentLog
{
public:
    static constexpr qsizetype Most = 300;

    RecentLog();
    ~RecentLog();
    Q_DISABLE_COPY_MOVE(RecentLog)

    QStringList lines() const; ///< oldest first: "12:03:04 warning kube.watch: …"
};

} // namespace workspace
