// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/relay/api/api.h"
#include "collab/relay/api/joinpage.h"
#include "collab/relay/auth/accessgate.h"
#include "collab/relay/auth/invites.h"
#include "collab/relay/config/relayconfig.h"
#include "collab/relay/nodes/nodes.h"
#include "collab/relay/oidc/oidcadmission.h"
#include "collab/relay/rooms/rooms.h"
#include "collab/relay/rooms/syncendpoint.h"
#include "collab/relay/server.h"
#include "collab/relay/versions/versions.h"

#include <QTimer>
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

    /// Other relays, which use the same store, have the same yards. Before listen().
    void shareOver(std::unique_ptr<Backplane> backplane);
    /// Listens where the configuration says, and gives the address, with the port that was taken.
    /// Fails when it is taken, or the certificate is none.
    std::expected<QUrl, QString> listen();
    /// Takes in a changed configuration, and reads the certificate anew: connections whose token
    /// went, or says something else now, end. Gives the keys that changed and hold only after a new
    /// start; with an error everything stays as it was.
    std::expected<QStringList, QString> reload(const RelayConfig &config);
    /// Ends with everybody; drained() comes when all they sent is stored.
    void drain(const collab::CloseReason &reason);

    const RelayConfig &config() const { return m_config; }
    RoomStore &store() { return *m_store; }
    Rooms &rooms() { return m_rooms; }
    Server &server() { return m_server; }
    /// Further ways in may be added. What they let in ends with Rooms::dropPeople().
    AdmissionChain &admission() { return m_admission; }
    Invites &invites() { return m_invites; }
    /// Further figures for `/metrics`, in the form that Prometheus reads. Asked each time.
    void addMetrics(const std::function<QByteArray()> &metrics) { m_figures.push_back(metrics); }
    /// Judges requests by all of these.
    AccessGate &gate() { return m_gate; }

Q_SIGNALS:
    void drained();

private:
    std::expected<void, QString> useCertificate(const TlsFiles &files);
    void warnOfExpiry() const;
    void addOwnAdmission();
    void makeOwnAdmission();
    void takeAuth(const RelayConfig &config);
    void judgeAnew();
    void leave();
    QByteArray metricsText();
    void serveApi();
    void writeControlFile();
    std::optional<QString> adminOf(const QByteArray &token) const;

    RelayConfig m_config;
    const std::unique_ptr<RoomStore> m_store;
    std::unique_ptr<Backplane> m_backplane; ///< null: this relay is alone
    std::unique_ptr<Nodes> m_nodes; ///< likewise
    Rooms m_rooms;
    AdmissionChain m_admission;
    Admission m_tokens; ///< the configuration's
    std::unique_ptr<OidcAdmission> m_oidc; ///< likewise; none without it
    AccessGate m_gate;
    SyncEndpoint m_sync;
    Server m_server;
    std::vector<std::function<QByteArray()>> m_figures; ///< of others
    QDateTime m_certificateExpires;
    QTimer m_daily;
    QByteArray m_certificateDigest; ///< SHA-256; empty: none
    QUrl m_url;
    QByteArray m_localAdmin; ///< the hash of the token in the control file
    bool m_isControlled = false; ///< there is one
    Versions m_versions;
    Invites m_invites;
    Api m_api; // before the server, whose connections it answers, ends
    JoinPage m_joinPage;
};

} // namespace relay
