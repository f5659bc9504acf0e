// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace app {

/// Ends the event loop of `application` in an orderly way on SIGINT and SIGTERM. False when the
/// system refuses a pipe or a handler.
bool quitOnSignals(QCoreApplication &application);

} // namespace app
