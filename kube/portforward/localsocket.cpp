// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/localsocket.h"

#include <QPointer>

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace kube {

static constexpr size_t Slice = 32 * 1024;

LocalSocket::LocalSocket(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_readable(descriptor, QSocketNotifier::Read)
    , m_writable(descriptor, QSocketNotifier::Write)
{
    const int fd = int(descriptor);
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &LocalSocket::read);
    connect(&m_writable, &QSocketNotifier::activated, this, &LocalSocket::flush);
}

LocalSocket::~LocalSocket()
{
    release(false);
}

void LocalSocket::setReading(bool on)
{
    m_readable.setEnabled(on && m_descriptor >= 0 && !m_readAll);
}

void LocalSocket::read()
{
    QByteArray bytes(qsizetype(Slice), Qt::Uninitialized);
    const auto got = ::recv(int(m_descriptor), bytes.data(), Slice, 0);
    if (got > 0) {
        bytes.truncate(qsizetype(got));
        Q_EMIT received(bytes);
    } else if (got == 0) {
        m_readAll = true;
        m_readable.setEnabled(false);
        Q_EMIT readEnded();
    } else if (errno != EAGAIN && errno != EINTR) {
        release(true);
    }
}

void LocalSocket::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_finishing || bytes.isEmpty())
        return;
    m_queue.push_back(bytes);
    m_waiting += bytes.size();
    // What is taken is told from the event loop only, never from inside this call.
    m_writable.setEnabled(true);
}

void LocalSocket::flush()
{
    qint64 taken = 0;
    while (!m_queue.empty()) {
        const auto rest = QByteArrayView(m_queue.front()).sliced(m_at);
        const auto sent = ::send(int(m_descriptor), rest.data(), size_t(rest.size()), MSG_NOSIGNAL);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (sent < 0)
            return release(true);
        taken += sent;
        m_at += qsizetype(sent);
        if (sent == rest.size()) {
            m_queue.pop_front();
            m_at = 0;
        }
    }
    m_waiting -= taken;
    m_writable.setEnabled(!m_queue.empty());
    const QPointer<LocalSocket> alive(this);
    if (taken > 0)
        Q_EMIT written(taken);
    if (!alive || !m_finishing || !m_queue.empty() || m_descriptor < 0
        || std::exchange(m_writtenAll, true))
        return;
    ::shutdown(int(m_descriptor), SHUT_WR);
    Q_EMIT writeEnded();
}

void LocalSocket::finishWriting()
{
    if (m_descriptor >= 0 && !std::exchange(m_finishing, true))
        m_writable.setEnabled(true);
}

void LocalSocket::abort()
{
    if (m_descriptor < 0)
        return;
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(m_descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    release(true);
}

void LocalSocket::release(bool broken)
{
    if (m_descriptor < 0)
        return;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    ::close(int(std::exchange(m_descriptor, -1)));
    m_queue.clear();
    m_waiting = 0;
    if (broken)
        Q_EMIT closed();
}

} // namespace kube
