// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app {

/// What no mode logs unless QT_LOGGING_RULES asks for it: that a watch ended with its server is our
/// business and is told there, not by Qt's `qt.network.http2`. To be called once, first of all.
void setLogRules();

} // namespace app
