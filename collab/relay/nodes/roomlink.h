// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/nodes/nodemessage.h"

#include <QHash>
#include <QObject>

#include <chrono>

namespace relay {

class Nodes;

/// What ties a room to the same room on other relays. The room owns it and says what happened here;
/// signals say what happened elsewhere.
class RoomLink : public QObject
{
    Q_OBJECT

public:
    /// `nodes` is borrowed and must outlive the link.
    RoomLink(Nodes &nodes, const QString &room);
    ~RoomLink() override;

    const QString &room() const { return m_room; }
    /// The room's document is there: what was stored since is looked for.
    void open();

    // To the others.
    void tellStored(const Seqs &seqs, const std::vector<QByteArray> &updates);
    void tellReplaced(Seq made, qint64 bytes, const Seqs &replaced);
    void tellAwareness(const QByteArray &message);

    // Whose awareness comes from which relay.
    bool isElsewhere(quint64 client) const { return m_clients.contains(client); }
    /// Whether a relay may tell of a client of which no peer here does.
    bool mayTell(quint64 node, quint64 client, bool isGone, std::chrono::milliseconds silentFor);
    /// Whether a peer here may tell of a client that was elsewhere: its relay, or the client, is
    /// silent. It is here then.
    bool takeOver(quint64 client, std::chrono::milliseconds silentFor);
    void forget(quint64 client) { m_clients.remove(client); }

    // For Nodes.
    void receive(const NodeMessage &message);
    void noteSubscribed();
    void noteAdded(const Seqs &seqs) { Q_EMIT added(seqs); }
    void noteGone(quint64 node);
    void read(const Seqs &seqs); ///< answered by stored()

Q_SIGNALS:
    void stored(const std::vector<relay::StoredUpdate> &updates);
    void added(const relay::Seqs &seqs); ///< to the store; some of it may be known
    void replaced(relay::Seq made, qint64 bytes, const relay::Seqs &replaced);
    void awareness(quint64 node, const QByteArray &message);
    void asked(); ///< for the awareness of those who are here
    void gone(const QList<quint64> &clients); ///< their relay went

private:
    struct Elsewhere
    {
        quint64 node = 0;
        std::chrono::steady_clock::time_point heard = {};
    };

    void tell(const NodeMessage &message);
    bool isSilent(const Elsewhere &where, std::chrono::milliseconds silentFor) const;

    Nodes &m_nodes;
    const QString m_room;
    QHash<quint64, Elsewhere> m_clients;
};

} // namespace relay
