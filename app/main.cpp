// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demomode.h"
#include "app/logrules.h"
#include "app/relayctl.h"
#include "app/relaymode.h"
#include "app/rundesktop.h"
#include "app/runlogs.h"

#include <string_view>

int main(int argc, char **argv)
{
    app::setLogRules();
    // The mode decides which application object exists, so it is read before Qt sees anything.
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "demo")
        return app::runDemo(argc - 1, argv + 1);
    if (mode == "relay" && argc > 2 && std::string_view(argv[2]) == "ctl")
        return app::runRelayCtl(argc - 2, argv + 2);
    if (mode == "relay")
        return app::runRelay(argc - 1, argv + 1);
    if (mode == "logs")
        return app::runLogs(argc, argv);
    return app::runDesktop(argc, argv);
}
