// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// `krateyard demo [--port N] [--kubeconfig-out FILE]`: serves the demo cluster on loopback until
/// SIGINT or SIGTERM, then removes the kubeconfig file it wrote. Makes its own QCoreApplication.
int runDemo(int argc, char **argv);

} // namespace app
