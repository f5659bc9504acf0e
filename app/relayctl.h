// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// `krateyard relay ctl COMMAND …`: asks a relay that works, or brings a backup back. Prints tables
/// or, with --json, what the relay said. Returns 0; 1 when the relay refuses or a file cannot be
/// used; 2 for a command that there is not; 3 when the relay does not answer.
int runRelayCtl(int argc, char **argv);

} // namespace app
