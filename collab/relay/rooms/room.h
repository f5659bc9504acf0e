// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/awareness/awareness.h"
#include "collab/crdt/doc.h"
#include "collab/relay/metrics/roommetrics.h"
#include "collab/relay/nodes/roomlink.h"
#include "collab/relay/rooms/awarenessowners.h"
#include "collab/relay/rooms/peer.h"
#include "collab/relay/store/roomstore.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <deque>

namespace relay {

/// One yard on the relay: its document, who is there, and the connections that share it.
///
/// What peers send is taken in once a tick, as one transaction. What comes of it is stored, then
/// told to everybody, its sender included, and only then is more taken in: who hears its own change
/// back knows that it will be there after a crash. So do those who come or ask: they are answered
/// from what is stored. Awareness goes out once a tick, only the newest
/// state of each client. A room that cannot store keeps what it has and tries again.
///
/// With Nodes, other relays have the same room: what they have stored is taken in and told here,
/// and what is stored here is told to them.
class Room : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the room.
    struct Setting
    {
        RoomStore &store;
        const RoomLimits &limits;
        RoomMetrics &metrics;
        Nodes *nodes = nullptr; ///< null: no other relay has the room
    };
    Room(const QString &name, const Setting &setting, QObject *parent = nullptr);
    ~Room() override;

    const QString &name() const { return m_name; }
    const RoomLimits &limits() const { return m_limits; }
    RoomMetrics &metrics() { return m_metrics; }
    qsizetype peerCount() const { return qsizetype(m_peers.size()); }
    bool isOpen() const { return m_isOpen; }
    /// Everything that was taken in is stored.
    bool isSaved() const { return m_fresh.empty() && !hasIncoming(); }

    /// `transport` is open. It is served as soon as the document is there.
    void join(std::unique_ptr<collab::Transport> transport, const Person &person);
    /// Ends with all peers. What they sent is stored yet.
    void close(const collab::CloseReason &reason);
    /// Ends with those peers.
    void dropPeople(const std::function<bool(const Person &)> &which,
                    const collab::CloseReason &reason);

    /// Calls `ready` once the document is there, or cannot be loaded; then the room is about to go.
    void whenOpen(const std::function<void(bool isOpen)> &ready);
    /// A change by the relay itself. Only of an open room.
    struct Change
    {
        std::function<void(crdt::Doc &)> edit = {}; ///< done with the next tick, within its change
        std::function<void()> stored = {}; ///< what came of it will be there after a crash
    };
    void change(const Change &change);
    /// Calls `ready` once all that was taken in so far is stored. Only of an open room.
    void whenStored(const std::function<void()> &ready);
    /// Those who are there, in the order in which they came.
    std::vector<const Peer *> peers() const;
    bool dropPeer(quint64 id, const collab::CloseReason &reason); ///< false: it is not there
    qsizetype storedBytes() const { return m_records.bytes; }

    // For its peers.
    /// Whether a peer that cannot be greeted yet may keep so many bytes more.
    bool keepEarly(qsizetype bytes);
    void letEarlyGo(qsizetype bytes) { m_earlyBytes -= bytes; }
    void takeUpdate(Peer &peer, const QByteArray &update);
    void takeAwareness(Peer &peer, const QByteArray &message);
    /// What peers may hear of is there, and it is stored.
    bool canAnswer() const { return m_isOpen && (m_fresh.empty() || m_stored); }
    QByteArray stateVector() const { return answering().stateVector().encode(); }
    QByteArray stateFor(const crdt::StateVector &known);
    QByteArray awareness() const;
    /// How much everybody has been told, except those who are behind.
    struct Told
    {
        quint64 updates = 0;
        quint64 awareness = 0;
        bool operator==(const Told &) const = default;
    };
    const Told &told() const { return m_told; }
    /// The messages that say all that was told since.
    const std::vector<QByteArray> &framesSince(const Told &before);
    void watchSlowPeers(); ///< one is behind

Q_SIGNALS:
    void peerLeft(const collab::CloseReason &reason);
    /// Nobody came for a while, or loading failed. It may be deleted.
    void abandoned();
    void saved(); ///< isSaved() has become true
    void changed(); ///< the document, which is stored like that

private:
    static constexpr char Stored = 0; ///< its address is the origin of what the store has
    static QByteArray frameOf(collab::Message::Kind kind, const QByteArray &payload)
    {
        return collab::encode({.kind = kind, .payload = payload}, collab::Framing::YWebsocket);
    }

    struct Incoming
    {
        QPointer<Peer> peer;
        QByteArray update;
        const Peer *by = nullptr; ///< the same, known also when it has left
    };

    struct Records
    {
        qsizetype count = 0;
        qsizetype bytes = 0;
    };

