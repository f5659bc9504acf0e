// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace kube {

/// How long something took or is old, with two or three significant figures, as kubectl prints an
/// age: "119s", "2m30s", "3h15m", "7d23h", "2y127d". Up to two seconds of clock skew into the
/// future count as "0s"; more is "<invalid>".
QString humanDuration(std::chrono::nanoseconds duration);

/// The same in a single unit: "1m", "3h", "7d", "2y".
QString shortHumanDuration(std::chrono::nanoseconds duration);

} // namespace kube
