// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/auth/serverproxy.h"
#include "kube/config/clientconfig.h"
#include "kube/error.h"

#include <QDateTime>
#include <QFuture>
#include <QHttpHeaders>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace kube {

class CredentialSources;
class OidcSession;
struct ExecCredential;

/// How often an Identity looks for new credentials.
struct IdentityPace
{
    /// Token files are written anew by kubelets and cloud agents: client-go reads them once a
    /// minute (transport/token_source.go).
    std::chrono::milliseconds cache = std::chrono::seconds(60);
    std::chrono::milliseconds refreshPause = std::chrono::seconds(10);
    std::chrono::milliseconds longestPause = std::chrono::minutes(5); ///< of a plugin that fails on
};

/// When credentials end, and whether new ones come by themselves.
struct CredentialExpiry
{
    QDateTime when = {}; ///< UTC
    bool renews = false; ///< a plugin, a refresh token or a kubelet brings new ones

    bool operator==(const CredentialExpiry &) const = default;
};

/// Who asks, and through which connection: the credentials of one context and the one network
/// manager that uses them. One manager per identity, because Qt re-uses a TLS connection across
/// different client certificates.
///
/// Lives on one thread. Credentials are found when they are first needed and kept until they
/// expire or refresh() is called; several callers share one run of an exec plugin. What failed is
/// not tried again for a while, which grows for plugins; and one that waits for a person, with a
/// browser perhaps, is only run again by tryAgain().
class Identity : public QObject
{
    Q_OBJECT

public:
    /// What a request needs besides its URL. Holds secrets: never log it.
    struct Credentials
    {
        QHttpHeaders headers = {}; ///< Authorization and Impersonate-*
        /// Of https servers only: Qt reads all of the system's certificates for the first one.
        std::optional<QSslConfiguration> tls = {};
        int generation = 0; ///< counts refreshes
    };

    /// `sources` is shared by the identities of one app; without it, this one has its own.
    explicit Identity(const ClientConfig &config, QObject *parent = nullptr, IdentityPace pace = {},
                      std::shared_ptr<CredentialSources> sources = {});
    ~Identity() override;

    const ClientConfig &config() const { return m_config; }
    /// The server's URL, without a trailing slash in its path.
    QUrl server() const { return m_server; }

    /// The credentials to use now, once it is this request's turn (ClientConfig::pace); fails when
    /// they cannot be had, and with TooManyRequests when the turn would come too late.
    [[nodiscard]] QFuture<Result<Credentials>> credentials();
    /// After a 401 to a request that used `generation`: forgets what can be fetched anew. Returns
    /// whether it is worth asking again: newer credentials exist, or can be fetched. Fetches at
    /// most once in 10 s, so that a server that always answers 401 starts no storm.
    bool refresh(int generation);
    /// Forgets a failure, because a person wants another try.
    void tryAgain();

    /// When what is used now ends; no value when that is not known, or nothing was used yet. Where
    /// several things end, the first that nothing renews.
    std::optional<CredentialExpiry> expiry() const { return m_expiry; }
    /// A sentence about renewed tokens that could not be saved; empty when all is well.
    QString notice() const;

    /// The manager to use now. Whoever has a call under way keeps a share: new credentials bring a
    /// new manager, and calls that go on (watches, logs) must not end for that.
    std::shared_ptr<QNetworkAccessManager> network();
    /// Lets go of all connections: the next call opens new ones.
    void dropNetwork() { m_network.reset(); }
    /// The way to the server, by proxy-url or else the environment; for WebSockets too.
    QNetworkProxy proxy() const { return m_proxy.proxy(); }
    /// Why the proxy could not be reached, where Qt does not know: half a sentence; else empty.
    QString proxyProblem() const { return m_proxy.problem(); }

Q_SIGNALS:
    void expiryChanged();
    void noticeChanged();

private:
    QFuture<Result<Credentials>> current();
    bool usesOidc() const;
    bool mayCarryBearer() const;
    QFuture<Result<QString>> askForToken();
    Result<Credentials> assemble();
    Result<void> addBearer(Credentials &credentials);
    void addImpersonation(Credentials &credentials) const;
    Result<QString> bearerToken() const;
    void useTls(const QSslConfiguration &tls);
    void noteExpiry(const QList<QSslCertificate> &chain, const QString &token);
    void fetch();
    void settle(const Result<ExecCredential> &answer);
    void noteFailure(const Error &error);
    void forgetToken();

    ClientConfig m_config;
    QUrl m_server;
    IdentityPace m_pace;
    std::shared_ptr<QNetworkAccessManager> m_network;
    ServerProxy m_proxy;
    std::shared_ptr<CredentialSources> m_sources; ///< shared by the identities of the app
    std::shared_ptr<OidcSession> m_session; ///< shared by the identities of the user
    std::unique_ptr<ExecCredential> m_fetched; ///< from an exec plugin or the session
    std::vector<QPromise<Result<Credentials>>> m_waiting;
    std::optional<Credentials> m_cached;
    QDateTime m_cachedAt;
    std::optional<Error> m_failure; ///< of the last fetch
    QDateTime m_failedAt;
    std::chrono::milliseconds m_pauseNow = {};
    bool m_awaitsPerson = false; ///< the failure is not tried again by itself
    std::optional<CredentialExpiry> m_expiry;
    std::optional<QSslConfiguration> m_tlsInUse;
    QDateTime m_lastRefresh;
    int m_generation = 0;
};

} // namespace kube
