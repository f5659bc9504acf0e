// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// `krateyard relay [--listen HOST:PORT] [--kubeconfig FILE] [--context NAME]...`: serves until
/// SIGINT or SIGTERM. Prints one line with the address it listens on. Makes its own
/// QCoreApplication and needs no screen.
int runRelay(int argc, char **argv);

} // namespace app
