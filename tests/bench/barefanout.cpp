// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "relayload.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

struct Connection
{
    int fd = -1;
    bool isUpgraded = false;
    bool waits = false; ///< until more can be written
    std::string in;
    std::string out;
};

/// Every connection is in one room, and hears all that anybody says.
class FanOut
{
public:
    FanOut();
    void serve();

private:
    void accept();
    void read(Connection &connection);
    bool upgrade(Connection &connection);
    void take(std::string_view frame, Connection &from);
    void write(Connection &connection);
    void drop(Connection &connection);
    void watch(Connection &connection, int change, quint32 events) const;
    static void queue(Connection &connection, std::string_view payload);

    int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    int m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    std::vector<std::unique_ptr<Connection>> m_connections;
};

FanOut::FanOut()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
    ::listen(m_listener, SOMAXCONN);
    socklen_t size = sizeof address;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
    std::printf("{\"port\":%d}\n", ntohs(address.sin_port));
    std::fflush(stdout);
}

void FanOut::serve()
{
    std::array<epoll_event, 512> events{};
    for (;;) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            auto *connection = static_cast<Connection *>(events[size_t(i)].data.ptr);
            if (connection == nullptr)
                accept();
            else if (connection->fd >= 0 && (events[size_t(i)].events & ~quint32(EPOLLOUT)) != 0)
                read(*connection);
        }
        // All that this turn brought goes out at once.
        for (const auto &connection : m_connections) {
            if (connection->fd >= 0 && !connection->out.empty())
                write(*connection);
        }
        std::erase_if(m_connections, [](const auto &each) { return each->fd < 0; });
    }
}

void FanOut::accept()
{
    for (;;) {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return;
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_connections.push_back(std::make_unique<Connection>());
        m_connections.back()->fd = fd;
        watch(*m_connections.back(), EPOLL_CTL_ADD, EPOLLIN);
    }
}

void FanOut::watch(Connection &connection, int change, quint32 events) const
{
    epoll_event event{.events = events, .data = {.ptr = &connection}};
    ::epoll_ctl(m_epoll, change, connection.fd, &event);
}

void FanOut::drop(Connection &connection)
{
    ::close(connection.fd);
    connection.fd = -1;
}

bool FanOut::upgrade(Connection &connection)
{
    const auto end = connection.in.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    static constexpr std::string_view Name("Sec-WebSocket-Key: ");
    const auto at = connection.in.find(Name) + Name.size();
    const auto key = connection.in.substr(at, connection.in.find('\r', at) - at)
        + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const auto accepted =
        QCryptographicHash::hash(QByteArrayView(key), QCryptographicHash::Sha1).toBase64();
    connection.out += "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                      "Upgrade\r\nSec-WebSocket-Accept: "
        + accepted.toStdString() + "\r\n\r\n";
    connection.in.erase(0, end + 4);
    connection.isUpgraded = true;
    return true;
}

void FanOut::read(Connection &connection)
{
    static std::vector<char> buffer(256 * 1024);
    const auto size = ::recv(connection.fd, buffer.data(), buffer.size(), 0);
    if (size <= 0) {
        if (size == 0 || errno != EAGAIN)
            drop(connection);
        return;
    }
    connection.in.append(buffer.data(), size_t(size));
    if (!connection.isUpgraded && !upgrade(connection))
        return;
    std::string_view left = connection.in;
    // The peers of this benchmark mask with zeros, and send no more than 64 KiB.
    while (left.size() >= 6) {
        const auto *bytes = reinterpret_cast<const uchar *>(left.data());
        const bool isLong = (bytes[1] & 0x7f) == 126;
        const size_t length = isLong ? qFromBigEndian<quint16>(bytes + 2) : bytes[1] & 0x7f;
        const size_t header = isLong ? 8 : 6;
        if (left.size() < header + length)
            break;
        take(left.substr(header, length), connection);
        left.remove_prefix(header + length);
    }
    connection.in.erase(0, connection.in.size() - left.size());
}

void FanOut::take(std::string_view frame, Connection &from)
{
    using namespace std::string_view_literals;
    if (frame.starts_with("\0\0"sv)) {
        queue(from, "\0\1\2\0\0"sv);
        return;
    }
    for (const auto &connection : m_connections) {
        if (connection->isUpgraded)
            queue(*connection, frame);
    }
}

void FanOut::queue(Connection &connection, std::string_view payload)
{
    connection.out += '\x82';
    if (payload.size() < 126) {
        connection.out += char(payload.size());
    } else {
        connection.out += char(126);
        connection.out += char(payload.size() >> 8);
        connection.out += char(payload.size());
    }
    connection.out += payload;
}

void FanOut::write(Connection &connection)
{
    const auto sent =
        ::send(connection.fd, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) {
        drop(connection);
        return;
    }
    connection.out.erase(0, size_t(std::max<ssize_t>(sent, 0)));
    if (const bool waits = !connection.out.empty(); waits != connection.waits) {
        connection.waits = waits;
        watch(connection, EPOLL_CTL_MOD, waits ? quint32(EPOLLIN) | EPOLLOUT : quint32(EPOLLIN));
    }
}

} // namespace

int runBareFanOut()
{
    FanOut().serve();
    return 0;
}

} // namespace bench
