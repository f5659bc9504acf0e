// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpload.h"

#include "percentile.h"

#include <QStringBuilder>

#include <QElapsedTimer>

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

/// The borders of chunks, whose content nobody looks at.
class Chunks
{
public:
    /// Whether the last one has come.
    bool take(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            if (m_left > 0) {
                const auto size = std::min<qint64>(m_left, bytes.size());
                m_left -= size;
                bytes = bytes.sliced(size);
                if (m_left == 0 && m_isLast)
                    return true;
                continue;
            }
            const auto end = bytes.indexOf('\n');
            const auto size = end < 0 ? bytes.size() : end + 1;
            m_line += bytes.first(size);
            bytes = bytes.sliced(size);
            if (end < 0)
                return false;
            const auto length = std::exchange(m_line, {}).trimmed().toLongLong(nullptr, 16);
            m_isLast = length == 0;
            m_left = length + 2;
        }
        return false;
    }

private:
    QByteArray m_line;
    qint64 m_left = 0;
    bool m_isLast = false;
};

/// A socket that waits, so that nothing is measured but the server.
class Connection
{
public:
    explicit Connection(int port)
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(uint16_t(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_isOpen = connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~Connection() { close(m_socket); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Bytes of the answer; 0 when it is none.
    qint64 ask(const QByteArray &request, int &status)
    {
        if (!m_isOpen || send(m_socket, request.constData(), size_t(request.size()), 0) < 0)
            return 0;
        m_read = 0;
        QByteArray head;
        while (head.indexOf("\r\n\r\n") < 0) {
            const auto piece = receive();
            if (piece.isEmpty())
                return 0;
            head += piece;
        }
        const auto end = head.indexOf("\r\n\r\n") + 4;
        const auto fields = head.first(end).toLower();
        status = head.mid(9, 3).toInt();
        if (fields.contains("transfer-encoding: chunked"))
            return readChunks(QByteArrayView(head).sliced(end));
        const auto at = fields.indexOf("content-length:");
        const qint64 length = at < 0
            ? 0
            : fields.mid(at + 15, fields.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        for (auto left = end + length - head.size(); left > 0;) {
            const auto piece = receive();
            if (piece.isEmpty())
                return 0;
            left -= piece.size();
        }
        return m_read;
    }

private:
    QByteArray receive()
    {
        static thread_local QByteArray block(256 * 1024, Qt::Uninitialized);
        const auto size = recv(m_socket, block.data(), size_t(block.size()), 0);
        m_read += std::max<qint64>(size, 0);
        return size <= 0 ? QByteArray() : QByteArray::fromRawData(block.constData(), size);
    }

    qint64 readChunks(QByteArrayView rest)
    {
        Chunks chunks;
        while (!chunks.take(rest)) {
            rest = receive();
            if (rest.isEmpty())
                return 0;
        }
        return m_read;
    }

    const int m_socket;
    bool m_isOpen = false;
    qint64 m_read = 0;
};

} // namespace

HttpFigures runHttpLoad(const HttpLoad &load)
{
    const QByteArray request =
        "GET " + load.path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + load.headers + "\r\n";
    HttpFigures figures;
    std::vector<double> times;
    std::mutex mutex;
    bool isBroken = false;
    QElapsedTimer all;
    all.start();
    const auto run = [&] {
        Connection connection(load.port);
        while (all.durationElapsed() < load.time) {
            QElapsedTimer clock;
            clock.start();
            int status = 0;
            const auto bytes = connection.ask(request, status);
            const std::scoped_lock lock(mutex);
            isBroken = isBroken || bytes == 0;
            if (bytes == 0)
                return;
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
            figures.status = status;
            figures.mebibytes = double(bytes) / 1024 / 1024;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < load.connections; ++i)
            threads.emplace_back(run);
    }
    figures.perSecond = double(times.size()) * 1e9 / double(all.nsecsElapsed());
    figures.p50 = percentile(times, 0.5);
    figures.p99 = percentile(times, 0.99);
    if (isBroken)
        figures.status = 0;
    return figures;
}

} // namespace bench
