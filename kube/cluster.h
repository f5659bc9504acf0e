// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/api/discovery.h"
#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace kube {

class AccessReview;
class ApiClient;
class CredentialSources;
class Identity;
class MetricsFeed;
class ResourceCache;
struct CredentialExpiry;

/// How often a Cluster asks, in milliseconds.
struct ClusterPace
{
    int ping = 8'000;
    int pingWhileAway = 1'500;
    int pingTimeout = 5'000; ///< with `ping`: silence shows within 13 s
    int failedGroupsAgain = 60'000; ///< discovery, after some groups did not answer
    int resourcesAgain = 300'000; ///< discovery: definitions come and go
};

/// One API server as one user sees it: a kubeconfig context that is in use.
///
/// Owns the connection, asks for the version and the kinds, and watches over the connection: every
/// 10 s it asks the server for its version and says when it stops answering (at the latest 15 s
/// after) and when it is back. Kinds are asked for again now and then.
///
/// Where the server offers HTTP/2, watches share one connection, and these questions are its
/// keep-alive: Qt (6.8) sends no PING frames of its own accord, so a question that is not answered
/// within 5 s is taken for the same. Connections of a server that is away are given up, because one
/// that is half-open would swallow the next requests, too.
class Cluster : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting, ///< nothing heard yet
        Ready, ///< answering
        Unreachable, ///< not answering now; see lastError(); tried again by itself
        Refused, ///< answers, but not to this user (401), or the entry is unusable; tried again on
                 ///< retry()
    };
    Q_ENUM(State)

    /// How far the credentials are from their end, when nothing renews them.
    enum class SignIn { Lasting, Ending, Ended };
    Q_ENUM(SignIn)

    /// `sources` is shared by the clusters of one app; without it, this one has its own.
    explicit Cluster(const ClientConfig &config, QObject *parent = nullptr, ClusterPace pace = {},
                     std::shared_ptr<CredentialSources> sources = {});
    ~Cluster() override;

    /// Keeps what the server knows in this folder (DiscoveryCache), so that the next start need not
    /// wait for it. Before connectToServer(); without it nothing is kept.
    void keepDiscoveryIn(const QString &folder);
    void connectToServer();
    void retry(); ///< asks again now

    const ClientConfig &config() const;
    ApiClient &client();
    /// What is looked at of this cluster, each collection watched once.
    ResourceCache &cache();
    /// What this user may do here.
    AccessReview &access();
    /// What pods and nodes use, measured while somebody looks.
    MetricsFeed &metrics();
    State state() const;
    std::optional<Error> lastError() const;
    QString version() const; ///< "v1.32.3"; empty before the first answer
    const ApiResources &resources() const; ///< empty before the first discovery
    /// Whether resources() tells something: what the server said, or at the last start had said.
    bool hasResources() const;
    QDateTime lastHeard() const;
    /// When the credentials in use end; no value when that is not known.
    std::optional<CredentialExpiry> expiry() const;
    SignIn signIn() const; ///< Ending: within 10 minutes; looked at with each ping
    /// A sentence about renewed credentials that could not be saved; empty when all is well.
    QString signInNotice() const;

Q_SIGNALS:
    void stateChanged();
    void resourcesChanged();
    void signInChanged(); ///< expiry(), signIn() or signInNotice()

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
