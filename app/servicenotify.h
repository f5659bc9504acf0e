// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace app {

/// Tells the service manager that started the program, if one did, for example "READY=1": a
/// datagram to the socket that NOTIFY_SOCKET names, as sd_notify(3) describes.
void notifyManager(const QByteArray &state);

/// What systemd's Type=notify-reload wants to hear when a reload begins: with the time by which it
/// tells that from an older one. "READY=1" ends it.
QByteArray reloadingState();

} // namespace app
