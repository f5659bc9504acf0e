// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/httpfetch.h"

#include "kube/api/httpexchange.h"
#include "kube/api/patience.h"

#include <QSslSocket>

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qsizetype SmallBlock = 16 * 1024; // most logs say little
constexpr int BlocksATurn = 4; // others read on the same thread

/// An answer that can be read as it is.
static bool isPlain(const HttpHead &head)
{
    const auto coding = head.headers.combinedValue(QHttpHeaders::WellKnownHeader::ContentEncoding);
    return head.code >= 200 && (coding.isEmpty() || coding == "identity");
}

HttpFetch::HttpFetch(ServerWay way, QByteArray request, qsizetype blockSize)
    : m_way(std::move(way))
    , m_request(std::move(request))
    , m_blockSize(blockSize)
{
}

HttpFetch::~HttpFetch()
{
    if (m_socket)
        m_socket->disconnect(this); // it tells of its end when it goes
}

void HttpFetch::start()
{
    const auto send = [this] { m_socket->write(std::exchange(m_request, {})); };
    auto mode = QIODevice::OpenMode(QIODevice::ReadWrite);
    if (m_way.isTls()) {
        auto socket = std::make_unique<QSslSocket>();
        socket->setReadBufferSize(m_blockSize); // of what it has decrypted
        connect(socket.get(), &QSslSocket::encrypted, this, send);
        m_socket = std::move(socket);
    } else {
        mode |= QIODevice::Unbuffered; // what is read goes where it stays
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, send);
    }
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpFetch::read);
    // What arrived before the end is still to be read, see lost().
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpFetch::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &HttpFetch::read);
    // A server that accepts the connection and then says nothing must not hang the stream; once it
    // has answered, silence is normal.
    callAfter(AnswerTimeout, this, this, [this] {
        if (m_reader.state() == HttpReader::State::Head)
            end(Error{.kind = Error::Kind::Timeout, .message = u"no answer"_s});
    });
    beginConnection(*m_socket, m_way, mode);
}

QByteArray HttpFetch::take()
{
    auto taken = m_blocks.take();
    if (taken.isFreed)
        QMetaObject::invokeMethod(this, &HttpFetch::read, Qt::QueuedConnection);
    return taken.block;
}

void HttpFetch::read()
{
    bool mayGoOn = true;
    for (int i = 0; i < BlocksATurn && mayGoOn; ++i)
        mayGoOn = readBlock();
    if (mayGoOn)
        readLater();
}

void HttpFetch::readLater()
{
    m_nextTurn.call(this, [this] { read(); });
}

/// Behind its end a QSslSocket keeps what it has decrypted; without TLS there is nothing to read,
/// and Qt warns.
bool HttpFetch::mayRead() const
{
    return m_socket->isReadable()
        && (m_way.isTls() || m_socket->state() == QAbstractSocket::ConnectedState);
}

/// Fills the buffer as far as there is something. Returns whether there may be more.
bool HttpFetch::readBlock()
{
    if (m_done || m_blocks.isFull())
        return false;
    if (m_buffer.isNull())
        m_buffer = QByteArray(m_isBusy ? m_blockSize : SmallBlock, Qt::Uninitialized);
    else if (m_filled > m_buffer.size() / 4 * 3)
        m_buffer.resize(m_blockSize); // a line, or the reason of a refusal, that does not fit
    const auto room = m_buffer.size() - m_filled;
    const auto got = mayRead() ? m_socket->read(m_buffer.data() + m_filled, room) : qint64(-1);
    if (got > 0) {
        m_isBusy = got > SmallBlock / 2;
        decode(got);
    }
    if (m_done)
        return false;
    const bool isDry = got <= 0;
    if (m_opened && (isDry || m_filled > m_buffer.size() / 4 * 3))
        handOver(false);
    // Without a buffer Qt (6.8) tells of the end by the answer alone.
    if (got < 0 || (isDry && m_socket->state() == QAbstractSocket::UnconnectedState))
        lost();
    return !isDry && !m_done;
}

void HttpFetch::decode(qsizetype got)
{
    m_filled += m_reader.take(m_buffer.data() + m_filled, got);
    const auto state = m_reader.state();
    if (state == HttpReader::State::Head)
        return;
    if (state == HttpReader::State::Broken)
        return end(Error{.kind = Error::Kind::Malformed, .message = m_reader.problem()});
    const auto &head = m_reader.head();
    if (!m_opened && head.code < 300) {
        if (!isPlain(head))
            return end(Error{.kind = Error::Kind::Malformed,
                             .code = head.code,
                             .message = u"the answer is packed, or none"_s});
        m_opened = true;
        Q_EMIT opened();
    }
    if (state == HttpReader::State::Done || (!m_opened && m_filled >= RefusalLimit))
        finish();
}

/// Gives away what is complete: up to the last end of a line, or all.
void HttpFetch::handOver(bool isAll)
{
    auto cut = m_filled;
    if (!isAll && m_filled > 0) {
        const auto lines = QByteArrayView(m_buffer).first(m_filled).lastIndexOf('\n') + 1;
        const bool isLong = m_filled > m_buffer.size() / 4 * 3 && m_buffer.size() == m_blockSize;
        cut = lines == 0 && isLong ? m_filled : lines;
    }
    const auto left = m_filled - cut;
    QByteArray block;
    if (cut > m_buffer.size() / 2) {
        // Not copied. What is left of a line begins the next block.
        QByteArray next(m_isBusy ? m_blockSize : std::max(SmallBlock, left + SmallBlock),
                        Qt::Uninitialized);
        std::memcpy(next.data(), m_buffer.constData() + cut, size_t(left));
        block = std::exchange(m_buffer, std::move(next));
        block.truncate(cut);
    } else if (cut > 0) {
        block = QByteArray(m_buffer.constData(), cut);
        std::memmove(m_buffer.data(), m_buffer.constData() + cut, size_t(left));
    }
    m_filled = left;
    if (!block.isEmpty() && m_blocks.push(std::move(block)))
        Q_EMIT arrived();
}

/// The connection has ended.
void HttpFetch::lost()
{
    m_reader.finish();
    const bool isRefused = !m_opened && m_reader.head().code > 0;
    if (m_reader.state() == HttpReader::State::Done || isRefused)
        return finish();
    handOver(true);
    auto error = lossOf(*m_socket, m_way);
    if (m_socket->error() == QAbstractSocket::UnknownSocketError)
        error.message = m_reader.problem();
    end(error);
}

/// The answer is there.
void HttpFetch::finish()
{
    if (m_opened) {
        handOver(true);
        return end({});
    }
    const auto &head = m_reader.head();
    auto error = Error::fromStatus(head.code, m_buffer.first(m_filled));
    const auto after = head.headers.value(QHttpHeaders::WellKnownHeader::RetryAfter);
    if (const int seconds = retryAfterSeconds(after); seconds > 0)
        error.retryAfterSeconds = seconds;
    end(error);
}

void HttpFetch::end(const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    m_buffer = {};
    Q_EMIT ended(error);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        return;
    if (error)
        m_socket->abort();
    else
        m_socket->disconnectFromHost();
}

} // namespace kube
