// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/signin/oidcclient.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>

#include <vector>

namespace collab {

/// A cluster that a relay's gateway serves.
struct RelayedCluster
{
    QString name = {};
    /// What the cluster calls itself: the uid of its namespace kube-system; empty: the relay does
    /// not say.
    QString uid = {};

    bool operator==(const RelayedCluster &) const = default;
};

/// What a relay's gateway has for a person.
struct RelayOffer
{
    QString person = {}; ///< what the relay calls who asks; may be empty
    QString nameSpace = {}; ///< where they may begin; empty: the relay does not say
    std::vector<RelayedCluster> clusters = {}; ///< at most MostClusters, the relay's default first

    bool operator==(const RelayOffer &) const = default;
};

/// Asks a relay for the clusters that it serves (`GET /api/cluster`, `GET /auth/me`:
/// docs/gateway-api.md). Every call completes once, on the thread that owns this; destroying it
/// cancels what is under way. The token goes nowhere but to that relay: no redirection is followed,
/// and it takes https, but on this machine.
class RelayDirectory final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t MostClusters = 200;
    static constexpr qsizetype LongestName = 512;

    explicit RelayDirectory(QObject *parent = nullptr);

    /// `relay` is its address without a path, `token` an id-token or an API key.
    [[nodiscard]] QFuture<SignInResult<RelayOffer>> ask(const QUrl &relay, const QString &token);

private:
    using Body = SignInResult<QJsonObject>;
    QFuture<Body> get(const QUrl &relay, const QString &path, const QString &token);

    QNetworkAccessManager m_network;
};

} // namespace collab
