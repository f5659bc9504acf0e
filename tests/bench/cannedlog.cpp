// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cannedlog.h"

#include <QList>
#include <QString>

#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

/// The body as HTTP/1.1 sends one whose length nobody knows, in chunks as Go's server writes them.
QByteArray chunked(const QByteArray &body)
{
    constexpr qsizetype Chunk = 32 * 1024;
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: "
                        "chunked\r\nConnection: close\r\n\r\n";
    answer.reserve(answer.size() + body.size() + body.size() / 1024);
    for (qsizetype at = 0; at < body.size(); at += Chunk) {
        const auto size = qMin(Chunk, body.size() - at);
        answer.append(QByteArray::number(size, 16)).append("\r\n");
        answer.append(QByteArrayView(body).sliced(at, size)).append("\r\n");
    }
    return answer.append("0\r\n\r\n");
}

QByteArray json(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray pod(const QByteArray &name)
{
    return "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name
        + "\",\"namespace\":\"bench\",\"uid\":\"" + name
        + "\"},\"spec\":{\"containers\":[{\"name\":\"app\"}]},\"status\":{\"phase\":\"Running\","
          "\"containerStatuses\":[{\"name\":\"app\",\"restartCount\":0,\"state\":{\"running\":{}}}]"
          "}}";
}

struct Answers
{
    QByteArray longLog = {};
    QByteArray shortLog = {};

    QByteArray to(const QByteArray &path) const
    {
        if (path.endsWith("/long/log"))
            return longLog;
        if (path.endsWith("/short/log"))
            return shortLog;
        if (path == "/api")
            return json("{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        if (path == "/apis")
            return json("{\"kind\":\"APIGroupList\",\"apiVersion\":\"v1\",\"groups\":[]}");
        if (path == "/api/v1")
            return json("{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":["
                        "{\"name\":\"pods\",\"singularName\":\"pod\",\"namespaced\":true,\"kind\":"
                        "\"Pod\",\"verbs\":[\"get\",\"list\"]}]}");
        return json(pod(path.mid(path.lastIndexOf('/') + 1)));
    }
};

/// A connection, encrypted or not.
class Wire
{
public:
    Wire(int socket, SSL_CTX *tls)
        : m_socket(socket)
        , m_tls(tls ? SSL_new(tls) : nullptr)
    {
        if (m_tls) {
            SSL_set_fd(m_tls, socket);
            SSL_accept(m_tls);
        }
    }
    ~Wire()
    {
        if (m_tls)
            SSL_shutdown(m_tls);
        SSL_free(m_tls);
        ::close(m_socket);
    }
    Q_DISABLE_COPY_MOVE(Wire)

    qint64 read(char *bytes, int size)
    {
        return m_tls ? SSL_read(m_tls, bytes, size) : ::read(m_socket, bytes, size_t(size));
    }
    qint64 write(const char *bytes, qsizetype size)
    {
        return m_tls ? SSL_write(m_tls, bytes, int(size))
                     : ::send(m_socket, bytes, size_t(size), MSG_NOSIGNAL);
    }

private:
    int m_socket;
    SSL *m_tls;
};

void answer(int socket, SSL_CTX *tls, const Answers &answers)
{
    Wire wire(socket, tls);
    QByteArray request;
    std::array<char, 4096> block{};
    while (!request.contains("\r\n\r\n")) {
        const auto got = wire.read(block.data(), int(block.size()));
        if (got <= 0)
            return;
        request.append(block.data(), got);
    }
    const auto target = request.split(' ').value(1);
    const auto path = target.left(target.indexOf('?'));
    const auto bytes = answers.to(target.contains('?') ? path : target);
    for (qsizetype at = 0; at < bytes.size();) {
        const auto sent = wire.write(bytes.constData() + at, bytes.size() - at);
        if (sent <= 0)
            break;
        at += sent;
    }
}

/// A listener on loopback; `port` says where.
int listenOn(int &port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *where = reinterpret_cast<sockaddr *>(&address);
    if (::bind(listener, where, size) != 0 || ::listen(listener, 16) != 0
        || ::getsockname(listener, where, &size) != 0)
        std::exit(2);
    port = ntohs(address.sin_port);
    return listener;
}

void acceptAll(int listener, SSL_CTX *tls, const Answers &answers)
{
    for (;;) {
        const int socket = ::accept(listener, nullptr, nullptr);
        if (socket >= 0)
            std::thread(answer, socket, tls, std::cref(answers)).detach();
    }
}

/// Null when there is no certificate.
SSL_CTX *tlsOf(const QByteArray &folder)
{
    auto *tls = SSL_CTX_new(TLS_server_method());
    const QByteArray certificate = folder + "/server.crt";
    const QByteArray key = folder + "/server.key";
    if (SSL_CTX_use_certificate_file(tls, certificate.constData(), SSL_FILETYPE_PEM) == 1
        && SSL_CTX_use_PrivateKey_file(tls, key.constData(), SSL_FILETYPE_PEM) == 1)
        return tls;
    SSL_CTX_free(tls);
    return nullptr;
}

} // namespace

QByteArray cannedLog(int lines)
{
    static constexpr std::array Levels{"INFO ", "INFO ", "INFO ", "DEBUG", "WARN ", "ERROR"};
    QByteArray log;
    log.reserve(lines * qsizetype(144));
    for (int i = 0; i < lines; ++i) {
        const auto mixed = quint64(i) * 0x9e3779b97f4a7c15ULL;
        std::array<char, 160> line{};
        std::snprintf(line.data(), line.size(),
                      "2026-11-22T%02d:%02d:%02d.%09dZ %s request id=%016llx path=/api/v1/items/"
                      "%04llu user=u%04llu took=%llums ",
                      i / 3'600'000, i / 60'000 % 60, i / 1000 % 60, i % 1000 * 1'000'000 + 1,
                      Levels[size_t(mixed >> 40) % Levels.size()],
                      static_cast<unsigned long long>(mixed),
                      static_cast<unsigned long long>(mixed % 10'000),
                      static_cast<unsigned long long>(mixed >> 20 & 0xfff),
                      static_cast<unsigned long long>(mixed >> 50));
        log.append(QByteArray(line.data()).leftJustified(143, '.', true)).append('\n');
    }
    return log;
}

void serveCannedLog(int lines, const QByteArray &folder)
{
    const Answers answers{.longLog = chunked(cannedLog(lines)), .shortLog = chunked(cannedLog(1))};
    std::signal(SIGPIPE, SIG_IGN);
    int port = 0;
    int tlsPort = 0;
    const int listener = listenOn(port);
    if (auto *tls = tlsOf(folder))
        std::thread(acceptAll, listenOn(tlsPort), tls, std::cref(answers)).detach();
    std::printf("%d %d\n", port, tlsPort);
    std::fflush(stdout);
    acceptAll(listener, nullptr, answers);
    std::exit(0);
}

} // namespace bench
