// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/signin/loopbackredirect.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace collab {

static constexpr qsizetype LongestHead = 16 * 1024;
static constexpr int MostOpen = 16;
static constexpr auto Patience = std::chrono::seconds(10);

LoopbackRedirect::LoopbackRedirect(const QByteArray &state, const QByteArray &page, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_page(page)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackRedirect::accept);
}

std::optional<QUrl> LoopbackRedirect::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        return std::nullopt;
    return QUrl(u"http://127.0.0.1:%1/callback"_s.arg(m_server.serverPort()));
}

void LoopbackRedirect::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= MostOpen) {
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QTcpSocket::disconnected, this, [this] { --m_open; });
        QTimer::singleShot(Patience, socket, [socket] { socket->abort(); });
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, head = std::make_shared<QByteArray>()] { read(*socket, *head); });
    }
}

void LoopbackRedirect::read(QTcpSocket &socket, QByteArray &head)
{
    head += socket.readAll();
    if (head.size() > LongestHead)
        return socket.abort();
    if (!head.contains("\r\n\r\n"))
        return;
    const auto words = head.first(head.indexOf("\r\n")).split(' ');
    const auto url = QUrl::fromEncoded(words.value(1));
    const QUrlQuery query(url);
    const auto state = query.queryItemValue(u"state"_s, QUrl::FullyDecoded).toLatin1();
    if (words.value(0) != "GET" || url.path() != "/callback"_L1 || state != m_state)
        return answer(socket, "404 Not Found", {});
    answer(socket, "200 OK", m_page);
    m_server.close(); // and nobody else
    Q_EMIT received(query);
}

void LoopbackRedirect::answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + status
                 + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                   "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
                   "Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

} // namespace collab
