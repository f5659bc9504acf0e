// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/caller.h"
#include "collab/gateway/identity/proof.h"
#include "collab/gateway/limits/streamlimits.h"
#include "kube/api/apiclient.h"
#include "kube/cluster.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <chrono>

namespace gateway {

/// Passes bytes between a client and a cluster, both ways and as they are, until one of them ends
/// or the proof of who the client is does. Each holds the other back: no more than two blocks wait
/// for either. Goes with the client's socket.
class Tunnel final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 Block = 256 * 1024; ///< bytes that may wait for one side
    /// How long what came before the end may take to be read.
    static constexpr auto LastWords = std::chrono::seconds(5);

    struct Setting
    {
        std::shared_ptr<kube::Cluster> cluster = {}; ///< kept for as long as it goes on
        StreamLimits::Place place = {};
        Caller caller = {};
        const Authenticator &authenticator; ///< borrowed
    };
    /// What the cluster said behind its answer is unread yet in its socket.
    Tunnel(Setting setting, QTcpSocket &client, const kube::UpgradedSocket &upstream);
    ~Tunnel() override;

private:
    void pass(QTcpSocket &from, QTcpSocket &to);
    void finish(QTcpSocket &from, QTcpSocket &to);
    void end();

    const Setting m_setting;
    QTcpSocket &m_client;
    const std::shared_ptr<QSslSocket> m_upstream; ///< the only share
    Proof m_proof;
    bool m_isOver = false;
};

} // namespace gateway
