// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/streams/forwardchannel.h"

#include "kube/demo/store.h"
#include "kube/demo/streams/podports.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace demo {

static constexpr qint64 MostWaiting = 256 * 1024;

ForwardChannel::ForwardChannel(std::unique_ptr<kube::ByteTunnel> tunnel, const kube::ObjectRef &pod,
                               const Store &store, const PodPorts &ports, QObject *parent)
    : QObject(parent)
    , m_pod(pod)
    , m_store(store)
    , m_ports(ports)
    , m_connection(std::make_unique<kube::SpdyConnection>(std::move(tunnel),
                                                          kube::SpdyConnection::Role::Server))
{
    connect(m_connection.get(), &kube::SpdyConnection::opened, this, &ForwardChannel::accept);
    connect(m_connection.get(), &kube::SpdyConnection::ended, this, &QObject::deleteLater);
}

ForwardChannel::~ForwardChannel() = default;

void ForwardChannel::start()
{
    m_connection->start();
}

void ForwardChannel::accept(kube::SpdyStream *stream)
{
    const auto type = kube::valueOf(stream->headers(), "streamtype");
    const auto port = kube::valueOf(stream->headers(), "port").toUShort();
    if ((type != "data" && type != "error") || port == 0)
        return stream->reset(kube::SpdyFrame::InternalError);
    stream->reply();
    const auto id = kube::valueOf(stream->headers(), "requestid");
    auto &pair = m_waiting[id];
    (type == "data" ? pair.data : pair.error) = stream;
    if (!pair.data || !pair.error)
        return;
    const auto complete = pair;
    m_waiting.erase(id);
    connectPair(complete);
}

void ForwardChannel::connectPair(const Pair &pair)
{
    const auto port = kube::valueOf(pair.data->headers(), "port").toUShort();
    const auto pod = m_store.get(m_pod);
    if (!pod)
        return fail(pair, u"network namespace for sandbox is closed"_s);
    if (const auto local = m_ports.ledTo(m_pod.nameSpace, m_pod.name, port))
        return join(pair, *local);
    if (PodPorts::isDeclared(*pod, port))
        return answerPage(pair, PodPorts::page(*pod, port));
    fail(pair, u"dial tcp4 127.0.0.1:%1: connect: connection refused"_s.arg(port));
}

/// A small web server: answers once the request's head has come.
void ForwardChannel::answerPage(const Pair &pair, const QByteArray &page)
{
    auto *data = pair.data.data();
    const auto head = std::make_shared<QByteArray>(); // shared by this stream's slots only
    connect(data, &kube::SpdyStream::received, this, [pair, page, head](const QByteArray &bytes) {
        *head += bytes.left(64 * 1024 - head->size());
        pair.data->consume(bytes.size());
        if (!head->contains("\r\n\r\n"))
            return;
        pair.data->disconnect();
        pair.data->write(page);
        pair.data->finish();
        if (pair.error)
            pair.error->finish();
    });
    connect(data, &kube::SpdyStream::finished, this, [pair] {
        pair.data->finish();
        if (pair.error)
            pair.error->finish();
    });
}

void ForwardChannel::fail(const Pair &pair, const QString &why)
{
    if (pair.error) {
        pair.error->write(
            u"error forwarding port %1 to pod %2, uid : %3"_s
                .arg(QString::fromLatin1(kube::valueOf(pair.error->headers(), "port")), m_pod.name,
                     why)
                .toUtf8());
        pair.error->finish();
    }
    if (pair.data)
        pair.data->finish();
}

void ForwardChannel::join(const Pair &pair, quint16 localPort)
{
    auto *socket = new QTcpSocket(pair.data);
    auto *data = pair.data.data();
    const auto move = [socket, data] {
        while (socket->bytesAvailable() > 0) {
            const auto room = data->room();
            if (room <= 0)
                return;
            data->write(socket->read(room));
        }
    };
    socket->setReadBufferSize(MostWaiting);
    connect(socket, &QTcpSocket::readyRead, data, move);
    connect(data, &kube::SpdyStream::writable, socket, move);
    connect(data, &kube::SpdyStream::received, socket,
            [socket](const QByteArray &bytes) { socket->write(bytes); });
    connect(socket, &QTcpSocket::bytesWritten, data,
            [data](qint64 bytes) { data->consume(bytes); });
    connect(data, &kube::SpdyStream::finished, socket, &QTcpSocket::disconnectFromHost);
    connect(&m_store, &Store::changed, socket, [this, socket](const Change &change) {
        if (change.type == Change::Type::Deleted && m_store.refOf(change.object) == m_pod)
            socket->abort(); // what ran in the pod has ended with it
    });
    connect(socket, &QTcpSocket::disconnected, data, [socket, data, pair] {
        if (socket->isOpen())
            data->write(socket->readAll());
        data->finish();
        if (pair.error)
            pair.error->finish();
    });
    connect(socket, &QTcpSocket::errorOccurred, this, [this, pair, socket] {
        if (socket->error() == QTcpSocket::ConnectionRefusedError)
            fail(pair, u"dial tcp4: connect: connection refused"_s);
    });
    socket->connectToHost(u"127.0.0.1"_s, localPort);
}

} // namespace demo
