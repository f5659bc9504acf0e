// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardlink.h"

#include <utility>

namespace kube {

static constexpr qsizetype ProblemLimit = 4096;

ForwardLink::ForwardLink(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_socket(descriptor)
{
    connect(&m_socket, &LocalSocket::received, this, [this](const QByteArray &bytes) {
        if (m_streams.data)
            m_streams.data->write(bytes);
        Q_EMIT sent(bytes.size());
        readOn();
    });
    connect(&m_socket, &LocalSocket::readEnded, this, [this] {
        if (m_streams.data)
            m_streams.data->finish();
        settle();
    });
    connect(&m_socket, &LocalSocket::written, this, [this](qint64 bytes) {
        if (m_streams.data)
            m_streams.data->consume(bytes);
    });
    connect(&m_socket, &LocalSocket::writeEnded, this, &ForwardLink::settle);
    connect(&m_socket, &LocalSocket::closed, this, [this] {
        if (m_streams.data)
            m_streams.data->reset();
        end();
    });
}

void ForwardLink::join(const ForwardStreams &streams)
{
    m_streams = streams;
    if (!streams.data || !streams.error)
        return abort();
    auto *data = streams.data.data();
    connect(data, &SpdyStream::replied, this, &ForwardLink::readOn);
    connect(data, &SpdyStream::writable, this, &ForwardLink::readOn);
    connect(data, &SpdyStream::received, this, [this](const QByteArray &bytes) {
        m_socket.write(bytes);
        Q_EMIT got(bytes.size());
    });
    connect(data, &SpdyStream::finished, this, [this] { m_socket.finishWriting(); });
    connect(data, &SpdyStream::ended, this, [this](const QString &why) {
        m_dataEnded = true;
        if (why.isEmpty())
            return settle();
        if (m_problem.isEmpty())
            m_problem = why.toUtf8();
        abort();
    });
    connect(streams.error, &SpdyStream::received, this, &ForwardLink::takeError);
    connect(streams.error, &SpdyStream::ended, this, [this] {
        m_errorEnded = true;
        // The server has said why it failed, and may leave the data stream open.
        if (m_problem.isEmpty())
            settle();
        else
            abort();
    });
}

void ForwardLink::takeError(const QByteArray &text)
{
    m_problem += text.left(ProblemLimit - m_problem.size());
    if (m_streams.error)
        m_streams.error->consume(text.size());
}

void ForwardLink::readOn()
{
    m_socket.setReading(m_streams.data && m_streams.data->room() > 0);
}

/// Both directions are through, and nothing can be said of a failure any more.
void ForwardLink::settle()
{
    const bool isThrough = m_socket.hasReadAll() && m_socket.hasWrittenAll();
    // When the error stream has ended, the server is through with both directions.
    if (isThrough || ((m_dataEnded || m_errorEnded) && m_socket.hasWrittenAll()))
        end();
}

void ForwardLink::abort()
{
    if (m_done)
        return;
    if (m_streams.data)
        m_streams.data->reset();
    if (m_streams.error)
        m_streams.error->reset();
    m_socket.disconnect(this);
    m_socket.abort();
    end();
}

void ForwardLink::end()
{
    if (std::exchange(m_done, true))
        return;
    for (const auto &stream : {m_streams.data, m_streams.error}) {
        if (!stream)
            continue;
        stream->disconnect(this);
        stream->reset(); // what is still open; nothing happens to the others
    }
    m_socket.setReading(false);
    Q_EMIT ended(QString::fromUtf8(m_problem));
}

} // namespace kube
