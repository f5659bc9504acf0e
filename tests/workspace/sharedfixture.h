// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/auth/accessgate.h"
#include "collab/relay/rooms/syncendpoint.h"
#include "collab/relay/server.h"
#include "collab/relay/store/memoryroomstore.h"
#include "workspace/sharing/yardconnection.h"
#include "workspace/yard/yarddocument.h"

#include <QTest>

#include <map>

/// A relay on loopback that lives in the test: anybody enters, "viewer" may only look, "elsewhere"
/// is a token for other yards, any other word is none.
class LoopbackRelay
{
public:
    LoopbackRelay() { start(0); }

    quint16 port() const { return m_port; }
    workspace::ShareAddress address(const QString &token = {}) const
    {
        return {.relay = QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/sync").arg(m_port)),
                .yard = QStringLiteral("shop"),
                .token = token};
    }
    /// It is gone, with all its connections.
    void stop()
    {
        m_rooms->drain({.code = collab::CloseReason::GoingAway});
        m_server.reset();
    }
    void start(quint16 port)
    {
        m_rooms = std::make_unique<relay::Rooms>(m_store);
        m_endpoint = std::make_unique<relay::SyncEndpoint>(*m_rooms, m_gate);
        m_server = std::make_unique<relay::Server>();
        m_server->addEndpoint(*m_endpoint);
        m_port = m_server->listen(QHostAddress::LocalHost, port).value_or(0);
    }

private:
    static std::expected<relay::Person, relay::WebSocketEndpoint::Status>
    admit(const QString &, const QByteArray &token)
    {
        using Status = relay::WebSocketEndpoint::Status;
        if (token.isEmpty())
            return relay::Person{};
        if (token == "viewer")
            return relay::Person{.role = relay::Role::Viewer};
        return std::unexpected(token == "elsewhere" ? Status::Forbidden : Status::Unauthorized);
    }

    relay::MemoryRoomStore m_store;
    std::unique_ptr<relay::Rooms> m_rooms;
    relay::AccessGate m_gate{admit};
    std::unique_ptr<relay::SyncEndpoint> m_endpoint;
    std::unique_ptr<relay::Server> m_server;
    quint16 m_port = 0;
};

/// Tries again at once.
inline void hurry(collab::ProviderOptions &options)
{
    using namespace std::chrono_literals;
    options.backoff = collab::BackoffOptions::yWebsocket();
}

/// Somebody with a yard and a connection, and no window.
struct Someone
{
    workspace::YardDocument document;
    workspace::YardConnection connection{document};

    explicit Someone(const QString &name, quint32 color = 0xf472b6)
    {
        connection.setOptions(hurry);
        presence.userId = name;
        presence.name = name;
        presence.color = color;
        connection.setPresence(presence);
    }
    void tell(const workspace::Presence &next)
    {
        presence = next;
        connection.setPresence(presence);
    }
    /// As the other sees them; null: not at all.
    const workspace::Person *seenBy(const workspace::YardConnection &other) const
    {
        for (const auto &person : other.people().all()) {
            if (person.presence.userId == presence.userId && !person.isSelf)
                return &person;
        }
        return nullptr;
    }

    workspace::Presence presence;
};
