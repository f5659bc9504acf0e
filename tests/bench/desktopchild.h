// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace bench {

/// The desktop's own window with the cluster of a kubeconfig, as a process that is measured from
/// outside. What a server offers is kept in `cache`, as kubectl keeps it too.
struct DesktopChild
{
    QString kubeconfig = {};
    QString cache = {};
    int pods = 0; ///< how many there are

    /// Opens all pods and ends in the moment when rows of them are on the screen: when the window's
    /// own pixels show them. Ends with 0; with 3 when nothing is to be seen after a minute.
    int showFirstRows(int argc, char **argv) const;
    /// Opens 20 krates, looks at each, waits for all pods, and prints the resident set in KiB, now
    /// and at its largest.
    int openTwentyKrates(int argc, char **argv) const;
    /// Opens 20 krates of the demo cluster, looks at each, prints a line when all is shown, and
    /// stays.
    int stayWithTwentyKrates(int argc, char **argv) const;
    /// Opens all pods and ends with 0 in the moment when the window is painted for the first time.
    int showFirstPaint(int argc, char **argv) const;
};

/// The least a Qt program shows: an empty QMainWindow of the desktop's size. Ends with 0 when it is
/// painted for the first time.
int showBareWindow(int argc, char **argv);

} // namespace bench
