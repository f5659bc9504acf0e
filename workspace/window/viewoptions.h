// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

/// How a window shows its view just now, as far as a command line could say it too.
struct ViewOptions
{
    QString pod = {}; ///< that a workload's log or shell was found in
    QString container = {};
    bool previous = false; ///< the log before the last restart
    bool timestamps = false;
    QString filter = {}; ///< of a list, as it was typed

    bool operator==(const ViewOptions &) const = default;
};

} // namespace workspace
