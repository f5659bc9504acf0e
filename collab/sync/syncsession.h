// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/awareness/awareness.h"
#include "collab/crdt/doc.h"
#include "collab/sync/message.h"
#include "collab/transport.h"

#include <QSet>

namespace collab {

struct SyncOptions
{
    enum class Role {
        Client, ///< tells of itself; forgets the others when the connection ends
        Relay, ///< tells of all, and tells the others when the peer's connection ends
    };
    using Milliseconds = std::chrono::milliseconds;

    Role role = Role::Client;
    Framing framing = Framing::YWebsocket; ///< of a relay: YWebsocket
    QByteArray document = {}; ///< its name in hocuspocus' frames
    QString token = {}; ///< for hocuspocus, before anything else; never logged
    qsizetype messageBytes = 64 * 1024 * 1024; ///< a larger message ends the session
    qint64 backlogBytes = 1024 * 1024; ///< while more waits to be sent, awareness waits for that
    Milliseconds syncWithin = std::chrono::seconds(30); ///< of a client: for the first step 2
    Milliseconds resyncAfter = std::chrono::seconds(2); ///< with updates that wait for others
};

/// Keeps one document and one awareness in step with one peer, over one transport: docs/collab.md,
/// "sync messages".
///
/// Each side says what it knows (step 1) and gets what it lacks (step 2); from then on updates go
/// both ways. Bytes that make no sense end the session with a reason, and nothing else. Ends once,
/// with ended(); its owner then deletes it, with deleteLater().
class SyncSession : public QObject
{
    Q_OBJECT

public:
    /// `transport` is open. `doc` and `awareness` are borrowed and must outlive the session.
    SyncSession(std::unique_ptr<Transport> transport, crdt::Doc &doc, Awareness &awareness,
                const SyncOptions &options = {}, QObject *parent = nullptr);
    ~SyncSession() override;

    void start();
    /// Says farewell, and ends.
    void close(const CloseReason &reason = {});

    bool isSynced() const { return m_isSynced; } ///< this side had its first step 2
    bool isCaughtUp() const { return m_isCaughtUp; } ///< the peer had all that is here
    bool isReadOnly() const { return m_isReadOnly; } ///< the peer takes no updates
    int unacknowledged() const { return m_unacknowledged; } ///< updates; only hocuspocus tells
    /// Asks for what `known` lacks. The answer is an update as any other.
    void ask(const crdt::StateVector &known);
    void sendStateless(const QString &text); ///< hocuspocus: to the relay's own extensions

Q_SIGNALS:
    void authenticated();
    void synced();
    void caughtUp();
    void unacknowledgedChanged();
    void updateReceived(const QByteArray &update); ///< the peer has it, and it is taken in
    void notSaved(); ///< the relay refused an update: it stays here alone
    void statelessReceived(const QString &text);
    void ended(const collab::CloseReason &reason);

private:
    using Kind = Message::Kind;

    void greet();
    void receive(const QByteArray &frame);
    void handle(const Message &message);
    void answer(const QByteArray &stateVector);
    void applyUpdate(const QByteArray &update);
    void applyAwareness(const QByteArray &message);
    void authenticate(const QByteArray &scope);
    void acknowledge(bool isSaved);
    void sendUpdate(Kind kind, const QByteArray &update);
    void send(Kind kind, const QByteArray &payload = {});
    void sendAwareness(const QList<quint64> &clients);
    void followDoc(const QByteArray &update, crdt::Origin origin);
    void followAwareness(const AwarenessChange &change, Awareness::Origin origin);
    void noteIntroduced(const AwarenessChange &change);
    void resync();
    void fail(CloseReason::Code code, const QString &text);
    void detach();
    void finish(const CloseReason &reason);
    bool isRelay() const { return m_options.role == SyncOptions::Role::Relay; }

    std::unique_ptr<Transport> m_transport;
    crdt::Doc &m_doc;
    Awareness &m_awareness;
    const SyncOptions m_options;
    QTimer m_syncTimeout;
    QTimer m_resync;
    QTimer m_later;
    QSet<quint64> m_heldBack; ///< whose awareness waits until the backlog is less
    QSet<quint64> m_introduced; ///< whose states came from this peer
    int m_resyncs = 0;
    int m_unacknowledged = 0;
    bool m_isGreeted = false;
    bool m_isSynced = false;
    bool m_isCaughtUp = false;
    bool m_isReadOnly = false;
    bool m_isEnded = false;
};

} // namespace collab
