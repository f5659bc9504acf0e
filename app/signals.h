// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QCoreApplication;

namespace app {

/// Ends the event loop of `application` in an orderly way on SIGINT and SIGTERM. With `end` the
/// first of them calls that instead, and it is for `end` to see to the rest. With `reload`
/// SIGHUP calls that. False when the system refuses a pipe or a handler.
bool quitOnSignals(QCoreApplication &application, const std::function<void()> &end = {},
                   const std::function<void()> &reload = {});

} // namespace app
