// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/api.h"
#include "collab/relay/api/joinpage.h"
#include "collab/relay/auth/admission.h"
#include "collab/relay/auth/invites.h"
#include "collab/relay/config/relayconfig.h"
#include "collab/relay/rooms/rooms.h"
#include "collab/relay/rooms/syncendpoint.h"
#include "collab/relay/server.h"
#include "collab/relay/versions/versions.h"

#include <QUrl>

namespace relay {

/// A relay that works: a store, the yards in it, who may enter them, and the server through which
/// they come. `krateyard relay` is one, and the desktop has one while it shares a yard.
///
/// Lives on the thread that made it. Ends with its object: drain() first, so that everybody is told
/// and what they sent is stored.
class Service : public QObject
{
    Q_OBJECT

public:
    /// `store` is what openStore() gave for `config`, or another.
    Service(const RelayConfig &config, std::unique_ptr<RoomStore> store, QObject *parent = nullptr);
    ~Service() override;

    /// Listens where the configuration says, and gives the address, with the port that was taken.
    std::expected<QUrl, QString> listen();
    /// Takes in a changed configuration: connections whose token went, or says something else now,
    /// end. Gives the keys that changed and hold only after a new start; with an error everything
    /// stays as it was.
    std::expected<QStringList, QString> reload(const RelayConfig &config);
    /// Ends with everybody; drained() comes when all they sent is stored.
    void drain(const collab::CloseReason &reason);

    /// A token with which one may administer the relay, for as long as it runs.
    void setLocalAdmin(const QByteArray &token) { m_localAdmin = hashOf(token); }

    const RelayConfig &config() const { return m_config; }
    RoomStore &store() { return *m_store; }
    Rooms &rooms() { return m_rooms; }
    Server &server() { return m_server; }
    /// Further ways in may be added. What they let in ends with Rooms::dropPeople().
    AdmissionChain &admission() { return m_admission; }
    Invites &invites() { return m_invites; }

Q_SIGNALS:
    void drained();

private:
    void judgeAnew();
    void serveApi();
    std::optional<QString> adminOf(const QByteArray &token) const;

    RelayConfig m_config;
    const std::unique_ptr<RoomStore> m_store;
    Rooms m_rooms;
    AdmissionChain m_admission;
    Admission m_own; ///< the configuration's
    SyncEndpoint m_sync;
    Server m_server;
    QByteArray m_localAdmin; ///< its hash
    Versions m_versions;
    Invites m_invites;
    Api m_api; // before the server, whose connections it answers, ends
    JoinPage m_joinPage;
};

} // namespace relay
