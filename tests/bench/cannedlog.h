// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace bench {

/// Lines of 113 bytes with their newlines and a time stamp before each, as an API server sends
/// them.
QByteArray cannedLog(int lines);

/// An API server that knows the pod bench/long with a log of so many lines, and bench/short, whose
/// log has one; as fast as the loopback device. Prints its port, and one for TLS that is 0 unless
/// `folder` has server.crt and server.key; serves until it is killed. In a process of its own, so
/// that what it takes is nobody else's.
[[noreturn]] void serveCannedLog(int lines, const QByteArray &folder);

} // namespace bench
