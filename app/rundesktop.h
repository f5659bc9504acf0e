// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// Runs the desktop until its window is closed. A build without a desktop says so and returns 2.
int runDesktop(int argc, char **argv);

} // namespace app