    void open(const std::expected<RoomStore::Content, QString> &content);
    void soon();
    void tick();
    void takeIn();
    bool hasIncoming() const { return !m_incoming.empty() || !m_changes.empty(); }
    void makeChanges();
    void confirmChanges();
    void tellOpen(bool isOpen);
    /// How much may wait for what it builds on, beside what is stored like that.
    qsizetype mostPending() const { return 64 * 1024 + m_storedPending; }
    void askAgain();
    void answerWaiting();
    void loadStored();
    const crdt::Doc &answering() const { return m_stored && !m_fresh.empty() ? *m_stored : m_doc; }
    bool hasSpaceFor(Peer &peer, qsizetype bytes);
    const Peer *heaviestWith(const Peer &peer, qsizetype bytes) const;
    bool isAllowed(Peer &peer, const QByteArray &update);
    void save();
    void noteSaved(const std::expected<Seqs, QString> &result);
    void compact();
    void noteCompacted(const std::expected<std::optional<Seq>, QString> &result,
                       const Records &before, const Seqs &replaced, qsizetype size);
    void compactLater(qsizetype size);
    bool isWorthCompacting() const;
    void tellStored(const Seqs &seqs);
    void tellUpdate(const QByteArray &update);
    void tellAwareness();
    QByteArray updateSince(quint64 before);
    QByteArray awarenessSince(quint64 before) const;
    void remove(Peer &peer, const collab::CloseReason &reason);
    void leaveIfIdle();
    void catchUpSlowPeers();
    std::vector<Peer *> everybody() const;

    // With other relays: roomnodes.cpp.
    void linkWith(Nodes &nodes);
    void takeStored(const std::vector<StoredUpdate> &updates);
    void takeArrived();
    void readAgain();
    void lookAt(const Seqs &added);
    void noteReplaced(Seq made, qint64 bytes, const Seqs &replaced);
    void takeAwarenessFrom(quint64 node, const QByteArray &message);
    bool mayTellFrom(quint64 node, const collab::Awareness::Entry &state);
    bool isHere(const collab::Awareness::Entry &state);
    void noteChange(const collab::AwarenessChange &change, collab::Awareness::Origin by);

    const QString m_name;
    RoomStore &m_store;
    const RoomLimits &m_limits;
    RoomMetrics &m_metrics;
    crdt::Doc m_doc;
    collab::Awareness m_awareness;
    std::vector<std::unique_ptr<Peer>> m_peers;
    AwarenessOwners m_owners;
    QSet<quint64> m_changed; ///< whose awareness is to be told

    Told m_told;
    std::deque<QByteArray> m_recent; ///< the updates that were told last
    qsizetype m_recentBytes = 0;
    QHash<quint64, quint64> m_toldAt; ///< clients, and when their awareness was told last
    struct Since ///< for many who fell behind together
    {
        Told before = {};
        Told until = {};
        std::vector<QByteArray> frames = {};
    };
    Since m_since;

    std::vector<Incoming> m_incoming; ///< updates that the next tick takes in
    QElapsedTimer m_sinceIncoming; ///< since the first of them came
    std::vector<Change> m_changes; ///< likewise
    std::vector<Change> m_made; ///< and not stored yet
    std::vector<std::function<void(bool)>> m_waiting; ///< for the document
    std::vector<QByteArray> m_fresh; ///< taken in, and not stored yet
    QElapsedTimer m_sinceFresh; ///< since the first of them came
    QElapsedTimer m_sinceAsked; ///< the store
    std::unique_ptr<crdt::Doc> m_stored; ///< without what the store does not take at the moment
    qsizetype m_waitingBytes = 0; ///< of m_incoming
    QByteArray m_state; ///< the whole document; empty: to be made anew

    std::unique_ptr<RoomLink> m_link; ///< null: no other relay has the room
    std::vector<StoredUpdate> m_arrived; ///< from other relays; the next tick takes them in
    std::vector<QByteArray> m_elsewhere; ///< what came of it, and is stored
    QSet<Seq> m_unsettled; ///< records that build on what is not there yet
    QSet<quint64> m_changedHere; ///< whose awareness is to be told to other relays

    QSet<Seq> m_seqs; ///< of the records whose updates were taken in
    Records m_records; ///< in the store
    Records m_compactAt; ///< beyond one of these
    qsizetype m_compactBytes = 0; ///< what the last compaction came to
    QTimer m_tick;
    QTimer m_retry;
    QTimer m_slow;
    QTimer m_idle;
    qsizetype m_storedPending = 0; ///< of what was loaded, since a record before it is broken
    qsizetype m_earlyBytes = 0; ///< that peers keep who could not be greeted yet
    bool m_isOpen = false;
    bool m_isCompacting = false;
    bool m_asksAgain = false; ///< everybody, as soon as it can
    bool m_mayCompact = true; ///< nothing is stored that could not be read
};

} // namespace relay
