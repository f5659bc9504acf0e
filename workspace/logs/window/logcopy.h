// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace workspace {

class LogPanes;

/// What stands before each line that is copied.
enum class CopyForm {
    Plain, ///< nothing, and only what is selected of a line
    Stamps,
    Pods, ///< "pod/container" and the stamp
};

/// What is selected, or, but for Plain, the line that keys act on; at most 200,000 lines with
/// stamps. Empty: nothing is to be copied.
QString textToCopy(const LogPanes &panes, CopyForm form);

} // namespace workspace
