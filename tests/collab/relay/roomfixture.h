// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/rooms/rooms.h"
#include "collab/relay/store/memoryroomstore.h"
#include "collab/sync/syncsession.h"

/// What the tests of rooms have in common.
namespace rooms {

/// A store that answers when it is told to, or with an error.
class ControlledStore final : public relay::RoomStore
{
public:
    void load(const QString &room, const Answer<Content> &answer) override
    {
        m_kept.load(room, answer);
    }
    void append(const QString &room, const std::vector<QByteArray> &updates,
                const Answer<void> &answer) override
    {
        ++appends;
        if (fails)
            QTimer::singleShot(0, this,
                               [answer] { answer(std::unexpected(QStringLiteral("full"))); });
        else if (holds)
            m_held.push_back([=, this] { m_kept.append(room, updates, answer); });
        else
            m_kept.append(room, updates, answer);
    }
    void replace(const QString &room, const QByteArray &state, const Answer<void> &answer) override
    {
        ++replacements;
        m_kept.replace(room, state, answer);
    }
    void list(const Answer<QStringList> &answer) override { m_kept.list(answer); }
    QString problem() const override { return {}; }
    relay::VersionStore &versions() override { return m_kept.versions(); }
    relay::InviteStore &invites() override { return m_kept.invites(); }
    void backUp(const QString &file, const Answer<void> &answer) override
    {
        m_kept.backUp(file, answer);
    }

    void release()
    {
        holds = false;
        for (const auto &held : std::exchange(m_held, {}))
            held();
    }

    bool fails = false;
    bool holds = false;
    int appends = 0;
    int replacements = 0;

private:
    relay::MemoryRoomStore m_kept;
    std::vector<std::function<void()>> m_held;
};

/// One of our own clients in a room, without a network.
struct Client
{
    Client(relay::Rooms &rooms, const QString &room, const relay::Person &person = {})
    {
        auto [here, there] = collab::makeLoopback();
        session = std::make_unique<collab::SyncSession>(std::move(here), doc, awareness);
        QObject::connect(session.get(), &collab::SyncSession::ended, session.get(),
                         [this](const collab::CloseReason &why) { reason = why; });
        rooms.join(room, std::move(there), person);
        session->start();
    }

    void set(const QString &key, int value) { doc.map(u"m").set(key, lib0::Any(value)); }
    lib0::Any get(const QString &key) { return doc.map(u"m").any(key); }

    crdt::Doc doc;
    collab::Awareness awareness{doc.clientId()};
    std::unique_ptr<collab::SyncSession> session;
    std::optional<collab::CloseReason> reason = {};
};

/// A peer that says what it is told to, and whose network can stall.
class RawTransport final : public collab::Transport
{
public:
    void send(const QByteArray &message) override { sent.push_back(message); }
    void close(const collab::CloseReason &reason) override
    {
        m_isOpen = false;
        Q_EMIT closed(reason);
    }
    bool isOpen() const override { return m_isOpen; }
    qint64 backlog() const override { return waiting; }

    std::vector<QByteArray> sent;
    qint64 waiting = 0;

private:
    bool m_isOpen = true;
};

/// What of a peer outlives it: the room owns the transport.
struct Raw
{
    Raw(relay::Rooms &rooms, const QString &room, const relay::Person &person = {})
    {
        auto made = std::make_unique<RawTransport>();
        transport = made.get();
        QObject::connect(made.get(), &collab::Transport::closed, &context,
                         [this](const collab::CloseReason &why) { reason = why; });
        rooms.join(room, std::move(made), person);
    }

    void say(collab::Message::Kind kind, const QByteArray &payload) const
    {
        Q_EMIT transport->received(
            collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket));
    }
    /// The messages of that kind that it was sent.
    std::vector<QByteArray> heard(collab::Message::Kind kind) const
    {
        std::vector<QByteArray> payloads;
        for (const auto &frame : transport->sent) {
            const auto message = collab::decode(frame, collab::Framing::YWebsocket);
            if (message && message->kind == kind)
                payloads.push_back(message->payload);
        }
        return payloads;
    }

    QObject context;
    QPointer<RawTransport> transport;
    std::optional<collab::CloseReason> reason = {};
};

} // namespace rooms
