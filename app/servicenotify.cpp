// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/servicenotify.h"

#include <QStringBuilder>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <ctime>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace app {

void notifyManager(const QByteArray &state)
{
    const auto path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address = {};
    const bool isAddress = path.startsWith('/') || path.startsWith('@');
    if (!isAddress || size_t(path.size()) >= sizeof address.sun_path)
        return;
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, address.sun_path);
    if (path.startsWith('@')) // has no file
        address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size()));
    (void)::sendto(descriptor, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr *>(&address), length);
    ::close(descriptor);
}

QByteArray reloadingState()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto microseconds = qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
    return "RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds);
}

} // namespace app
