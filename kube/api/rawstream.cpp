// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/api/rawstream.h"

#include "kube/api/httpexchange.h"
#include "kube/api/httpfetch.h"

#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

constexpr qsizetype BlockSize = 256 * 1024; // a quarter of a millisecond of a store's work

void RawStream::Later::operator()(HttpFetch *fetch) const
{
    fetch->deleteLater();
}

RawStream::RawStream(ApiClient &client, ApiRequest request)
    : m_client(&client)
    , m_request(std::move(request))
{
}

RawStream::~RawStream() = default;

void RawStream::start()
{
    QMetaObject::invokeMethod(this, &RawStream::launch, Qt::QueuedConnection);
}

static std::unique_ptr<HttpFetch> fetchOf(const Identity &identity,
                                          const Identity::Credentials &credentials,
                                          const ApiRequest &request)
{
    using Header = QHttpHeaders::WellKnownHeader;
    const auto way = wayTo(identity, credentials, urlOf(identity, request.path, request.query));
    auto headers = headersOf(credentials, request);
    headers.append(Header::AcceptEncoding, "identity");
    headers.append(Header::Connection, "close");
    return std::make_unique<HttpFetch>(way, requestHead(request.method, way, headers), BlockSize);
}

void RawStream::launch()
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
            m_reader = m_client->reader();
            open(fetchOf(m_client->m_identity, *known, m_request));
        });
}

void RawStream::open(std::unique_ptr<HttpFetch> fetch)
{
    m_fetch.reset(fetch.release());
    connect(m_fetch.get(), &HttpFetch::opened, this, &RawStream::opened);
    connect(m_fetch.get(), &HttpFetch::arrived, this, &RawStream::deliver);
    connect(m_fetch.get(), &HttpFetch::ended, this, &RawStream::fetchEnded);
    m_fetch->moveToThread(m_reader.get());
    QMetaObject::invokeMethod(m_fetch.get(), &HttpFetch::start, Qt::QueuedConnection);
}

void RawStream::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && m_fetch)
        deliverLater();
}

// One block a turn of the event loop: whoever takes it may need a while, and a window wants to be
// painted in between.
void RawStream::deliver()
{
    if (m_paused || !m_fetch)
        return;
    const auto block = m_fetch->take();
    if (block.isNull()) {
        if (m_hasEnded)
            end(m_error);
        return;
    }
    const QPointer<RawStream> alive(this);
    Q_EMIT received(block);
    if (alive)
        deliverLater();
}

void RawStream::deliverLater()
{
    m_nextTurn.call(this, [this] { deliver(); });
}

void RawStream::fetchEnded(const std::optional<Error> &error)
{
    if (error && m_client && m_secondTry.isWorthAfter(*error, m_client->m_identity)) {
        m_fetch.reset();
        return launch();
    }
    m_error = error;
    m_hasEnded = true;
    if (m_fetch->isEmpty())
        end(error);
}

void RawStream::end(const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    m_fetch.reset();
    const QPointer<RawStream> alive(this);
    if (m_client && error && error->code == 0)
        Q_EMIT m_client->connectionLost();
    if (alive)
        Q_EMIT ended(error);
}

} // namespace kube
