// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/apistream.h"

#include "kube/api/httpexchange.h"
#include "kube/api/patience.h"

#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qint64 BlockSize = 32 * 1024;
constexpr qint64 ReadBuffer = 256 * 1024;
constexpr qint64 MostUnread = 8 * 1024 * 1024; // of a multiplexed stream

ApiStream::ApiStream(ApiClient &client, ApiRequest request)
    : m_client(&client)
    , m_request(std::move(request))
{
}

ApiStream::~ApiStream() = default;

void ApiStream::start()
{
    QMetaObject::invokeMethod(this, &ApiStream::launch, Qt::QueuedConnection);
}

void ApiStream::launch()
{
    if (!m_client)
        return end(closedError());
    m_client->m_identity.credentials().then(
        this, [this](const Result<Identity::Credentials> &known) {
            if (!known)
                return end(known.error());
            if (!m_client)
                return end(closedError());
            m_secondTry.begins(*known);
            adopt(*m_client->dispatch(m_request, prepare(m_client->m_identity, *known, m_request)));
        });
}

void ApiStream::adopt(QNetworkReply &reply)
{
    m_reply = &reply;
    reply.setParent(this);
    // With a limit Qt would hide from us what waits of an HTTP/2 stream, and not bound it. The same
    // when the server was offered HTTP/2 and chose HTTP/1.1.
    const bool multiplexed =
        reply.request().attribute(QNetworkRequest::Http2AllowedAttribute).toBool();
    if (!multiplexed)
        reply.setReadBufferSize(ReadBuffer);
    connect(&reply, &QNetworkReply::metaDataChanged, this, [this] {
        const int code = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (code >= 200 && code < 300 && !std::exchange(m_opened, true))
            Q_EMIT opened();
    });
    connect(&reply, &QNetworkReply::readyRead, this, [this] {
        if (m_reply && m_reply->bytesAvailable() > MostUnread)
            giveUp();
        else
            read();
    });
    connect(&reply, &QNetworkReply::finished, this, &ApiStream::finish);
    // A server that accepts the connection and then says nothing must not hang the stream; once it
    // has answered, silence is normal.
    callAfter(AnswerTimeout, &reply, this, [this] {
        if (!m_opened && m_reply)
            m_reply->abort();
    });
}

void ApiStream::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && m_reply)
        readLater();
}

// One block a turn of the event loop: whoever takes it may need milliseconds, and a window wants to
// be painted in between.
void ApiStream::read()
{
    if (!m_opened || m_paused || !m_reply || m_reply->bytesAvailable() <= 0)
        return;
    const QPointer<ApiStream> alive(this);
    // Not more than there is: read() takes memory for all that it is asked for, and who keeps the
    // bytes would keep that, too.
    Q_EMIT received(m_reply->read(std::min(BlockSize, m_reply->bytesAvailable())));
    if (alive && m_reply && m_reply->bytesAvailable() > 0)
        readLater();
}

void ApiStream::readLater()
{
    m_nextTurn.call(this, [this] {
        const QPointer<ApiStream> alive(this);
        read();
        if (alive && m_reply && m_reply->isFinished())
            finish();
    });
}

void ApiStream::finish()
{
    const QPointer<ApiStream> alive(this);
    read();
    if (!alive || m_done || !m_reply)
        return;
    if (m_opened && m_reply->bytesAvailable() > 0)
        return; // the rest is delivered first: readLater() or setPaused() comes back here
    const bool hasBody = !m_opened && m_reply->isOpen(); // a time-out closes it
    const auto body = hasBody ? m_reply->read(RefusalLimit) : QByteArray();
    const auto error = errorOf(*m_reply, body);
    const bool again = error && !m_opened && m_client && isRefusedStream(*m_reply)
        && m_client->goElsewhere(*m_reply, m_request, m_refusals);
    m_reply->deleteLater();
    m_reply = nullptr;
    if (error && m_client && m_secondTry.isWorthAfter(*error, m_client->m_identity))
        return launch();
    if (again)
        return launch();
    end(error);
}

void ApiStream::giveUp()
{
    m_overrun = true;
    auto *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    end(Error{.kind = Error::Kind::Unreachable,
              .message = u"the server sent more than could be taken in"_s});
}

void ApiStream::end(const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    const QPointer<ApiStream> alive(this);
    if (m_client && error && error->code == 0 && !m_overrun)
        Q_EMIT m_client->connectionLost();
    if (alive)
        Q_EMIT ended(error);
}

} // namespace kube
