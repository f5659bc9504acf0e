// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/provider/backoff.h"
#include "collab/sync/syncsession.h"
#include "collab/sync/unconfirmed.h"
#include "collab/sync/websockettransport.h"

#include <QUrlQuery>

#include <functional>

namespace collab {

struct ProviderOptions
{
    QUrl server = {}; ///< ws, wss, http or https; may have a path and parameters
    QString room = {}; ///< y-websocket: goes on in the path; hocuspocus: the document's name
    Framing framing = Framing::YWebsocket;
    QString token = {}; ///< y-websocket: the parameter "token"; hocuspocus: said first
    SyncOptions sync = {}; ///< of it, role, framing, document and token are the provider's to say
    WebSocketOptions socket = {};
    /// y-websocket: a relay that was told a change and does not tell it to all is asked whether it
    /// has it.
    std::chrono::milliseconds receiptWithin = std::chrono::seconds(2);
    std::optional<BackoffOptions> backoff = {}; ///< by default as the peer's own client has it
    /// Instead of a WebSocket, for tests.
    std::function<std::unique_ptr<Transport>(const QUrl &url)> connectTo = {};
};

/// Keeps a document and an awareness in step with a room of a y-websocket or hocuspocus server.
///
/// Connects when started, and again, after a while, when the connection ends, until it is stopped
/// or refused. What is edited meanwhile goes to the server with the next connection. On the thread
/// that owns it.
class Provider : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Stopped,
        Connecting,
        Connected, ///< but the document may lack what others did
        Synced,
        Offline, ///< waits for the next try
        Refused, ///< for good, until it is started again: a bad token, an address of no server
    };

    struct Status
    {
        Phase phase = Phase::Stopped;
        int failures = 0; ///< since it was synced last
        std::chrono::milliseconds nextTry = {}; ///< Offline: after which it tries again
        CloseReason reason = {}; ///< Offline, Refused: what ended the last connection
        bool operator==(const Status &) const = default;
    };

    /// `doc` and `awareness` are borrowed and must outlive the provider. The awareness takes on the
    /// document's client id.
    Provider(crdt::Doc &doc, Awareness &awareness, ProviderOptions options,
             QObject *parent = nullptr);
    ~Provider() override;

    void start();
    void stop(); ///< says farewell to the others; start() comes back
    void retryNow(); ///< when offline: does not wait, for example since the network is back
    void setToken(const QString &token); ///< for the next connection

    const Status &status() const { return m_status; }
    bool isSynced() const { return m_status.phase == Phase::Synced; }
    bool isReadOnly() const { return m_session && m_session->isReadOnly(); }
    /// Local changes of which no server has said that it has them: for a moment each.
    int unsentChanges() const;
    SyncSession *session() const { return m_session.get(); } ///< null without a connection

Q_SIGNALS:
    void statusChanged();
    void synced(); ///< anew with each connection
    void unsentChangesChanged();
    void notSaved(); ///< hocuspocus refused an update: this replica differs from the others

private:
    QUrl url() const;
    void connectNow();
    void openSession();
    void end(const CloseReason &reason);
    bool isFinal(const CloseReason &reason) const;
    void dropConnection();
    void noteLocalChange(const QByteArray &update);
    void confirm(const QByteArray &update);
    void askForReceipt();
    void noteCaughtUp();
    void setStatus(const Status &status);

    crdt::Doc &m_doc;
    Awareness &m_awareness;
    ProviderOptions m_options;
    Backoff m_backoff;
    Status m_status;
    std::unique_ptr<Transport> m_transport; ///< while it connects
    std::unique_ptr<SyncSession> m_session; ///< afterwards
    QTimer m_retry;
    QTimer m_receipt; ///< runs while one is waited for
    Unconfirmed m_unconfirmed; ///< y-websocket
    int m_unsent = 0; ///< hocuspocus, beside what its session counts
};

} // namespace collab
