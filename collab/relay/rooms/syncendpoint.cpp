// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/rooms/syncendpoint.h"

#include "collab/sync/websockettransport.h"

using namespace Qt::StringLiterals;

namespace relay {

namespace {

const QString prefix = u"/ws/sync/"_s;

/// What is not whole yet is kept, outside all rates. Whose changes are refused says what it has,
/// and who it is.
constexpr quint64 ViewerMessageBytes = 512 * 1024;

QString yardOf(const QUrl &url)
{
    const auto path = url.path(QUrl::FullyDecoded);
    return path.startsWith(prefix) ? path.sliced(prefix.size()) : QString();
}

} // namespace

SyncEndpoint::SyncEndpoint(Rooms &rooms, AccessGate &gate)
    : m_rooms(rooms)
    , m_gate(gate)
{
}

bool SyncEndpoint::serves(const QUrl &url) const
{
    return url.path(QUrl::FullyDecoded).startsWith(prefix);
}

std::optional<Refusal> SyncEndpoint::refuses(const QHttpServerRequest &request)
{
    const auto yard = yardOf(request.url());
    if (!Rooms::isName(yard))
        return Refusal{.status = Status::NotFound};
    const auto person = m_gate.admit(yard, request);
    return person ? std::nullopt : std::optional(person.error());
}

void SyncEndpoint::take(std::unique_ptr<QWebSocket> socket, QTcpSocket *carrier)
{
    const auto url = socket->requestUrl();
    const auto yard = yardOf(url);
    const auto person = m_gate.confirm(yard, tokenOf(url, socket->request().headers()));
    collab::WebSocketOptions options;
    options.carrier = carrier;
    options.messageBytes = quint64(m_rooms.limitsOf(yard).messageBytes);
    if (person && person->role == Role::Viewer)
        options.messageBytes = std::min(options.messageBytes, ViewerMessageBytes);
    auto transport = std::make_unique<collab::WebSocketTransport>(std::move(socket), options);
    if (person) {
        m_rooms.join(yard, std::move(transport), *person);
        return;
    }
    transport->close({.code = collab::CloseReason::Unauthorized}); // it has expired just now
    transport.release()->deleteLater(); // the farewell is on its way
}

} // namespace relay
