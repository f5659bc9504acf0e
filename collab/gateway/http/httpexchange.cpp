// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/httpexchange.h"

#include "collab/gateway/http/chunkedstream.h"

using namespace Qt::StringLiterals;

namespace gateway {

using relay::ApiAnswer;
using Status = ApiAnswer::Status;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

bool isRefusal(Status status)
{
    return status == Status::Unauthorized || status == Status::Forbidden
        || status == Status::TooManyRequests;
}

} // namespace

HttpExchange::HttpExchange(const Setting &setting, QHttpServerResponder &&responder)
    : m_server(&setting.server)
    , m_router(setting.router)
    , m_socket(setting.socket)
    , m_label(setting.label)
    , m_isOpen(setting.isOpen)
    , m_always(setting.always)
    , m_caller({.address = setting.address})
    , m_access({.verb = QString::fromLatin1(setting.method).toLower(), .resource = setting.path})
    , m_responder(std::move(responder))
{
    if (m_access.verb == "head"_L1)
        m_access.verb = u"get"_s;
}

HttpExchange::~HttpExchange()
{
    if (m_responder)
        HttpExchange::send(ApiAnswer::failure(Status::InternalServerError,
                                              u"The relay did not finish its answer."_s));
}

void HttpExchange::secure(QHttpHeaders &headers) const
{
    for (qsizetype i = 0; i < m_always.size(); ++i)
        headers.append(m_always.nameAt(i), m_always.valueAt(i));
    if (!headers.contains(Header::CacheControl))
        headers.append(Header::CacheControl, "no-store");
    headers.append(Header::XContentTypeOptions, "nosniff");
}

void HttpExchange::isAbout(const Access &access, const QString &cluster)
{
    m_access = access;
    m_cluster = cluster;
    m_isNamed = true;
}

/// What anybody may ask is nobody's deed, unless its handler says what it is.
void HttpExchange::note(Status status)
{
    if (m_server)
        m_server->metrics().count(m_label, int(status));
    const bool isDeed = m_isNamed || !m_isOpen;
    if (!isDeed || !m_router || m_router->audit() == nullptr)
        return;
    auto entry = entryOf(m_caller, m_access, m_cluster);
    entry.isAllowed = !isRefusal(status);
    entry.status = int(status);
    m_router->audit()->record(entry);
}

void HttpExchange::send(ApiAnswer answer)
{
    m_turn.reset();
    if (!m_responder || !m_server)
        return;
    note(answer.status);
    auto headers = std::move(answer.headers);
    if (answer.file || !answer.body.isEmpty())
        headers.append(Header::ContentType, answer.type);
    secure(headers);
    auto responder = std::move(*m_responder);
    m_responder.reset();
    if (answer.file)
        responder.write(answer.file.release(), headers, answer.status);
    else
        responder.write(answer.body, headers, answer.status);
}

std::unique_ptr<ResponseStream> HttpExchange::stream(const QByteArray &contentType)
{
    Q_ASSERT(m_responder);
    m_turn.reset();
    note(Status::Ok);
    QHttpHeaders headers;
    headers.append(Header::ContentType, contentType);
    secure(headers);
    auto responder = std::move(*m_responder);
    m_responder.reset();
    if (m_socket)
        relay::Listener::keep(*m_socket);
    return std::make_unique<ChunkedStream>(std::move(responder), m_socket, headers);
}

} // namespace gateway
