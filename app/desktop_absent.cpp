// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rundesktop.h"
#include "app/runlogs.h"

#include <cstdio>

namespace app {

int runDesktop(int, char **)
{
    std::fputs(
        "This build has no desktop. Start it as \"krateyard relay\" or \"krateyard demo\".\n",
        stderr);
    return 2;
}

int runLogs(int argc, char **argv)
{
    return runDesktop(argc, argv);
}

} // namespace app
