// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

namespace workspace {

/// How a window shows its view just now, as far as a command line could say it too.
struct ViewOptions
{
    QString pod = {}; ///< that a workload's log or shell was found in
    QString container = {};
    bool previous = false; ///< the log before the last restart
    bool timestamps = false;
    QString filter = {}; ///< of a list or a log, as it was typed
    QString time = {}; ///< RFC 3339, of the first line in view of a log; empty: the newest lines
    std::optional<int> tail = {}; ///< lines of a log that are read
    std::optional<qint64> sinceSeconds = {}; ///< how old they may be
    QStringList command = {}; ///< that a shell window runs
    bool attached = false; ///< to what the container runs itself

    bool operator==(const ViewOptions &) const = default;
};

} // namespace workspace
