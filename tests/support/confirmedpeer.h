// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/crdt/doc.h"
#include "collab/crdt/statevector.h"
#include "collab/crdt/updates.h"
#include "collab/sync/message.h"
#include "collab/sync/websockettransport.h"

#include <QTest>

#include <map>

namespace support {

/// Clocks up to which a client's changes came back from the relay.
using Confirmed = std::map<quint64, quint64>;

/// A client that looks at each message itself.
class ConfirmedPeer : public QObject
{
public:
    /// In the yard "yard" of the relay with that address of synchronization.
    explicit ConfirmedPeer(const QString &syncUrl)
        : m_transport(QUrl(syncUrl + QStringLiteral("/yard")))
    {
        connect(&m_transport, &collab::Transport::opened, this,
                [this] { send(collab::Message::Kind::SyncStep1, doc.stateVector().encode()); });
        connect(&m_transport, &collab::Transport::received, this, &ConfirmedPeer::take);
        connect(&doc, &crdt::Doc::updated, this,
                [this](const QByteArray &update, crdt::Origin, bool local) {
                    if (local)
                        send(collab::Message::Kind::Update, update);
                });
    }

    crdt::Doc doc;
    Confirmed confirmed;
    bool isSynced = false;

private:
    void take(const QByteArray &frame)
    {
        const auto message = collab::decode(frame, collab::Framing::YWebsocket);
        if (!message)
            return;
        if (message->kind == collab::Message::Kind::SyncStep2) {
            QVERIFY(doc.applyUpdate(message->payload, this));
            isSynced = true;
        } else if (message->kind == collab::Message::Kind::Update) {
            note(message->payload);
        }
    }

    void note(const QByteArray &update)
    {
        QVERIFY(doc.applyUpdate(update, this));
        const auto ranges = crdt::rangesOfUpdate(update);
        QVERIFY(ranges);
        for (const auto &range : *ranges) {
            auto &clock = confirmed[range.client];
            clock = std::max(clock, range.end);
        }
    }

    void send(collab::Message::Kind kind, const QByteArray &payload)
    {
        m_transport.send(
            collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket));
    }

    collab::WebSocketTransport m_transport;
};

} // namespace support
